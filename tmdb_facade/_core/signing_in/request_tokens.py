"""Request tokens as arguments: as text, or as the model that TMDB's answer becomes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tmdb_facade._core.request.validation import check_filled
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_bindings.models import RequestToken, V4RequestToken

# Clocks differ: a token is sent until it has certainly expired.
_TOLERANCE = timedelta(minutes=1)


def read_request_token(token: str | RequestToken | V4RequestToken, now: datetime | None = None) -> str:
    """Return the text of a request token.

    Args:
        token: A text, or a model.
        now: The current time; by default that of this machine's clock.

    Raises:
        InvalidArgumentError: It is no request token, or has expired.
    """
    text: object = getattr(token, "request_token", token)
    check_not_expired(token, datetime.now(UTC) if now is None else now)
    return check_filled("request_token", text)


def check_not_expired(token: object, now: datetime) -> None:
    """Reject a request token that has expired, as far as its model says so.

    Args:
        token: A text or a model.
        now: The current time, with a time zone.

    Raises:
        InvalidArgumentError: It has expired.
    """
    expires_at: object = getattr(token, "expires_at", None)
    if not isinstance(expires_at, datetime):
        return
    if expires_at.tzinfo is None:
        expires_at = expires_at.replace(tzinfo=UTC)
    if now - _TOLERANCE > expires_at:
        raise InvalidArgumentError(
            "request_token",
            f"has expired at {expires_at:%Y-%m-%d %H:%M:%S} UTC: create a new one with create_request_token(), and let the "
            "user approve it",
        )
