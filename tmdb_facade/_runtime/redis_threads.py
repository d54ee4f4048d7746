"""Redis for the sync client. `redis_tasks` has the same names for the async client. Only they import redis-py."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Self, cast

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from tmdb_facade._core.cache.location import REDIS_PREFIX
from tmdb_facade._runtime.threads import PerLoop

#: Seconds to connect and to wait for a reply. A limiter that waits longer costs more than it saves.
TIMEOUT = 0.5


class Scripts:
    """A connection pool of a Redis server, to run scripts with."""

    def __init__(self, url: str) -> None:
        """Create the object without connecting."""
        self._clients = PerLoop(lambda: _connect(url), _close)

    def run(self, script: str, keys: list[str], arguments: list[str]) -> list[int]:
        """Run a script; return its reply, a single number as a list of one.

        Raises:
            OSError: The server cannot be reached, or replied with an error.
        """
        # The script's text instead of its hash: a restarted server knows no hashes.
        with _os_errors():
            reply: object = self._clients.get().eval(script, len(keys), *keys, *arguments)
        return cast("list[int]", reply) if isinstance(reply, list) else [cast("int", reply)]

    def close(self) -> None:
        """Close the connections."""
        self._clients.close()


class RedisValues:
    """Values of bytes in a Redis server, which expire. Methods raise `OSError` if the server cannot be used."""

    def __init__(self, url: str) -> None:
        """Create the object without connecting."""
        self._clients = PerLoop(lambda: _connect(url), _close)

    def get(self, key: bytes) -> bytes | None:
        """Return the value of a key, or `None`."""
        with _os_errors():
            value: object = self._clients.get().get(REDIS_PREFIX + key.hex())
        return value if isinstance(value, bytes) else None

    def set(self, key: bytes, value: bytes, seconds: float) -> None:
        """Store a value for some seconds."""
        with _os_errors():
            self._clients.get().set(REDIS_PREFIX + key.hex(), value, px=max(1, int(seconds * 1000)))

    def remove(self, key: bytes) -> None:
        """Remove a value."""
        with _os_errors():
            self._clients.get().delete(REDIS_PREFIX + key.hex())

    def count(self) -> tuple[int, int]:
        """Return the number of values and their size in bytes."""
        with _os_errors():
            client = self._clients.get()
            sizes = [client.strlen(key) for key in self._keys()]
        return len(sizes), sum(sizes)

    def clear(self) -> None:
        """Remove all values."""
        with _os_errors():
            for key in self._keys():
                self._clients.get().delete(key)

    def _keys(self) -> Iterator[bytes]:
        client, pattern = self._clients.get(), f"{REDIS_PREFIX}*"
        return cast("Iterator[bytes]", client.scan_iter(pattern, 1000))  # pyright: ignore[reportUnknownMemberType]

    def __enter__(self) -> Self:
        """Return the object."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._clients.close()


@contextmanager
def _os_errors() -> Generator[None]:
    try:
        yield
    except RedisError as error:
        raise OSError(str(error)) from error


def _connect(url: str) -> Redis:
    # The library retries for several seconds by default.
    return Redis.from_url(  # pyright: ignore[reportUnknownMemberType]
        url, socket_timeout=TIMEOUT, socket_connect_timeout=TIMEOUT, retry=Retry(NoBackoff(), 0), retry_on_error=[]
    )


def _close(client: Redis) -> None:
    client.close()
