# Made from tmdb_facade/_async/flights.py by `make sync`: edit that file, never this one.
"""Requests that are running, for calls that wait for the same answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from tmdb_facade._runtime.threads import Signal, current_caller

if TYPE_CHECKING:
    from collections.abc import Callable

    from tmdb_facade._core.client.options import Options
    from tmdb_facade._core.sending.engine import Deadline
    from tmdb_facade.errors import TMDBError

#: Seconds after which a waiting call checks whether its client was closed.
_CHECK_INTERVAL = 0.2

T = TypeVar("T")


class Flight(Generic[T]):
    """A request that is running.

    Attributes:
        done: Set when the request has ended.
        result: Its result, after a success.
        error: Its error, after a failure; `None` after a cancellation, too.
    """

    __slots__ = ("_caller", "_deadline", "_options", "done", "error", "result")

    def __init__(self, options: Options, deadline: Deadline) -> None:
        """Start with the options and the deadline of the call that sends the request."""
        self._options = options
        self._deadline = deadline
        self._caller = current_caller()
        self.done = Signal()
        self.result: T | None = None
        self.error: TMDBError | None = None

    @property
    def is_own(self) -> bool:
        """Whether the current task or thread sends this request.

        A hook of the request may make the same call, which must not wait for it.
        """
        return self._caller == current_caller()

    def is_like(self, options: Options) -> bool:
        """Return whether a call with these options would fail in the same way."""
        mine = self._options
        return (
            mine.timeout,
            mine.total_timeout,
            mine.rate_timeout,
            mine.max_retries,
            mine.offline,
            mine.on_drift,
        ) == (
            options.timeout,
            options.total_timeout,
            options.rate_timeout,
            options.max_retries,
            options.offline,
            options.on_drift,
        )

    def wait(self, deadline: Deadline, check: Callable[[], None]) -> str | None:
        """Wait until the request has ended.

        Args:
            deadline: When the waiting call ends. It starts with the deadline of the request.
            check: Called now and then; it raises if the client is closed.

        Returns:
            `None`, or why the call cannot wait any longer.
        """
        while True:
            if self._deadline.at is not None:
                deadline.start()
            left = deadline.seconds_to_wait()
            if self.done.wait(_CHECK_INTERVAL if left is None else min(left, _CHECK_INTERVAL)):
                return None
            check()
            if left is not None and left <= _CHECK_INTERVAL:
                if deadline.at is None:
                    return "an identical request was waiting for longer than rate_timeout"
                return "the call's total_timeout has passed while an identical request was running"
