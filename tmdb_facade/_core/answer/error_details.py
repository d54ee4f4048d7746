"""The headers and the body of an error response, without secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade._core.answer.headers import Headers
from tmdb_facade._core.redaction import redact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tmdb_facade.errors import APIStatusError

#: Bytes of a body that an error keeps.
BODY_LIMIT = 64 * 1024
# The end of a part of a body may be a part of a secret, which redaction does not find. No secret is as long.
_MARGIN = 8 * 1024
# Cookies and tokens; and addresses, which may contain what was sent.
_PRIVATE_HEADERS = frozenset(
    {
        "authentication-info",
        "authorization",
        "content-location",
        "cookie",
        "link",
        "location",
        "proxy-authenticate",
        "proxy-authorization",
        "refresh",
        "set-cookie",
        "set-cookie2",
        "www-authenticate",
    }
)


def shown_headers(headers: Mapping[str, str]) -> Headers:
    """Return the headers that an error shows, redacted."""
    return Headers((name, redact(value)) for name, value in headers.items() if name.lower() not in _PRIVATE_HEADERS)


def redacted_body(body: bytes) -> bytes:
    """Return the first part of a body without secrets that have a name. `hide_in_response` shortens it."""
    return _redacted(body[: BODY_LIMIT + 2 * _MARGIN])


def is_kept_whole(body: bytes) -> bool:
    """Return whether an error keeps the whole body."""
    return len(body) <= BODY_LIMIT


def hide_in_response(error: APIStatusError, *secrets: str) -> None:
    """Mask secrets in the headers and the body of an error, and shorten the body."""
    error.headers = Headers((name, redact(value, *secrets)) for name, value in error.headers.items())
    body = _redacted(error.body, *secrets)
    error.body = (body if error.is_body_complete else body[:-_MARGIN])[:BODY_LIMIT]


def _redacted(body: bytes, *secrets: str) -> bytes:
    # Bytes that are not UTF-8 are kept as they are.
    return redact(body.decode(errors="surrogateescape"), *secrets).encode(errors="surrogateescape")
