# Made from tmdb_facade/_async/engines/bodies.py by `make sync`: edit that file, never this one.
"""Read the bodies of responses, with the limits that hold for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic
from typing import TYPE_CHECKING

from tmdb_facade._core.sending.bodies import MAX_BODY, TOO_LARGE
from tmdb_facade._core.sending.failures import OVERDUE, EngineError, Failure

if TYPE_CHECKING:
    from tmdb_facade._runtime.exchange_limits import Exchange


def read_parts(parts: Iterable[bytes], exchange: Exchange) -> bytes:
    """Read the parts of a body, up to the size limit and the deadline.

    Raises:
        EngineError: The body is too large, or the deadline has passed.
    """
    body: list[bytes] = []
    size = 0
    for part in parts:
        size += len(part)
        if size > MAX_BODY:
            raise EngineError(Failure(TOO_LARGE, is_permanent=True))
        if exchange.deadline is not None and monotonic() > exchange.deadline:
            raise EngineError(OVERDUE)
        body.append(part)
    return body[0] if len(body) == 1 else b"".join(body)
