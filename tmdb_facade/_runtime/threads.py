"""What differs between the two clients, for threads. `tasks` has the same names for asyncio."""

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
#: How many seconds closing waits for threads that cannot be told to end: those that wait within a user's own transport
#: or HTTP client, or for a name server. They end by themselves when that does, and hold up no program.
PATIENCE = 1.0

#: A method of the client that sends something.
Method: TypeAlias = Callable[P, T]


class PerLoop(Generic[T]):
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


class FetchOnce(Generic[T]):
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


class BackgroundCall(Generic[T]):
    """A call in a thread of its own."""

    __slots__ = ("_call", "_cut", "_done", "_error", "_forget", "_lock", "_stopped", "_thread", "_value")

    def __init__(self, call: Callable[[], T], forget: Callable[[BackgroundCall[Any]], None]) -> None:
        self._call = call
        self._forget = forget
        self._done = Event()
        self._stopped = False
        self._lock = Lock()
        self._cut: Callable[[], object] | None = None
        self._value: T
        self._error: BaseException | None = None
        # A daemon: an answer that does not come must not hold up the end of the program. The call sees the context
        # variables of whoever wants it, as a task would.
        self._thread = Thread(target=copy_context().run, args=(self._run,), name="tmdb-facade page", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def _run(self) -> None:
        _JOB.set(self)
        try:
            if not self._stopped:
                self._value = self._call()
        except BaseException as error:  # noqa: BLE001  (it is raised where the result is wanted)
            self._error = error
        finally:
            self._forget(self)
            self._done.set()

    def result(self) -> T:
        """Wait for what the call gives, or raise what it raised.

        Raises:
            RuntimeError: It was stopped.
        """
        self._done.wait()
        if self._stopped:
            raise RuntimeError(CLOSED)
        if self._error is not None:
            raise self._error
        return self._value

    def sleep(self, seconds: float) -> None:
        """Wait in its thread, unless it is stopped meanwhile.

        Raises:
            RuntimeError: It was stopped.
        """
        if self._done.wait(seconds):
            raise RuntimeError(CLOSED)

    @contextmanager
    def cut_by(self, cut: Callable[[], object]) -> Generator[None]:
        """Let a wait in its thread be cut short when it is stopped.

        Args:
            cut: Ends the wait, whatever comes of it; called from another thread.

        Raises:
            RuntimeError: It was stopped, before or meanwhile.
        """
        with self._lock:
            if self._stopped:
                raise RuntimeError(CLOSED)
            self._cut = cut
        try:
            yield
        finally:
            # What was waited for may be another's from here on: nobody cuts it any more.
            with self._lock:
                self._cut = None
                stopped = self._stopped
            if stopped:
                raise RuntimeError(CLOSED)

    def stop(self) -> None:
        """End it soon; nobody wants its result any more.

        A thread cannot be ended from outside; but what it waits for can, where `cut_by` says how.
        """
        with self._lock:
            self._stopped = True
            if self._cut is not None:
                self._cut()
        self._done.set()

    def join(self, seconds: float) -> None:
        """Wait until its thread has ended, but not for ever."""
        # One that is not started yet will find itself stopped; and nobody can wait for himself.
        if self._thread.ident is not None and self._thread is not current_thread():
            self._thread.join(seconds)


class BackgroundCalls:
    """The calls that run ahead for an owner: a pager, or a client for all its pagers. They can be ended together."""

    __slots__ = ("_closed", "_crews", "_jobs")

    def __init__(self, *owners: BackgroundCalls) -> None:
        """Make a crew that ends with any of its owners' crews too."""
        self._jobs: set[BackgroundCall[Any]] = set()
        self._closed = False
        self._crews: frozenset[BackgroundCalls] = frozenset((self,)).union(*(owner._crews for owner in owners))

    def check(self) -> None:
        """Make sure that none of the owners is closed.

        Raises:
            RuntimeError: One is.
        """
        if any(crew._closed for crew in self._crews):
            raise RuntimeError(CLOSED)

    def start(self, call: Callable[[], T]) -> BackgroundCall[T]:
        """Run a call in a thread of its own, which ends when the call does.

        Raises:
            RuntimeError: An owner is closed.
        """
        job = BackgroundCall(call, self._forget)
        for crew in self._crews:
            crew._jobs.add(job)
        try:
            # Only now: whoever closes an owner at this moment either is seen here, or sees the job there.
            self.check()
            job.start()
        except BaseException:
            self._forget(job)
            raise
        return job

    def _forget(self, job: BackgroundCall[Any]) -> None:
        for crew in self._crews:
            crew._jobs.discard(job)

    def close(self) -> None:
        """End what runs, and wait until it has ended. Nothing can be started any more."""
        self._closed = True
        jobs = list(self._jobs)
        for job in jobs:
            job.stop()
        until = monotonic() + PATIENCE
        for job in jobs:
            job.join(max(0.0, until - monotonic()))


_JOB: ContextVar[BackgroundCall[Any]] = ContextVar("tmdb-facade job")


def current_background_call() -> BackgroundCall[Any] | None:
    """Give the job that this thread does, if it does one."""
    return _JOB.get(None)


def sleep(seconds: float) -> None:
    """Wait, unless nobody wants what the caller is to give any more.

    Raises:
        RuntimeError: Nobody does.
    """
    job = current_background_call()
    if job is None:
        sleep_thread(seconds)
    else:
        job.sleep(seconds)


def gather(calls: Sequence[Callable[[], T]]) -> list[T]:
    """Run calls at the same time.

    Args:
        calls: What to call; a handful.

    Returns:
        What they gave, in the order of the calls.
    """
    if len(calls) == 1:
        return [calls[0]()]
    crew = BackgroundCalls()
    try:
        return [job.result() for job in [crew.start(call) for call in calls]]
    finally:
        # After an error none of them is left running.
        crew.close()
