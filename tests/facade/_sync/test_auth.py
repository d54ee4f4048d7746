# Made from tests/facade/_async/test_auth.py by `make sync`: edit that file, never this one.
"""Sessions of version 3: what each method sends, the approval page, and hidden secrets."""

from __future__ import annotations

import datetime
import json
from typing import assert_type

import pytest

from tests.facade.support import FORBIDDEN, TOKEN, Fake, error_response, json_response
from tmdb_facade import TMDB, AuthenticationError, AuthorizationPendingError, InvalidAnswerError
from tmdb_facade.models import GuestSession, RequestToken, Session

SECRET = "5ec2e7" * 7
ANSWER = {
    "success": True,
    "status_code": 1,
    "session_id": SECRET,
    "guest_session_id": SECRET,
    "request_token": SECRET,
    "expires_at": "2026-08-07 10:20:30 UTC",
}


def test_secrets_are_sent_in_the_body() -> None:
    fake = Fake(json_response(ANSWER))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.auth.create_session_from_login("t1", username="u1", password="p1")
        assert json.loads(fake.last.content) == {"username": "u1", "password": "p1", "request_token": "t1"}
        tmdb.auth.create_session("t1")
        assert json.loads(fake.last.content) == {"request_token": "t1"}
        tmdb.auth.create_session_from_v4_token("a1")
        assert json.loads(fake.last.content) == {"access_token": "a1"}
        tmdb.auth.delete_session("s1")
        assert json.loads(fake.last.content) == {"session_id": "s1"}
    assert [dict(request.url.params) for request in fake.requests] == [{}] * 4


def test_validate_key_needs_an_answer_that_confirms_the_key() -> None:
    """A gateway's answer with HTTP 200 does not."""
    for answer in ({"success": True}, {"status_code": 1}):
        with TMDB(TOKEN, transport=Fake(json_response(answer)).transport, on_drift="ignore") as tmdb:
            tmdb.auth.validate_key()
    with TMDB(TOKEN, transport=Fake(json_response(FORBIDDEN)).transport, on_drift="ignore") as tmdb:
        with pytest.raises(InvalidAnswerError, match="does not confirm the credential"):
            tmdb.auth.validate_key()


def test_tokens_and_sessions_have_an_aware_expiry_and_hide_their_secret() -> None:
    fake = Fake(json_response(ANSWER))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        token = tmdb.auth.create_request_token()
        guest = tmdb.auth.create_guest_session()
        session = tmdb.auth.create_session(token.request_token)
    assert_type(token, RequestToken)
    assert_type(guest, GuestSession)
    assert_type(session, Session)
    moment = datetime.datetime(2026, 8, 7, 10, 20, 30, tzinfo=datetime.UTC)
    assert token.expires_at == moment
    assert guest.expires_at == moment
    assert session.session_id == SECRET
    assert SECRET not in f"{token!r} {guest!r} {session!r}"


def test_approval_url_quotes_redirect_to_and_sends_nothing() -> None:
    """A request token that would change the URL is rejected."""
    fake = Fake()
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        plain = tmdb.auth.approval_url("t1")
        with_redirect = tmdb.auth.approval_url("t1", "http://127.0.0.1:8000/done?a=1&b=2")
        assert_type(plain, str)
        for invalid in ("", "..", "t1/allow", "t1?x=1"):
            with pytest.raises(ValueError, match="request_token"):
                tmdb.auth.approval_url(invalid)
    assert plain == "https://www.themoviedb.org/authenticate/t1"
    assert with_redirect == f"{plain}?redirect_to=http%3A%2F%2F127.0.0.1%3A8000%2Fdone%3Fa%3D1%26b%3D2"
    assert fake.requests == []


def test_create_session_errors_hide_the_secret() -> None:
    """A wrong login and a token without approval raise their own errors."""
    with TMDB(TOKEN, transport=Fake(error_response(401, 30)).transport) as tmdb:
        with pytest.raises(AuthenticationError) as invalid:
            tmdb.auth.create_session_from_login(SECRET, username="u1", password=SECRET)
    with TMDB(TOKEN, transport=Fake(error_response(422, 41)).transport) as tmdb:
        with pytest.raises(AuthorizationPendingError) as pending:
            tmdb.auth.create_session(SECRET)
    for error in (invalid.value, pending.value):
        assert SECRET not in f"{error} {error!r} {error.url}"


@pytest.mark.parametrize(
    ("base_url", "website"),
    [
        ("https://api.tmdb.org", "https://www.themoviedb.org"),
        ("https://proxy.example.org/tmdb", "https://www.themoviedb.org"),
        ("http://10.0.0.7:8550", "https://www.themoviedb.org"),
        ("http://127.0.0.1:8550", "http://127.0.0.1:8550"),
        ("http://localhost:8550", "http://localhost:8550"),
        ("http://[::1]:8550", "http://[::1]:8550"),
    ],
)
def test_approval_url_is_on_tmdbs_website_unless_the_server_is_local(base_url: str, website: str) -> None:
    """An embedded TMDB server has its own approval page; a proxy or an alternate host of the API has none."""
    with TMDB(TOKEN, base_url=base_url, transport=Fake().transport) as tmdb:
        assert tmdb.auth.approval_url("t1") == f"{website}/authenticate/t1"
        assert tmdb.v4.auth.approval_url("t1") == f"{website}/auth/access?request_token=t1"
