"""Faults that replace the answer: errors, pages of proxies, and bodies that no client should accept."""

from __future__ import annotations

from functools import partial

from tmdb_facade.errors import TMDBCode

from . import error_answers
from .actions import fail
from .damage import compressed_text
from .error_answers import FaultAnswer
from .outcome import Failure, RawBytes, Untouched
from .rules import Fault, Rules

#: A fatal TLS alert: "unexpected message".
TLS_ALERT = b"\x15\x03\x03\x00\x02\x02\x0a"


class ReplacedAnswers(Rules):
    """The faults that replace the answer. The request is not processed."""

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
        return self._add(f"status {status}", on, times, partial(fail, [answer]))

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
        steps: list[Failure] = [
            Untouched.ANSWER if status == 200 else _error(status, retry_after=retry_after) for status in statuses
        ]
        return self._add(f"sequence {', '.join(map(str, statuses))}", on, len(steps), partial(fail, steps))

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
        answer = error_answers.html(_validated_status(status, 200, has_body=True))
        return self._add(f"HTML page, status {status}", on, times, partial(fail, [answer]))

    def redirect(self, location: str, *, status: int = 302, times: int | None = None, on: str | None = None) -> Fault:
        """Redirect to another URL, such as the login page of a network or the block page of a provider.

        Args:
            location: The value of `Location`.
            status: The HTTP status, from 300 to 399.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A value is out of range or not ASCII, or `on` matches no operation.
        """
        if not 300 <= status <= 399:
            raise ValueError(f"status must be from 300 to 399, got {status}")
        _check_header("location", location)
        answer = FaultAnswer(status, b"", {"location": location, "content-type": "text/html"})
        return self._add(f"redirect, status {status}", on, times, partial(fail, [answer]))

    def raw_bytes(self, data: str | bytes = TLS_ALERT, *, times: int | None = None, on: str | None = None) -> Fault:
        """Send bytes that need not be HTTP, and close the connection: `raw_bytes("not HTTP")`.

        This needs a socket: over `server.transport`, the request raises RuntimeError.

        Args:
            data: The bytes; a text is sent as UTF-8. By default an alert of TLS, as from a port that expects TLS.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: There are no bytes, `times` is below 1, or `on` matches no operation.
        """
        if not data:
            raise ValueError("data must not be empty: use connection_reset() for a connection without an answer")
        content = data.encode() if isinstance(data, str) else data
        return self._add(f"{len(content)} raw bytes", on, times, partial(fail, [RawBytes(content)]))

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
        return self._add(f"empty body, status {status}", on, times, partial(fail, [answer]))

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
        _check_header("content_type", content_type)
        answer = error_answers.raw(_validated_status(status, 200, has_body=bool(body)), body, content_type)
        return self._add(f"custom body, status {status}", on, times, partial(fail, [answer]))

    def error_under_200(
        self,
        code: int = TMDBCode.RESOURCE_NOT_FOUND,
        *,
        success: bool | None = None,
        times: int | None = None,
        on: str | None = None,
    ) -> Fault:
        """Answer status 200 with the body of an error, such as `{"status_code": 34, "status_message": "..."}`.

        Args:
            code: TMDB's status code.
            success: The value of the body's `success`; by default the body has none.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: TMDB has no such code, `times` is below 1, or `on` matches no operation.
        """
        answer = error_answers.error_under_200(TMDBCode(code), success=success)
        return self._add(f"error {int(code)} under status 200", on, times, partial(fail, [answer]))

    def deep_body(self, depth: int = 200_000, *, times: int | None = None, on: str | None = None) -> Fault:
        """Answer with JSON that is nested too deeply for most parsers.

        Args:
            depth: The number of nested objects.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A number is below 1, or `on` matches no operation.
        """
        _check_positive("depth", depth)
        answer = error_answers.raw(200, '{"a":' * depth + "1" + "}" * depth)
        return self._add(f"body {depth:,} levels deep", on, times, partial(fail, [answer]))

    def huge_body(self, size: int = 128 << 20, *, times: int | None = None, on: str | None = None) -> Fault:
        """Answer with a small gzip body that becomes huge when it is decompressed.

        The server never has the decompressed body in memory. The body is gzip whatever the client accepts.

        Args:
            size: The approximate size of the decompressed body in bytes; by default 128 MiB.
            times: The number of requests to hit; by default all.
            on: The requests to hit; by default all.

        Returns:
            The fault.

        Raises:
            ValueError: A number is below 1, or `on` matches no operation.
        """
        _check_positive("size", size)
        answer = error_answers.raw(200, compressed_text(size), encoding="gzip")
        return self._add(f"body of {size:,} bytes", on, times, partial(fail, [answer]))


def _error(status: int, *, code: int | None = None, retry_after: float | str | None = None) -> FaultAnswer:
    _check_header("retry_after", retry_after)
    return error_answers.tmdb_error(
        _validated_status(status, 400), code=None if code is None else TMDBCode(code), retry_after=retry_after
    )


def _validated_status(status: int, minimum: int, *, has_body: bool = False) -> int:
    if not minimum <= status <= 599:
        raise ValueError(f"status must be from {minimum} to 599, got {status}")
    if has_body and status in error_answers.NO_BODY:
        raise ValueError(f"an answer with status {status} has no body in HTTP: use empty({status})")
    return status


def _check_header(name: str, value: object) -> None:
    text = str(value)
    if value is not None and not (text and text.isascii() and text.isprintable()):
        raise ValueError(f"{name} must be in printable ASCII, as all headers, and not empty: got {value!r}")


def _check_positive(name: str, value: int) -> None:
    if value < 1:
        raise ValueError(f"{name} must be at least 1, got {value}")
