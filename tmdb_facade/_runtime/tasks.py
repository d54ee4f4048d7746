"""Primitives of the async client. `threads` has the same names for the sync client."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import suppress
from threading import Lock
from typing import Any, Generic, ParamSpec, TypeAlias, TypeVar

from tmdb_facade._runtime.forks import renew_after_fork
from tmdb_facade.errors import ClientClosedError, TMDBError

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")

CLOSED = "the pager or its client is closed"
CLIENT_CLOSED = "the client is closed"

#: A method of the client that sends requests.
Method: TypeAlias = Callable[P, Awaitable[T]]


def running_loop() -> asyncio.AbstractEventLoop:
    """Return the running event loop.

    Raises:
        TMDBError: There is none, as in a program that trio runs.
    """
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        problem = "AsyncTMDB needs a running event loop of asyncio; use TMDB without one, and with other libraries such as trio"
        raise TMDBError(problem) from None


class PerLoop(Generic[T]):
    """A lazily created value, one for each event loop of a process.

    Connections belong to the loop that opened them. A client that outlives `asyncio.run` would otherwise send the next
    loop's requests through connections of a closed loop.
    """

    __slots__ = ("__weakref__", "_close", "_closed", "_lock", "_make", "_values")

    def __init__(self, make: Callable[[], T], close: Callable[[T], Awaitable[None]] | None = None) -> None:
        """Store how to create a value.

        Args:
            make: Creates a value.
            close: Closes a value when its event loop ends.
        """
        self._make = make
        self._close = close
        self._lock = Lock()
        self._values: dict[asyncio.AbstractEventLoop, tuple[T, AsyncGenerator[None] | None]] = {}
        self._closed = False
        renew_after_fork(self)

    def renew(self) -> None:
        """Forget the values of the parent process."""
        self._lock = Lock()
        self._values = {}

    def get(self) -> T:
        """Return the running loop's value, created on the first call.

        Raises:
            ClientClosedError: The value was closed.
        """
        loop = running_loop()
        entry = self._values.get(loop)
        if entry is None:
            with self._lock:
                if self._closed:
                    raise ClientClosedError(CLIENT_CLOSED)
                # Values of closed loops can be neither used nor closed any more.
                self._values = {key: item for key, item in self._values.items() if not key.is_closed()}
                value = self._make()
                entry = self._values[loop] = value, self._until_loop_ends(value)
        return entry[0]

    def _until_loop_ends(self, value: T) -> AsyncGenerator[None] | None:
        """Close the value when its loop ends: a loop that ends closes the generators that it has started."""
        if self._close is None:
            return None
        close = self._close

        async def wait() -> AsyncGenerator[None]:
            try:
                yield
            finally:
                await close(value)

        generator = wait()
        with suppress(StopIteration):
            generator.__anext__().send(None)  # up to the yield, which waits for nothing
        return generator

    async def aclose(self) -> None:
        """Close the running loop's value, if there is one. Later calls of `get` raise."""
        with self._lock:
            self._closed = True
            entry = self._values.pop(running_loop(), None)
        if entry is not None and entry[1] is not None:
            await entry[1].aclose()


class FetchOnce(Generic[T]):
    """A value that is fetched once, on first use, for all tasks. Errors are not stored."""

    __slots__ = ("_fetch", "_locks", "value")

    def __init__(self, fetch: Callable[[], Awaitable[T]]) -> None:
        self._fetch = fetch
        # An asyncio lock belongs to one event loop.
        self._locks = PerLoop(asyncio.Lock)
        self.value: T | None = None

    async def get(self) -> T:
        """Return the value, fetched on the first call."""
        value = self.value
        if value is None:
            async with self._locks.get():
                value = self.value
                if value is None:
                    value = self.value = await self._fetch()
        return value


def current_caller() -> object:
    """Return the running task."""
    return asyncio.current_task()


class Signal:
    """An event that tasks of one loop wait for."""

    __slots__ = ("_event",)

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def set(self) -> None:
        """End all waits."""
        self._event.set()

    async def wait(self, seconds: float) -> bool:
        """Wait for the event, at most some seconds; return whether it has happened."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._event.wait()
        return self._event.is_set()


class BackgroundCall(Generic[T]):
    """A call that runs in its own task."""

    __slots__ = ("_task",)

    def __init__(self, task: asyncio.Task[T]) -> None:
        self._task = task

    async def result(self) -> T:
        """Wait for the call; return its result or raise its error.

        Raises:
            ClientClosedError: The call was cancelled.
        """
        await asyncio.wait([self._task])
        if self._task.cancelled():
            # Not CancelledError: the waiting task itself is not cancelled.
            raise ClientClosedError(CLOSED)
        return self._task.result()

    @property
    def is_done(self) -> bool:
        """Whether the call has ended."""
        return self._task.done()

    def cancel(self) -> None:
        """Cancel the call without waiting for its end."""
        self._task.cancel()

    @staticmethod
    async def first_done(calls: Sequence[BackgroundCall[V]]) -> BackgroundCall[V]:
        """Wait until one of some calls has ended, and return it."""
        await asyncio.wait([call._task for call in calls], return_when=asyncio.FIRST_COMPLETED)
        return next(call for call in calls if call._task.done())


class BackgroundCalls:
    """Background calls of one pager, or of all pagers of a client. They are cancelled together."""

    __slots__ = ("_closed", "_groups", "_tasks")

    def __init__(self, *owners: BackgroundCalls) -> None:
        """Create a group. Closing one of its owners cancels its calls too."""
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False
        self._groups: frozenset[BackgroundCalls] = frozenset((self,)).union(*(owner._groups for owner in owners))

    def check(self) -> None:
        """Raise if the group or one of its owners is closed.

        Raises:
            ClientClosedError: One of them is closed.
        """
        if any(group._closed for group in self._groups):
            raise ClientClosedError(CLOSED)

    def start(self, call: Callable[[], Awaitable[T]]) -> BackgroundCall[T]:
        """Start a call in a task of its own.

        Raises:
            ClientClosedError: The group or one of its owners is closed.
        """
        self.check()
        loop = running_loop()

        async def run() -> T:
            return await call()

        task = loop.create_task(run())
        for group in self._groups:
            group._tasks.add(task)
        task.add_done_callback(self._forget)
        return BackgroundCall(task)

    def _forget(self, task: asyncio.Task[Any]) -> None:
        for group in self._groups:
            group._tasks.discard(task)
        if not task.cancelled():
            # Mark the error as retrieved: if nothing awaits the task any more, the event loop would log it.
            task.exception()

    async def aclose(self) -> None:
        """Cancel the running calls and wait for their end. The group cannot start calls any more."""
        self._closed = True
        loop = running_loop()
        cancelled: list[asyncio.Task[Any]] = []
        for task in list(self._tasks):
            if (task_loop := task.get_loop()) is loop:
                task.cancel()
                cancelled.append(task)
            elif not task_loop.is_closed():
                # A task of another thread's loop can be cancelled, but not awaited here.
                task_loop.call_soon_threadsafe(task.cancel)
        await asyncio.gather(*cancelled, return_exceptions=True)
