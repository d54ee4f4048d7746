# Made from tmdb_facade/_async/rate/redis_window.py by `make sync`: edit that file, never this one.
"""The rate limit that several machines share through a Redis server."""

from __future__ import annotations

from math import inf
from random import getrandbits
from typing import TYPE_CHECKING

from tmdb_facade._core.rate.pace import Slot, TooLateError
from tmdb_facade._core.rate.redis_scripts import GIVE_BACK, LEFT, PAUSE, RESERVE
from tmdb_facade._runtime.redis_threads import Scripts

if TYPE_CHECKING:
    from tmdb_facade._core.rate.rate_limit import RateLimit

_MICROSECONDS = 1_000_000
_LONGEST = 1e9


class RedisWindow:
    """A limiter whose state is in Redis. Methods raise `OSError` if the server cannot be used."""

    def __init__(self, url: str, server: str, limit: RateLimit) -> None:
        """Create the limiter without connecting.

        Args:
            url: The URL of the Redis server.
            server: The name of TMDB's server.
            limit: The limit, which must have the same numbers on each machine.
        """
        self._scripts = Scripts(url)
        # The braces make a cluster store the three keys in one place.
        prefix = f"{{tmdb-facade:rate:{server}:{limit.requests}:{limit.seconds:g}}}"
        self._keys = [f"{prefix}:{name}" for name in ("slots", "pause", "freed")]
        self._limit = [str(limit.requests), _microseconds(limit.seconds)]

    def reserve(self, longest: float = inf) -> Slot:
        """Reserve the next slot."""
        is_reserved, at, wait = self._run(RESERVE, _microseconds(min(longest, _LONGEST)))
        if not is_reserved:
            raise TooLateError(wait / _MICROSECONDS)
        return Slot(at, wait / _MICROSECONDS, is_shared=True)

    def left(self, slot: Slot) -> Slot:
        """Return a waiting slot with the seconds that are left."""
        [wait] = self._run(LEFT, f"{slot.at:.0f}")
        return slot._replace(wait=wait / _MICROSECONDS)

    def give_back(self, slot: Slot) -> None:
        """Free the slot of a caller that gave up."""
        self._run(GIVE_BACK, f"{slot.at:.0f}", f"{getrandbits(64):x}")

    def pause(self, seconds: float) -> None:
        """Move all slots behind a pause."""
        self._run(PAUSE, _microseconds(seconds))

    def close(self) -> None:
        """Close the connections of the running event loop."""
        self._scripts.close()

    def _run(self, script: str, *arguments: str) -> list[int]:
        return self._scripts.run(script, self._keys, [*self._limit, *arguments])


def _microseconds(seconds: float) -> str:
    return f"{seconds * _MICROSECONDS:.0f}"
