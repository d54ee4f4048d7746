"""Describe errors of HTTP libraries, of sockets and of TLS."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from typing import Final, NamedTuple

from tmdb_facade._core.sending.failures import CERTIFICATE_ADVICE, EngineError, Failure, certificates_advice


class ErrorKinds(NamedTuple):
    """The errors of an HTTP library.

    Attributes:
        errors: All of them.
        unsent: Those of requests that have not reached the server.
        timeouts: Those of time limits.
        permanent: Those that a retry would meet again; they are unsent, too.
    """

    errors: tuple[type[Exception], ...]
    unsent: tuple[type[Exception], ...]
    timeouts: tuple[type[Exception], ...]
    permanent: tuple[type[Exception], ...]


#: Errors of an exchange that are not the library's own. `UnicodeError` is that of some hosts, `ImportError` that for a
#: missing extra, `OSError` that of a file with certificates.
OTHER_ERRORS: Final[tuple[type[Exception], ...]] = (UnicodeError, OSError, ImportError, EngineError)


def describe_failure(error: Exception, kinds: ErrorKinds) -> Failure:
    """Describe an error of an exchange.

    Args:
        error: An error of the library, or one of `OTHER_ERRORS`.
        kinds: The library's errors.
    """
    if isinstance(error, EngineError):
        return error.failure
    causes = list(_causes(error))
    reason = next((text for text in map(str, reversed(causes)) if text), type(error).__name__)
    if isinstance(error, OSError) and not isinstance(error, TimeoutError):
        return Failure(reason, is_sent=False, is_permanent=True, advice=certificates_advice(os.environ))
    is_untrusted = any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes)
    is_permanent = isinstance(error, (*kinds.permanent, UnicodeError, ImportError))
    return Failure(
        reason,
        is_sent=not (is_permanent or isinstance(error, kinds.unsent)),
        is_timeout=isinstance(error, kinds.timeouts),
        is_permanent=is_untrusted or is_permanent,
        advice=CERTIFICATE_ADVICE if is_untrusted else None,
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and its causes; of several connection attempts, the first. A cancellation is the event loop's."""
    seen: set[int] = set()
    current: BaseException | None = error
    while isinstance(current, Exception) and id(current) not in seen:
        seen.add(id(current))
        yield current
        # Several connection attempts fail as a group.
        group: tuple[BaseException, ...] = getattr(current, "exceptions", ())
        current = next(iter(group), None) or current.__cause__ or current.__context__
