"""What differs between the two clients, for asyncio. `threads` has the same names for threads."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from threading import Lock
from typing import Any, Generic, ParamSpec, TypeAlias, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

CLOSED = "the pager or its client is closed"

#: A method of the client that sends something.
Method: TypeAlias = Callable[P, Awaitable[T]]


class PerLoop(Generic[T]):
    """A value that is made when it is first wanted, once for each event loop.

    Connections belong to the loop that opened them: a client that outlives `asyncio.run` would find the next loop's
    requests on connections of a closed one.
    """

    __slots__ = ("_closed", "_lock", "_make", "_values")

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._lock = Lock()
        self._values: dict[asyncio.AbstractEventLoop, T] = {}
        self._closed = False

    def get(self) -> T:
        """Give the running loop's value.

        Raises:
            RuntimeError: It was closed.
        """
        loop = asyncio.get_running_loop()
        value = self._values.get(loop)
        if value is None:
            with self._lock:
                if self._closed:
                    raise RuntimeError("the client is closed")
                # What belongs to a closed loop cannot be used, and not be closed properly any more.
                self._values = {old: kept for old, kept in self._values.items() if not old.is_closed()}
                value = self._values[loop] = self._make()
        return value

    def close(self) -> T | None:
        """Give the running loop's value, if it was ever made, to whoever closes it; `get` gives none any more."""
        with self._lock:
            self._closed = True
            value = self._values.get(asyncio.get_running_loop())
            self._values = {}
        return value


class FetchOnce(Generic[T]):
    """A value that is fetched when it is first wanted, once, whatever tasks ask for it; an error is not kept."""

    __slots__ = ("_fetch", "_locks", "value")

    def __init__(self, fetch: Callable[[], Awaitable[T]]) -> None:
        self._fetch = fetch
        # A lock belongs to the loop whose tasks wait for it.
        self._locks = PerLoop(asyncio.Lock)
        self.value: T | None = None

    async def get(self) -> T:
        """Give the value."""
        value = self.value
        if value is None:
            async with self._locks.get():
                value = self.value
                if value is None:
                    value = self.value = await self._fetch()
        return value


class BackgroundCall(Generic[T]):
    """A call in a task of its own."""

    __slots__ = ("_task",)

    def __init__(self, task: asyncio.Task[T]) -> None:
        self._task = task

    async def result(self) -> T:
        """Wait for what the call gives, or raise what it raised.

        Raises:
            RuntimeError: It was stopped.
        """
        await asyncio.wait([self._task])
        if self._task.cancelled():
            # Not CancelledError: nobody has cancelled the task that waits here.
            raise RuntimeError(CLOSED)
        return self._task.result()

    def stop(self) -> None:
        """End it soon; nobody wants its result any more."""
        self._task.cancel()


class BackgroundCalls:
    """The calls that run ahead for an owner: a pager, or a client for all its pagers. They can be ended together."""

    __slots__ = ("_closed", "_crews", "_tasks")

    def __init__(self, *owners: BackgroundCalls) -> None:
        """Make a crew that ends with any of its owners' crews too."""
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False
        self._crews: frozenset[BackgroundCalls] = frozenset((self,)).union(*(owner._crews for owner in owners))

    def check(self) -> None:
        """Make sure that none of the owners is closed.

        Raises:
            RuntimeError: One is.
        """
        if any(crew._closed for crew in self._crews):
            raise RuntimeError(CLOSED)

    def start(self, call: Callable[[], Awaitable[T]]) -> BackgroundCall[T]:
        """Run a call in a task of its own, which ends when the call does.

        Raises:
            RuntimeError: An owner is closed.
        """
        self.check()

        async def run() -> T:
            return await call()

        task = asyncio.ensure_future(run())
        for crew in self._crews:
            crew._tasks.add(task)
        task.add_done_callback(self._forget)
        return BackgroundCall(task)

    def _forget(self, task: asyncio.Task[Any]) -> None:
        for crew in self._crews:
            crew._tasks.discard(task)
        if not task.cancelled():
            # An error that comes when nobody waits any more concerns nobody: the event loop need not log it.
            task.exception()

    async def aclose(self) -> None:
        """End what runs, and wait until it has ended. Nothing can be started any more."""
        self._closed = True
        loop = asyncio.get_running_loop()
        own: list[asyncio.Task[Any]] = []
        for task in list(self._tasks):
            if (of := task.get_loop()) is loop:
                task.cancel()
                own.append(task)
            elif not of.is_closed():
                # Another loop's, in another thread: it can be told, and not waited for.
                of.call_soon_threadsafe(task.cancel)
        await asyncio.gather(*own, return_exceptions=True)


async def sleep(seconds: float) -> None:
    """Wait, unless nobody wants what the caller is to give any more."""
    await asyncio.sleep(seconds)


async def gather(calls: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    """Run calls at the same time.

    Args:
        calls: What to call; a handful.

    Returns:
        What they gave, in the order of the calls.
    """
    if len(calls) == 1:
        return [await calls[0]()]

    async def run(call: Callable[[], Awaitable[T]]) -> T:
        return await call()

    tasks = [asyncio.ensure_future(run(call)) for call in calls]
    try:
        return list(await asyncio.gather(*tasks))
    finally:
        # After an error or a cancellation none of them is left running.
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
