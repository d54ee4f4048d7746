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
from tmdb_facade.errors import InvalidArgumentError

#: Seconds to wait for a file that another process has locked, for a few microseconds unless it was stopped just then.
LOCK_TIMEOUT = 0.5

_PACES: dict[tuple[str, RateLimit], Pace] = {}
_FILES: dict[str, FileWindow] = {}


def local_pace(server: str, limit: RateLimit) -> Pace:
    """Return this process's limiter for a server and a limit."""
    # Not a lock but `setdefault`, which is atomic: a lock could be held by another thread when the process forks.
    return _PACES.get((server, limit)) or _PACES.setdefault((server, limit), Pace(limit.requests, limit.seconds))


def file_window(path: str, limit: RateLimit) -> FileWindow:
    """Return this process's limiter for a file.

    Raises:
        InvalidArgumentError: The file cannot be opened, or has other contents.
    """
    # One object for each file: closing a second descriptor of it would release the lock of the first.
    window = _FILES.get(path) or _FILES.setdefault(path, FileWindow(path, limit.requests, limit.seconds))
    if (window.requests, window.seconds) != (limit.requests, limit.seconds):
        shared = f"{window.requests} requests in {window.seconds:g} s"
        raise InvalidArgumentError("rate_limit", f"shares {path!r} with a limit of {shared}: the numbers must be equal")
    window.open()
    return window


def _renew() -> None:
    """Make the limits usable in a forked child."""
    for pace in _PACES.values():
        pace.renew()
    for window in _FILES.values():
        window.renew()


class FileWindow:
    """A limiter whose state is a file. All processes that use it must run on the same machine.

    Methods raise `OSError` if the file cannot be read or written.
    """

    def __init__(self, path: str, requests: int, seconds: float) -> None:
        self._path = path
        self.requests = requests
        self.seconds = seconds
        self._lock = Lock()
        self._freed = deque[Slot]()
        self._file: int | None = None

    def renew(self) -> None:
        """Replace the lock, which another thread may have held when the process forked."""
        self._lock = Lock()

    def open(self) -> None:
        """Open the file, and create it if it is missing.

        Raises:
            InvalidArgumentError: It cannot be opened, or has other contents.
        """
        with self._lock:
            if self._file is not None:
                return
            try:
                file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            except OSError as error:
                raise InvalidArgumentError("shared", f"is a file that cannot be opened: {error}") from error
            start = os.pread(file, len(MAGIC), 0)
            if not MAGIC.startswith(start):
                os.close(file)
                raise InvalidArgumentError("shared", f"must be a new file or one with a rate limit, got {self._path!r}")
            self._file = file

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
        import fcntl  # not on Windows, where `RateLimit` rejects files

        if self._file is None:
            raise OSError(f"{self._path} is not open")
        end = time.monotonic() + LOCK_TIMEOUT
        while True:
            try:
                # Not flock(), whose locks belong to a descriptor: forked processes share it and would all hold the lock.
                fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except (BlockingIOError, PermissionError) as error:
                if time.monotonic() > end:
                    raise TimeoutError(f"another process has locked it for {LOCK_TIMEOUT} s") from error
                time.sleep(0.001)
        try:
            size = os.fstat(self._file).st_size
            now, offset = time.monotonic(), time.time() - time.monotonic()
            before = os.pread(self._file, size, 0)
            window = SharedWindow.from_bytes(before, self.requests, self.seconds, now, offset)
            while self._freed:
                window.give_back(self._freed.popleft())
            yield window
            after = window.to_bytes(offset)
            os.pwrite(self._file, after, 0)
            if len(after) < size:
                os.ftruncate(self._file, len(after))
        finally:
            fcntl.lockf(self._file, fcntl.LOCK_UN)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew)
