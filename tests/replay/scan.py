"""Patterns of credentials, to check that none is stored or shown."""

from __future__ import annotations

import re

TOKEN = re.compile(r"eyJ[\w-]+\.[\w-]+\.[\w-]*")
# Weak ETags are not keys.
KEY = re.compile(r'(?<!W/")(?<![0-9a-f])(?:[0-9a-f]{32}|[0-9a-f]{40})(?![0-9a-f])')
# The ends of paths such as `/4/auth/request_token` are not credentials.
NAMED = re.compile(
    r"(?i)(?<!/)\b(?:api_key|session_id|guest_session_id|request_token|access_token|password)\b[\"']?\s*[=:]\s*[\"']?(?!\*\*\*)[\w-]+"
)
HEADER = re.compile(r"(?i)authorization|cookie|bearer")
IN_PATH = re.compile(r"/(?:account|guest_session|authenticate)/(?!new\b|\*\*\*)[\w-]+")


def credentials_in(text: str) -> list[str]:
    """Return everything in a text that looks like a credential."""
    return [found.group() for pattern in (TOKEN, KEY, NAMED, HEADER, IN_PATH) for found in pattern.finditer(text)]


def credentials_in_log(text: str) -> list[str]:
    """Return everything in output that looks like a credential; headers may be named there."""
    return [found.group() for pattern in (TOKEN, KEY, NAMED, IN_PATH) for found in pattern.finditer(text)]


def keys_in(text: str) -> list[str]:
    """Return everything that has the form of a key or token; credentials may be named there."""
    return [found.group() for pattern in (TOKEN, KEY) for found in pattern.finditer(text)]
