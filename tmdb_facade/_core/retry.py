"""Retry policy: which requests are retried, and how long they wait."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from tmdb_facade._core.answer.error_mapping import read_status_body, retry_after
from tmdb_facade._core.endpoint import Operation
from tmdb_facade.errors import TMDBCode

#: Seconds of the first delay; each further one doubles.
BACKOFF = 0.5
#: The random share of each delay, so that clients that failed together do not retry together.
JITTER = 0.5
#: The longest delay in seconds.
MAX_BACKOFF = 8.0
#: The longest Retry-After in seconds. A longer one is an error, so that no program hangs without notice.
MAX_RETRY_AFTER = 30.0

# Codes with a 5xx status that a retry does not change.
_PERMANENT = frozenset({TMDBCode.INVALID_SERVICE.value, TMDBCode.ID_INVALID.value})


def retries_for(operation: Operation, max_retries: int) -> int:
    """Return the maximum number of retries of a request.

    Args:
        operation: The operation's record; neither the HTTP method nor the URL shows whether it is idempotent.
        max_retries: The client's limit.

    Returns:
        The number; 0 for an operation that is not idempotent.
    """
    return max_retries if operation.repeatable else 0


def is_transient(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    """Return whether a response is worth a retry.

    Args:
        status: The HTTP status.
        headers: The headers, with case-insensitive names.
        body: The body.
    """
    if status != 429 and status < 500:
        return False
    if requested_delay(headers, 0.0) > MAX_RETRY_AFTER:
        return False
    return status != 501 and read_status_body(body).code not in _PERMANENT


def requested_delay(headers: Mapping[str, str], default: float) -> float:
    """Return the seconds to wait before a retry.

    Args:
        headers: The headers, with case-insensitive names.
        default: The seconds for a response without Retry-After, or with one that has passed.
    """
    return retry_after(headers.get("retry-after"), datetime.datetime.now(datetime.UTC)) or default
