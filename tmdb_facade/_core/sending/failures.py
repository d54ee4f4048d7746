"""Failures of engines, and the errors that users see for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tmdb_facade._core.redaction import redact
from tmdb_facade.errors import APIConnectionError, APITimeoutError

if TYPE_CHECKING:
    from tmdb_facade._core.sending.outgoing import OutgoingRequest


class Failure(NamedTuple):
    """Why an engine got no response.

    Attributes:
        reason: The reason, for the message; it may contain secrets.
        is_sent: Whether the request may have reached the server.
        is_timeout: Whether a time limit has passed.
        is_permanent: Whether a retry would fail in the same way.
        advice: What the user can do, or `None`.
    """

    reason: str
    is_sent: bool = True
    is_timeout: bool = False
    is_permanent: bool = False
    advice: str | None = None


#: The failure of a call whose deadline passes while all connections are in use.
NO_SLOT = Failure(
    "the call's total_timeout has passed while all connections were in use", is_sent=False, is_timeout=True
)


class EngineError(Exception):
    """A failed exchange. Engines raise it; users see an `APIConnectionError` instead."""

    def __init__(self, failure: Failure) -> None:
        """Store the failure."""
        super().__init__(failure)
        self.failure = failure


def connection_error(
    failure: Failure, request: OutgoingRequest, proxy: str | None, *secrets: str
) -> APIConnectionError:
    """Build the error for a failed exchange.

    Args:
        failure: The engine's failure.
        request: The request, without the credential.
        proxy: The URL of the proxy that was used.
        *secrets: Secrets that the reason must not show.

    Returns:
        The error, without secrets and without a cause.
    """
    kind = APITimeoutError if failure.is_timeout else APIConnectionError
    error = kind(
        f"no answer: {redact(failure.reason, *secrets)}",
        operation=None if request.operation is None else request.operation.id,
        url=redact(request.url),
    )
    error.is_sent = failure.is_sent
    error.is_retryable = not failure.is_permanent
    if failure.advice is not None:
        error.add_note(failure.advice)
    if proxy is not None and not failure.is_sent:
        error.add_note(f"The request went through the proxy {redact(proxy)}, of proxy= or the environment.")
    elif not failure.is_sent and "//api.themoviedb.org" in request.url:
        error.add_note("Some networks block this host: fallback_base_url=ALTERNATE_BASE_URL may help.")
    return error
