"""Failures of engines, and the errors that users see for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from tmdb_facade._core.answer.error_details import hide_in_response
from tmdb_facade._core.redaction import find_proxy_secrets, find_secrets, redact
from tmdb_facade._core.sending.engine import SHORTEST_TIMEOUT
from tmdb_facade.errors import APIConnectionError, APIStatusError, APITimeoutError, InvalidArgumentError, TMDBError

if TYPE_CHECKING:
    from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest


class Failure(NamedTuple):
    """Why an engine got no response.

    Attributes:
        reason: The reason, for the message; it may contain secrets.
        is_sent: Whether the request may have reached the server.
        is_timeout: Whether a time limit has passed.
        is_permanent: Whether a retry would fail in the same way.
        advice: What the user can do, or `None`; it may contain secrets.
    """

    reason: str
    is_sent: bool = True
    is_timeout: bool = False
    is_permanent: bool = False
    advice: str | None = None


#: The failure of a call whose deadline passes while all connections are in use.
NO_CONNECTION = Failure(
    "the call's total_timeout has passed while all connections were in use", is_sent=False, is_timeout=True
)

#: The failure of a call that waits too long for its first connection.
NO_FIRST_CONNECTION = Failure(
    "all connections were in use for longer than rate_timeout", is_sent=False, is_timeout=True, is_permanent=True
)

#: The failure of a call whose deadline passes during an exchange.
OVERDUE = Failure("the call's total_timeout has passed", is_timeout=True)

#: The advice for a certificate that is not trusted.
CERTIFICATE_ADVICE = (
    "The server's certificate is not trusted. A company's proxy or a blocked network may have sent it: "
    "set SSL_CERT_FILE to a file with the certificates that you trust."
)


def certificates_advice(environ: Mapping[str, str]) -> str | None:
    """Return what to do about certificates that cannot be read, if the environment names them.

    Args:
        environ: The environment variables.
    """
    names = " and ".join(name for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE") if name in environ)
    return f"The environment sets {names}: check that the certificates can be read." if names else None


#: Characters of a reason in an error's message: HTTP libraries quote what they cannot read, however long it is.
MAX_REASON = 300


class EngineError(Exception):
    """A failed exchange. Engines raise it; users see an `APIConnectionError` instead."""

    def __init__(self, failure: Failure) -> None:
        """Store the failure.

        Raises:
            InvalidArgumentError: It is not a `Failure`, but perhaps a text, or its reason or advice is not a text.
        """
        is_failure = isinstance(failure, Failure)  # pyright: ignore[reportUnnecessaryIsInstance]  (users' code)
        if not is_failure:
            raise InvalidArgumentError("failure", f"must be a Failure, got {type(failure).__name__}")
        for name, text in (("reason", failure.reason), ("advice", failure.advice or "")):
            if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]  (users' code)
                raise InvalidArgumentError("failure", f"must have a text as its {name}, got {type(text).__name__}")
        super().__init__(failure)
        self.failure = failure


def explain_timeout(failure: Failure, call: Call) -> Failure:
    """Return a failure that names the option whose time has passed.

    Args:
        failure: The engine's failure.
        call: The call.
    """
    if not failure.is_timeout or failure in (NO_CONNECTION, NO_FIRST_CONNECTION):
        return failure
    left, timeouts = call.deadline.seconds_left(), call.options.timeout
    if left is not None and left <= SHORTEST_TIMEOUT:
        # Without this option, it is the end of several calls together that has passed.
        seconds = call.options.total_timeout
        text = OVERDUE.reason if seconds is None else f"the call's total_timeout of {seconds:g} s has passed"
    elif timeouts is not None:
        connect, read = map(_in_seconds, (timeouts.get("connect"), timeouts.get("read")))
        text = f"{failure.reason}: timeout= allows {connect} to connect, and {read} for each part of the response"
    else:
        text = failure.reason
    return failure._replace(reason=text)


def _in_seconds(limit: float | None) -> str:
    return "any time" if limit is None else f"{limit:g} s"


def connection_error(
    failure: Failure, request: OutgoingRequest, proxy: str | None, *secrets: str
) -> APIConnectionError:
    """Build the error for a failed exchange.

    Args:
        failure: The engine's failure.
        request: The request, without the credential.
        proxy: The URL of the proxy that was used.
        *secrets: Secrets that the texts must not show, beside those of the request and the proxy.

    Returns:
        The error, without secrets and without a cause.
    """
    kind = APITimeoutError if failure.is_timeout else APIConnectionError
    # Before it is cut: half a secret is not recognized.
    secrets = (*secrets, *_secrets_of(request), *find_proxy_secrets(proxy))
    reason = redact(failure.reason, *secrets)
    # Once a request was sent, or if there was no connection for it, nothing is known about the way to the host.
    is_way_unknown = failure.is_sent or failure in (NO_CONNECTION, NO_FIRST_CONNECTION)
    way = "" if proxy is None or is_way_unknown else f" through the proxy {redact(proxy)}"
    error = kind(
        f"no answer{way}: {reason if len(reason) <= MAX_REASON else f'{reason[:MAX_REASON]}...'}",
        operation=None if request.operation is None else request.operation.id,
        url=redact(request.shown_url),
    )
    error.is_sent = failure.is_sent
    error.is_retryable = not failure.is_permanent
    if failure.advice is not None:
        error.add_note(redact(failure.advice, *secrets))
    if is_way_unknown:
        return error
    if proxy is not None:
        error.add_note(f"The request went through the proxy {redact(proxy)}, of proxy= or the environment.")
    elif "//api.themoviedb.org" in request.url:
        error.add_note("Some networks block this host: fallback_base_url=ALTERNATE_BASE_URL may help.")
    return error


def hide_echoes(error: TMDBError, request: OutgoingRequest, *secrets: str) -> None:
    """Mask secrets in an error's texts, and in the response that it keeps.

    Args:
        error: The error for the answer.
        request: The request.
        *secrets: Secrets beside those of the request.
    """
    secrets = (*secrets, *_secrets_of(request))
    error.message = redact(error.message, *secrets)
    error.errors = tuple(redact(text, *secrets) for text in error.errors)
    if error.args[:1] and isinstance(error.args[0], str):
        error.args = (redact(error.args[0], *secrets), *error.args[1:])
    if isinstance(error, APIStatusError):
        hide_in_response(error, *secrets)


def _secrets_of(request: OutgoingRequest) -> set[str]:
    """Return the secrets in the URL and the body of a request, which a server may repeat without their names."""
    secrets = find_secrets(request.url).union(request.secrets)
    return secrets if request.body is None else secrets | find_secrets(request.body.decode())
