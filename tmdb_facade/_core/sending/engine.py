"""Requests and responses of engines. An engine is the part of a client that speaks HTTP."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from time import monotonic
from typing import NamedTuple, cast

from tmdb_facade._core.endpoint import Operation
from tmdb_facade.errors import InvalidArgumentError

#: Seconds of a timeout whose time is up: HTTP libraries reject zero.
SHORTEST_TIMEOUT = 0.001

#: Seconds by phase: `connect`, `read`, `write` and `pool`; `None` for no limit.
Timeouts = Mapping[str, float | None]


class Deadline:
    """The end of a call, which is fixed when its first request has a connection.

    Waiting for a connection is not waiting for TMDB: the last of a thousand calls at once would fail otherwise.

    Attributes:
        at: The time by `time.monotonic()`; `None` before the start, or for no limit.
    """

    __slots__ = ("_end", "_latest_start", "_seconds", "at")

    def __init__(self, seconds: float | None, start_within: float | None = None, end: float | None = None) -> None:
        """Store the limits.

        Args:
            seconds: The seconds from the start to the end; `None` for no limit.
            start_within: The seconds from now to the latest start; `None` for no limit.
            end: The time of the latest end by `time.monotonic()`, started or not; `None` for no limit.
        """
        self._seconds = seconds
        self._end = end
        self._latest_start = None if start_within is None else monotonic() + start_within
        self.at: float | None = None

    def start(self) -> None:
        """Start the time, unless it is running already."""
        if self.at is None:
            self.at = _earliest(None if self._seconds is None else monotonic() + self._seconds, self._end)

    def seconds_left(self) -> float | None:
        """Return the seconds until the end, which can be negative; `None` for no limit."""
        if self.at is not None:
            return self.at - monotonic()
        return _earliest(self._seconds, None if self._end is None else self._end - monotonic())

    def seconds_to_wait(self) -> float | None:
        """Return how long the call may wait until it can send: to its end, or to its latest start; `None` for no limit."""
        limit = _earliest(self._latest_start, self._end) if self.at is None else self.at
        return None if limit is None else limit - monotonic()


def _earliest(first: float | None, second: float | None) -> float | None:
    """Return the earlier of two times, each of which may be no limit."""
    if first is None or second is None:
        return second if first is None else first
    return min(first, second)


class EngineRequest(NamedTuple):
    """A request for an engine.

    Attributes:
        method: The HTTP method.
        url: The URL, which may contain the API key. Its query must be sent byte for byte.
        headers: The headers, which may contain the credential.
        body: The body, or `None`.
        timeouts: Seconds by phase, `connect` and `read` among them; `None` for the engine's own.
        deadline: When the exchange must end.
        operation: The operation's record; `None` for an image.
        secrets: Parts of the URL and the headers, beside the client's credential, that must not be logged.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None
    timeouts: Timeouts | None
    deadline: Deadline
    operation: Operation | None = None
    secrets: tuple[str, ...] = ()

    def limited_timeouts(self) -> Timeouts | None:
        """Return the timeouts, none of them beyond the deadline; `None` for the engine's own."""
        left = self.deadline.seconds_left()
        if self.timeouts is None or left is None:
            return self.timeouts
        return {
            phase: seconds if seconds is not None and seconds <= left else max(left, SHORTEST_TIMEOUT)
            for phase, seconds in self.timeouts.items()
        }

    def __repr__(self) -> str:
        """Return the method and the operation: URL, headers and body contain secrets."""
        name = self.operation.id if self.operation is not None else "image"
        return f"<{type(self).__name__} {self.method} {name}>"


class EngineResponse(NamedTuple):
    """The response of an engine.

    Attributes:
        status: The HTTP status.
        headers: Names and values of the headers.
        body: The body, as it was sent or decompressed.
    """

    status: int
    headers: Iterable[tuple[str, str]]
    body: bytes

    def __repr__(self) -> str:
        """Return the status and the size; headers and body may be private."""
        return f"<{type(self).__name__} {self.status}, {len(self.body)} bytes>"


def check_response(response: object) -> EngineResponse:
    """Return what a user's engine returned.

    Raises:
        InvalidArgumentError: It is not a valid `EngineResponse`.
    """
    if not isinstance(response, EngineResponse):
        raise InvalidArgumentError("engine", f"must return an EngineResponse from send, got {type(response).__name__}")
    status, headers, body = tuple[object, ...](response)
    if not isinstance(status, int) or isinstance(status, bool):
        raise InvalidArgumentError("engine", f"must return the status as an int, got {type(status).__name__}")
    if not 100 <= status <= 599:
        raise InvalidArgumentError("engine", f"must return a status from 100 to 599, got {status}")
    if not isinstance(body, bytes | bytearray):
        raise InvalidArgumentError("engine", f"must return the body as bytes, got {type(body).__name__}")
    pairs = list(cast("Iterable[object]", headers)) if isinstance(headers, Iterable) else [headers]
    if not all(map(_is_pair, pairs)):
        raise InvalidArgumentError("engine", "must return the headers as pairs of strings")
    return response._replace(headers=cast("list[tuple[str, str]]", pairs))


def _is_pair(header: object) -> bool:
    # Not every iterable: one may have no order, or can be read only once.
    if not isinstance(header, tuple | list):
        return False
    texts = cast("tuple[object, ...] | list[object]", header)
    return len(texts) == 2 and all(isinstance(text, str) for text in texts)
