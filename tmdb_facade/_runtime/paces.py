"""The rate limits of this process, shared by all of its clients: in memory, or in files that other processes use too."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock

from tmdb_facade._core.rate.pace import Pace, Slot
from tmdb_facade._core.rate.rate_limit import RateLimit
from tmdb_facade._core.rate.shared_window import MAGIC, SharedWindow
from tmdb_facade._runtime.file_lock import unlock, wait_for_lock
from tmdb_facade._runtime.health import is_file_at
from tmdb_facade.errors import InvalidArgumentError

#: Seconds to wait for a file that another process has locked, for a few microseconds unless it was stopped just then.
LOCK_TIMEOUT = 0.5
#: The greatest size of a file that is read whole: more than that of the largest limit.
MAX_BYTES = 16 * 1024**2
#: How often a file is opened that is replaced at the same moment.
ATTEMPTS = 5

_PACES: dict[tuple[str, RateLimit], Pace] = {}
_FILES: dict[str, FileWindow] = {}


def local_pace(server: str, limit: RateLimit) -> Pace:
    """Return this process's limiter for a server and a limit."""
    # Not a lock but `setdefault`, which is atomic: a lock could be held by another thread when the process forks.
    return _PACES.get((server, limit)) or _PACES.setdefault((server, limit), Pace(limit.requests, limit.seconds))


def file_window(path: str, limit: RateLimit) -> FileWindow:
    """Return this process's limiter for a file.

    Raises:
        InvalidArgumentError: The process shares the file with another limit.
    """
    # One object for each file: closing a second descriptor of it would release the lock of the first.
    window = _FILES.get(path) or _FILES.setdefault(path, FileWindow(path, limit.requests, limit.seconds))
    if (window.requests, window.seconds) != (limit.requests, limit.seconds):
        shared = f"{window.requests} requests in {window.seconds:g} s"
        raise InvalidArgumentError("rate_limit", f"shares {path!r} with a limit of {shared}: the numbers must be equal")
    return window


def _renew() -> None:
    """Make the limits usable in a forked child."""
    for pace in _PACES.values():
        pace.renew()
    for window in _FILES.values():
        window.renew()


class FileWindow:
    """A limiter whose state is a file. All processes that use it must run on the same machine.

    The file is opened by the first use, and again after it was deleted or replaced, so that all processes use the same
    one. What it has lost since the last use, because it was truncated or overwritten, continues from memory. Methods
    raise `OSError` if it cannot be opened, read or written.
    """

    def __init__(self, path: str, requests: int, seconds: float) -> None:
        self._path = path
        self.requests = requests
        self.seconds = seconds
        self._lock = Lock()
        self._freed = deque[Slot]()
        self._latest = b""  # what this process has written last
        self._file: int | None = None

    def renew(self) -> None:
        """Replace the lock, which another thread may have held when the process forked."""
        self._lock = Lock()

    def reserve(self, longest: float) -> Slot:
        """Reserve the next slot; see `SharedWindow`."""
        with self._lock, self._state() as window:
            return window.reserve(longest, time.monotonic())

    def left(self, slot: Slot) -> Slot:
        """Return a waiting slot with the seconds that are left."""
        with self._lock, self._state() as window:
            return window.left(slot, time.monotonic())

    def give_back(self, slot: Slot) -> None:
        """Free the slot of a caller that gave up."""
        # If the lock is not free, its owner or the next caller frees the slot: the garbage collector may close an
        # abandoned coroutine in the thread that holds the lock.
        self._freed.append(slot)
        if self._lock.acquire(blocking=False):
            try:
                with self._state():
                    pass
            finally:
                self._lock.release()

    def pause(self, seconds: float) -> None:
        """Move all slots behind a pause."""
        with self._lock, self._state() as window:
            window.pause(seconds, time.monotonic())

    @contextmanager
    def _state(self) -> Generator[SharedWindow]:
        """Lock the file, yield its state, and write it back unless an error was raised."""
        try:
            file, data = self._locked()
            now, offset = time.monotonic(), time.time() - time.monotonic()
            window = SharedWindow.from_bytes(data, self.requests, self.seconds, now, offset)
            if data != self._latest:
                known = SharedWindow.from_bytes(self._latest, self.requests, self.seconds, now, offset)
                window.continue_from(known, now)
            while self._freed:
                window.give_back(self._freed.popleft())
            yield window
            after = window.to_bytes(offset)
            os.pwrite(file, after, 0)
            if len(after) < len(data):
                os.ftruncate(file, len(after))
            self._latest = after
        except OSError:
            self._close()
            raise
        finally:
            if self._file is not None:
                unlock(self._file)

    def _locked(self) -> tuple[int, bytes]:
        """Open and lock the file that has the path; return its descriptor and its contents.

        A new file in the place of a deleted one continues with its state.

        Raises:
            OSError: The file cannot be used, or is not one with a rate limit.
        """
        end = time.monotonic() + LOCK_TIMEOUT
        old = b""
        for _ in range(ATTEMPTS):
            if self._file is None:
                self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            wait_for_lock(self._file, end)
            state = os.fstat(self._file)
            data = os.pread(self._file, min(state.st_size, MAX_BYTES), 0)
            if not (data.startswith(MAGIC) or MAGIC.startswith(data)):
                raise OSError("it is not a file with a rate limit")
            if is_file_at(self._path, state):
                return self._file, data or old
            old = data
            self._close()
        raise OSError("it is replaced again and again")

    def _close(self) -> None:
        """Close the file, which also unlocks it."""
        file, self._file = self._file, None
        if file is not None:
            os.close(file)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew)
