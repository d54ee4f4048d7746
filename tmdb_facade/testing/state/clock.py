"""The clock of an embedded TMDB, which decides when tokens and guest sessions expire."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """The current time, unless a test stops or advances the clock.

        server.clock.advance(minutes=61)  # all earlier request tokens have expired
        server.clock.stop(datetime(2026, 1, 1, tzinfo=UTC))

    A stopped clock can be advanced too.
    """

    def __init__(self) -> None:
        self._stopped_at: datetime | None = None
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Return the time in UTC, in whole seconds as on TMDB."""
        now = (self._stopped_at or datetime.now(UTC)) + self._ahead
        return now.replace(microsecond=0)

    def stop(self, at: datetime) -> None:
        """Stop the clock.

        Args:
            at: The time at which it stops, with a time zone.

        Raises:
            ValueError: The time has no time zone.
        """
        if at.tzinfo is None:
            raise ValueError(f"the time must have a time zone, such as datetime(..., tzinfo=UTC), got {at!r}")
        self._stopped_at, self._ahead = at.astimezone(UTC), timedelta()

    def advance(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """Advance the clock."""
        self._ahead += timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)

    def reset(self) -> None:
        """Return to the current time."""
        self._stopped_at, self._ahead = None, timedelta()


def format_time(moment: datetime) -> str:
    """Format a time as TMDB does for tokens and lists: `2026-01-31 18:30:00 UTC`."""
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"
