"""The server's clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import httpx
import pytest

from tests.testing.calls import get, ids
from tmdb_facade.testing import Clock, TMDBServer

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


def test_clock_can_be_set_and_goes_on() -> None:
    """It goes on even if it was stopped before."""
    clock = Clock()
    clock.stop()
    clock.set(NEW_YEAR)
    assert timedelta() <= clock.now() - NEW_YEAR < timedelta(minutes=1)
    assert not clock.is_stopped
    clock.advance(hours=1)
    assert timedelta(hours=1) <= clock.now() - NEW_YEAR < timedelta(hours=2)
    with pytest.raises(ValueError, match="time zone"):
        clock.set(NEW_YEAR.replace(tzinfo=None))


def test_clock_stops_at_the_time_that_it_shows() -> None:
    clock = Clock()
    clock.set(NEW_YEAR)
    clock.stop()
    assert clock.is_stopped
    assert clock.now() == clock.now() >= NEW_YEAR
    clock.reset()
    assert not clock.is_stopped


def test_day_of_a_catalogue_advances_with_the_clock() -> None:
    """Stopping the clock where it is does not change the day."""
    clock, first = Clock(), date(2022, 6, 24)
    assert clock.today(first) == first
    clock.stop()
    assert clock.today(first) == first
    clock.advance(days=2)
    assert clock.today(first) == date(2022, 6, 26)
    assert clock.today() == clock.now().date()


def test_clock_that_was_set_or_stopped_at_a_time_has_its_own_day() -> None:
    clock, first = Clock(), date(2022, 6, 24)
    clock.stop(NEW_YEAR)
    assert clock.today(first) == NEW_YEAR.date()
    clock.set(NEW_YEAR + timedelta(days=1, hours=1))
    assert clock.today(first) == date(2026, 1, 2)
    clock.reset()
    assert clock.today(first) == first


def test_lists_of_today_follow_the_clock(server: TMDBServer, app: httpx.Client) -> None:
    """The Boys (76479) had episodes on 9 and 16 June 2022."""
    airing, playing = "/3/tv/airing_today", "/3/movie/now_playing"
    server.clock.stop(datetime(2022, 6, 9, 18, tzinfo=UTC))
    assert 76479 in ids(app, airing)
    before = get(app, playing)["dates"]
    server.clock.advance(days=1)
    assert 76479 not in ids(app, airing)
    server.clock.advance(days=6)
    assert 76479 in ids(app, airing)
    assert get(app, playing)["dates"] == {
        name: str(date.fromisoformat(day) + timedelta(days=7)) for name, day in before.items()
    }
    server.clock.set(datetime(2030, 1, 1, tzinfo=UTC))
    assert ids(app, playing) == []
