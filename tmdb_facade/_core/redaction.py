"""The one rule for what nobody may see: in errors, logs and `repr`.

TMDB takes some secrets in the query (`api_key`, `session_id`) and some in the path (an account's or a guest session's
id), so a URL as such is not fit to be shown.
"""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

MASK = "***"

#: Parameters, form fields and JSON keys whose values open doors.
SECRET_NAMES = frozenset({"api_key", "session_id", "guest_session_id", "request_token", "access_token", "password"})

# Of JSON alone: by whose ids paths lead to accounts, and by what a picture elsewhere tells an address of mail.
_PERSONAL_NAMES = frozenset({"account_id", "account_object_id", "gravatar_hash", "hash"})

_END = r"\s\"'<>"  # what ends a value in running text
_PAIR = re.compile(rf"([^=&;?#/{_END}]+)=([^&;#{_END}]*)")
# A value ends with the quote that it began with, unless that is escaped: a password may hold any character.
_FIELD = re.compile(
    rf"""(["'](?:{"|".join(sorted(SECRET_NAMES | _PERSONAL_NAMES))})["']\s*:\s*)"""
    r"""(?:(")(?:\\.|[^"\\])*|(')(?:\\.|[^'\\])*)""",
    re.IGNORECASE,
)
# `new` is an operation's path (`/authentication/guest_session/new`), not an id.
_PATH = re.compile(rf"(/(?:account|guest_session|authenticate)/)(?!new(?:[/?#{_END}]|$))[^/?#{_END}]+", re.IGNORECASE)
_USER = re.compile(rf"(://)[^/?#@{_END}]+@")
_BEARER = re.compile(rf"(\bbearer\s+)[^,;{_END}]+", re.IGNORECASE)
# TMDB's tokens are JSON web tokens, whatever stands around them.
_TOKEN = re.compile(r"\beyJ[\w-]*\.[\w-]+\.[\w-]*")


def redact(text: str, *secrets: str) -> str:
    """Hide every secret in a URL or a text.

    Args:
        text: A URL, or any text that may hold URLs, headers or JSON.
        *secrets: Further texts to hide wherever they stand.

    Returns:
        The text, with `***` in the place of each secret.
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
