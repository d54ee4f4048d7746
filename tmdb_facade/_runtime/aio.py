"""What differs between the two clients, for asyncio. `threads` has the same names for threads."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from threading import Lock
from typing import Generic, ParamSpec, TypeAlias, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

#: A method of the client that sends something.
Method: TypeAlias = Callable[P, Awaitable[T]]


class Shared(Generic[T]):
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


class Once(Generic[T]):
    """A value that is fetched when it is first wanted, once, whatever tasks ask for it; an error is not kept."""

    __slots__ = ("_fetch", "_locks", "value")

    def __init__(self, fetch: Callable[[], Awaitable[T]]) -> None:
        self._fetch = fetch
        # A lock belongs to the loop whose tasks wait for it.
        self._locks = Shared(asyncio.Lock)
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


async def gather(calls: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    """Run calls at the same time.

    Args:
        calls: What to call; a handful.

    Returns:
        What they gave, in the order of the calls.
    """

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
