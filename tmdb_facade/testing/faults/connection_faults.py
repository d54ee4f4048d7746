"""Faults of connections and time: broken connections, slow answers, and limits of rate and connections."""

from __future__ import annotations

import math
from functools import partial

from .actions import delay, drip_answer, drip_body, fail, limit_connections, limit_rate, slow_down
from .outcome import Cut
from .rules import Fault, Rules


class ConnectionFaults(Rules):
    """The faults of connections and time."""

    def connection_reset(self, *, times: int | None = None, on: str | None = None) -> Fault:
        """Reset the connection before the answer; the request is not processed.

        Args:
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: `times` is below 1, or `on` matches no operation.
        """
        return self._add("connection reset", on, times, partial(fail, [Cut.BEFORE]))

    def half_body(
        self, *, length: bool = True, chunked: bool = False, times: int | None = None, on: str | None = None
    ) -> Fault:
        """Process the request, but close the connection in the middle of the body.

        Args:
            length: Whether the answer has a `Content-Length`. Without one, the end of the connection is the end of the
                body, so only the truncated JSON reveals the fault.
            chunked: Whether the body is sent in chunks, instead of with a length, and lacks the last one.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: `times` is below 1, or `on` matches no operation.
        """
        if chunked:
            name, cut = "half body in chunks", Cut.IN_A_CHUNK
        elif length:
            name, cut = "half body", Cut.IN_THE_MIDDLE
        else:
            name, cut = "half body without a length", Cut.WITHOUT_LENGTH
        return self._add(name, on, times, partial(fail, [cut]))

    def latency(self, seconds: float, *, times: int | None = None, on: str | None = None) -> Fault:
        """Process the request, but wait before the first byte of the answer. Several latencies add up.

        Args:
            seconds: The delay in seconds.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A number is not positive, or `on` matches no operation.
        """
        _check_seconds(seconds)
        return self._add(f"latency {seconds:g} s", on, times, partial(delay, seconds))

    def slow_body(self, seconds: float, *, times: int | None = None, on: str | None = None) -> Fault:
        """Send the body in ten parts, spread over some seconds. Several slow bodies add up.

        Args:
            seconds: The time between the first and the last byte of the body.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A number is not positive, or `on` matches no operation.
        """
        _check_seconds(seconds)
        return self._add(f"slow body {seconds:g} s", on, times, partial(slow_down, seconds))

    def drip(
        self, bytes_per_second: float, *, headers: bool = False, times: int | None = None, on: str | None = None
    ) -> Fault:
        """Send the body, or the whole answer, at a low rate. The slowest of several rates applies.

        Each part arrives within a read timeout, so only a deadline of the whole call ends the answer.

        Args:
            bytes_per_second: The rate. Below 10, one byte is sent at a time.
            headers: Whether the status line and the headers drip too. This needs a socket: over `server.transport`, the
                request raises RuntimeError.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A number is not positive, or `on` matches no operation.
        """
        if not 0 < bytes_per_second < math.inf:
            raise ValueError(f"bytes_per_second must be positive and finite, got {bytes_per_second}")
        name = f"dripping {'headers' if headers else 'body'}, {bytes_per_second:g} bytes/s"
        return self._add(name, on, times, partial(drip_answer if headers else drip_body, bytes_per_second))

    def connection_limit(self, limit: int) -> Fault:
        """Reset the connections beyond a limit.

        A connection counts from its first request until it is closed. A request on a connection beyond the limit is not
        processed. This needs sockets: over `server.transport`, each request raises RuntimeError.

        Args:
            limit: The number of connections that may be open at the same time.

        Returns:
            The fault; `used` counts the reset connections.

        Raises:
            ValueError: `limit` is below 1.
        """
        _check_limit(limit)
        return self._add(f"connection limit {limit}", None, None, limit_connections(limit))

    def rate_limit(
        self,
        limit: int,
        *,
        per: float = 1.0,
        retry_after: bool = True,
        by_address: bool = False,
        on: str | None = None,
    ) -> Fault:
        """Answer 429 with code 25 to requests beyond a sliding limit; 429 answers do not count.

        Args:
            limit: The number of requests answered in any window.
            per: The length of the window in seconds.
            retry_after: Whether to send `Retry-After` with the seconds to wait; TMDB's 429 was observed without it.
            by_address: Whether each client IP address has a limit of its own, as on TMDB.
            on: The requests to count and limit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A number is not positive, or `on` matches no operation.
        """
        _check_limit(limit)
        _check_seconds(per)
        action = limit_rate(limit, per, self._now, retry_after=retry_after, by_address=by_address)
        each = " by address" if by_address else ""
        return self._add(f"rate limit {limit} in {per:g} s{each}", on, None, action)


def _check_seconds(seconds: float) -> None:
    if not 0 < seconds < math.inf:
        raise ValueError(f"seconds must be positive and finite, got {seconds}")


def _check_limit(limit: int) -> None:
    if limit < 1:
        raise ValueError(f"limit must be at least 1, got {limit}")
