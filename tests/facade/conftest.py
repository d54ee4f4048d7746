"""What the tests of both clients share."""

from __future__ import annotations

import pytest


@pytest.fixture
def real_waits() -> None:
    """Let time pass between attempts: for the one test of that."""


@pytest.fixture(autouse=True)
def waits(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Give the seconds that would have been waited between attempts; no test waits for them unasked."""
    seconds: list[float] = []

    async def rest(delay: float) -> None:
        seconds.append(delay)

    if "real_waits" not in request.fixturenames:
        monkeypatch.setattr("tmdb_facade._async.senders.retry_loop.sleep", rest)
        monkeypatch.setattr("tmdb_facade._sync.senders.retry_loop.sleep", seconds.append)
    return seconds
