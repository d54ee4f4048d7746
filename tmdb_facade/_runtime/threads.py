"""Primitives of the sync client. `tasks` has the same names for the async client."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import ContextVar, copy_context
from threading import Event, Lock, Thread, get_ident
from typing import Any, Generic, ParamSpec, TypeAlias, TypeVar

from tmdb_facade._runtime.forks import renew_after_fork
from tmdb_facade.errors import ClientClosedError

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")

CLOSED = "the pager or its client is closed"
CLIENT_CLOSED = "the client is closed"

#: A method of the client that sends requests.
Method: TypeAlias = Callable[P, T]


class PerLoop(Generic[T]):
    """A lazily created value, one for all threads of a process. The sync client has no event loops."""

    __slots__ = ("__weakref__", "_close", "_closed", "_lock", "_make", "_value")

    def __init__(self, make: Callable[[], T], close: Callable[[T], None] | None = None) -> None:
        """Store how to create the value.

        Args:
            make: Creates the value.
            close: Closes the value.
        """
        self._make = make
        self._close = close
        self._lock = Lock()
        self._value: T | None = None
        self._closed = False
        renew_after_fork(self)

    def renew(self) -> None:
        """Forget the value of the parent process."""
        self._lock = Lock()
        self._value = None

    def get(self) -> T:
        """Return the value, created on the first call.

        Raises:
            ClientClosedError: The value was closed.
        """
        value = self._value
        if value is None:
            with self._lock:
                if self._closed:
                    raise ClientClosedError(CLIENT_CLOSED)
                value = self._value
                if value is None:
                    value = self._value = self._make()
        return value

    def close(self) -> None:
        """Close the value, if there is one. Later calls of `get` raise."""
        with self._lock:
            self._closed = True
            value, self._value = self._value, None
        if value is not None and self._close is not None:
            self._close(value)


class FetchOnce(Generic[T]):
    """A value that is fetched once, on first use, for all threads. Errors are not stored."""

    __slots__ = ("__weakref__", "_fetch", "_lock", "value")

    def __init__(self, fetch: Callable[[], T]) -> None:
        self._fetch = fetch
        self._lock = Lock()
        self.value: T | None = None
        renew_after_fork(self)

    def renew(self) -> None:
        """Replace the lock, which a thread of the parent process may hold."""
        self._lock = Lock()

    def get(self) -> T:
        """Return the value, fetched on the first call."""
        value = self.value
        if value is None:
            with self._lock:
                value = self.value
                if value is None:
                    value = self.value = self._fetch()
        return value


def current_caller() -> object:
    """Return the number of this thread."""
    return get_ident()


class Signal:
    """An event that threads wait for."""

    __slots__ = ("_event",)

    def __init__(self) -> None:
        self._event = Event()

    def set(self) -> None:
        """End all waits."""
        self._event.set()

    def wait(self, seconds: float) -> bool:
        """Wait for the event, at most some seconds; return whether it has happened."""
        return self._event.wait(seconds)


class BackgroundCall(Generic[T]):
    """A call that runs in its own thread.

    Attributes:
        on_cancel: Wakes up the thread from its current wait.
    """

    __slots__ = ("_call", "_cancelled", "_done", "_error", "_forget", "_thread", "_value", "_waiters", "on_cancel")

    def __init__(self, call: Callable[[], T], forget: Callable[[BackgroundCall[Any]], None]) -> None:
        self._call = call
        self._forget = forget
        self._done = Event()
        self._waiters: list[Event] = []
        self._cancelled = False
        self.on_cancel: Callable[[], None] | None = None
        self._value: T
        self._error: BaseException | None = None
        # A daemon thread: a missing response must not keep the program alive. Like a task, the call sees a copy of the
        # caller's context variables.
        self._thread = Thread(target=copy_context().run, args=(self._run,), name="tmdb-facade page", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def _run(self) -> None:
        _CURRENT.set(self)
        try:
            self._value = self._call()
        except BaseException as error:  # noqa: BLE001  (`result` raises it)
            self._error = error
        finally:
            self._forget(self)
            self._end()

    def _end(self) -> None:
        """End all waits for the call."""
        self._done.set()
        for waiter in tuple(self._waiters):
            waiter.set()

    def result(self) -> T:
        """Wait for the call; return its result or raise its error.

        Raises:
            ClientClosedError: The call was cancelled.
        """
        self._done.wait()
        if self._cancelled:
            raise ClientClosedError(CLOSED)
        if self._error is not None:
            raise self._error
        return self._value

    def check(self) -> None:
        """Raise if the call was cancelled.

        Raises:
            ClientClosedError: It was.
        """
        if self._cancelled:
            raise ClientClosedError(CLOSED)

    @property
    def is_done(self) -> bool:
        """Whether the call has ended."""
        return self._done.is_set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the call was cancelled."""
        return self._cancelled

    def cancel(self) -> None:
        """Cancel the call without waiting for its end: its thread ends with the exchange under way."""
        self._cancelled = True
        self._end()
        if (wake_up := self.on_cancel) is not None:
            wake_up()

    @staticmethod
    def first_done(calls: Sequence[BackgroundCall[V]]) -> BackgroundCall[V]:
        """Wait until one of some calls has ended, and return it."""
        waiter = Event()
        for call in calls:
            # A call that has ended before does not set the event, so `_done` is read afterwards.
            call._waiters.append(waiter)
        try:
            while True:
                for call in calls:
                    if call._done.is_set():
                        return call
                waiter.wait()
        finally:
            for call in calls:
                call._waiters.remove(waiter)


class BackgroundCalls:
    """Background calls of one pager, or of all pagers of a client. They are cancelled together."""

    __slots__ = ("_calls", "_closed", "_groups")

    def __init__(self, *owners: BackgroundCalls) -> None:
        """Create a group. Closing one of its owners cancels its calls too."""
        self._calls: set[BackgroundCall[Any]] = set()
        self._closed = False
        self._groups: frozenset[BackgroundCalls] = frozenset((self,)).union(*(owner._groups for owner in owners))

    def check(self) -> None:
        """Raise if the group or one of its owners is closed.

        Raises:
            ClientClosedError: One of them is closed.
        """
        if any(group._closed for group in self._groups):
            raise ClientClosedError(CLOSED)

    def start(self, call: Callable[[], T]) -> BackgroundCall[T]:
        """Start a call in a thread of its own.

        Raises:
            ClientClosedError: The group or one of its owners is closed.
        """
        background_call = BackgroundCall(call, self._forget)
        for group in self._groups:
            group._calls.add(background_call)
        try:
            # Checked after the call is registered: an owner closed meanwhile fails this check or cancels the call.
            self.check()
            background_call.start()
        except BaseException:
            self._forget(background_call)
            raise
        return background_call

    def _forget(self, call: BackgroundCall[Any]) -> None:
        for group in self._groups:
            group._calls.discard(call)

    def close(self) -> None:
        """Cancel the running calls. The group cannot start calls any more."""
        self._closed = True
        for call in list(self._calls):
            call.cancel()


_CURRENT: ContextVar[BackgroundCall[Any]] = ContextVar("tmdb_facade_background_call")


def current_call() -> BackgroundCall[Any] | None:
    """Return the background call that this thread runs."""
    return _CURRENT.get(None)
