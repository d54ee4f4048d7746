"""Fixtures of the tests of both clients."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.facade.redis_server import RedisServer


@pytest.fixture
def real_waits() -> None:
    """Opt out of the fake sleep between attempts."""


@pytest.fixture(autouse=True)
def waits(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Replace the sleep between attempts; return the list of its delays in seconds."""
    seconds: list[float] = []

    async def record_delay(self: object, delay: float) -> None:
        seconds.append(delay)

    def record_delay_of_a_thread(self: object, delay: float) -> None:
        seconds.append(delay)

    if "real_waits" not in request.fixturenames:
        monkeypatch.setattr("tmdb_facade._runtime.exchange_tasks.Exchanges.sleep", record_delay)
        monkeypatch.setattr("tmdb_facade._runtime.exchange_threads.Exchanges.sleep", record_delay_of_a_thread)
    return seconds


@pytest.fixture(autouse=True)
def fresh_paces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start each test without used slots of a rate limit: the clients of a process share them."""
    monkeypatch.setattr("tmdb_facade._runtime.paces._PACES", {})


@pytest.fixture
def redis_server() -> Iterator[RedisServer]:
    """Yield a running Redis server, for tests marked `redis`."""
    server = RedisServer()
    server.start()
    yield server
    server.stop()
