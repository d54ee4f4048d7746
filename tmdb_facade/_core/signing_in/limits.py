"""Time limits of a login, and the delays between its polls."""

from __future__ import annotations

from datetime import datetime
from math import inf
from typing import NamedTuple

from tmdb_facade.errors import LoginError, LoginExpiredError, LoginTimeoutError

#: Seconds for which a request token is valid, if TMDB does not say until when: its documents disagree about version 4.
V3_LIFETIME = 3600.0
V4_LIFETIME = 900.0

#: Seconds between polls.
FIRST_DELAY = 2.0
LONGEST_DELAY = 10.0
_GROWTH = 1.5

#: Seconds that a request may take even when the time is up: if TMDB has the approval, it creates a session.
_SHORTEST_REQUEST = 5.0


def poll_delay(polls: int, *, is_redirected: bool = False) -> float:
    """Return the seconds before the next poll.

    Args:
        polls: The number of polls so far.
        is_redirected: Whether the browser is expected to report the decision, so that polls are only a safeguard.
    """
    if is_redirected:
        return LONGEST_DELAY
    # No power beyond the limit: it would overflow after some thousand polls.
    return min(FIRST_DELAY * _GROWTH ** min(polls, 10), LONGEST_DELAY)


def seconds_until(expires_at: datetime | None, now: datetime, default: float) -> float:
    """Return the seconds until a new request token expires.

    Args:
        expires_at: The time of expiry that TMDB sent, or `None`.
        now: The time by this machine's clock.
        default: The seconds if TMDB sent none or this clock is wrong: a new token has not expired yet.
    """
    if expires_at is None:
        return default
    seconds = (expires_at - now).total_seconds()
    return seconds if seconds > 0 else default


class TimeLimit(NamedTuple):
    """When a login ends.

    Attributes:
        seconds: The time limit of the login, in seconds.
        ends_at: Its end, by `time.monotonic()`.
        expires_at: The end of the request token, by the same clock; infinite before it exists.
    """

    seconds: float
    ends_at: float
    expires_at: float = inf

    def left(self, now: float) -> float:
        """Return the seconds until the first of both ends, at least 0."""
        return max(0.0, min(self.ends_at, self.expires_at) - now)

    def request_seconds(self, now: float) -> float:
        """Return the seconds that a request may take."""
        return max(self.left(now), _SHORTEST_REQUEST)

    def error(self, now: float, latest: str | None) -> LoginError | None:
        """Return the error of a login whose time is up, or `None`.

        Args:
            now: The time by `time.monotonic()`.
            latest: The message of the latest failed request, or `None`.
        """
        if now < min(self.ends_at, self.expires_at):
            return None
        failed = "" if latest is None else f"; the latest request failed: {latest}"
        if self.expires_at <= self.ends_at:
            return LoginExpiredError(f"the request token has expired before the user approved it: log in again{failed}")
        return LoginTimeoutError(f"the user has not approved the login within {self.seconds:g} seconds{failed}")
