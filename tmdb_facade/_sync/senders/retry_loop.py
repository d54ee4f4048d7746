# Made from tmdb_facade/_async/senders/retry_loop.py by `make sync`: edit that file, never this one.
"""Retry a failed request with exponential backoff."""

from __future__ import annotations

from collections.abc import Mapping

from httpx_retries import Retry, RetryTransport

from tmdb_facade._core.logs import redact_log
from tmdb_facade._core.retry import BACKOFF, JITTER, MAX_BACKOFF, is_transient, requested_delay
from tmdb_facade._runtime.http import ATTEMPT, BaseTransport, HTTPError, Request, Response
from tmdb_facade._runtime.threads import sleep
from tmdb_facade._sync.senders.exchange import TRANSIENT_ERRORS, send_whole


def send_with_retries(inner: BaseTransport, request: Request, first: Response | HTTPError, retries: int) -> Response:
    """Retry a request after its first attempt has failed.

    Args:
        inner: The transport to send through.
        request: The request.
        first: The response or error of the first attempt.
        retries: The maximum number of retries.

    Returns:
        The first response that is not worth a retry, or the last one.

    Raises:
        HTTPError: The last attempt had no response.
    """
    redact_log("httpx_retries.transport", request.url.host)
    policy = _Policy(
        total=retries,
        # Whether a retry is safe is decided by the operation, not by the HTTP method.
        allowed_methods=[request.method],
        retry_on_exceptions=[*TRANSIENT_ERRORS, _TransientResponseError],
        backoff_factor=BACKOFF / 2,  # the library doubles it before the first wait
        backoff_jitter=JITTER,
        max_backoff_wait=MAX_BACKOFF,
        validate_response=_raise_if_transient,
    )
    return RetryTransport(Replaying(inner, first), policy).handle_request(request)


class Replaying(BaseTransport):
    """Returns the outcome of the first attempt for the first request, and sends all later ones."""

    def __init__(self, inner: BaseTransport, first: Response | HTTPError) -> None:
        self._inner = inner
        self._first: Response | HTTPError | None = first
        self._attempt = 1

    def handle_request(self, request: Request) -> Response:
        """Return the response of the next attempt, or raise its error."""
        first, self._first = self._first, None
        if isinstance(first, HTTPError):
            raise first
        if first is not None:
            return first
        self._attempt += 1
        request.extensions[ATTEMPT] = self._attempt
        # httpx-retries stores its policy here; a user's HTTP client may use the same library with another policy.
        request.extensions.pop("retry", None)
        return send_whole(self._inner, request)


class _Policy(Retry):
    """A retry policy that considers the whole response, not only its status."""

    def is_retryable_status_code(self, status_code: int) -> bool:
        """Return `False`: `_raise_if_transient` decides on the whole response."""
        return False

    def sleep(self, response: Response | Exception) -> None:
        """Wait before the next attempt; the wait ends when the call is cancelled."""
        headers: Mapping[str, str] = response.headers if isinstance(response, Response) else {}
        sleep(requested_delay(headers, self.backoff_strategy()))


class _TransientResponseError(Exception):
    """A response to retry. Never raised outside of this module."""


def _raise_if_transient(response: Response) -> None:
    if is_transient(response.status_code, response.headers, response.content):
        raise _TransientResponseError
