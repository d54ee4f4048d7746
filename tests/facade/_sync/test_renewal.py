# Made from tests/facade/_async/test_renewal.py by `make sync`: edit that file, never this one.
"""Sessions that TMDB no longer accepts, and the hook that renews them."""

from __future__ import annotations

import traceback
from typing import Any

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, Rule, error_response, json_response, movie_pages
from tmdb_bindings import api
from tmdb_facade import (
    TMDB,
    InvalidArgumentError,
    ServerError,
    SessionExpiredError,
    UserCredentials,
)
from tmdb_facade._runtime.many_threads import gather
from tmdb_facade.testing import TMDBServer

OLD, NEW, OTHER = "01d" * 14, "2e3" * 14, "07e" * 14
OLD_TOKEN, NEW_TOKEN = f"{TOKEN}old", f"{TOKEN}new"
RENEWED = UserCredentials(session_id=NEW)
DONE = {"success": True, "status_code": 12, "status_message": "Done."}


class Sessions:
    """A fake TMDB that knows some sessions and access tokens.

    Attributes:
        valid: The sessions and tokens that it accepts.
        fake: The fake TMDB.
    """

    def __init__(self, *valid: str, answer: Rule | None = None) -> None:
        self.valid = set(valid)
        self.fake = Fake(self._answer)
        self._rule = answer

    def _answer(self, request: httpx.Request) -> httpx.Response:
        session = request.url.params.get("session_id")
        if session is not None and session not in self.valid:
            return error_response(401, 3, f"Who is {session}?")
        if request.url.path.startswith("/4/"):
            token = request.headers.get("authorization", "").removeprefix("Bearer ")
            if token not in self.valid:
                return error_response(401, 35)
        answer = json_response(DONE) if self._rule is None else self._rule(request)
        assert isinstance(answer, httpx.Response)
        return answer

    @property
    def sessions(self) -> list[str | None]:
        """The sessions of the requests, in order."""
        return [request.url.params.get("session_id") for request in self.fake.requests]


class Hook:
    """A hook that returns credentials, and counts its calls."""

    def __init__(self, result: UserCredentials | Exception | None = RENEWED) -> None:
        self.errors: list[SessionExpiredError] = []
        self.result = result

    def __call__(self, error: SessionExpiredError) -> UserCredentials | None:
        """Return the credentials, or raise."""
        self.errors.append(error)
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


def client(server: Sessions, hook: Any, **options: Any) -> TMDB:
    """Return a client of a user whose session has expired."""
    settings: dict[str, Any] = {"session_id": OLD, "on_drift": "ignore", "max_retries": 0, **options}
    return TMDB(TOKEN, transport=server.fake.transport, on_session_expired=hook, **settings)


def test_expired_session_is_renewed_once_and_the_client_goes_on_with_the_new_one() -> None:
    """Also for a write that must not be repeated after other failures."""
    server, hook = Sessions(NEW), Hook()
    with client(server, hook) as tmdb:
        tmdb.lists.create("A list", description="x", language="en")
        tmdb.movies.rate(550, 8)
    assert server.sessions == [OLD, NEW, NEW]
    assert len(hook.errors) == 1
    error = hook.errors[0]
    assert (type(error), error.operation, error.code) == (SessionExpiredError, "lists_create", 3)
    assert OLD not in f"{error} {error!r} {vars(error)}"


def test_without_a_hook_the_error_is_raised() -> None:
    server = Sessions(NEW)
    with client(server, None) as tmdb:
        with pytest.raises(SessionExpiredError) as caught:
            tmdb.movies.rate(550, 8)
    assert server.sessions == [OLD]
    assert OLD not in "".join(traceback.format_exception(caught.value))
    assert caught.value.__context__ is None
    assert "pass on_session_expired= to the client" in caught.value.message


def test_hook_that_returns_none_lets_the_error_through() -> None:
    """The next call asks again."""
    server, hook = Sessions(NEW), Hook(None)
    with client(server, hook) as tmdb:
        for count in (1, 2):
            with pytest.raises(SessionExpiredError) as caught:
                tmdb.movies.rate(550, 8)
            assert len(hook.errors) == count
            assert "on_session_expired" not in caught.value.message
    assert server.sessions == [OLD, OLD]


def test_error_of_the_hook_reaches_the_caller_without_secrets() -> None:
    server, hook = Sessions(NEW), Hook(OSError("no browser"))
    with client(server, hook) as tmdb:
        with pytest.raises(OSError, match="no browser") as caught:
            tmdb.movies.rate(550, 8)
    assert caught.value.__context__ is None
    texts = [repr(frame.f_locals) for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
    assert OLD not in "".join([*traceback.format_exception(caught.value), *texts[1:]])


def test_call_is_repeated_only_once() -> None:
    """The new session may have been revoked, too."""
    server, hook = Sessions(), Hook()
    with client(server, hook) as tmdb:
        with pytest.raises(SessionExpiredError):
            tmdb.movies.rate(550, 8)
        assert server.sessions == [OLD, NEW]
        hook.result = UserCredentials(session_id=OTHER)
        server.valid.add(OTHER)
        tmdb.movies.rate(550, 8)
    assert server.sessions == [OLD, NEW, NEW, OTHER]
    assert len(hook.errors) == 2


def test_hook_that_returns_the_refused_session_sends_no_further_request() -> None:
    server, hook = Sessions(), Hook(UserCredentials(session_id=OLD))
    with client(server, hook) as tmdb:
        with pytest.raises(SessionExpiredError):
            tmdb.movies.rate(550, 8)
    assert server.sessions == [OLD]


@pytest.mark.parametrize("answer", [error_response(500, 11), error_response(401, 7), httpx.ReadTimeout("late")])
def test_other_failures_call_no_hook(answer: httpx.Response | Exception) -> None:
    """A write that may have been carried out is not repeated."""
    fake, hook = Fake(answer), Hook()
    with TMDB(TOKEN, transport=fake.transport, session_id=OLD, on_session_expired=hook, max_retries=0) as tmdb:
        with pytest.raises(Exception, match="lists_create"):
            tmdb.lists.create("A list", description="x", language="en")
    assert hook.errors == []
    assert len(fake.requests) == 1


def test_concurrent_calls_call_the_hook_once() -> None:
    """Whatever it does: the others use its result."""
    for result in (RENEWED, None, OSError("no browser")):
        server, hook = Sessions(NEW), Hook(result)
        with client(server, hook) as tmdb:

            def rate() -> object:
                try:
                    return tmdb.movies.rate(550, 8)
                except (SessionExpiredError, OSError) as error:
                    return type(error)

            # All are sent before the first one is answered: a client with one connection could be slower.
            outcomes = gather([rate] * 5)
        assert len({str(outcome) for outcome in outcomes}) == 1
        assert len(hook.errors) <= outcomes.count(outcomes[0])
        if result is RENEWED:
            assert len(hook.errors) == 1


def test_pages_that_are_requested_at_the_same_time_call_the_hook_once() -> None:
    """And a pager that was created before the renewal goes on with the new session."""
    server, hook = Sessions(OLD, NEW, answer=movie_pages(200)), Hook()
    with client(server, hook) as tmdb:
        pager = tmdb.account.favorite_movies(7)
        seen = 0
        for _ in pager:
            seen += 1
            server.valid.discard(OLD)
        assert seen == 200
        assert (pager.page(2)).page == 2
    assert len(hook.errors) == 1
    assert server.sessions[0] == OLD
    assert server.sessions[-1] == NEW


def test_session_that_the_caller_passes_is_not_renewed() -> None:
    """The hook would return the credentials of the client's user for a call of another user."""
    server, hook = Sessions(NEW), Hook()
    with client(server, hook) as tmdb:
        with pytest.raises(SessionExpiredError):
            tmdb.movies.rate(550, 8, session_id=OTHER)
        tmdb.movies.rate(550, 8)
        with pytest.raises(SessionExpiredError):
            tmdb.movies.rate(550, 8, session_id=OTHER)
    assert server.sessions == [OTHER, OLD, NEW, OTHER]
    assert len(hook.errors) == 1


def test_derived_clients_share_the_new_session_but_other_users_have_no_hook() -> None:
    server, hook = Sessions(NEW), Hook()
    with client(server, hook) as tmdb:
        patient = tmdb.with_options(timeout=99)
        patient.movies.rate(550, 8)
        tmdb.movies.rate(550, 8)
        for other in (tmdb.with_options(session_id=OTHER), tmdb.as_user(UserCredentials(session_id=OTHER))):
            with pytest.raises(SessionExpiredError):
                other.movies.rate(550, 8)
        assert len(hook.errors) == 1
        user = tmdb.as_user(UserCredentials(session_id=OTHER)).with_options(on_session_expired=hook)
        user.movies.rate(550, 8)
    assert server.sessions == [OLD, NEW, NEW, OTHER, OTHER, OTHER, NEW]


def test_access_token_of_a_user_is_renewed() -> None:
    """The application's own token stays as it is."""
    server = Sessions(NEW_TOKEN, answer=movie_pages(0))
    old = UserCredentials(access_token=OLD_TOKEN, account_object_id="4bc8")
    new = UserCredentials(access_token=NEW_TOKEN, account_object_id="4bc8")
    hook = Hook(new)
    with TMDB(api_key=KEY, transport=server.fake.transport, on_drift="ignore") as tmdb:
        user = tmdb.as_user(old).with_options(on_session_expired=hook)
        for _ in range(2):
            assert user.v4.account.lists().first() is None
        tmdb.movies.details(550)
    sent = [request.headers.get("authorization") for request in server.fake.requests]
    assert sent == [f"Bearer {OLD_TOKEN}", f"Bearer {NEW_TOKEN}", f"Bearer {NEW_TOKEN}", None]
    assert "tmdb.v4.auth.login()" in hook.errors[0].message
    assert OLD_TOKEN not in str(hook.errors[0])


@pytest.mark.parametrize(
    ("user", "part"),
    [
        (NEW, "must return a UserCredentials or None, got str"),
        (UserCredentials(access_token=NEW_TOKEN), "they have no session_id, which movies_rate needs"),
        (UserCredentials(session_id=NEW, account_id=8), "they belong to another account"),
        (UserCredentials(session_id=NEW, account_object_id="5c"), "they belong to another account"),
        (UserCredentials(), "must have a session_id or an access_token"),
    ],
)
def test_credentials_that_do_not_fit_raise(user: Any, part: str) -> None:
    """A client never goes on as another user."""
    server = Sessions(NEW)
    old = UserCredentials(session_id=OLD, account_id=7, account_object_id="4b")
    with TMDB(TOKEN, transport=server.fake.transport) as tmdb:
        client_of_user = tmdb.as_user(old).with_options(on_session_expired=Hook(user))
        with pytest.raises(InvalidArgumentError, match=part) as caught:
            client_of_user.movies.rate(550, 8)
    assert NEW not in str(caught.value)
    assert server.sessions == [OLD]


@pytest.mark.parametrize(("found", "is_same"), [(7, True), (8, False)])
def test_account_of_a_new_session_without_its_id_is_compared(found: int, is_same: bool) -> None:
    server, hook = Sessions(NEW, answer=lambda _: json_response({"id": found, "username": "u", **DONE})), Hook()
    with TMDB(TOKEN, transport=server.fake.transport, on_drift="ignore") as tmdb:
        user = tmdb.as_user(UserCredentials(session_id=OLD, account_id=7)).with_options(on_session_expired=hook)
        if is_same:
            user.movies.rate(550, 8)
            user.account.set_favorite(media_type="movie", media_id=550, favorite=True)
        else:
            with pytest.raises(InvalidArgumentError, match="they belong to another account"):
                user.movies.rate(550, 8)
    paths = [request.url.path for request in server.fake.requests]
    rate = "/3/movie/550/rating"
    assert paths == [rate, "/3/account", *([rate, "/3/account/7/favorite"] if is_same else [])]


@pytest.mark.parametrize("is_repeated", [False, True])
def test_session_whose_account_cannot_be_looked_up_is_not_used(is_repeated: bool) -> None:
    """The next call asks the hook again."""
    server, hook = Sessions(NEW, answer=lambda _: error_response(503, 9)), Hook()
    with TMDB(TOKEN, transport=server.fake.transport, max_retries=0) as tmdb:
        user = tmdb.as_user(UserCredentials(session_id=OLD, account_id=7)).with_options(on_session_expired=hook)
        for _ in range(1 + is_repeated):
            with pytest.raises(ServerError):
                user.movies.rate(550, 8)
    assert server.sessions == [OLD, NEW] * (1 + is_repeated)
    assert len(hook.errors) == 1 + is_repeated


def test_account_of_a_session_beside_a_token_is_compared_too() -> None:
    server, hook = Sessions(answer=lambda _: json_response({"id": 8})), Hook()
    server.valid = {NEW, NEW_TOKEN}
    hook.result = UserCredentials(session_id=NEW, access_token=NEW_TOKEN)
    old = UserCredentials(session_id=OLD, access_token=OLD_TOKEN, account_id=7, account_object_id="4b")
    with TMDB(TOKEN, transport=server.fake.transport, on_drift="ignore") as tmdb:
        user = tmdb.as_user(old).with_options(on_session_expired=hook)
        with pytest.raises(InvalidArgumentError, match="they belong to another account"):
            user.v4.account.lists().first()


def test_hook_may_call_the_client_itself() -> None:
    """Its calls do not wait for it: one with the expired session fails as it would without a hook."""
    server = Sessions(NEW)
    failures: list[type[Exception]] = []

    def renew(error: SessionExpiredError) -> UserCredentials:
        tmdb.call(api.auth.validate_key)
        for call in (lambda: tmdb.movies.rate(550, 8), lambda: gather([lambda: tmdb.movies.rate(550, 8)] * 2)):
            try:
                call()
            except SessionExpiredError as inner:
                failures.append(type(inner))
        return RENEWED

    def hook(error: SessionExpiredError) -> Any:
        return renew(error)

    with client(server, hook) as tmdb:
        tmdb.movies.rate(550, 8)
    assert failures == [SessionExpiredError] * 2
    assert server.sessions[-1] == NEW


def test_account_of_the_new_session_is_looked_up() -> None:
    server, hook = Sessions(NEW, answer=lambda _: json_response({"id": 7, "username": "u", **DONE})), Hook()
    with client(server, hook) as tmdb:
        tmdb.account.set_favorite(media_type="movie", media_id=550, favorite=True)
    assert len(hook.errors) == 1
    assert server.fake.last.url.path == "/3/account/7/favorite"
    assert server.sessions[-1] == NEW


def test_session_and_token_that_a_user_has_revoked_are_renewed_on_an_embedded_tmdb() -> None:
    server = TMDBServer()

    def credentials() -> UserCredentials:
        user = server.login()
        return UserCredentials(
            session_id=user.session_id, access_token=user.access_token, account_object_id=user.account_object_id
        )

    first, errors = credentials(), list[SessionExpiredError]()

    def sign_in(error: SessionExpiredError) -> UserCredentials:
        errors.append(error)
        return credentials()

    with TMDB(server.access_token, transport=server.transport) as tmdb:
        user = tmdb.as_user(first).with_options(on_session_expired=sign_in)
        tmdb.auth.delete_session(str(first.session_id))
        user.movies.rate(550, 8)
        assert [movie.id for movie in user.account.rated_movies()] == [550]
        assert [error.operation for error in errors] == ["movies_rate"]
        tmdb.v4.auth.logout(str(first.access_token))
        user.v4.lists.create("A list", language="en")
    assert len(errors) == 1, "the session and the token were renewed together"


def test_revoked_token_is_renewed_on_an_embedded_tmdb() -> None:
    server = TMDBServer()
    first, second = server.login(), server.login()
    renewed = UserCredentials(access_token=second.access_token, account_object_id=second.account_object_id)
    hook = Hook(renewed)
    with TMDB(server.access_token, transport=server.transport) as tmdb:
        old = UserCredentials(access_token=first.access_token, account_object_id=first.account_object_id)
        user = tmdb.as_user(old).with_options(on_session_expired=hook)
        tmdb.v4.auth.logout(first.access_token)
        created = user.v4.lists.create("A list", language="en")
        assert [each.id for each in user.v4.account.lists()] == [created.id]
    assert [error.operation for error in hook.errors] == ["v4_lists_create"]


@pytest.mark.parametrize(
    "hook",
    ["renew", 7, globals, divmod],
    ids=["text", "number", "no parameter", "two parameters"],
)
def test_hook_must_be_a_function(hook: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="on_session_expired must be a function with one parameter"):
        TMDB(TOKEN, on_session_expired=hook)
    with pytest.raises(InvalidArgumentError, match="on_session_expired"):
        TMDB(TOKEN).with_options(on_session_expired=hook)
