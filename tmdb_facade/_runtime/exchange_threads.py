"""The running exchanges of the sync client. `exchange_tasks` has the same names for the async client."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from threading import Condition, Lock
from typing import TypeVar

from tmdb_facade._core.sending.engine import Deadline
from tmdb_facade._core.sending.failures import NO_CONNECTION, NO_FIRST_CONNECTION, EngineError
from tmdb_facade._runtime.threads import CLIENT_CLOSED, current_call
from tmdb_facade.errors import ClientClosedError

T = TypeVar("T")

#: Seconds that `close` waits for exchanges that cannot be interrupted.
CLOSE_TIMEOUT = 1.0


class Exchanges:
    """The running exchanges of a client's connections, at most `limit` at a time."""

    def __init__(self, limit: int | None = None) -> None:
        """Start without exchanges.

        Args:
            limit: The greatest number of exchanges at a time; `None` for no limit.
        """
        # A lock by itself is quicker than through its condition.
        self._lock = Lock()
        self._condition = Condition(self._lock)
        self._waiting = 0
        self._free = limit if limit is not None else inf
        self._running = 0
        self._closed = False

    def run(self, exchange: Callable[[], T], deadline: Deadline, abandon: object) -> T:
        """Run an exchange as soon as there is a free slot.

        Args:
            exchange: Sends a request and reads the response.
            deadline: When the call ends; started with the exchange.
            abandon: Unused: a thread runs its exchange to the end.

        Raises:
            ClientClosedError: The client is closed.
            EngineError: No slot was free in time.
        """
        with self._lock:
            while self._free < 1 and not self._closed:
                self._wait(deadline)
            self.check()
            self._free -= 1
            self._running += 1
        deadline.start()
        try:
            return exchange()
        except EngineError as error:
            failure = error.failure
        finally:
            with self._lock:
                self._free += 1
                self._running -= 1
                if self._waiting:
                    self._condition.notify_all()
        # Closing the client breaks its connections. Raised here: within the except block, the error would refer to the
        # frames of the engine.
        self.check()
        raise EngineError(failure)

    def _wait(self, deadline: Deadline) -> None:
        """Wait until a slot may be free."""
        left = deadline.seconds_to_wait()
        if left is not None and left <= 0:
            raise EngineError(NO_FIRST_CONNECTION if deadline.at is None else NO_CONNECTION)
        self._waiting += 1
        try:
            self._condition.wait(left)
        finally:
            self._waiting -= 1

    def run_cancellable(self, exchange: Callable[[], T], deadline: Deadline) -> T:
        """Run an exchange. A thread cannot be cancelled: the exchange must end by its deadline."""
        return self.run(exchange, deadline, None)

    def check(self) -> None:
        """Raise if the client is closed or the current background call was cancelled.

        Raises:
            ClientClosedError: It is, or the call was cancelled.
        """
        if self._closed:
            raise ClientClosedError(CLIENT_CLOSED)
        if (call := current_call()) is not None:
            call.check()

    def sleep(self, seconds: float) -> None:
        """Sleep; closing the client or cancelling the current background call ends the wait.

        Raises:
            ClientClosedError: The client is closed, or the call was cancelled.
        """
        call = current_call()
        if call is not None:
            call.on_cancel = self._wake_up
        with self._condition:
            self._condition.wait_for(lambda: self._closed or (call is not None and call.is_cancelled), seconds)
        self.check()

    def _wake_up(self) -> None:
        with self._condition:
            self._condition.notify_all()

    def close(self, close_connections: Callable[[], None]) -> None:
        """End all waits and exchanges.

        It may be called again by `close_connections`, once for each of several engines. Only the first call waits for the
        exchanges, when all connections are closed.

        Args:
            close_connections: Closes the connections, which ends the exchanges over them. Exchanges of a user's
                transport may go on; they are waited for briefly, and do not keep the program alive.
        """
        with self._condition:
            is_first = not self._closed
            self._closed = True
            self._condition.notify_all()
        close_connections()
        if not is_first:
            return
        with self._condition:
            self._waiting += 1  # so that exchanges notify this thread when they end
            self._condition.wait_for(lambda: not self._running, CLOSE_TIMEOUT)
