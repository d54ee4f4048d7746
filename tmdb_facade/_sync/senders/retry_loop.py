# Made from tmdb_facade/_async/senders/retry_loop.py by `make sync`: edit that file, never this one.
"""Sending again, by the library for it: it counts, waits and gives up. What is worth it is told to it."""

from __future__ import annotations

from collections.abc import Mapping

from httpx_retries import Retry, RetryTransport

from tmdb_facade._core.logs import redact_log
from tmdb_facade._core.retry import BACKOFF, JITTER, MAX_BACKOFF, is_transient, requested_delay
from tmdb_facade._runtime.http import ATTEMPT, BaseTransport, HTTPError, Request, Response
from tmdb_facade._runtime.threads import sleep
from tmdb_facade._sync.senders.exchange import TRANSIENT_ERRORS, send_whole


def send_with_retries(inner: BaseTransport, request: Request, first: Response | HTTPError, retries: int) -> Response:
    """Send a request again that failed once.

    Args:
        inner: The layers below.
        request: The request.
        first: What came of the first time.
        retries: How often it may be sent again.

    Returns:
        The first answer that is no passing trouble, or the last one.

    Raises:
        HTTPError: There was no answer, the last time.
    """
    redact_log("httpx_retries.transport", request.url.host)
    policy = _Policy(
        total=retries,
        # The operation's record has decided already; the method says nothing.
        allowed_methods=[request.method],
        retry_on_exceptions=[*TRANSIENT_ERRORS, _TransientAnswerError],
        backoff_factor=BACKOFF / 2,  # the library doubles it before the first wait
        backoff_jitter=JITTER,
        max_backoff_wait=MAX_BACKOFF,
        validate_response=_refuse_transient,
    )
    return RetryTransport(Resumed(inner, first), policy).handle_request(request)


class Resumed(BaseTransport):
    """Gives what came of the first time without sending anything; then it sends."""

    def __init__(self, inner: BaseTransport, first: Response | HTTPError) -> None:
        self._inner = inner
        self._first: Response | HTTPError | None = first
        self._attempt = 1

    def handle_request(self, request: Request) -> Response:
        """Give the outcome of the next attempt."""
        first, self._first = self._first, None
        if isinstance(first, HTTPError):
            raise first
        if first is not None:
            return first
        self._attempt += 1
        request.extensions[ATTEMPT] = self._attempt
        # The library leaves its policy here; a client that a user lends us may use the same library, with another one.
        request.extensions.pop("retry", None)
        return send_whole(self._inner, request)


class _Policy(Retry):
    """The library's policy, with one judge of answers: the library alone would go by the status."""

    def is_retryable_status_code(self, status_code: int) -> bool:
        """Leave it to `_refuse_transient`, which sees the whole answer."""
        return False

    def sleep(self, response: Response | Exception) -> None:
        """Wait before the next attempt; the wait ends when the call is cancelled."""
        headers: Mapping[str, str] = response.headers if isinstance(response, Response) else {}
        sleep(requested_delay(headers, self.backoff_strategy()))


class _TransientAnswerError(Exception):
    """The answer is worth another request; only the library sees this."""


def _refuse_transient(response: Response) -> None:
    if is_transient(response.status_code, response.headers, response.content):
        raise _TransientAnswerError
