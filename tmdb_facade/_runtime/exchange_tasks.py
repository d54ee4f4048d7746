"""The running exchanges of the async client. `exchange_threads` has the same names for the sync client."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from tmdb_facade._core.sending.engine import Deadline
from tmdb_facade._core.sending.failures import NO_CONNECTION, NO_FIRST_CONNECTION, OVERDUE, EngineError, Failure
from tmdb_facade._runtime.tasks import CLIENT_CLOSED
from tmdb_facade.errors import ClientClosedError

T = TypeVar("T")


class Exchanges:
    """The running exchanges of a client's connections, at most `limit` at a time.

    Those of httpx run in tasks of their own, which are never cancelled with their calls: the library loses connections
    when it is cancelled. They are abandoned instead, which closes their connections. What waits for a slot can be
    cancelled freely.
    """

    def __init__(self, limit: int | None = None) -> None:
        """Start without exchanges.

        Args:
            limit: The greatest number of exchanges at a time; `None` for no limit.
        """
        self._slots = None if limit is None else asyncio.Semaphore(limit)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._limits: set[asyncio.Timeout] = set()
        self._closing = asyncio.Event()
        self._ended = asyncio.Event()
        self._waiting = 0

    async def run(
        self,
        exchange: Callable[[], Coroutine[Any, Any, T]],
        deadline: Deadline,
        abandon: Callable[[], Coroutine[Any, Any, None]],
    ) -> T:
        """Run an exchange as soon as there is a free slot.

        Args:
            exchange: Sends a request and reads the response.
            deadline: When the call ends; started with the exchange.
            abandon: Ends the exchange soon, and closes its connections.

        Raises:
            ClientClosedError: The client is closed.
            EngineError: No slot was free in time.
        """
        self.check()
        slots = self._slots
        if slots is not None:
            await self._wait(slots, deadline)
        deadline.start()
        task = self._start(exchange())
        if slots is not None:
            task.add_done_callback(lambda _: slots.release())
        try:
            return await asyncio.shield(task)
        except EngineError as error:
            failure: Failure | None = error.failure
            self._start(abandon())
        except asyncio.CancelledError:
            if not task.done():
                self._start(abandon())
                raise
            if not self._closing.is_set():
                raise
            failure = None
        # Closing the client ends its exchanges. Raised here: within the except block, the error would refer to the frames
        # of the engine.
        self.check()
        raise EngineError(failure or OVERDUE)

    async def run_cancellable(self, exchange: Callable[[], Awaitable[T]], deadline: Deadline) -> T:
        """Run an exchange that can be cancelled at any time, as soon as there is a free slot.

        Args:
            exchange: Sends a request and reads the response.
            deadline: When the exchange is cancelled; started with it.

        Raises:
            ClientClosedError: The client is closed.
            EngineError: The exchange failed, or the deadline has passed.
        """
        self.check()
        slots = self._slots
        if slots is not None:
            await self._wait(slots, deadline)
        deadline.start()
        limit = asyncio.timeout(deadline.seconds_left())
        self._limits.add(limit)
        try:
            async with limit:
                return await exchange()
        except EngineError as error:
            failure = error.failure
        except TimeoutError:
            if not limit.expired():
                raise
            failure = OVERDUE
        finally:
            self._limits.discard(limit)
            if slots is not None:
                slots.release()
            if not self._limits and self._closing.is_set():
                self._ended.set()
        # Raised here: within the except block, the error would refer to the frames of the engine.
        self.check()
        raise EngineError(failure)

    def _start(self, coroutine: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Start a task that `aclose` ends."""
        task = asyncio.create_task(coroutine, name="tmdb-facade exchange")
        self._tasks.add(task)
        task.add_done_callback(self._forget)
        return task

    def _forget(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # retrieved, for a call that is cancelled

    async def _wait(self, slots: asyncio.Semaphore, deadline: Deadline) -> None:
        """Wait for a slot. Closing the client ends the wait."""
        if not slots.locked():
            await slots.acquire()  # does not wait
            return
        self._waiting += 1
        try:
            async with asyncio.timeout(deadline.seconds_to_wait()):
                await slots.acquire()
        except TimeoutError:
            raise EngineError(NO_FIRST_CONNECTION if deadline.at is None else NO_CONNECTION) from None
        finally:
            self._waiting -= 1
        if self._closing.is_set():
            slots.release()
            self.check()

    def check(self) -> None:
        """Raise if the client is closed.

        Raises:
            ClientClosedError: It is.
        """
        if self._closing.is_set():
            raise ClientClosedError(CLIENT_CLOSED)

    async def sleep(self, seconds: float) -> None:
        """Sleep; closing the client or cancelling the task ends the wait.

        Raises:
            ClientClosedError: The client is closed.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._closing.wait()
        self.check()

    async def aclose(self, close_connections: Callable[[], Awaitable[None]]) -> None:
        """End all waits and exchanges, and close the connections."""
        self._closing.set()
        for _ in range(self._waiting):
            if self._slots is not None:
                self._slots.release()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._end_cancellable()
        await close_connections()

    async def _end_cancellable(self) -> None:
        """Let the time of the cancellable exchanges pass, and wait for their end."""
        now = asyncio.get_running_loop().time()
        for limit in list(self._limits):
            with suppress(RuntimeError):  # its time has passed already
                limit.reschedule(now)
        if self._limits:
            await self._ended.wait()
