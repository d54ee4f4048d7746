"""Describe errors of the HTTP library, of sockets and of TLS."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator

from tmdb_facade._core.sending.failures import CERTIFICATE_ADVICE, EngineError, Failure, certificates_advice
from tmdb_facade._runtime.http import (
    ConnectError,
    ConnectTimeout,
    HTTPError,
    InvalidURL,
    LocalProtocolError,
    PoolTimeout,
    ProxyError,
    TimeoutException,
    UnsupportedProtocol,
)

#: The errors of an exchange. `ImportError` is the HTTP library's for a missing extra, `OSError` that of a file with
#: certificates.
FAILURES = (HTTPError, InvalidURL, OSError, ImportError, EngineError)

_UNSENT = (ConnectError, ConnectTimeout, PoolTimeout, ProxyError, UnsupportedProtocol, LocalProtocolError, InvalidURL)
_PERMANENT = (UnsupportedProtocol, LocalProtocolError, InvalidURL, ImportError)


def describe_failure(error: Exception) -> Failure:
    """Describe an error of an exchange.

    Args:
        error: One of `FAILURES`.
    """
    if isinstance(error, EngineError):
        return error.failure
    causes = list(_causes(error))
    reason = next((text for text in map(str, reversed(causes)) if text), type(error).__name__)
    if isinstance(error, OSError) and not isinstance(error, HTTPError | TimeoutError):
        return Failure(reason, is_sent=False, is_permanent=True, advice=certificates_advice(os.environ))
    is_untrusted = any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes)
    return Failure(
        reason,
        is_sent=not isinstance(error, (*_UNSENT, ImportError)),
        is_timeout=isinstance(error, TimeoutException),
        is_permanent=is_untrusted or isinstance(error, _PERMANENT),
        advice=CERTIFICATE_ADVICE if is_untrusted else None,
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and its causes; of several connection attempts, the first."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        # Several connection attempts fail as a group.
        group: tuple[BaseException, ...] = getattr(current, "exceptions", ())
        current = next(iter(group), None) or current.__cause__ or current.__context__
