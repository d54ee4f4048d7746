"""The running exchanges of the async client. `exchange_threads` has the same names for the sync client."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any, Generic, TypeVar

from tmdb_facade._core.sending.engine import Deadline
from tmdb_facade._core.sending.failures import NO_SLOT, OVERDUE, EngineError, Failure
from tmdb_facade._runtime.tasks import CLIENT_CLOSED
from tmdb_facade.errors import ClientClosedError

T = TypeVar("T")


class Exchanges:
    """The running exchanges of a client's connections, at most `limit` at a time.

    Each runs in a task of its own, which is never cancelled with its call: the HTTP library loses connections when it is
    cancelled. It is abandoned instead, which closes its connection. What waits for a slot can be cancelled freely.
    """

    def __init__(self, limit: int | None = None) -> None:
        """Start without exchanges.

        Args:
            limit: The greatest number of exchanges at a time; `None` for no limit.
        """
        self._slots = None if limit is None else asyncio.Semaphore(limit)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closing = asyncio.Event()
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
            abandon: Ends the exchange soon.

        Raises:
            ClientClosedError: The client is closed.
            EngineError: The deadline has passed before a slot was free.
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
            async with asyncio.timeout(None if deadline.at is None else deadline.seconds_left()):
                await slots.acquire()
        except TimeoutError:
            raise EngineError(NO_SLOT) from None
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
        await close_connections()


class InterruptibleExchange(Generic[T]):
    """An exchange of an engine that can be cancelled at any time."""

    def __init__(self, exchange: Callable[[], Awaitable[T]], deadline: Deadline) -> None:
        """Store the exchange.

        Args:
            exchange: Sends a request and reads the response.
            deadline: When it is cancelled.
        """
        self._exchange = exchange
        self._deadline = deadline
        self._task: asyncio.Task[Any] | None = None

    async def run(self) -> T:
        """Run the exchange.

        Raises:
            EngineError: The deadline has passed.
        """
        self._task = asyncio.current_task()
        limit = asyncio.timeout(self._deadline.seconds_left())
        try:
            async with limit:
                return await self._exchange()
        except TimeoutError:
            if not limit.expired():
                raise
        raise EngineError(OVERDUE)

    async def abandon(self) -> None:
        """Cancel the exchange."""
        if self._task is not None:
            self._task.cancel()
