# Made from tmdb_facade/_async/senders/retrying.py by `make sync`: edit that file, never this one.
"""Retry requests that failed temporarily."""

from __future__ import annotations

from random import random
from typing import TYPE_CHECKING

from tmdb_facade._core.sending.retries import is_retryable, retry_delay
from tmdb_facade.errors import TMDBError

if TYPE_CHECKING:
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest
    from tmdb_facade._runtime.exchange_threads import Exchanges
    from tmdb_facade._sync.senders.sender import Sender


class Retrying:
    """Retries requests after temporary failures of the network or TMDB, and after damaged answers."""

    def __init__(self, inner: Sender, exchanges: Exchanges) -> None:
        self._inner = inner
        self._exchanges = exchanges

    def send(self, request: OutgoingRequest, call: Call) -> Answer:
        """Send a request, with retries until the call's deadline."""
        while True:
            try:
                return self._inner.send(request, call)
            except TMDBError as error:
                if call.hook_error is not None:
                    error.add_note(f"The hook on_response failed as well: {call.hook_error}")
                    call.hook_error = None
                if call.attempt > call.options.max_retries or not is_retryable(error, request.operation):
                    raise
                delay = retry_delay(call.attempt, error.retry_after, call.deadline.seconds_left(), random())
                if delay is None:
                    raise
            self._exchanges.sleep(delay)
            call.attempt += 1

    def close(self) -> None:
        """Close the inner sender."""
        self._inner.close()
