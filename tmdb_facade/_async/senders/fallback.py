"""Send requests to another host if TMDB's host cannot be reached."""

from __future__ import annotations

from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from tmdb_facade.errors import APIConnectionError, APITimeoutError

if TYPE_CHECKING:
    from tmdb_facade._async.senders.sender import AsyncSender
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest

#: Seconds after which the base URL is tried again.
RETRY_BASE_URL = 60.0


class AsyncFallback:
    """Sends requests to the base URL; while it cannot be reached, to the fallback, with a new attempt each minute."""

    def __init__(self, inner: AsyncSender, base_url: str, fallback_base_url: str) -> None:
        self._inner = inner
        self._base_url = base_url
        self._fallback = fallback_base_url
        self._fallback_until = -inf

    async def send(self, request: OutgoingRequest, call: Call) -> Answer:
        """Send a request; if it certainly did not reach the host, send it to the other one."""
        if request.operation is None:
            return await self._inner.send(request, call)
        other = request._replace(url=self._fallback + request.url.removeprefix(self._base_url))
        first, second = (other, request) if monotonic() < self._fallback_until else (request, other)
        try:
            return await self._inner.send(first, call)
        except APIConnectionError as error:
            left = call.deadline.seconds_left()
            if error.is_sent or (left is not None and left <= 0) or _waited_too_long(error):
                raise
            unreached = error
        try:
            answer = await self._inner.send(second, call)
        except APIConnectionError as failure:
            if not failure.is_sent:
                unreached.add_note(f"{self._fallback if second is other else self._base_url} cannot be reached either.")
                _add_proxy(unreached, failure)
                raise unreached from None
            self._choose(second is other)
            raise
        self._choose(second is other)
        return answer

    def _choose(self, is_fallback: bool) -> None:
        self._fallback_until = monotonic() + RETRY_BASE_URL if is_fallback else -inf

    async def aclose(self) -> None:
        """Close the inner sender."""
        await self._inner.aclose()


def _waited_too_long(error: APIConnectionError) -> bool:
    """Return whether the call got no connection because all were in use, which says nothing about the host."""
    return isinstance(error, APITimeoutError) and not error.is_retryable


def _add_proxy(error: APIConnectionError, other: APIConnectionError) -> None:
    """Add the note about the other host's proxy to an error, unless it has the same one."""
    for note in getattr(other, "__notes__", ()):
        if "proxy" in note and note not in error.__notes__:
            error.add_note(note)
