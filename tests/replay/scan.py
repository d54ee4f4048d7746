"""What credentials look like, to see that none is stored or shown."""

from __future__ import annotations

import re

TOKEN = re.compile(r"eyJ[\w-]+\.[\w-]+\.[\w-]*")
# Hashes that are none: weak ETags.
KEY = re.compile(r'(?<!W/")(?<![0-9a-f])(?:[0-9a-f]{32}|[0-9a-f]{40})(?![0-9a-f])')
# Words that are none: the ends of paths such as `/4/auth/request_token`.
NAMED = re.compile(
    r"(?i)(?<!/)\b(?:api_key|session_id|guest_session_id|request_token|access_token|password)\b[\"']?\s*[=:]\s*[\"']?(?!\*\*\*)[\w-]+"
)
HEADER = re.compile(r"(?i)authorization|cookie|bearer")
IN_PATH = re.compile(r"/(?:account|guest_session|authenticate)/(?!new\b|\*\*\*)[\w-]+")


def credentials_in(text: str) -> list[str]:
    """Return everything in a text that looks like a credential."""
    return [found.group() for pattern in (TOKEN, KEY, NAMED, HEADER, IN_PATH) for found in pattern.finditer(text)]


def credentials_in_log(text: str) -> list[str]:
    """Return what looks like a credential in what is shown, where headers may be named."""
    return [found.group() for pattern in (TOKEN, KEY, NAMED, IN_PATH) for found in pattern.finditer(text)]


def keys_in(text: str) -> list[str]:
    """Return what has the form of a key or token, in texts that may speak of credentials by name."""
    return [found.group() for pattern in (TOKEN, KEY) for found in pattern.finditer(text)]
