"""Caches that clients share."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING, Self

from tmdb_facade._core.cache.location import (
    MAX_AGE,
    MEMORY,
    STALE_IF_ERROR,
    CacheInfo,
    check_age,
    check_location,
    check_max_bytes,
)
from tmdb_facade._core.rate.redis_url import describe_shared, is_redis
from tmdb_facade._runtime.health import Health
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_facade._runtime.memory_storage import MemoryStorage
    from tmdb_facade._runtime.sqlite_storage import SqliteStorage

#: Seconds until a file or server that failed is used again.
RETRY_STORAGE = 5.0


class Cache:
    """A store of answers that several clients can share, sync and async, in all threads and event loops.

        cache = Cache("tmdb.cache", max_age=30 * 86_400)
        tmdb = TMDB(cache=cache)

    A client that gets a path or URL instead makes a cache of its own. Without access to the file or server there is one
    `RuntimeWarning`, and clients continue without the cache. Needs `pip install 'tmdb-facade[cache]'`.

    Attributes:
        location: `memory`, the path of an SQLite file, or the URL of a Redis server, `redis://` or `rediss://`
            (`pip install 'tmdb-facade[cache,redis]'`). A missing file is created with access for its owner only; its
            folder must exist.
        max_bytes: The maximum size in bytes, at least 65,536; what was not used for the longest time is evicted. By
            default 64 MiB in memory and 1 GiB in a file. `None` for Redis, which has its own limit (`maxmemory`).
        max_age: The maximum age of an answer in seconds, up to 180 days, which is the default: TMDB allows six months.
            TMDB's own headers decide how long an answer is used without a request, mostly hours.
        stale_if_error: The maximum age in seconds of an answer that is used because TMDB cannot be reached or has
            failed: 7 days by default, 0 for never.

    Raises:
        InvalidArgumentError: A value is of a wrong type or out of range, or a package is missing.
    """

    def __init__(
        self,
        location: str | PathLike[str] = MEMORY,
        *,
        max_bytes: int | None = None,
        max_age: float = MAX_AGE,
        stale_if_error: float = STALE_IF_ERROR,
    ) -> None:
        self.location: str = check_location("location", location)
        self.max_age: float = check_age("max_age", max_age, 1)
        self.stale_if_error: float = check_age("stale_if_error", stale_if_error, 0)
        self.max_bytes: int | None = None
        if not is_redis(self.location):
            self.max_bytes = check_max_bytes(max_bytes, in_memory=self.location == MEMORY)
        elif max_bytes is not None:
            raise InvalidArgumentError(
                "max_bytes", "cannot limit Redis: set maxmemory and maxmemory-policy on the server"
            )
        self._local = _open_local(self.location, self.max_bytes, self.max_age)
        where = describe_shared(self.location)
        self._health = Health(f"the cache {where} cannot be used, and calls continue without it", RETRY_STORAGE)

    def __repr__(self) -> str:
        """Return the location, without the password of a URL."""
        return f"Cache({describe_shared(self.location)!r})"

    def info(self) -> CacheInfo:
        """Return the number of answers and their size. With Redis, this waits for the server.

        Raises:
            OSError: The file or server cannot be used.
        """
        if self._local is not None:
            return self._local.info()
        from tmdb_facade._runtime.redis_threads import RedisValues

        with RedisValues(self.location) as values:
            return CacheInfo(*values.count())

    def clear(self) -> None:
        """Remove all answers. With Redis, this waits for the server.

        Raises:
            OSError: The file or server cannot be used.
        """
        if self._local is not None:
            self._local.clear()
            return
        from tmdb_facade._runtime.redis_threads import RedisValues

        with RedisValues(self.location) as values:
            values.clear()

    def close(self) -> None:
        """Close the file. The next call that needs it opens it again."""
        if self._local is not None:
            self._local.close()

    def __enter__(self) -> Self:
        """Return the cache."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the cache."""
        self.close()


def read_cache(name: str, value: object) -> Cache | None:
    """Return the cache that the constructor's argument or the environment describes; `None` for the word `none`.

    Raises:
        InvalidArgumentError: It is neither a location nor a cache.
    """
    if value is None or isinstance(value, Cache):
        return value
    try:
        return Cache(value)  # type: ignore[arg-type]
    except InvalidArgumentError as error:
        raise InvalidArgumentError(name, error.problem) from None


def local_storage(cache: Cache) -> MemoryStorage | SqliteStorage | None:
    """Return the memory or file of a cache; `None` for Redis."""
    return cache._local  # pyright: ignore[reportPrivateUsage]


def health(cache: Cache) -> Health:
    """Return the state of a cache, which all its clients share."""
    return cache._health  # pyright: ignore[reportPrivateUsage]


def _open_local(location: str, max_bytes: int | None, max_age: float) -> MemoryStorage | SqliteStorage | None:
    if max_bytes is None:
        return None
    if location == MEMORY:
        from tmdb_facade._runtime.memory_storage import MemoryStorage

        return MemoryStorage(max_bytes, max_age)
    from tmdb_facade._runtime.sqlite_storage import SqliteStorage

    return SqliteStorage(location, max_bytes, max_age)
