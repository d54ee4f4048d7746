# Made from tests/facade/_async/test_account_ids.py by `make sync`: edit that file, never this one.
"""The account of a session, which is looked up when a call needs it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tests.facade._sync.test_cache_flights import Slow, wait_until
from tests.facade.slow import PATIENCE
from tests.facade.support import TOKEN, Fake, error_response, fake_sequence, json_response, movie_pages
from tmdb_bindings import api
from tmdb_facade import (
    TMDB,
    APITimeoutError,
    AuthenticationError,
    ClientClosedError,
    DriftError,
    InvalidAnswerError,
    InvalidArgumentError,
    UserCredentials,
)
from tmdb_facade._runtime.many_threads import gather
from tmdb_facade._runtime.threads import BackgroundCalls
from tmdb_facade._sync.account_ids import AccountIds

ANSWER: dict[str, object] = {
    "id": 7,
    "username": "anna",
    "results": [],
    "page": 1,
    "total_pages": 1,
    "total_results": 0,
}
OWN = "/3/account"


def client(fake: Fake, **options: Any) -> TMDB:
    """Return a client with a session."""
    arguments: dict[str, Any] = {"session_id": "s1", "on_drift": "ignore", **options}
    return TMDB(TOKEN, transport=fake.transport, **arguments)


def paths(fake: Fake) -> list[str]:
    """Return the requested paths."""
    return [request.url.path for request in fake.requests]


def test_account_is_looked_up_once_for_all_methods_and_options() -> None:
    fake = Fake(json_response(ANSWER))
    with client(fake) as tmdb:
        tmdb.account.favorite_movies(sort_by="created_at.desc", language="pt").first()
        assert fake.query == {"page": "1", "session_id": "s1", "sort_by": "created_at.desc", "language": "pt"}
        tmdb.account.set_watchlist(media_type="tv", media_id=1399, watchlist=True)
        assert json.loads(fake.last.content) == {"media_type": "tv", "media_id": 1399, "watchlist": True}
        tmdb.with_options(language="de").account.rated_tv_episodes().first()
    assert paths(fake) == [
        OWN,
        "/3/account/7/favorite/movies",
        "/3/account/7/watchlist",
        "/3/account/7/rated/tv/episodes",
    ]


def test_lookup_belongs_to_the_session_of_the_call() -> None:
    """Each session has its own account, also on one client."""
    numbers = {"s1": 1, "s2": 2}
    fake = Fake(lambda request: json_response({**ANSWER, "id": numbers[request.url.params["session_id"]]}))
    with client(fake) as tmdb:
        for session_id in ("s1", "s2", "s1", "s2"):
            tmdb.account.lists(session_id=session_id).first()
            assert paths(fake)[-1] == f"/3/account/{numbers[session_id]}/lists"
        assert paths(fake).count(OWN) == 2
        # The id that is known belongs to the user's own session.
        anna = tmdb.as_user(UserCredentials(session_id="s1", account_id=5))
        anna.account.lists().first()
        assert paths(fake)[-1] == "/3/account/5/lists"
        anna.account.lists(session_id="s2").first()
        assert paths(fake)[-1] == "/3/account/2/lists"


def test_passed_and_known_ids_need_no_lookup() -> None:
    fake = Fake(json_response(ANSWER))
    with client(fake) as tmdb:
        tmdb.account.lists(3).first()
        tmdb.account.lists(account_id=4).first()
        tmdb.account.details(5)
        tmdb.as_user(UserCredentials(session_id="s3", account_id=6)).account.watchlist_tv().first()
    assert paths(fake) == ["/3/account/3/lists", "/3/account/4/lists", "/3/account/5", "/3/account/6/watchlist/tv"]


def test_details_remembers_the_account() -> None:
    fake = Fake(json_response(ANSWER))
    with client(fake) as tmdb:
        tmdb.account.details()
        tmdb.account.rated_movies().first()
        tmdb.account.details()
    assert paths(fake) == [OWN, "/3/account/7/rated/movies", OWN]


def test_pager_looks_up_when_it_is_used_and_validates_when_it_is_made() -> None:
    fake = Fake(json_response(ANSWER))
    with client(fake) as tmdb:
        pager = tmdb.account.watchlist_movies().limit(3)
        order: Any = "title.asc"
        with pytest.raises(InvalidArgumentError, match="sort_by"):
            tmdb.account.watchlist_movies(sort_by=order)
        assert fake.requests == []
        assert pager.total_results == 0
        assert pager.first() is None
        raw = tmdb.with_raw_response(tmdb.with_options(session_id="s2").account.watchlist_movies().page, 1)
    assert paths(fake) == [OWN, *["/3/account/7/watchlist/movies"] * 2, OWN, "/3/account/7/watchlist/movies"]
    assert len(raw.answers) == 1  # the lookup is not an answer of the call


def test_prefetched_pages_share_the_lookup() -> None:
    pages = movie_pages(100)
    fake = Fake(lambda request: json_response(ANSWER) if request.url.path == OWN else pages(request))
    with client(fake) as tmdb:
        titles = [movie.title for movie in tmdb.account.favorite_movies().prefetch(4)]
    assert len(titles) == 100
    assert paths(fake).count(OWN) == 1
    assert len(fake.requests) == 6


def slow_client(transport: Slow, **options: Any) -> TMDB:
    """Return a client with a session, over a slow transport."""
    return TMDB(TOKEN, transport=transport, session_id="s1", on_drift="ignore", **options)


def test_concurrent_calls_share_one_lookup(waiting: set[object]) -> None:
    transport = Slow(json_response(ANSWER), lambda: len(waiting) >= 19)
    with slow_client(transport) as tmdb:
        write = partial(tmdb.account.set_favorite, media_type="movie", media_id=550, favorite=True)
        gather([write] * 10 + [tmdb.account.lists().first] * 10)
    requested = [request.url.path for request in transport.requests]
    assert requested[0] == OWN
    assert requested.count(OWN) == 1
    assert len(requested) == 21


def test_failed_lookup_reaches_the_waiting_calls_and_is_not_remembered(waiting: set[object]) -> None:
    transport = Slow(error_response(401, 3, "Who?"), lambda: len(waiting) >= 4)
    errors: list[AuthenticationError] = []
    with slow_client(transport) as tmdb:

        def call() -> None:
            with pytest.raises(AuthenticationError, match=r"Who\?") as caught:
                tmdb.account.lists().first()
            errors.append(caught.value)

        gather([call] * 5)
        assert len(transport.requests) == 1
        call()
        assert len(transport.requests) == 2
    assert len({id(error) for error in errors}) == 6


def test_lookup_after_a_failed_one_succeeds() -> None:
    fake = fake_sequence(error_response(503, 9), *[json_response(ANSWER)] * 3)
    with client(fake, max_retries=0) as tmdb:
        write: Callable[[], Any] = partial(tmdb.account.set_favorite, media_type="tv", media_id=1, favorite=True)
        with pytest.raises(Exception, match="503"):
            write()
        assert paths(fake) == [OWN]  # nothing was written
        write()
        write()
    assert paths(fake) == [OWN, OWN, *["/3/account/7/favorite"] * 2]


def test_waiting_call_keeps_its_own_deadline() -> None:
    released: list[bool] = []
    transport = Slow(json_response(ANSWER), lambda: bool(released))
    with slow_client(transport) as tmdb:
        first = BackgroundCalls().start(tmdb.account.lists().first)
        wait_until(lambda: bool(transport.requests))
        with pytest.raises(APITimeoutError, match="while an identical request was running"):
            tmdb.with_options(total_timeout=0.3).account.lists().first()
        released.append(True)
        first.result()
    assert [request.url.path for request in transport.requests] == [OWN, "/3/account/7/lists"]


def test_close_ends_calls_that_wait_for_a_lookup(waiting: set[object]) -> None:
    released: list[bool] = []
    transport = Slow(json_response(ANSWER), lambda: bool(released))
    tmdb = slow_client(transport)
    background = BackgroundCalls()
    background.start(tmdb.account.lists().first)
    wait_until(lambda: bool(transport.requests))
    call = background.start(tmdb.account.lists().first)
    wait_until(lambda: bool(waiting))
    begin = time.monotonic()
    tmdb.close()
    with pytest.raises(ClientClosedError):
        call.result()
    assert time.monotonic() - begin < PATIENCE / 2
    released.append(True)


@pytest.mark.parametrize("answer", [{"username": "anna"}, {"id": "anna"}, {"id": 0}])
def test_answer_without_an_id_is_an_error(answer: dict[str, object]) -> None:
    fake = Fake(json_response(answer))
    with client(fake) as tmdb:
        with pytest.raises(InvalidAnswerError, match="does not contain the id of the account"):
            tmdb.account.lists().first()
        tmdb.account.details()  # it does not need the id
        with pytest.raises(InvalidAnswerError, match="does not contain the id of the account"):
            tmdb.account.lists().first()


def test_drift_of_the_rest_of_the_account_is_not_reported_by_a_lookup() -> None:
    fake = Fake(json_response({**ANSWER, "username": 5}))
    with client(fake, on_drift="raise") as tmdb:
        tmdb.account.lists().first()
        with pytest.raises(DriftError):
            tmdb.account.details()


def test_call_sends_the_id_that_is_passed() -> None:
    fake = Fake(json_response(ANSWER))
    with client(fake) as tmdb:
        tmdb.call(api.account.lists, 0)
    assert paths(fake) == ["/3/account/0/lists"]


def test_account_ids_forget_the_oldest_session() -> None:
    """The number of sessions is limited, and no session is kept as it is."""
    ids = AccountIds()
    for number in range(1, 1102):
        ids.remember(f"s{number}", number)
    known = dict(vars(ids)["_known"])
    assert len(known) == 1000
    assert next(iter(known.values())) == 102
    assert not [key for key in known if key.startswith("s")]
