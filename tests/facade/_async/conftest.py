"""Fixtures of the tests of one client."""

from __future__ import annotations

import pytest

from tmdb_facade._runtime.tasks import Signal, current_caller


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> set[object]:
    """Return the set of the callers that have waited for the result of another call."""
    callers: set[object] = set()

    class Recorded(Signal):
        __slots__ = ()

        async def wait(self, seconds: float) -> bool:
            callers.add(current_caller())
            return await super().wait(seconds)

    monkeypatch.setattr("tmdb_facade._async.flights.Signal", Recorded)
    return callers
