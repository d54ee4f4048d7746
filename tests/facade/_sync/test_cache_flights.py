# Made from tests/facade/_async/test_cache_flights.py by `make sync`: edit that file, never this one.
"""Concurrent identical requests are sent once."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Any

import httpx
import pytest

from tests.facade.slow import PATIENCE
from tests.facade.support import TOKEN, error_response, json_response
from tmdb_facade import TMDB, APITimeoutError, ClientClosedError, ResponseEvent, ServerError
from tmdb_facade._runtime.many_threads import gather
from tmdb_facade._runtime.threads import BackgroundCalls, Signal

MOVIE = json_response({"id": 550, "title": "Fight Club"}, headers={"cache-control": "max-age=3600"})


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait until a condition is true, for at most PATIENCE seconds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        Signal().wait(0.005)


class Slow(httpx.BaseTransport):
    """A transport that waits for a condition before each response.

    Attributes:
        requests: The requests.
    """

    def __init__(self, answer: httpx.Response, condition: Callable[[], bool]) -> None:
        self.requests: list[httpx.Request] = []
        self._answer = answer
        self._condition = condition

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the response."""
        self.requests.append(request)
        wait_until(self._condition)
        return httpx.Response(self._answer.status_code, headers=self._answer.headers, content=self._answer.content)


def client(transport: Slow, **options: Any) -> TMDB:
    """Return a client with a cache."""
    return TMDB(TOKEN, transport=transport, cache="memory", on_drift="ignore", **options)


def test_identical_requests_are_sent_once(waiting: set[object]) -> None:
    transport = Slow(MOVIE, lambda: len(waiting) >= 49)
    events: list[ResponseEvent] = []
    with client(transport, on_response=events.append) as tmdb:
        movies = gather([partial(tmdb.movies.details, 550) for _ in range(50)])
        gather([partial(tmdb.movies.details, number) for number in (1, 1, 2)])
    assert [movie.title for movie in movies] == ["Fight Club"] * 50
    assert len({id(movie) for movie in movies}) == 50  # each belongs to its caller
    assert sorted(event.from_cache for event in events[:50]) == [False] + [True] * 49
    assert len(transport.requests) == 3


def test_requests_without_the_cache_and_of_users_are_all_sent() -> None:
    transport = Slow(MOVIE, lambda: len(transport.requests) % 3 == 0)
    with client(transport, session_id="5e55105e5510") as tmdb:
        gather([partial(tmdb.with_options(cache=None).movies.details, 550) for _ in range(3)])
        gather([tmdb.account.details for _ in range(3)])
    assert len(transport.requests) == 6


def test_answers_that_must_not_be_stored_are_shared_too(waiting: set[object]) -> None:
    answer = json_response({"id": 550}, headers={"cache-control": "no-store"})
    transport = Slow(answer, lambda: len(waiting) >= 4)
    with client(transport) as tmdb:
        gather([partial(tmdb.movies.details, 550) for _ in range(5)])
        tmdb.movies.details(550)
    assert len(transport.requests) == 2


def test_error_reaches_all_callers(waiting: set[object]) -> None:
    transport = Slow(error_response(503, 9, "Out of order."), lambda: len(waiting) >= 4)
    errors: list[ServerError] = []
    with client(transport, max_retries=0) as tmdb:

        def call() -> None:
            with pytest.raises(ServerError, match="Out of order") as caught:
                tmdb.movies.details(550)
            errors.append(caught.value)

        gather([call] * 5)
    assert len({id(error) for error in errors}) == 5
    assert len(transport.requests) == 1


def test_caller_with_more_retries_does_not_fail_with_the_others(waiting: set[object]) -> None:
    transport = Slow(error_response(503, 9), lambda: len(waiting) >= 2)
    with client(transport, max_retries=0) as tmdb:

        def call(retries: int) -> None:
            with pytest.raises(ServerError):
                tmdb.with_options(max_retries=retries).movies.details(550)

        first = BackgroundCalls().start(partial(call, 0))
        wait_until(lambda: bool(transport.requests))
        gather([partial(call, 2), partial(call, 0)])
        first.result()
    assert len(transport.requests) == 4


def test_waiting_caller_keeps_its_own_deadline() -> None:
    """Its call ends while the other one is still running."""
    released: list[bool] = []
    transport = Slow(MOVIE, lambda: bool(released))
    with client(transport) as tmdb:
        first = BackgroundCalls().start(partial(tmdb.movies.details, 550))
        wait_until(lambda: bool(transport.requests))
        with pytest.raises(APITimeoutError, match="while an identical request was running"):
            tmdb.with_options(total_timeout=0.3).movies.details(550)
        released.append(True)
        assert (first.result()).id == 550
    assert len(transport.requests) == 1


def test_close_ends_waiting_callers(waiting: set[object]) -> None:
    """Their calls end although the running request has no response."""
    released: list[bool] = []
    transport = Slow(MOVIE, lambda: bool(released))
    tmdb = client(transport)
    background = BackgroundCalls()
    background.start(partial(tmdb.movies.details, 550))
    wait_until(lambda: bool(transport.requests))
    calls = [background.start(partial(tmdb.movies.details, 550)) for _ in range(2)]
    wait_until(lambda: len(waiting) == 2)
    begin = time.monotonic()
    tmdb.close()
    for call in calls:
        with pytest.raises(ClientClosedError):
            call.result()
    assert time.monotonic() - begin < PATIENCE / 2
    released.append(True)
