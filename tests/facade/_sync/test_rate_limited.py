# Made from tests/facade/_async/test_rate_limited.py by `make sync`: edit that file, never this one.
"""The rate limit and the fallback of a client."""

from __future__ import annotations

import time
from functools import partial

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, json_response
from tmdb_facade import (
    TMDB,
    APIConnectionError,
    APITimeoutError,
    ClientClosedError,
    EngineError,
    EngineRequest,
    EngineResponse,
    RateLimit,
    RateLimitError,
)
from tmdb_facade._core.sending.failures import NO_FIRST_CONNECTION
from tmdb_facade._runtime.many_threads import gather
from tmdb_facade.testing import TMDBServer

MOVIE = {"id": 550, "title": "Fight Club"}
OTHER = "https://other.example"


def test_calls_keep_to_the_rate_limit(real_waits: None) -> None:
    """The server refuses what a client without the limit sends.

    Its window is shorter than the client's: a request may arrive up to a second after it was sent.
    """
    with TMDBServer() as server:
        server.faults.rate_limit(10, per=0.5)
        limit = RateLimit(10, 1.5)
        with TMDB(server.access_token, base_url=server.base_url, rate_limit=limit, max_retries=0) as tmdb:
            begin = time.monotonic()
            gather([partial(tmdb.movies.details, 550) for _ in range(18)])
            assert time.monotonic() - begin >= 1.95
        with TMDB(server.access_token, base_url=server.base_url, max_retries=0) as tmdb:
            with pytest.raises(RateLimitError):
                # More than two windows may answer, so one long stall cannot spread them.
                gather([partial(tmdb.movies.details, 550) for _ in range(40)])


def test_call_beyond_rate_timeout_raises_at_once() -> None:
    fake = Fake(json_response(MOVIE))
    limit = RateLimit(1, 333)
    with TMDB(TOKEN, transport=fake.transport, rate_limit=limit, rate_timeout=5, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        with pytest.raises(
            APITimeoutError, match=r"no free request for 33\d\.\d s, which is beyond rate_timeout"
        ) as caught:
            tmdb.movies.details(550)
        assert caught.value.is_sent is False
        assert caught.value.operation == "movies_details"
    assert len(fake.requests) == 1


def test_retry_beyond_the_total_timeout_raises_at_once(waits: list[float]) -> None:
    """The first request waits as long as necessary, a retry only within the deadline."""
    fake = Fake(httpx.Response(503))
    limit = RateLimit(1, 334)
    with TMDB(TOKEN, transport=fake.transport, rate_limit=limit, total_timeout=50) as tmdb:
        with pytest.raises(APITimeoutError, match="beyond total_timeout"):
            tmdb.movies.details(550)
    assert len(fake.requests) == 1


def test_images_do_not_wait_for_the_rate_limit(waits: list[float]) -> None:
    fake = Fake(httpx.Response(200, headers={"content-type": "image/jpeg"}, content=b"x"))
    limit = RateLimit(1, 335)
    with TMDB(TOKEN, transport=fake.transport, rate_limit=limit) as tmdb:
        for _ in range(3):
            assert tmdb.images.read("/a.jpg", "poster") == b"x"
    assert waits == []


def test_refusal_pauses_all_calls_of_the_limit(waits: list[float]) -> None:
    """Not only the call that TMDB refused."""
    refusal = httpx.Response(429, headers={"retry-after": "28"})
    limit = RateLimit(40, 336)
    first = TMDB(TOKEN, transport=Fake(refusal).transport, rate_limit=limit, max_retries=0)
    second = TMDB(KEY, transport=Fake(json_response(MOVIE)).transport, rate_limit=limit, rate_timeout=15)
    with first, second:
        with pytest.raises(RateLimitError):
            first.movies.details(550)
        with pytest.raises(APITimeoutError, match=r" 2\d\.\d s"):
            second.movies.details(550)


def test_closed_client_stops_waiting_for_the_rate_limit(real_waits: None) -> None:
    limit = RateLimit(1, 337)
    tmdb = TMDB(TOKEN, transport=Fake(json_response(MOVIE)).transport, rate_limit=limit, on_drift="ignore")
    tmdb.movies.details(550)

    def wait() -> str:
        try:
            tmdb.movies.details(550)
        except ClientClosedError:
            return "closed"
        return "answered"

    def close() -> str:
        with pytest.raises(APITimeoutError):  # so the other call waits already, or will meet a closed client
            tmdb.with_options(rate_timeout=1).movies.details(550)
        tmdb.close()
        return ""

    assert gather([wait, close]) == ["closed", ""]


def test_unreachable_host_is_left_for_the_fallback() -> None:
    """Also by later calls, which do not try the first host again while the other one can be reached."""

    def respond(request: httpx.Request) -> httpx.Response:
        if request.url.host != "other.example":
            raise httpx.ConnectError("refused")
        return httpx.Response(200, json=MOVIE)

    fake = Fake(respond)
    options = {"transport": fake.transport, "on_drift": "ignore", "max_retries": 0}
    with TMDB(KEY, fallback_base_url=OTHER, **options) as tmdb:  # type: ignore[arg-type]
        for _ in range(2):
            assert (tmdb.movies.details(550)).id == 550
    assert [request.url.host for request in fake.requests] == ["api.themoviedb.org", "other.example", "other.example"]
    assert {request.url.path for request in fake.requests} == {"/3/movie/550"}


def test_request_that_was_sent_does_not_use_the_fallback() -> None:
    fake = Fake(httpx.ReadError("reset"))
    with TMDB(TOKEN, transport=fake.transport, fallback_base_url=OTHER, max_retries=0) as tmdb:
        with pytest.raises(APIConnectionError):
            tmdb.movies.details(550)
    assert [request.url.host for request in fake.requests] == ["api.themoviedb.org"]


def test_wait_for_a_connection_that_lasts_too_long_does_not_use_the_fallback() -> None:
    """It says nothing about the host."""
    urls: list[str] = []

    class BusyEngine:
        def send(self, request: EngineRequest) -> EngineResponse:
            urls.append(request.url)
            raise EngineError(NO_FIRST_CONNECTION)

        def close(self) -> None:
            """Close nothing."""

    with TMDB(TOKEN, engine=BusyEngine(), fallback_base_url=OTHER) as tmdb:
        with pytest.raises(APITimeoutError, match="longer than rate_timeout") as caught:
            tmdb.movies.details(550)
    assert urls == ["https://api.themoviedb.org/3/movie/550"]
    assert not hasattr(caught.value, "__notes__")


def test_error_names_both_hosts_if_neither_can_be_reached() -> None:
    fake = Fake(httpx.ConnectError("refused"))
    with TMDB(TOKEN, transport=fake.transport, fallback_base_url=OTHER, max_retries=0) as tmdb:
        with pytest.raises(APIConnectionError, match=r"api\.themoviedb\.org") as caught:
            tmdb.movies.details(550)
    assert f"{OTHER} cannot be reached either." in caught.value.__notes__
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_fallback_that_fails_is_left_again() -> None:
    down = {"api.themoviedb.org"}

    def respond(request: httpx.Request) -> httpx.Response:
        if request.url.host in down:
            raise httpx.ConnectError("refused")
        return httpx.Response(200, json=MOVIE)

    fake = Fake(respond)
    with TMDB(TOKEN, transport=fake.transport, fallback_base_url=OTHER, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        down.clear()
        down.add("other.example")
        tmdb.movies.details(550)
        tmdb.movies.details(550)
    assert [request.url.host.partition(".")[0] for request in fake.requests] == ["api", "other", "other", "api", "api"]


def test_base_url_is_tried_again_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmdb_facade._sync.senders.fallback.RETRY_BASE_URL", -1.0)
    hosts = iter(["down", "up", "up"])

    def respond(request: httpx.Request) -> httpx.Response:
        if next(hosts) == "down":
            raise httpx.ConnectError("refused")
        return httpx.Response(200, json=MOVIE)

    fake = Fake(respond)
    with TMDB(TOKEN, transport=fake.transport, fallback_base_url=OTHER, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        tmdb.movies.details(550)
    assert [request.url.host.partition(".")[0] for request in fake.requests] == ["api", "other", "api"]
