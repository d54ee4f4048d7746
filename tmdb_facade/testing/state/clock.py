"""The time of an embedded TMDB, which a test can stop and move: tokens and guests expire by it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """Tells the time of day until it is told otherwise.

    A test moves it, or makes it stand still:

        server.clock.advance(minutes=61)  # every request token of before has expired
        server.clock.stop(datetime(2026, 1, 1, tzinfo=UTC))
    """

    def __init__(self) -> None:
        self._stopped_at: datetime | None = None
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Return the time in UTC, in whole seconds as TMDB writes it."""
        now = (self._stopped_at or datetime.now(UTC)) + self._ahead
        return now.replace(microsecond=0)

    def stop(self, at: datetime) -> None:
        """Stand still.

        Args:
            at: The time to show, which has a time zone.

        Raises:
            ValueError: The time has no time zone.
        """
        if at.tzinfo is None:
            raise ValueError("the time has no time zone: give datetime(..., tzinfo=UTC)")
        self._stopped_at, self._ahead = at.astimezone(UTC), timedelta()

    def advance(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """Go on by some time, which a stopped clock does too."""
        self._ahead += timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)

    def reset(self) -> None:
        """Show the time of day again."""
        self._stopped_at, self._ahead = None, timedelta()


def written(moment: datetime) -> str:
    """Write a time as v3 and v4 lists do: `2026-01-31 18:30:00 UTC`."""
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"
