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

    async def record_delay(delay: float) -> None:
        seconds.append(delay)

    if "real_waits" not in request.fixturenames:
        monkeypatch.setattr("tmdb_facade._async.senders.retry_loop.sleep", record_delay)
        monkeypatch.setattr("tmdb_facade._sync.senders.retry_loop.sleep", seconds.append)
    return seconds


@pytest.fixture
def redis_server() -> Iterator[RedisServer]:
    """Yield a running Redis server, for tests marked `redis`."""
    server = RedisServer()
    server.start()
    yield server
    server.stop()
