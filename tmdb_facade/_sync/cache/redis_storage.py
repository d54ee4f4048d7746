# Made from tmdb_facade/_async/cache/redis_storage.py by `make sync`: edit that file, never this one.
"""Answers stored in Redis."""

from __future__ import annotations

from time import time

from tmdb_facade._core.cache.entry import StoredAnswer, entry_from_bytes, entry_to_bytes
from tmdb_facade._runtime.redis_threads import RedisValues


class RedisStorage:
    """A Redis server, which several machines can use. Entries expire by themselves."""

    def __init__(self, url: str, max_age: float) -> None:
        self._values = RedisValues(url)
        self._max_age = max_age

    def get(self, key: bytes) -> StoredAnswer | None:
        """Return the entry of a key, or `None`."""
        data = self._values.get(key)
        entry = None if data is None else entry_from_bytes(data)
        return None if entry is None or entry.is_expired(time(), self._max_age) else entry

    def set(self, key: bytes, entry: StoredAnswer) -> None:
        """Store an entry."""
        self._values.set(key, entry_to_bytes(entry), self._max_age)

    def remove(self, key: bytes) -> None:
        """Remove the entry of a key."""
        self._values.remove(key)

    def close(self) -> None:
        """Close the connections."""
        self._values.close()
