"""Redis for the sync client. `redis_tasks` has the same names for the async client. Only they import redis-py."""

from __future__ import annotations

from typing import cast

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

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
        try:
            reply: object = self._clients.get().eval(script, len(keys), *keys, *arguments)
        except RedisError as error:
            raise OSError(str(error)) from error
        return cast("list[int]", reply) if isinstance(reply, list) else [cast("int", reply)]

    def close(self) -> None:
        """Close the connections."""
        self._clients.close()


def _connect(url: str) -> Redis:
    # The library retries for several seconds by default.
    return Redis.from_url(  # pyright: ignore[reportUnknownMemberType]
        url, socket_timeout=TIMEOUT, socket_connect_timeout=TIMEOUT, retry=Retry(NoBackoff(), 0), retry_on_error=[]
    )


def _close(client: Redis) -> None:
    client.close()
