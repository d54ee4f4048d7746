"""Locks of files against other processes. The system releases them when a process ends, however it ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock

from tmdb_facade._runtime.health import is_file_at

# How often a file is opened that is replaced at the same moment.
_ATTEMPTS = 5

# One for each path: the system's locks belong to a process, and closing a second descriptor would release the first.
_locks: dict[str, Lock] = {}


@contextmanager
def locked(path: str, timeout: float) -> Generator[None]:
    """Hold a lock that other threads and processes respect, by a file that is created and stays.

    Args:
        path: The path of the file, of which nothing is read or written.
        timeout: The seconds to wait for the lock.

    Raises:
        OSError: The file cannot be used, or another thread or process has the lock; then it is a `TimeoutError`.
    """
    end = time.monotonic() + timeout
    lock = _locks.setdefault(os.path.realpath(path), Lock())
    if not lock.acquire(timeout=timeout):
        raise TimeoutError(f"another thread has locked {path} for {timeout:g} s")
    try:
        file = _open_locked(path, end)
        try:
            yield
        finally:
            unlock(file)
            os.close(file)
    finally:
        lock.release()


def _open_locked(path: str, end: float) -> int:
    for _ in range(_ATTEMPTS):
        file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            wait_for_lock(file, end)
            if is_file_at(path, os.fstat(file)):
                return file
        except BaseException:
            os.close(file)
            raise
        os.close(file)
    raise OSError("it is replaced again and again")


def wait_for_lock(file: int, end: float) -> None:
    """Lock an open file.

    Args:
        file: The descriptor, at the start of the file.
        end: The time of `time.monotonic` until which to wait.

    Raises:
        TimeoutError: Another process has locked it.
    """
    started = time.monotonic()
    while True:
        try:
            _lock(file)
        except (BlockingIOError, PermissionError) as error:
            if time.monotonic() > end:
                raise TimeoutError(f"another process has locked it for {end - started:.1f} s") from error
            time.sleep(0.001)
        else:
            return


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        # Not flock(), whose locks belong to a descriptor: forked processes share it and would all hold the lock.
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def unlock(file: int) -> None:
    """Unlock an open file."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        fcntl.lockf(file, fcntl.LOCK_UN)


if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(after_in_child=_locks.clear)
