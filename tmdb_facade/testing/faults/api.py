"""The faults API: inject errors, delays and changed answers into the embedded server.

    server.faults.status(503, times=2, on="movies_details")
    assert tmdb.movies.details(550).title == "Fight Club"
    assert len(server.requests.of("movies_details")) == 3

A fault applies to every request, or to those that match `on=`: an operation (`movies_details`, an id of
`tmdb_bindings.operations`), a path template (`/3/movie/{movie_id}`) or a path pattern (`/3/movie/*/credits`,
`DELETE /4/list/**`). It ends after `times=` uses, by `remove()`, or at the end of a `with` block.

At most one failure (a status, a body that is not JSON, a cut connection) applies to a request: that of the oldest fault
that is not used up. Latency, slow bodies and drift add up.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType

from tmdb_facade.errors import TMDBCode

from . import drift, error_answers
from .actions import delay, fail, limit_rate, slow_down
from .error_answers import FaultAnswer
from .rules import Cut, Fault, Rules, Untouched


class Faults(Rules):
    """The faults of one server: `server.faults`.

    The methods may be called from any thread while the server runs. Each validates its arguments at once and returns the
    fault, whose `used` counts the requests that it hit.
    """

    def status(
        self,
        status: int,
        *,
        code: int | None = None,
        retry_after: float | str | None = None,
        times: int | None = None,
        on: str | None = None,
    ) -> Fault:
        """Answer with an error in TMDB's format.

        Args:
            status: The HTTP status, from 400 to 599.
            code: TMDB's status code in the body; by default the one that fits the HTTP status.
            retry_after: The value of `Retry-After`: seconds, or a text such as an HTTP date. By default the header is
                not sent, as observed on TMDB's 429.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A value is out of range, or `on` matches no operation.
        """
        answer = _error(status, code=code, retry_after=retry_after)
        return self._fail(f"status {status}", on, times, answer)

    def sequence(self, *statuses: int, retry_after: float | str | None = None, on: str | None = None) -> Fault:
        """Answer with one status per request, then as usual: `sequence(503, 200, 429)`.

        Args:
            *statuses: HTTP statuses from 400 to 599, or 200 for the usual answer.
            retry_after: The value of the errors' `Retry-After`; by default the header is not sent.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: There is no status, one is neither 200 nor an error, or `on` matches no operation.
        """
        steps = [Untouched.ANSWER if status == 200 else _error(status, retry_after=retry_after) for status in statuses]
        return self._fail(f"sequence {', '.join(map(str, statuses))}", on, len(steps), *steps)

    def rate_limit(self, limit: int, *, per: float = 1.0, retry_after: bool = True, on: str | None = None) -> Fault:
        """Answer 429 with code 25 to requests beyond a sliding limit.

        Args:
            limit: The number of requests answered per window.
            per: The length of the window in seconds.
            retry_after: Whether to send `Retry-After` with the seconds to wait; TMDB's 429 was observed without it.
            on: The requests to count and limit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A number is not positive, or `on` matches no operation.
        """
        if limit < 1:
            raise ValueError(f"limit must be at least 1, got {limit}")
        _check_seconds(per)
        action = limit_rate(limit, per, self._now, retry_after=retry_after)
        return self._add(f"rate limit {limit} in {per:g} s", on, None, action)

    def html(self, status: int = 502, *, times: int | None = None, on: str | None = None) -> Fault:
        """Answer with an HTML error page, as a proxy without a backend does.

        Args:
            status: The HTTP status, from 200 to 599.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A value is out of range, or `on` matches no operation.
        """
        answer = error_answers.html(_validated_status(status, 200))
        return self._fail(f"HTML page, status {status}", on, times, answer)

    def empty(self, status: int = 200, *, times: int | None = None, on: str | None = None) -> Fault:
        """Answer with an empty body.

        Args:
            status: The HTTP status, from 200 to 599.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A value is out of range, or `on` matches no operation.
        """
        answer = error_answers.raw(_validated_status(status, 200), b"", None)
        return self._fail(f"empty body, status {status}", on, times, answer)

    def body(
        self,
        body: str | bytes,
        *,
        status: int = 200,
        content_type: str | None = None,
        times: int | None = None,
        on: str | None = None,
    ) -> Fault:
        """Answer with a custom body, such as truncated JSON.

        Args:
            body: The body; a text is sent as UTF-8.
            status: The HTTP status, from 200 to 599.
            content_type: The content type; by default TMDB's JSON.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A value is out of range, or `on` matches no operation.
        """
        answer = error_answers.raw(_validated_status(status, 200), body, content_type)
        return self._fail(f"custom body, status {status}", on, times, answer)

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
        return self._fail("connection reset", on, times, Cut.BEFORE)

    def half_body(self, *, times: int | None = None, on: str | None = None) -> Fault:
        """Process the request, but close the connection in the middle of the body.

        Args:
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: `times` is below 1, or `on` matches no operation.
        """
        return self._fail("half body", on, times, Cut.IN_THE_MIDDLE)

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

    def drift(
        self,
        *,
        missing: str | Iterable[str] = (),
        null: str | Iterable[str] = (),
        wrong_type: str | Iterable[str] = (),
        new: Mapping[str, object] = MappingProxyType({}),
        times: int | None = None,
        on: str | None = None,
    ) -> Fault:
        """Change successful answers, so that they contradict TMDB's document.

            server.faults.drift(null="title", wrong_type="genres[].id", on="movies_details")

        Examples of paths: `title`, `results[].title` (every item), `credits.cast[0].name`, `results.*.link` (every
        field). An answer without a value at any of the paths is not changed and does not count as a use.

        Args:
            missing: Paths of the values to remove.
            null: Paths of the values to replace by null.
            wrong_type: Paths of the values to replace by a value of another type: a number for strings, a list for
                objects, an object for lists, a string for other values.
            new: New values by path; they add a field or replace its value.
            times: The number of answers to change; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A path is invalid, no path is passed, `times` is below 1, or `on` matches no operation.
        """
        edits = {
            **{f"missing {path}": drift.missing(path) for path in _paths(missing)},
            **{f"null {path}": drift.null(path) for path in _paths(null)},
            **{f"wrong type {path}": drift.wrong_type(path) for path in _paths(wrong_type)},
            **{f"new {path}": drift.new(path, value) for path, value in new.items()},
        }
        if not edits:
            raise ValueError("drift needs at least one path, such as drift(null='title')")

        return self._add(f"drift ({', '.join(edits)})", on, times, None, tuple(edits.values()))

    def _fail(self, name: str, on: str | None, times: int | None, *failures: FaultAnswer | Cut | Untouched) -> Fault:
        return self._add(name, on, times, partial(fail, failures))


def _error(status: int, *, code: int | None = None, retry_after: float | str | None = None) -> FaultAnswer:
    return error_answers.tmdb_error(
        _validated_status(status, 400), code=None if code is None else TMDBCode(code), retry_after=retry_after
    )


def _validated_status(status: int, minimum: int) -> int:
    if not minimum <= status <= 599:
        raise ValueError(f"status must be from {minimum} to 599, got {status}")
    return status


def _check_seconds(seconds: float) -> None:
    if not 0 < seconds < math.inf:
        raise ValueError(f"seconds must be positive and finite, got {seconds}")


def _paths(paths: str | Iterable[str]) -> Iterable[str]:
    return (paths,) if isinstance(paths, str) else paths
