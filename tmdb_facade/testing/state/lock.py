"""The state's lock."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
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
        self._may_have_changed = False

    def __enter__(self) -> None:
        self._lock.acquire()
        self._depth += 1
        self._may_have_changed = True

    def __exit__(self, *raised: object) -> None:
        try:
            if self._depth == 1 and self._may_have_changed:
                self._may_have_changed = False
                self._write()
        finally:
            self._depth -= 1
            self._lock.release()

    @contextmanager
    def reading(self) -> Generator[None]:
        """Hold the lock without changing anything: finding out what to write takes long if there is much.

        Within it, `with lock` may still make changes.
        """
        self._lock.acquire()
        self._depth += 1
        try:
            yield
        finally:
            self.__exit__()
