"""Sessions of version 3: what each method asks, the page to approve on, and what stays secret."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from typing import Any, assert_type

import pytest

from tests.facade.support import TOKEN, Fake, refuse, say
from tmdb_facade import AsyncTMDB, AuthenticationError, AuthorizationPendingError
from tmdb_facade.models import GuestSession, RequestToken, Session, StatusResponse

SECRET = "5ec2e7" * 7
ANSWER = {
    "success": True,
    "status_code": 1,
    "session_id": SECRET,
    "guest_session_id": SECRET,
    "request_token": SECRET,
    "expires_at": "2026-08-07 10:20:30 UTC",
}

#: The call; method, path and body of the request; the class of what comes back.
CASES: list[tuple[Callable[[AsyncTMDB], Any], str, str, dict[str, str] | None, type[object]]] = [
    (lambda tmdb: tmdb.auth.validate_key(), "GET", "/3/authentication", None, StatusResponse),
    (
        lambda tmdb: tmdb.auth.create_guest_session(),
        "GET",
        "/3/authentication/guest_session/new",
        None,
        GuestSession,
    ),
    (lambda tmdb: tmdb.auth.create_request_token(), "GET", "/3/authentication/token/new", None, RequestToken),
    (
        lambda tmdb: tmdb.auth.create_session("t1"),
        "POST",
        "/3/authentication/session/new",
        {"request_token": "t1"},
        Session,
    ),
    (
        lambda tmdb: tmdb.auth.create_session_from_login("t1", username="u1", password="p1"),
        "POST",
        "/3/authentication/token/validate_with_login",
        {"username": "u1", "password": "p1", "request_token": "t1"},
        RequestToken,
    ),
    (
        lambda tmdb: tmdb.auth.create_session_from_v4_token("a1"),
        "POST",
        "/3/authentication/session/convert/4",
        {"access_token": "a1"},
        Session,
    ),
    (
        lambda tmdb: tmdb.auth.delete_session("s1"),
        "DELETE",
        "/3/authentication/session",
        {"session_id": "s1"},
        StatusResponse,
    ),
]


@pytest.mark.parametrize(("call", "method", "path", "body", "kind"), CASES, ids=[case[2] for case in CASES])
async def test_each_method_asks_for_its_operation(
    call: Callable[[AsyncTMDB], Any], method: str, path: str, body: dict[str, str] | None, kind: type[object]
) -> None:
    """Secrets go into the body, never into the query."""
    fake = Fake(say(ANSWER))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        given = await call(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == (method, path, {})
    assert (json.loads(fake.last.content) if fake.last.content else None) == body
    assert type(given) is kind
    assert SECRET not in repr(given)


async def test_a_token_tells_when_it_ends() -> None:
    """Its end is a moment with a zone, to be compared with others."""
    fake = Fake(say(ANSWER))
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        token = await tmdb.auth.create_request_token()
        guest = await tmdb.auth.create_guest_session()
        session = await tmdb.auth.create_session(token.request_token)
    assert_type(token, RequestToken)
    assert_type(guest, GuestSession)
    assert_type(session, Session)
    moment = datetime.datetime(2026, 8, 7, 10, 20, 30, tzinfo=datetime.UTC)
    assert token.expires_at == moment
    assert guest.expires_at == moment
    assert session.session_id == SECRET


async def test_the_page_to_approve_on_needs_no_request() -> None:
    """It holds the token, and where to go afterwards as one parameter."""
    fake = Fake()
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        plain = tmdb.auth.approval_url("t1")
        leading = tmdb.auth.approval_url("t1", "http://127.0.0.1:8000/done?a=1&b=2")
        assert_type(plain, str)
        for wrong in ("", "..", "t1/allow", "t1?x=1"):
            with pytest.raises(ValueError, match="request_token"):
                tmdb.auth.approval_url(wrong)
    assert plain == "https://www.themoviedb.org/authenticate/t1"
    assert leading == f"{plain}?redirect_to=http%3A%2F%2F127.0.0.1%3A8000%2Fdone%3Fa%3D1%26b%3D2"
    assert fake.requests == []


async def test_what_is_refused_is_told_without_the_secret() -> None:
    """A wrong login, and a token that nobody has approved, each have their own error."""
    async with AsyncTMDB(TOKEN, transport=Fake(refuse(401, 30)).transport) as tmdb:
        with pytest.raises(AuthenticationError) as wrong:
            await tmdb.auth.create_session_from_login(SECRET, username="u1", password=SECRET)
    async with AsyncTMDB(TOKEN, transport=Fake(refuse(422, 41)).transport) as tmdb:
        with pytest.raises(AuthorizationPendingError) as pending:
            await tmdb.auth.create_session(SECRET)
    for error in (wrong.value, pending.value):
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
async def test_the_page_is_on_tmdbs_website_or_on_a_server_of_ones_own(base_url: str, website: str) -> None:
    """A TMDB for tests has its own pages; a proxy or another name of the API has none."""
    async with AsyncTMDB(TOKEN, base_url=base_url, transport=Fake().transport) as tmdb:
        assert tmdb.auth.approval_url("t1") == f"{website}/authenticate/t1"
        assert tmdb.v4.auth.approval_url("t1") == f"{website}/auth/access?request_token=t1"
