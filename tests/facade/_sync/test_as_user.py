# Made from tests/facade/_async/test_as_user.py by `make sync`: edit that file, never this one.
"""Clients of users: what their requests carry, and what they share."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, error_response, json_response
from tmdb_bindings import api
from tmdb_facade import TMDB, InvalidArgumentError, MovieAppend, TMDBError, UserCredentials
from tmdb_facade.models import GuestSession, Session, V4AccessToken

ANNA = UserCredentials(
    session_id="a55e55", access_token="eyJh.eyJhbm5h.YW5uYQ", account_id=1, account_object_id="4bc8892a017a3c0f9d000001"
)
BEN = UserCredentials(
    session_id="be5e55", access_token="eyJh.eyJiZW4i.YmVuYg", account_id=2, account_object_id="4bc8892a017a3c0f9d000002"
)
GUEST = GuestSession(guest_session_id="g1", expires_at=datetime(2026, 1, 31, tzinfo=UTC), success=True)
EMPTY: dict[str, object] = {"id": 550, "results": [], "total_pages": 1, "total_results": 0, "page": 1, "success": True}


def client(fake: Fake, token: str | None = TOKEN, **options: Any) -> TMDB:
    """Return the client of an application."""
    return TMDB(token, transport=fake.transport, on_drift="ignore", **options)


def texts(request: httpx.Request) -> str:
    """Return all that a request contains."""
    return f"{request.url} {list(request.headers.items())} {request.content!r}"


def use(tmdb: TMDB) -> None:
    """Call operations of both versions, with and without a user."""
    tmdb.movies.details(550)
    tmdb.movies.rate(550, 8)
    tmdb.account.set_favorite(media_type="movie", media_id=550, favorite=True)
    tmdb.account.favorite_movies().first()
    tmdb.v4.account.favorite_movies().first()
    tmdb.v4.lists.update(7, name="Seen")
    tmdb.v4.lists.details(7)
    tmdb.call(api.v4_auth.logout, {"access_token": "eyJh.eyJv.b3RoZXI"})


@pytest.mark.parametrize("credential", [{"token": TOKEN}, {"token": None, "api_key": KEY}], ids=["token", "key"])
def test_requests_of_two_users_carry_their_own_credential_only(credential: dict[str, Any]) -> None:
    """With the API key of an application, too, a request has one credential of the application or of the user."""
    fake = Fake(json_response(EMPTY))
    with client(fake, **credential) as tmdb:
        for user, other in ((ANNA, BEN), (BEN, ANNA), (ANNA, BEN)):
            fake.requests.clear()
            use(tmdb.as_user(user))
            for request in fake.requests:
                query = parse_qs(request.url.query.decode())
                is_for_user = request.url.path.startswith("/4/") and request.url.path != "/4/auth/access_token"
                bearer = user.access_token if is_for_user else credential["token"]
                assert request.headers.get("authorization") == (bearer and f"Bearer {bearer}")
                assert ("api_key" in query) is (bearer is None)
                assert query.get("session_id", [user.session_id]) == [user.session_id]
                for secret in (other.session_id, other.access_token, other.account_object_id):
                    assert str(secret) not in texts(request)
            assert [request.url.path for request in fake.requests] == [
                "/3/movie/550",
                "/3/movie/550/rating",
                f"/3/account/{user.account_id}/favorite",
                f"/3/account/{user.account_id}/favorite/movies",
                f"/4/account/{user.account_object_id}/movie/favorites",
                "/4/list/7",
                "/4/list/7",
                "/4/auth/access_token",
            ]


def test_as_user_keeps_the_options_and_the_application_stays_without_a_user() -> None:
    fake = Fake(json_response(EMPTY))
    with client(fake, language="pt-BR") as tmdb:
        anna = tmdb.as_user(ANNA)
        assert type(anna) is TMDB
        anna.movies.details(550)
        assert fake.query == {"language": "pt-BR"}
        with pytest.raises(InvalidArgumentError, match="session_id is missing"):
            tmdb.movies.rate(550, 8)
        anna.with_options(language="de").movies.rate(550, 8)
        assert fake.query == {"session_id": ANNA.session_id}


def test_closing_the_client_of_a_user_closes_nothing() -> None:
    closed: list[str] = []

    class Closing(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            return json_response(EMPTY)

        def close(self) -> None:
            closed.append("transport")

    tmdb = TMDB(TOKEN, transport=Closing(), on_drift="ignore")
    with tmdb.as_user(ANNA) as anna:
        anna.movies.details(550)
    anna.close()
    tmdb.as_user(BEN).movies.details(550)
    assert closed == []
    tmdb.close()
    assert closed == ["transport"]
    with pytest.raises(RuntimeError, match="closed"):
        anna.movies.details(550)


def test_users_share_the_cache_of_public_answers_and_no_other_answer() -> None:
    cached = {"cache-control": "public, max-age=3600"}
    fake = Fake(lambda request: json_response({**EMPTY, "name": str(len(fake.requests))}, headers=cached))
    with client(fake, cache="memory") as tmdb:
        anna, ben = tmdb.as_user(ANNA), tmdb.as_user(BEN)
        assert [(user.movies.details(550)).id for user in (anna, ben, tmdb)] == [550] * 3
        assert len(fake.requests) == 1
        names = [(user.v4.lists.details(7)).name for user in (anna, ben, anna, tmdb)]
        assert names == ["2", "3", "4", "5"]
        anna.account.details()
        ben.account.details()
        assert len(fake.requests) == 7


@pytest.mark.parametrize(
    ("user", "sent"),
    [
        (Session(session_id=" s1\n", success=True), {"session_id": "s1"}),
        (UserCredentials(session_id="s1"), {"session_id": "s1"}),
        (UserCredentials(session_id='"s1"'), {"session_id": "s1"}),
        (GUEST, {"guest_session_id": "g1"}),
    ],
    ids=["session", "credentials", "quoted", "guest"],
)
def test_as_user_accepts_what_tmdb_has_created(user: Any, sent: dict[str, str]) -> None:
    fake = Fake(json_response(EMPTY))
    # The application's own default is not used for the user.
    with client(fake, session_id="default", guest_session_id="default") as tmdb:
        tmdb.as_user(user).movies.rate(550, 8)
    assert fake.query == sent


def test_as_user_accepts_a_v4_access_token() -> None:
    fake = Fake(json_response(EMPTY))
    granted = V4AccessToken(
        access_token="eyJh.eyJ1c2VyIjo.c2ln", account_id="4bc8", status_code=1, status_message="", success=True
    )
    with client(fake, session_id="default") as tmdb:
        anna = tmdb.as_user(granted)
        anna.v4.account.rated_tv().first()
        assert fake.last.url.path == "/4/account/4bc8/tv/rated"
        assert fake.last.headers["authorization"] == "Bearer eyJh.eyJ1c2VyIjo.c2ln"
        with pytest.raises(InvalidArgumentError, match=r"session_id is missing: account.lists needs a user's session"):
            anna.account.lists()


@pytest.mark.parametrize(
    ("user", "problem"),
    [
        ("a55e55", r"must be a UserCredentials, or the Session, .* got str; write UserCredentials\(session_id="),
        (None, "must be a UserCredentials.* got NoneType"),
        (UserCredentials(), "must have a session_id or an access_token"),
        (UserCredentials(account_id=7, account_object_id="4bc8"), "must have a session_id or an access_token"),
        (UserCredentials(session_id=""), "must have a session_id that is not empty"),
        (UserCredentials(access_token="not one"), "must have a access_token without spaces"),
        (UserCredentials(access_token=KEY), "must have a user's token as its access_token, not an API key"),
        (UserCredentials(session_id="s1", account_id=0), "account_id must be at least 1"),
        (Session(session_id="", success=False), "must have a session_id that is not empty"),
    ],
)
def test_as_user_rejects_what_cannot_sign_a_user_in(user: Any, problem: str) -> None:
    fake = Fake()
    with client(fake) as tmdb:
        with pytest.raises(InvalidArgumentError, match=problem) as caught:
            tmdb.as_user(user)
    assert "a55e55" not in str(caught.value)
    assert KEY not in str(caught.value)
    assert fake.requests == []


def test_another_session_means_another_user() -> None:
    fake = Fake(json_response({**EMPTY, "id": 9}))
    with client(fake) as tmdb:
        anna = tmdb.as_user(ANNA)
        anna.with_options(session_id=ANNA.session_id, language="de").v4.lists.delete(7)
        assert fake.last.headers["authorization"] == f"Bearer {ANNA.access_token}"
        other = anna.with_options(session_id="other")
        other.account.lists().first()
        assert [request.url.path for request in fake.requests[1:]] == ["/3/account", "/3/account/9/lists"]
        assert fake.query["session_id"] == "other"
        fake.requests.clear()
        nobody = anna.with_options(session_id=None)
        for tmdb_of_another in (other, nobody):
            with pytest.raises(InvalidArgumentError, match=r"access_token is missing: .* user has none"):
                tmdb_of_another.v4.lists.delete(7)
        with pytest.raises(InvalidArgumentError, match="account_object_id is missing"):
            other.v4.account.lists()
        assert fake.requests == []


def test_guests_and_applications_are_told_before_the_request_what_needs_a_user() -> None:
    fake = Fake(json_response(EMPTY))
    with client(fake) as tmdb, client(fake, None, api_key=KEY) as with_key:
        guest = tmdb.as_user(GUEST)
        guest.movies.rate(550, 8)
        guest.tv.delete_rating(1399)
        guest.tv.episodes.account_states(1399, 1, 1)
        guest.guest.rated_movies().first()
        guest.movies.details(550, append=MovieAppend.ACCOUNT_STATES)
        fake.requests.clear()
        for_users: dict[str, Callable[[], Any]] = {
            "account.set_watchlist": lambda: guest.account.set_watchlist(media_type="tv", media_id=1, watchlist=True),
            "account.details": lambda: guest.account.details(),
            "lists.create": lambda: guest.lists.create("Mine"),
            "lists.delete": lambda: tmdb.lists.delete(7),
        }
        for name, call in for_users.items():
            with pytest.raises(InvalidArgumentError, match=f"session_id is missing: {name} needs a user's session"):
                call()
        for_guests: dict[str, Callable[[], Any]] = {
            "movies.rate": lambda: tmdb.movies.rate(550, 8),
            "tv.delete_rating": lambda: tmdb.tv.delete_rating(1399),
            "movies.details with account_states": lambda: tmdb.movies.details(550, append=["account_states"]),
        }
        for name, call in for_guests.items():
            with pytest.raises(
                InvalidArgumentError, match=f"session_id is missing: {name} needs the session of a user"
            ):
                call()
        for client_of, reason in ((guest, "the client's user has none"), (with_key, "the client has an API key")):
            with pytest.raises(InvalidArgumentError, match=f"access_token is missing: v4.lists.create .* {reason}"):
                client_of.v4.lists.create("Mine", language="en")
        assert fake.requests == []
        for request in (lambda: tmdb.call(api.account.lists, 7), lambda: tmdb.paginate(api.account.lists, 7).first()):
            with pytest.raises(InvalidArgumentError, match=r"session_id is missing: account.lists .* pass session_id="):
                request()
        assert fake.requests == []
        with pytest.raises(InvalidArgumentError, match=r"access_token is missing: v4.lists.create"):
            with_key.call(api.v4_lists.create, {"name": "Mine", "iso_639_1": "en"})
        assert fake.requests == []
        # A token may be a user's.
        tmdb.v4.lists.create("Mine", language="en")
    assert len(fake.requests) == 1


def echo(request: httpx.Request) -> httpx.Response:
    """Repeat a request without the names of its parts."""
    values = [request.headers["authorization"].partition(" ")[2], *request.url.params.values()]
    return error_response(401, 7, " ".join(values))


@pytest.mark.parametrize("answer", [echo, httpx.ConnectError("t0ken-of-no-usual-form 5ec2e75e55")])
def test_errors_and_their_tracebacks_hold_no_credential_of_the_user(answer: Any) -> None:
    """TMDB repeats what it gets, and debuggers print the variables of each frame."""
    user = UserCredentials(session_id="5ec2e75e55", access_token="t0ken-of-no-usual-form", account_object_id="4bc8")
    with client(Fake(answer), max_retries=0) as tmdb:
        anna = tmdb.as_user(user)
        calls: list[tuple[Callable[[], Any], str]] = [
            (lambda: anna.v4.account.lists().first(), str(user.access_token)),
            (lambda: anna.account.lists().first(), str(user.session_id)),
            (lambda: anna.account.set_favorite(media_type="tv", media_id=1, favorite=True), str(user.session_id)),
        ]
        for call, secret in calls:
            with pytest.raises(TMDBError) as caught:
                call()
            shown = f"{caught.value} {caught.value!r} {caught.value.url} {vars(caught.value)} {anna!r}"
            for frame, _ in traceback.walk_tb(caught.value.__traceback__):
                if "tmdb_facade" in frame.f_code.co_filename:
                    shown += " ".join(map(repr, frame.f_locals.values()))
            assert secret not in shown
