"""Answers stored in memory."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from time import time

from tmdb_facade._core.cache.entry import StoredAnswer
from tmdb_facade._core.cache.location import CacheInfo
from tmdb_facade._runtime.forks import renew_after_fork

# Bytes of an entry's key and objects, roughly.
_OVERHEAD = 500


class MemoryStorage:
    """A limited number of bytes for answers, for all threads and event loops of a process.

    A forked child continues with a copy of its parent's.
    """

    def __init__(self, max_bytes: int, max_age: float) -> None:
        self._max_bytes = max_bytes
        self._max_age = max_age
        # The least recently used first.
        self._entries = OrderedDict[bytes, StoredAnswer]()
        self._size = 0
        self._lock = Lock()
        renew_after_fork(self)

    def renew(self) -> None:
        """Replace the lock, which another thread may have held when the process forked."""
        self._lock = Lock()
        self._size = sum(map(_size, self._entries.values()))

    def get(self, key: bytes) -> StoredAnswer | None:
        """Return the entry of a key, or `None`."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                return None
            if entry.is_expired(time(), self._max_age):
                self._pop(key)
                return None
            self._entries.move_to_end(key)
            return entry

    def set(self, key: bytes, entry: StoredAnswer) -> None:
        """Store an entry, and evict those that were not used for the longest time."""
        with self._lock:
            self._pop(key)
            if _size(entry) > self._max_bytes:
                return
            self._entries[key] = entry
            self._size += _size(entry)
            while self._size > self._max_bytes:
                self._pop(next(iter(self._entries)))

    def remove(self, key: bytes) -> None:
        """Remove the entry of a key, if there is one."""
        with self._lock:
            self._pop(key)

    def _pop(self, key: bytes) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            self._size -= _size(entry)

    def info(self) -> CacheInfo:
        """Return the number of entries and their size."""
        with self._lock:
            for key in [key for key, entry in self._entries.items() if entry.is_expired(time(), self._max_age)]:
                self._pop(key)
            return CacheInfo(len(self._entries), self._size)

    def clear(self) -> None:
        """Remove all entries."""
        with self._lock:
            self._entries.clear()
            self._size = 0

    def close(self) -> None:
        """Do nothing: the entries belong to the cache, not to a client."""


def _size(entry: StoredAnswer) -> int:
    return _OVERHEAD + len(entry.body) + sum(len(name) + len(value) for name, value in entry.headers.items())
