"""The state of a file or server that clients share."""

from __future__ import annotations

import warnings

import pytest

from tmdb_facade._runtime.health import Health


def test_what_failed_is_left_alone_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("tmdb_facade._runtime.health.monotonic", lambda: now[0])
    health = Health("the file cannot be used", 5.0)
    with pytest.warns(RuntimeWarning, match=r"^the file cannot be used: locked$"):
        health.fail(OSError("locked"))
    states: list[bool] = []
    for seconds in (0, 4.9, 5):
        now[0] = 100 + seconds
        states.append(health.is_good())
    assert states == [False, False, True]


def test_failures_warn_once_until_a_recovery() -> None:
    health = Health("the file cannot be used", 5.0)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(2):
            health.fail(OSError("locked"))
            health.fail(OSError("locked"))
            health.recover()
    assert len(caught) == 2
