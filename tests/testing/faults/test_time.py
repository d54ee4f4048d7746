"""Faults of time: latency, slow bodies, rate limits."""

from __future__ import annotations

import time
from threading import Thread

import httpx
import pytest

from tests.testing.faults.answers import DETAILS
from tmdb_facade.testing import Faults, TMDBServer


def test_latency_makes_a_client_time_out_though_the_request_is_carried_out(
    server: TMDBServer, api: httpx.Client
) -> None:
    """What the client does not hear of has happened all the same; nothing goes on waiting for it."""
    rating = f"{DETAILS}/rating?session_id={server.session_id}"
    with server.faults.latency(30) as slow, pytest.raises(httpx.ReadTimeout):
        api.post(rating, json={"value": 8}, timeout=0.1)
    states = api.get(f"{DETAILS}/account_states?session_id={server.session_id}")
    assert states.json()["rated"] == {"value": 8}
    assert (slow.used, server.requests[0].status) == (1, None)


def test_latencies_add_up_and_failures_come_late_too(server: TMDBServer, api: httpx.Client) -> None:
    """Both waits are there before an error."""
    server.faults.latency(0.1)
    server.faults.latency(0.1, on="movies_details")
    server.faults.status(503)
    began = time.perf_counter()
    assert api.get(DETAILS).status_code == 503
    assert time.perf_counter() - began >= 0.2
    assert (server.requests.last.seconds or 0) >= 0.2
    assert server.requests.last.faults == ("latency 0.1 s", "latency 0.1 s", "status 503")


def test_a_slow_body_is_whole_in_the_end(server: TMDBServer, api: httpx.Client) -> None:
    """It takes its time, which no single wait of the client's is as long as."""
    whole = api.get(DETAILS).content
    server.faults.slow_body(0.3)
    began = time.perf_counter()
    assert api.get(DETAILS, timeout=0.2).content == whole
    assert time.perf_counter() - began >= 0.3
    server.faults.slow_body(10)
    with pytest.raises(httpx.ReadTimeout):
        api.get(DETAILS, timeout=0.2)


def test_a_rate_limit_refuses_what_comes_beyond_it(server: TMDBServer, api: httpx.Client) -> None:
    """Code 25 with the seconds to wait; when they have passed, requests are answered again."""
    limit = server.faults.rate_limit(3, per=0.4)
    answers = [api.get(DETAILS) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert (answers[3].json()["status_code"], answers[3].headers["retry-after"]) == (25, "1")
    time.sleep(0.45)
    assert api.get(DETAILS).status_code == 200
    assert limit.used == 2


def test_a_rate_limit_without_retry_after(server: TMDBServer, api: httpx.Client) -> None:
    """As TMDB's own was seen."""
    server.faults.rate_limit(1, per=60, retry_after=False)
    assert api.get(DETAILS).status_code == 200
    assert "retry-after" not in api.get(DETAILS).headers


def test_a_rate_limit_slides() -> None:
    """In any span of a second there are at most so many; what is refused does not count."""
    now = 100.0
    faults = Faults(lambda: now)
    faults.rate_limit(2)

    def is_refused() -> bool:
        return faults.decide("GET", DETAILS) is not None

    answered: list[float] = []
    for _ in range(100):
        if not is_refused():
            answered.append(now)
        now += 0.15
    spans = [later - earlier for earlier, later in zip(answered, answered[2:], strict=False)]
    assert min(spans) >= 1.0
    assert max(spans) <= 1.2


def test_a_rate_limit_forgets_one_request_at_a_time() -> None:
    """One that was answered late in a span still counts in the next."""
    now = 0.0
    faults = Faults(lambda: now)
    faults.rate_limit(2)

    def is_refused(at: float) -> bool:
        nonlocal now
        now = at
        return faults.decide("GET", DETAILS) is not None

    refused = [at for at in (0.0, 0.9, 0.95, 1.05, 1.1, 1.95, 2.0) if is_refused(at)]
    assert refused == [0.95, 1.1, 2.0]


def test_a_server_stops_at_once_though_somebody_waits() -> None:
    """A latency that nobody waits for any more does not hold it up."""
    with TMDBServer() as server:
        server.faults.latency(60)
        errors: list[Exception] = []

        def ask() -> None:
            try:
                httpx.get(f"{server.base_url}{DETAILS}", timeout=60)
            except httpx.TransportError as error:
                errors.append(error)

        thread = Thread(target=ask)
        thread.start()
        while not server.requests:
            time.sleep(0.01)
        began = time.perf_counter()
    thread.join(5)
    assert time.perf_counter() - began < 3
    assert len(errors) == 1
