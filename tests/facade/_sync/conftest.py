# Made from tests/facade/_async/conftest.py by `make sync`: edit that file, never this one.
"""Fixtures of the tests of one client."""

from __future__ import annotations

import pytest

from tmdb_facade._runtime.threads import Signal, current_caller


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> set[object]:
    """Return the set of the callers that have waited for the result of another call."""
    callers: set[object] = set()

    class Recorded(Signal):
        __slots__ = ()

        def wait(self, seconds: float) -> bool:
            callers.add(current_caller())
            return super().wait(seconds)

    monkeypatch.setattr("tmdb_facade._sync.flights.Signal", Recorded)
    return callers
