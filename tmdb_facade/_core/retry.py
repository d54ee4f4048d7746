"""When a call is sent again, and how long that may wait."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from tmdb_facade._core.answer.error_mapping import read_status_body, retry_after
from tmdb_facade._core.endpoint import Operation
from tmdb_facade.errors import TMDBCode

#: Seconds of the first wait at most; each further one doubles.
BACKOFF = 0.5
#: Half of each wait is left to chance, so that clients that failed together do not come back together.
JITTER = 0.5
#: Seconds that a wait grows to at most.
MAX_BACKOFF = 8.0
#: Seconds that TMDB may ask to wait. Whoever is told to wait longer has to hear of it, not to hang.
MAX_RETRY_AFTER = 60.0

#: What TMDB says with a 5xx status though it will say the same again.
_FINAL = frozenset({TMDBCode.INVALID_SERVICE.value, TMDBCode.ID_INVALID.value})


def retries_for(operation: Operation, max_retries: int) -> int:
    """Tell how often a call may be sent again.

    Args:
        operation: The operation's record: neither the method nor the URL says whether sending it twice does what
            sending it once does.
        max_retries: What the client allows.

    Returns:
        The number; 0 for what must not be repeated.
    """
    return max_retries if operation.repeatable else 0


def is_transient(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    """Tell whether an answer may be another one in a moment.

    Args:
        status: The HTTP status.
        headers: The headers; names in any case.
        body: The body.

    Returns:
        Whether it makes sense to send the request again.
    """
    if status != 429 and status < 500:
        return False
    wait = retry_after(headers.get("retry-after"), datetime.datetime.now(datetime.UTC))
    if wait is not None and wait > MAX_RETRY_AFTER:
        return False
    return status != 501 and read_status_body(body).code not in _FINAL
