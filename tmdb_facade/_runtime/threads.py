"""Primitives of the sync client. `tasks` has the same names for the async client."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from threading import Event, Lock, Thread, current_thread
from time import monotonic
from time import sleep as sleep_thread
from typing import Any, Generic, ParamSpec, TypeAlias, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

CLOSED = "the pager or its client is closed"
#: Seconds that `close` waits for threads that cannot be interrupted: those blocked in a user's own transport or HTTP
#: client, or in a DNS lookup. They end with that call, and do not keep the program alive.
CLOSE_TIMEOUT = 1.0

#: A method of the client that sends requests.
Method: TypeAlias = Callable[P, T]


class PerLoop(Generic[T]):
    """A lazily created value, one for all threads. The sync client has no event loops."""

    __slots__ = ("_closed", "_lock", "_make", "_value")

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._lock = Lock()
        self._value: T | None = None
        self._closed = False

    def get(self) -> T:
        """Return the value, created on the first call.

        Raises:
            RuntimeError: The value was closed.
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
        """Return the value, if there is one, for the caller to close. Later calls of `get` raise."""
        with self._lock:
            self._closed = True
            value, self._value = self._value, None
        return value


class FetchOnce(Generic[T]):
    """A value that is fetched once, on first use, for all threads. Errors are not stored."""

    __slots__ = ("_fetch", "_lock", "value")

    def __init__(self, fetch: Callable[[], T]) -> None:
        self._fetch = fetch
        self._lock = Lock()
        self.value: T | None = None

    def get(self) -> T:
        """Return the value, fetched on the first call."""
        value = self.value
        if value is None:
            with self._lock:
                value = self.value
                if value is None:
                    value = self.value = self._fetch()
        return value


class BackgroundCall(Generic[T]):
    """A call that runs in its own thread."""

    __slots__ = ("_call", "_cancelled", "_done", "_error", "_forget", "_interrupt", "_lock", "_thread", "_value")

    def __init__(self, call: Callable[[], T], forget: Callable[[BackgroundCall[Any]], None]) -> None:
        self._call = call
        self._forget = forget
        self._done = Event()
        self._cancelled = False
        self._lock = Lock()
        self._interrupt: Callable[[], object] | None = None
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
            if not self._cancelled:
                self._value = self._call()
        except BaseException as error:  # noqa: BLE001  (`result` raises it)
            self._error = error
        finally:
            self._forget(self)
            self._done.set()

    def result(self) -> T:
        """Wait for the call; return its result or raise its error.

        Raises:
            RuntimeError: The call was cancelled.
        """
        self._done.wait()
        if self._cancelled:
            raise RuntimeError(CLOSED)
        if self._error is not None:
            raise self._error
        return self._value

    def sleep(self, seconds: float) -> None:
        """Sleep in the call's thread; `cancel` ends the wait.

        Raises:
            RuntimeError: The call was cancelled.
        """
        if self._done.wait(seconds):
            raise RuntimeError(CLOSED)

    @contextmanager
    def interrupted_by(self, interrupt: Callable[[], object]) -> Generator[None]:
        """Let `cancel` interrupt the blocking operation in this context.

        Args:
            interrupt: Ends the blocking operation. It is called from another thread.

        Raises:
            RuntimeError: The call was cancelled before or during the operation.
        """
        with self._lock:
            if self._cancelled:
                raise RuntimeError(CLOSED)
            self._interrupt = interrupt
        try:
            yield
        finally:
            # From here on the connection may serve another call and must not be interrupted any more.
            with self._lock:
                self._interrupt = None
                is_cancelled = self._cancelled
            if is_cancelled:
                raise RuntimeError(CLOSED)

    def cancel(self) -> None:
        """Cancel the call without waiting for its end.

        A thread cannot be ended from outside, but an operation in `interrupted_by` can be interrupted.
        """
        with self._lock:
            self._cancelled = True
            if self._interrupt is not None:
                self._interrupt()
        self._done.set()

    def join(self, seconds: float) -> None:
        """Wait for the end of the thread, for a limited time."""
        # A thread that has not started yet will see the cancellation; a thread cannot join itself.
        if self._thread.ident is not None and self._thread is not current_thread():
            self._thread.join(seconds)


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
            RuntimeError: One of them is closed.
        """
        if any(group._closed for group in self._groups):
            raise RuntimeError(CLOSED)

    def start(self, call: Callable[[], T]) -> BackgroundCall[T]:
        """Start a call in a thread of its own.

        Raises:
            RuntimeError: The group or one of its owners is closed.
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
        """Cancel the running calls and wait for their end. The group cannot start calls any more."""
        self._closed = True
        calls = list(self._calls)
        for call in calls:
            call.cancel()
        deadline = monotonic() + CLOSE_TIMEOUT
        for call in calls:
            call.join(max(0.0, deadline - monotonic()))


_CURRENT: ContextVar[BackgroundCall[Any]] = ContextVar("tmdb_facade_background_call")


def current_background_call() -> BackgroundCall[Any] | None:
    """Return the background call that runs in this thread, if any."""
    return _CURRENT.get(None)


def sleep(seconds: float) -> None:
    """Sleep; cancelling the current background call ends the wait.

    Raises:
        RuntimeError: The call was cancelled.
    """
    call = current_background_call()
    if call is None:
        sleep_thread(seconds)
    else:
        call.sleep(seconds)


def gather(calls: Sequence[Callable[[], T]]) -> list[T]:
    """Run a few calls concurrently.

    Args:
        calls: Functions without arguments.

    Returns:
        Their results, in the order of the calls.
    """
    if len(calls) == 1:
        return [calls[0]()]
    background = BackgroundCalls()
    try:
        return [started.result() for started in [background.start(call) for call in calls]]
    finally:
        # No call outlives an error.
        background.close()
