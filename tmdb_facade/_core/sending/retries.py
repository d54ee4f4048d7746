"""Decide which failures are retried, and after how many seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade.errors import (
    APIConnectionError,
    APIStatusError,
    InvalidAnswerError,
    RateLimitError,
    TMDBCode,
    TMDBError,
)

if TYPE_CHECKING:
    from tmdb_facade._core.endpoint import Operation

#: Seconds of the longest first delay; each further one doubles.
BACKOFF = 0.5
#: The longest delay in seconds without a Retry-After.
MAX_BACKOFF = 8.0
#: The longest Retry-After in seconds. A longer one is an error, so that no program hangs without notice.
MAX_RETRY_AFTER = 30.0
#: Seconds of the pause after a 429 without a Retry-After, and of the longest one with it.
PAUSE = 0.25
MAX_PAUSE = 60.0

# Codes with a 5xx status that a retry does not change.
_PERMANENT = frozenset({TMDBCode.INVALID_SERVICE, TMDBCode.ID_INVALID})


def is_retryable(error: TMDBError, operation: Operation | None) -> bool:
    """Return whether a retry may succeed and can do no harm.

    Args:
        error: The failure of an attempt.
        operation: The operation's record; `None` for an image.
    """
    is_repeatable = operation is None or operation.repeatable
    if isinstance(error, RateLimitError):
        return True  # the request was not carried out
    if isinstance(error, APIConnectionError):
        return error.is_retryable and (is_repeatable or not error.is_sent)
    if isinstance(error, InvalidAnswerError):
        return error.is_retryable and is_repeatable
    if isinstance(error, APIStatusError):
        status = error.http_status or 0
        is_temporary = status == 408 or (status >= 500 and status != 501 and error.code not in _PERMANENT)
        return is_temporary and is_repeatable
    return False


def retry_delay(attempt: int, retry_after: float | None, seconds_left: float | None, chance: float) -> float | None:
    """Return the seconds to wait before a retry, or `None` to give up.

    Args:
        attempt: The attempt that failed, from 1.
        retry_after: The seconds of its Retry-After.
        seconds_left: The seconds until the call's deadline; `None` for no limit.
        chance: A random number from 0 to 1. Clients that failed together do not retry together.
    """
    if retry_after is not None and retry_after > MAX_RETRY_AFTER:
        return None
    # Also on top of Retry-After: all clients of a server get the same one.
    delay = (retry_after or 0.0) + chance * min(MAX_BACKOFF, BACKOFF * 2.0 ** min(attempt - 1, 16))
    return delay if seconds_left is None or delay < seconds_left else None


def pause_after_refusal(retry_after: float | None) -> float:
    """Return the seconds for which a client sends nothing after a 429.

    Args:
        retry_after: The seconds of its Retry-After.
    """
    return PAUSE if retry_after is None else min(retry_after, MAX_PAUSE)
