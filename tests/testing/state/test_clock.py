"""The server's clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tmdb_facade.testing import Clock

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


def test_clock_shows_the_current_time_in_utc() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    now = Clock().now()
    assert before <= now <= datetime.now(UTC)
    assert (now.microsecond, now.tzinfo) == (0, UTC)


def test_stopped_clock_can_be_advanced() -> None:
    """Stopping it again resets the advance."""
    clock = Clock()
    clock.stop(NEW_YEAR.astimezone(timezone(timedelta(hours=5))))
    assert clock.now() == NEW_YEAR
    clock.advance(days=1, hours=1, minutes=1, seconds=1)
    assert clock.now() == datetime(2026, 1, 2, 1, 1, 1, tzinfo=UTC)
    clock.stop(NEW_YEAR)
    assert clock.now() == NEW_YEAR


def test_running_clock_can_be_advanced_and_reset() -> None:
    clock = Clock()
    clock.advance(days=2)
    assert timedelta(days=1) < clock.now() - datetime.now(UTC) <= timedelta(days=2)
    clock.reset()
    assert clock.now() <= datetime.now(UTC)


def test_clock_stop_rejects_a_time_without_a_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Clock().stop(NEW_YEAR.replace(tzinfo=None))
