"""The lock of the state."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock


class Lock:
    """Lets one thread at a time see and change the state, as often within itself as it likes.

        with state.lock:
            state.data.sessions.clear()

    What was changed is written before another thread has its turn.
    """

    def __init__(self, write: Callable[[], None]) -> None:
        """Make a free lock.

        Args:
            write: Called when the thread that holds the lock is done.
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
