"""What differs between the two clients, for threads. `aio` has the same names for asyncio."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import copy_context
from threading import Lock
from typing import Generic, ParamSpec, TypeAlias, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

#: A method of the client that sends something.
Method: TypeAlias = Callable[P, T]


class Shared(Generic[T]):
    """A value that is made when it is first wanted, once, whatever threads ask for it."""

    __slots__ = ("_closed", "_lock", "_make", "_value")

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._lock = Lock()
        self._value: T | None = None
        self._closed = False

    def get(self) -> T:
        """Give the value.

        Raises:
            RuntimeError: It was closed.
        """
        value = self._value
        if value is None:
            with self._lock:
                if self._closed:
                    raise RuntimeError("the client is closed")
                value = self._value
                if value is None:
                    value = self._value = self._make()
        return value

    def close(self) -> T | None:
        """Give the value, if it was ever made, to whoever closes it; `get` gives none any more."""
        with self._lock:
            self._closed = True
            value, self._value = self._value, None
        return value


class Once(Generic[T]):
    """A value that is fetched when it is first wanted, once, whatever threads ask for it; an error is not kept."""

    __slots__ = ("_fetch", "_lock", "value")

    def __init__(self, fetch: Callable[[], T]) -> None:
        self._fetch = fetch
        self._lock = Lock()
        self.value: T | None = None

    def get(self) -> T:
        """Give the value."""
        value = self.value
        if value is None:
            with self._lock:
                value = self.value
                if value is None:
                    value = self.value = self._fetch()
        return value


def gather(calls: Sequence[Callable[[], T]]) -> list[T]:
    """Run calls at the same time.

    Args:
        calls: What to call; a handful.

    Returns:
        What they gave, in the order of the calls.
    """
    # Imported here: it is seldom needed, and not light.
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(max_workers=len(calls)) as pool:
        # In a copy of this context, as tasks run in one.
        return [future.result() for future in [pool.submit(copy_context().run, call) for call in calls]]
