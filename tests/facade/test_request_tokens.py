"""Request tokens as arguments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tmdb_bindings.models import RequestToken, V4RequestToken
from tmdb_facade._core.signing_in.request_tokens import read_request_token
from tmdb_facade.errors import InvalidArgumentError

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


def token(expires_at: Any) -> RequestToken:
    """Return a request token."""
    return RequestToken(request_token="t0ken", expires_at=expires_at, success=True)


def test_read_request_token_accepts_texts_and_models() -> None:
    assert read_request_token("t0ken", NOW) == "t0ken"
    assert read_request_token(token(NOW + timedelta(minutes=5)), NOW) == "t0ken"
    assert read_request_token(V4RequestToken(request_token="t0ken", success=True), NOW) == "t0ken"


@pytest.mark.parametrize("value", ["", " ", 7, None, b"t0ken", token(NOW), object()])
def test_read_request_token_rejects_other_values(value: Any) -> None:
    if isinstance(value, RequestToken):
        value.request_token = ""
    with pytest.raises(InvalidArgumentError, match="request_token"):
        read_request_token(value, NOW)


@pytest.mark.parametrize("minutes", [1.01, 60, 10_000])
def test_expired_request_token_is_rejected(minutes: float) -> None:
    with pytest.raises(
        InvalidArgumentError, match=r"request_token has expired at .*create_request_token\(\)"
    ) as caught:
        read_request_token(token(NOW - timedelta(minutes=minutes)), NOW)
    assert "t0ken" not in str(caught.value)


@pytest.mark.parametrize(
    "expires_at",
    [
        NOW + timedelta(hours=1),
        NOW,
        NOW - timedelta(minutes=1),
        datetime.max.replace(tzinfo=UTC),
        (NOW - timedelta(seconds=30)).replace(tzinfo=None),
        None,
    ],
)
def test_request_token_is_accepted_while_a_clock_may_differ(expires_at: datetime | None) -> None:
    """A token without a time, which contradicts its type, is accepted as well."""
    assert read_request_token(token(expires_at), NOW) == "t0ken"
