"""Limiters: one protocol for a rate limit of one process, of several processes and of several machines."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Protocol

from tmdb_facade._core.rate.rate_limit import server_key
from tmdb_facade._core.rate.redis_url import describe_shared, is_redis
from tmdb_facade._runtime.health import Health
from tmdb_facade._runtime.paces import file_window, local_pace

if TYPE_CHECKING:
    from tmdb_facade._core.rate.pace import Pace, Slot
    from tmdb_facade._core.rate.rate_limit import RateLimit
    from tmdb_facade._runtime.paces import FileWindow

#: Seconds until a shared state that failed is used again.
RETRY_SHARED = 5.0


class AsyncLimiter(Protocol):
    """A rate limit.

    A request waits for its slot like this:

        slot = await limiter.reserve(longest)
        try:
            while slot.wait > 0:
                await sleep(slot.wait)
                slot = await limiter.left(slot)
        except BaseException:
            await limiter.give_back(slot)
            raise
    """

    async def reserve(self, longest: float = inf) -> Slot:
        """Reserve the next slot.

        Args:
            longest: The maximum wait in seconds.

        Raises:
            TooLateError: The slot is further away. Nothing was reserved.
        """
        ...

    async def left(self, slot: Slot) -> Slot:
        """Return a waiting slot with the seconds that are left. It may have moved, in both directions."""
        ...

    async def give_back(self, slot: Slot) -> None:
        """Free the slot of a caller that gave up while it waited."""
        ...

    async def pause(self, seconds: float) -> None:
        """Send nothing for some seconds, for all callers."""
        ...

    async def aclose(self) -> None:
        """Close the limiter's own connections."""
        ...


class AsyncLocalLimiter:
    """A limiter that needs no connection: the pace of this process, or a file."""

    def __init__(self, inner: Pace | FileWindow) -> None:
        self._inner = inner

    async def reserve(self, longest: float = inf) -> Slot:
        """Reserve the next slot."""
        return self._inner.reserve(longest)

    async def left(self, slot: Slot) -> Slot:
        """Return a waiting slot with the seconds that are left."""
        return self._inner.left(slot)

    async def give_back(self, slot: Slot) -> None:
        """Free the slot of a caller that gave up."""
        self._inner.give_back(slot)

    async def pause(self, seconds: float) -> None:
        """Send nothing for some seconds."""
        self._inner.pause(seconds)

    async def aclose(self) -> None:
        """Do nothing: other clients use the same limiter."""


class AsyncSharedLimiter:
    """A limiter with a state outside of this process. While the state cannot be used, the pace of this process applies."""

    def __init__(self, shared: AsyncLimiter, local: AsyncLimiter, name: str) -> None:
        """Create the limiter.

        Args:
            shared: The limiter with the shared state. Its methods raise `OSError` if the state cannot be used.
            local: The limiter of this process.
            name: The file or server, for the warning.
        """
        self._shared = shared
        self._local = local
        problem = f"the rate limit shared by {name} cannot be used; this process keeps to it by itself"
        self._health = Health(problem, RETRY_SHARED)

    async def reserve(self, longest: float = inf) -> Slot:
        """Reserve the next slot, in the shared state if possible."""
        if self._health.is_good():
            try:
                slot = await self._shared.reserve(longest)
            except OSError as error:
                self._health.fail(error)
            else:
                self._health.recover()
                return slot
        return await self._local.reserve(longest)

    async def left(self, slot: Slot) -> Slot:
        """Return a waiting slot with the seconds that are left; a slot of this process if the shared state is away."""
        if not slot.is_shared:
            return await self._local.left(slot)
        if self._health.is_good():
            try:
                return await self._shared.left(slot)
            except OSError as error:
                self._health.fail(error)
        return await self._local.reserve()

    async def give_back(self, slot: Slot) -> None:
        """Free the slot of a caller that gave up."""
        if not slot.is_shared:
            await self._local.give_back(slot)
        elif self._health.is_good():
            try:
                await self._shared.give_back(slot)
            except OSError as error:
                self._health.fail(error)

    async def pause(self, seconds: float) -> None:
        """Send nothing for some seconds, for all processes."""
        await self._local.pause(seconds)
        if self._health.is_good():
            try:
                await self._shared.pause(seconds)
            except OSError as error:
                self._health.fail(error)

    async def aclose(self) -> None:
        """Close the connections to the shared state."""
        await self._shared.aclose()


def open_limiter(base_url: str, limit: RateLimit) -> AsyncLimiter:
    """Return the limiter for a client's requests. Clients of one process share its state.

    Args:
        base_url: The validated base URL.
        limit: The limit.

    Raises:
        InvalidArgumentError: The process shares the limit's file with another limit.
    """
    server = server_key(base_url)
    local = AsyncLocalLimiter(local_pace(server, limit))
    if limit.shared is None:
        return local
    if is_redis(limit.shared):
        # Imported here: redis-py is optional and slow to import.
        from tmdb_facade._async.rate.redis_window import AsyncRedisWindow

        shared: AsyncLimiter = AsyncRedisWindow(limit.shared, server, limit)
    else:
        shared = AsyncLocalLimiter(file_window(limit.shared, limit))
    return AsyncSharedLimiter(shared, local, describe_shared(limit.shared))
