"""The clock of an embedded TMDB, which decides when tokens and guest sessions expire, and the day of its lists."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

# Later times plus the lifetime of a token would not be times.
_RANGE = "the clock shows the years 1900 to 9998 only"


class Clock:
    """The current time, unless a test stops, sets or advances the clock.

        server.clock.advance(minutes=61)  # all earlier request tokens have expired
        server.clock.stop(datetime(2026, 1, 1, tzinfo=UTC))

    A stopped clock can be advanced too. Lists such as "now playing" follow the clock.
    """

    def __init__(self) -> None:
        self._stopped_at: datetime | None = None
        self._ahead = timedelta()
        self._is_set = False

    def now(self) -> datetime:
        """Return the time in UTC, in whole seconds as on TMDB."""
        return (self._unmoved() + self._ahead).replace(microsecond=0)

    def seconds(self) -> float:
        """Return the time in seconds since 1970, with fractions."""
        return (self._unmoved() + self._ahead).timestamp()

    def today(self, first: date | None = None) -> date:
        """Return the current day in UTC.

        Args:
            first: The day that a catalogue was made for, which takes the place of the current day until somebody sets
                the clock or stops it at a time. Advancing the clock advances this day.
        """
        if first is None or self._is_set:
            return self.now().date()
        return (datetime.combine(first, self._unmoved().timetz()) + self._ahead).date()

    @property
    def is_stopped(self) -> bool:
        """Whether the clock is stopped."""
        return self._stopped_at is not None

    def stop(self, at: datetime | None = None) -> None:
        """Stop the clock.

        Args:
            at: The time at which it stops, with a time zone; by default the time that it shows.

        Raises:
            ValueError: The time has no time zone, or is not within the years 1900 to 9998.
        """
        if at is None:
            self._stopped_at = self._unmoved()
        else:
            self._stopped_at, self._ahead, self._is_set = _in_utc(at), timedelta(), True

    def set(self, to: datetime) -> None:
        """Set the clock, which continues from there.

        Args:
            to: The time to show, with a time zone.

        Raises:
            ValueError: The time has no time zone, or is not within the years 1900 to 9998.
        """
        ahead = _in_utc(to) - datetime.now(UTC)
        self._stopped_at, self._ahead, self._is_set = None, ahead, True

    def advance(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """Advance the clock.

        Raises:
            ValueError: The new time is not within the years 1900 to 9998.
        """
        try:
            ahead = self._ahead + timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
            _check(self._unmoved() + ahead)
        except OverflowError as error:
            raise ValueError(_RANGE) from error
        self._ahead = ahead

    def reset(self) -> None:
        """Return to the current time."""
        self._stopped_at, self._ahead, self._is_set = None, timedelta(), False

    def _unmoved(self) -> datetime:
        return self._stopped_at or datetime.now(UTC)


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"the time must have a time zone, such as datetime(..., tzinfo=UTC), got {moment!r}")
    _check(moment)
    return moment.astimezone(UTC)


def _check(moment: datetime) -> None:
    if not 1900 <= moment.year <= 9998:
        raise ValueError(_RANGE)


def format_time(moment: datetime) -> str:
    """Format a time as TMDB does for tokens and lists: `2026-01-31 18:30:00 UTC`."""
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"
