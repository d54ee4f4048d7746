"""Redis for the async client. `redis_threads` has the same names for the sync client. Only they import redis-py."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import cast

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from tmdb_facade._core.cache.location import REDIS_PREFIX

#: Seconds to connect and to wait for a reply. A limiter that waits longer costs more than it saves.
TIMEOUT = 0.5


class Scripts:
    """A connection pool of a Redis server, to run scripts with. It belongs to one event loop, like the client's senders."""

    def __init__(self, url: str) -> None:
        """Create the object without connecting."""
        self._client = _connect(url)

    async def run(self, script: str, keys: list[str], arguments: list[str]) -> list[int]:
        """Run a script; return its reply, a single number as a list of one.

        Raises:
            OSError: The server cannot be reached, or replied with an error.
        """
        # The script's text instead of its hash: a restarted server knows no hashes.
        with _os_errors():
            reply: object = await self._client.eval(script, len(keys), *keys, *arguments)
        return cast("list[int]", reply) if isinstance(reply, list) else [cast("int", reply)]

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()


class RedisValues:
    """Values of bytes in a Redis server, which expire. Methods raise `OSError` if the server cannot be used."""

    def __init__(self, url: str) -> None:
        """Create the object without connecting."""
        self._client = _connect(url)

    async def get(self, key: bytes) -> bytes | None:
        """Return the value of a key, or `None`."""
        with _os_errors():
            value: object = await self._client.get(REDIS_PREFIX + key.hex())
        return value if isinstance(value, bytes) else None

    async def set(self, key: bytes, value: bytes, seconds: float) -> None:
        """Store a value for some seconds."""
        with _os_errors():
            await self._client.set(REDIS_PREFIX + key.hex(), value, px=max(1, int(seconds * 1000)))

    async def remove(self, key: bytes) -> None:
        """Remove a value."""
        with _os_errors():
            await self._client.delete(REDIS_PREFIX + key.hex())

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()


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
