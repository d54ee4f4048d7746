"""Misbehaviour on demand: which fault hits which request, and what becomes of its answer.

    server.faults.status(503, times=2, on="movies_details")
    assert tmdb.movies.details(550).title == "Fight Club"
    assert len(server.requests.of("movies_details")) == 3

A fault concerns every request, or those that `on=` names: an operation (`movies_details`, as in
`tmdb_bindings.operations`), a path's template (`/3/movie/{movie_id}`) or a pattern of paths (`/3/movie/*/credits`,
`DELETE /4/list/**`). It stays until it was used `times=` times, until `remove()`, or until the end of a `with` block.

Failures (statuses, bodies that are not JSON, cut connections) take turns: a request meets the first that is left, so
they happen in the order in which they were asked for. Latency, slow bodies and drift come on top of one another.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from tmdb_facade.errors import TMDBCode

from . import drift, error_answers
from .actions import change_later, delay, fail_in_turn, fail_with, limit_rate, slow_down
from .error_answers import FaultAnswer
from .rules import Cut, Fault, Rules, Untouched

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Faults(Rules):
    """The misbehaviour of one server: `server.faults`.

    Its methods may be called from any thread while the server runs. Each checks what it is given at once, and returns
    the fault, which tells how often it was used.
    """

    # What goes wrong in the place of an answer.

    def status(
        self,
        status: int,
        *,
        code: int | None = None,
        retry_after: float | str | None = None,
        times: int | None = None,
        on: str | None = None,
    ) -> Fault:
        """Answer with an error, as TMDB words it.

        Args:
            status: The HTTP status, from 400 to 599.
            code: TMDB's status code in the body; the one that it sends with the HTTP status when not given.
            retry_after: What the header `Retry-After` says: seconds, or a text such as an HTTP date. No such header
                when not given, which is how TMDB's own 429 is known to come.
            times: How many requests it hits; all when not given.
            on: Which requests it concerns; all when not given.

        Returns:
            The fault.

        Raises:
            ValueError: A value is out of its range, or `on` names no operation.
        """
        answer = _refusal(status, code=code, retry_after=retry_after)
        return self._add(f"status {status}", on, times, fail_with(answer))

    def sequence(self, *statuses: int, retry_after: float | str | None = None, on: str | None = None) -> Fault:
        """Answer with one status after the other, then as ever: `sequence(503, 200, 429)`.

        Args:
            *statuses: HTTP statuses from 400 to 599; 200 where a request is to be answered as ever.
            retry_after: What the header `Retry-After` of the errors says; no such header when not given.
            on: Which requests it concerns; all when not given.

        Returns:
            The fault.

        Raises:
            ValueError: A status is neither 200 nor an error, there is none, or `on` names no operation.
        """
        steps = [
            Untouched.ANSWER if status == 200 else _refusal(status, retry_after=retry_after) for status in statuses
        ]
        return self._add(f"sequence {', '.join(map(str, statuses))}", on, len(steps), fail_in_turn(steps))

    def rate_limit(self, limit: int, *, per: float = 1.0, retry_after: bool = True, on: str | None = None) -> Fault:
        """Refuse with 429, code 25, what comes beyond a number of requests in any span of some seconds.

        Args:
            limit: How many requests are answered in a span.
            per: The length of the span in seconds.
            retry_after: Whether `Retry-After` says for how many seconds to wait; TMDB's own 429 is known to come
                without it.
            on: Which requests count and are refused; all when not given.

        Returns:
            The fault.

        Raises:
            ValueError: A number is not above zero, or `on` names no operation.
        """
        if limit < 1:
            raise ValueError(f"a rate limit answers at least one request, not {limit}")
        _seconds(per)
        action = limit_rate(limit, per, self._now, retry_after=retry_after)
        return self._add(f"rate limit {limit} in {per:g} s", on, None, action)

    def html(self, status: int = 502, *, times: int | None = None, on: str | None = None) -> Fault:
        """Answer with an HTML page, as an edge does that finds nothing behind it.

        Args:
            status: The HTTP status, from 200 to 599.
            times: How many requests it hits; all when not given.
            on: Which requests it concerns; all when not given.

        Returns:
            The fault.

        Raises:
            ValueError: A value is out of its range, or `on` names no operation.
        """
        return self._add(f"HTML page, status {status}", on, times, fail_with(error_answers.html(_status(status, 200))))

    def empty(self, status: int = 200, *, times: int | None = None, on: str | None = None) -> Fault:
        """Answer with a body of no bytes.

        Args:
            status: The HTTP status, from 200 to 599.
            times: How many requests it hits; all when not given.
            on: Which requests it concerns; all when not given.

        Returns:
            The fault.

        Raises:
            ValueError: A value is out of its range, or `on` names no operation.
        """
        answer = error_answers.raw(_status(status, 200), b"", None)
        return self._add(f"empty body, status {status}", on, times, fail_with(answer))

    def body(
        self,
        body: str | bytes,
        *,
        status: int = 200,
        content_type: str | None = None,
        times: int | None = None,
        on: str | None = None,
    ) -> Fault:
        """Answer with a body of your own, such as JSON that breaks off.

        Args:
            body: The body; a text is sent as UTF-8.
            status: The HTTP status, from 200 to 599.
            content_type: What it says it is; TMDB's JSON when not given.
            times: How many requests it hits; all when not given.
            on: Which requests it concerns; all when not given.

        Returns:
            The fault.

        Raises:
            ValueError: A value is out of its range, or `on` names no operation.
        """
        answer = error_answers.raw(_status(status, 200), body, content_type)
        return self._add(f"body of its own, status {status}", on, times, fail_with(answer))

    def connection_reset(self, *, times: int | None = None, on: str | None = None) -> Fault:
        """Reset the connection before any byte of an answer; the request is not carried out.

        Args:
            times: How many requests it hits; all when not given.
            on: Which requests it concerns; all when not given.

        Returns:
            The fault.

        Raises:
            ValueError: `times` is below one, or `on` names no operation.
        """
        return self._add("connection reset", on, times, fail_with(Cut.BEFORE))

    def half_body(self, *, times: int | None = None, on: str | None = None) -> Fault:
        """Carry the request out, but close the connection in the middle of the answer's body.

        Args:
            times: How many requests it hits; all when not given.
            on: Which requests it concerns; all when not given.

        Returns:
            The fault.

        Raises:
            ValueError: `times` is below one, or `on` names no operation.
        """
        return self._add("half body", on, times, fail_with(Cut.IN_THE_MIDDLE))

    # What comes on top.

    def latency(self, seconds: float, *, times: int | None = None, on: str | None = None) -> Fault:
        """Carry the request out, but wait before the first byte of the answer. Several latencies add up.

        Args:
            seconds: How long.
            times: How many requests it hits; all when not given.
            on: Which requests it concerns; all when not given.

        Returns:
            The fault.

        Raises:
            ValueError: A number is not above zero, or `on` names no operation.
        """
        _seconds(seconds)
        return self._add(f"latency {seconds:g} s", on, times, delay(seconds))

    def slow_body(self, seconds: float, *, times: int | None = None, on: str | None = None) -> Fault:
        """Send the body in ten parts, spread over some seconds. Several of these add up.

        Args:
            seconds: How long the body takes from its first byte to its last.
            times: How many requests it hits; all when not given.
            on: Which requests it concerns; all when not given.

        Returns:
            The fault.

        Raises:
            ValueError: A number is not above zero, or `on` names no operation.
        """
        _seconds(seconds)
        return self._add(f"slow body {seconds:g} s", on, times, slow_down(seconds))

    def drift(
        self,
        *,
        missing: str | Iterable[str] = (),
        null: str | Iterable[str] = (),
        wrong_type: str | Iterable[str] = (),
        new: Mapping[str, object] = _NOTHING,
        times: int | None = None,
        on: str | None = None,
    ) -> Fault:
        """Change successful answers, so that they are not as TMDB's document says.

            server.faults.drift(null="title", wrong_type="genres[].id", on="movies_details")

        A path is written as in `title`, `results[].title` (every item), `credits.cast[0].name` or `results.*.link`
        (every field). Where an answer has nothing at a path, nothing is changed, and it does not count as a use.

        Args:
            missing: Paths of what is left out.
            null: Paths of what is null.
            wrong_type: Paths of what has another type: a number for a text, a list for an object and the other way
                round, a text for all else.
            new: Values by the paths where they are put, whether or not there was something.
            times: How many answers it changes; all when not given.
            on: Which requests it concerns; all when not given.

        Returns:
            The fault.

        Raises:
            ValueError: A path cannot be read or there is none, `times` is below one, or `on` names no operation.
        """
        edits = {
            **{f"missing {path}": drift.missing(path) for path in _paths(missing)},
            **{f"null {path}": drift.null(path) for path in _paths(null)},
            **{f"wrong type of {path}": drift.wrong_type(path) for path in _paths(wrong_type)},
            **{f"new {path}": drift.new(path, value) for path, value in new.items()},
        }
        if not edits:
            raise ValueError("drift needs a path, as in drift(null='title')")

        # Whether there is something to change is seen when the answer is made.
        return self._add(f"drift ({', '.join(edits)})", on, times, change_later, tuple(edits.values()))


def _refusal(status: int, *, code: int | None = None, retry_after: float | str | None = None) -> FaultAnswer:
    return error_answers.refusal(
        _status(status, 400), code=None if code is None else TMDBCode(code), retry_after=retry_after
    )


def _status(status: int, least: int) -> int:
    if not least <= status <= 599:
        raise ValueError(f"an HTTP status here is from {least} to 599, not {status}")
    return status


def _seconds(seconds: float) -> None:
    if not 0 < seconds < math.inf:
        raise ValueError(f"seconds are above zero, not {seconds}")


def _paths(paths: str | Iterable[str]) -> Iterable[str]:
    return (paths,) if isinstance(paths, str) else paths
