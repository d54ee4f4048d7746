"""Latency, slow bodies and rate limits."""

from __future__ import annotations

import time
from threading import Thread

import httpx
import pytest

from tests.testing.faults.answers import DETAILS
from tmdb_facade.testing import Faults, TMDBServer
from tmdb_facade.testing.server.delivery import pace


def test_latency_processes_the_request_although_the_client_times_out(server: TMDBServer, api: httpx.Client) -> None:
    """The rating is stored, and the log's entry has no status."""
    rating = f"{DETAILS}/rating?session_id={server.session_id}"
    with server.faults.latency(30) as slow, pytest.raises(httpx.ReadTimeout):
        # Not shorter: a server does not process what it receives after its client has left.
        api.post(rating, json={"value": 8}, timeout=1)
    states = api.get(f"{DETAILS}/account_states?session_id={server.session_id}")
    assert states.json()["rated"] == {"value": 8}
    assert (slow.used, server.requests[0].status) == (1, None)


def test_latencies_add_up_and_delay_failures(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.latency(0.1)
    server.faults.latency(0.1, on="movies_details")
    server.faults.status(503)
    began = time.perf_counter()
    assert api.get(DETAILS).status_code == 503
    assert time.perf_counter() - began >= 0.2
    assert (server.requests.last.seconds or 0) >= 0.2
    assert server.requests.last.faults == ("latency 0.1 s", "latency 0.1 s", "status 503")


def test_slow_body_arrives_complete(server: TMDBServer, api: httpx.Client) -> None:
    """Each wait is shorter than the read timeouts of clients; the sum may be longer."""
    whole = api.get(DETAILS).content
    waits = [part.wait for part in pace(whole, seconds=0.6)]
    assert (sum(waits), max(waits)) == pytest.approx((0.6, 0.6 / 9))
    server.faults.slow_body(0.6)
    began = time.perf_counter()
    assert api.get(DETAILS).content == whole
    assert time.perf_counter() - began >= 0.6
    server.faults.slow_body(10)
    with pytest.raises(httpx.ReadTimeout):
        api.get(DETAILS, timeout=0.5)


def test_rate_limit_answers_429_with_retry_after(
    server: TMDBServer, api: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Requests are answered again after the window."""
    now = 100.0
    monkeypatch.setattr(server.faults, "_now", lambda: now)
    limit = server.faults.rate_limit(3, per=1.0)
    answers = [api.get(DETAILS) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert (answers[3].json()["status_code"], answers[3].headers["retry-after"]) == (25, "1")
    now += 1.0
    assert api.get(DETAILS).status_code == 200
    assert limit.used == 2


def test_rate_limit_can_omit_retry_after(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.rate_limit(1, per=60, retry_after=False)
    assert api.get(DETAILS).status_code == 200
    assert "retry-after" not in api.get(DETAILS).headers


def test_rate_limit_window_slides() -> None:
    """No window of a second has more answers than the limit; 429 answers do not count."""
    now = 100.0
    faults = Faults(lambda: now)
    faults.rate_limit(2)

    def is_limited() -> bool:
        return faults.decide("GET", DETAILS) is not None

    answered: list[float] = []
    for _ in range(100):
        if not is_limited():
            answered.append(now)
        now += 0.15
    windows = [later - earlier for earlier, later in zip(answered, answered[2:], strict=False)]
    assert min(windows) >= 1.0
    assert max(windows) <= 1.2


def test_rate_limit_counts_late_requests_in_the_next_window() -> None:
    now = 0.0
    faults = Faults(lambda: now)
    faults.rate_limit(2)

    def is_limited(at: float) -> bool:
        nonlocal now
        now = at
        return faults.decide("GET", DETAILS) is not None

    limited = [at for at in (0.0, 0.9, 0.95, 1.05, 1.1, 1.95, 2.0) if is_limited(at)]
    assert limited == [0.95, 1.1, 2.0]


def test_server_stops_at_once_during_a_latency() -> None:
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
    thread.join(30)
    assert time.perf_counter() - began < 30
    assert len(errors) == 1
