"""The state's lock."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock


class Lock:
    """A reentrant lock that calls a function before its last release.

        with state.lock:
            state.data.sessions.clear()

    Another thread gets the lock only after the changes are written.
    """

    def __init__(self, write: Callable[[], None]) -> None:
        """Create an unlocked lock.

        Args:
            write: Writes the changes; called before the last release, also after an error.
        """
        self._write = write
        self._lock = RLock()
        self._depth = 0

    def __enter__(self) -> None:
        self._lock.acquire()
        self._depth += 1

    def __exit__(self, *raised: object) -> None:
        try:
            if self._depth == 1:
                self._write()
        finally:
            self._depth -= 1
            self._lock.release()
