"""The store of a client's cache. One that fails costs a warning and the cache, never a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tmdb_facade._runtime.caches import health, local_storage

if TYPE_CHECKING:
    from tmdb_facade._core.cache.entry import StoredAnswer
    from tmdb_facade._runtime.caches import Cache
    from tmdb_facade._runtime.memory_storage import MemoryStorage
    from tmdb_facade._runtime.sqlite_storage import SqliteStorage


class AsyncStorage(Protocol):
    """Stores entries by their keys. Methods raise `OSError` if the file or server cannot be used."""

    async def get(self, key: bytes) -> StoredAnswer | None:
        """Return the entry of a key that has not expired, or `None`."""
        ...

    async def set(self, key: bytes, entry: StoredAnswer) -> None:
        """Store an entry in place of the one that has its key."""
        ...

    async def remove(self, key: bytes) -> None:
        """Remove the entry of a key, if there is one."""
        ...

    async def aclose(self) -> None:
        """Close the client's own connections."""
        ...


class AsyncLocalStorage:
    """Memory or a file. Both answer within microseconds; a locked file within 0.05 seconds."""

    def __init__(self, inner: MemoryStorage | SqliteStorage, *, is_owned: bool) -> None:
        self._inner = inner
        self._is_owned = is_owned

    async def get(self, key: bytes) -> StoredAnswer | None:
        """Return the entry of a key, or `None`."""
        return self._inner.get(key)

    async def set(self, key: bytes, entry: StoredAnswer) -> None:
        """Store an entry."""
        self._inner.set(key, entry)

    async def remove(self, key: bytes) -> None:
        """Remove the entry of a key."""
        self._inner.remove(key)

    async def aclose(self) -> None:
        """Close the file, unless it belongs to a user's `Cache`."""
        if self._is_owned:
            self._inner.close()


class AsyncStore:
    """A storage whose failures are misses."""

    def __init__(self, storage: AsyncStorage, cache: Cache) -> None:
        self._storage = storage
        self._health = health(cache)

    async def get(self, key: bytes) -> StoredAnswer | None:
        """Return the entry of a key; `None` also if the storage fails."""
        if self._health.is_good():
            try:
                return await self._storage.get(key)
            except OSError as error:
                self._health.fail(error)
        return None

    async def set(self, key: bytes, entry: StoredAnswer) -> None:
        """Store an entry, if the storage does not fail."""
        if self._health.is_good():
            try:
                await self._storage.set(key, entry)
            except OSError as error:
                self._health.fail(error)

    async def remove(self, key: bytes) -> None:
        """Remove the entry of a key, if the storage does not fail."""
        if self._health.is_good():
            try:
                await self._storage.remove(key)
            except OSError as error:
                self._health.fail(error)

    async def aclose(self) -> None:
        """Close the client's own connections."""
        await self._storage.aclose()


def open_store(cache: Cache, *, is_owned: bool) -> AsyncStore:
    """Open the store of a client.

    Args:
        cache: The cache.
        is_owned: Whether the client has made the cache, and closes it.
    """
    local = local_storage(cache)
    if local is not None:
        return AsyncStore(AsyncLocalStorage(local, is_owned=is_owned), cache)
    # Imported here: redis-py is optional and slow to import.
    from tmdb_facade._async.cache.redis_storage import AsyncRedisStorage

    return AsyncStore(AsyncRedisStorage(cache.location, cache.max_age), cache)
