# Made from tests/facade/_async/test_cache_flights.py by `make sync`: edit that file, never this one.
"""Concurrent identical requests are sent once."""

from __future__ import annotations

import time
from functools import partial
from typing import Any

import httpx
import pytest

from tests.facade.support import TOKEN, error_response, json_response
from tmdb_facade import TMDB, APITimeoutError, ClientClosedError, ResponseEvent, ServerError
from tmdb_facade._runtime.threads import BackgroundCalls, Signal, gather

MOVIE = json_response({"id": 550, "title": "Fight Club"}, headers={"cache-control": "max-age=3600"})


def sleep(seconds: float) -> None:
    """Wait for some seconds."""
    Signal().wait(seconds)


class Slow(httpx.BaseTransport):
    """A transport that waits before each response.

    Attributes:
        requests: The requests.
        delays: Seconds for each request; the last also for later ones.
    """

    def __init__(self, answer: httpx.Response, *delays: float) -> None:
        self.requests: list[httpx.Request] = []
        self.delays = list(delays or [0.3])
        self._answer = answer

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the response."""
        self.requests.append(request)
        sleep(self.delays[min(len(self.requests), len(self.delays)) - 1])
        return httpx.Response(self._answer.status_code, headers=self._answer.headers, content=self._answer.content)


def client(transport: Slow, **options: Any) -> TMDB:
    """Return a client with a cache."""
    return TMDB(TOKEN, transport=transport, cache="memory", on_drift="ignore", **options)


def test_identical_requests_are_sent_once() -> None:
    transport = Slow(MOVIE)
    events: list[ResponseEvent] = []
    with client(transport, on_response=events.append) as tmdb:
        movies = gather([partial(tmdb.movies.details, 550) for _ in range(50)])
        gather([partial(tmdb.movies.details, number) for number in (1, 1, 2)])
    assert [movie.title for movie in movies] == ["Fight Club"] * 50
    assert len({id(movie) for movie in movies}) == 50  # each belongs to its caller
    assert sorted(event.from_cache for event in events[:50]) == [False] + [True] * 49
    assert len(transport.requests) == 3


def test_requests_without_the_cache_and_of_users_are_all_sent() -> None:
    transport = Slow(MOVIE, 0.1)
    with client(transport, session_id="5e55105e5510") as tmdb:
        gather([partial(tmdb.with_options(cache=None).movies.details, 550) for _ in range(3)])
        gather([tmdb.account.details for _ in range(3)])
    assert len(transport.requests) == 6


def test_answers_that_must_not_be_stored_are_shared_too() -> None:
    transport = Slow(json_response({"id": 550}, headers={"cache-control": "no-store"}))
    with client(transport) as tmdb:
        gather([partial(tmdb.movies.details, 550) for _ in range(5)])
        tmdb.movies.details(550)
    assert len(transport.requests) == 2


def test_error_reaches_all_callers() -> None:
    transport = Slow(error_response(503, 9, "Out of order."))
    errors: list[ServerError] = []
    with client(transport, max_retries=0) as tmdb:

        def call() -> None:
            with pytest.raises(ServerError, match="Out of order") as caught:
                tmdb.movies.details(550)
            errors.append(caught.value)

        gather([call] * 5)
    assert len({id(error) for error in errors}) == 5
    assert len(transport.requests) == 1


def test_caller_with_more_retries_does_not_fail_with_the_others() -> None:
    transport = Slow(error_response(503, 9), 0.3, 0.0)
    with client(transport, max_retries=0) as tmdb:

        def call(retries: int) -> None:
            with pytest.raises(ServerError):
                tmdb.with_options(max_retries=retries).movies.details(550)

        first = BackgroundCalls().start(partial(call, 0))
        sleep(0.1)
        gather([partial(call, 2), partial(call, 0)])
        first.result()
    assert len(transport.requests) == 4


def test_waiting_caller_keeps_its_own_deadline() -> None:
    transport = Slow(MOVIE, 1.5)
    with client(transport) as tmdb:
        first = BackgroundCalls().start(partial(tmdb.movies.details, 550))
        sleep(0.1)
        begin = time.monotonic()
        with pytest.raises(APITimeoutError, match="while an identical request was running"):
            tmdb.with_options(total_timeout=0.3).movies.details(550)
        assert time.monotonic() - begin < 1.0
        assert (first.result()).id == 550
    assert len(transport.requests) == 1


def test_close_ends_waiting_callers() -> None:
    transport = Slow(MOVIE, 3.0)
    tmdb = client(transport)
    background = BackgroundCalls()
    calls = [background.start(partial(tmdb.movies.details, 550)) for _ in range(3)]
    sleep(0.2)
    begin = time.monotonic()
    tmdb.close()
    for call in calls[1:]:
        with pytest.raises(ClientClosedError):
            call.result()
    assert time.monotonic() - begin < 2.5
