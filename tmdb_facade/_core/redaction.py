"""Redaction of secrets in errors, logs and `repr`.

TMDB takes some secrets in the query (`api_key`, `session_id`) and some in the path (the id of an account or a guest
session), so no URL is shown without redaction.
"""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

MASK = "***"

#: Parameters, form fields and JSON keys whose values are secrets.
SECRET_NAMES = frozenset({"api_key", "session_id", "guest_session_id", "request_token", "access_token", "password"})

# Personal data, in JSON only: ids in the paths of an account, and hashes of e-mail addresses for avatars.
_PERSONAL_NAMES = frozenset({"account_id", "account_object_id", "gravatar_hash", "hash"})

_END = r"\s\"'<>"  # characters that end a value in running text
_PAIR = re.compile(rf"([^=&;?#/{_END}]+)=([^&;#{_END}]*)")
# A value ends with an unescaped quote like its first: a password may contain any character.
_FIELD = re.compile(
    rf"""(["'](?:{"|".join(sorted(SECRET_NAMES | _PERSONAL_NAMES))})["']\s*:\s*)"""
    r"""(?:(")(?:\\.|[^"\\])*|(')(?:\\.|[^'\\])*)""",
    re.IGNORECASE,
)
# `new` is an operation's path (`/authentication/guest_session/new`), not an id.
_PATH = re.compile(rf"(/(?:account|guest_session|authenticate)/)(?!new(?:[/?#{_END}]|$))[^/?#{_END}]+", re.IGNORECASE)
_USER = re.compile(rf"(://)[^/?#@{_END}]+@")
_BEARER = re.compile(rf"(\bbearer\s+)[^,;{_END}]+", re.IGNORECASE)
# TMDB's tokens are JSON web tokens; they are found in any context.
_TOKEN = re.compile(r"\beyJ[\w-]*\.[\w-]+\.[\w-]*")


def redact(text: str, *secrets: str) -> str:
    """Replace every secret in a URL or a text by `***`.

    Args:
        text: A URL, or any text that may contain URLs, headers or JSON.
        *secrets: Further secrets.

    Returns:
        The redacted text.
    """
    for secret in secrets:
        if secret:
            text = text.replace(secret, MASK)
    text = _TOKEN.sub(MASK, text)
    text = _BEARER.sub(rf"\g<1>{MASK}", text)
    text = _USER.sub(rf"\g<1>{MASK}@", text)
    text = _PATH.sub(rf"\g<1>{MASK}", text)
    text = _FIELD.sub(lambda match: f"{match[1]}{match[2] or match[3]}{MASK}", text)
    return _PAIR.sub(_hide_pair, text)


def _hide_pair(match: re.Match[str]) -> str:
    # Servers decode a parameter's name before they compare it.
    if unquote_plus(match[1]).strip().lower() in SECRET_NAMES:
        return f"{match[1]}={MASK}"
    return match[0]
