"""Wait for the rate limit."""

from __future__ import annotations

from datetime import UTC, datetime
from math import inf
from typing import TYPE_CHECKING

from tmdb_facade._core.answer.error_mapping import retry_after
from tmdb_facade._core.rate.pace import TooLateError
from tmdb_facade._core.redaction import redact
from tmdb_facade._core.sending.retries import pause_after_refusal
from tmdb_facade.errors import APITimeoutError

if TYPE_CHECKING:
    from tmdb_facade._async.rate.limiter import AsyncLimiter
    from tmdb_facade._async.senders.sender import AsyncSender
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest
    from tmdb_facade._runtime.exchange_tasks import Exchanges


class AsyncRateLimited:
    """Sends each request in a slot of the limiter. A 429 slows down all callers of the limiter.

    Images come from other servers, which have no limit.
    """

    def __init__(self, inner: AsyncSender, limiter: AsyncLimiter, exchanges: Exchanges) -> None:
        self._inner = inner
        self._limiter = limiter
        self._exchanges = exchanges

    async def send(self, request: OutgoingRequest, call: Call) -> Answer:
        """Wait for a slot and send the request.

        Raises:
            APITimeoutError: The next slot is too far away. Nothing was sent.
        """
        if request.operation is None:
            return await self._inner.send(request, call)
        await self._wait(request, call)
        answer = await self._inner.send(request, call)
        if answer.status == 429:
            seconds = retry_after(answer.headers.get("retry-after"), datetime.now(UTC))
            await self._limiter.pause(pause_after_refusal(seconds))
        return answer

    async def _wait(self, request: OutgoingRequest, call: Call) -> None:
        is_first = call.deadline.at is None
        longest = call.deadline.seconds_to_wait()
        try:
            slot = await self._limiter.reserve(inf if longest is None else longest)
        except TooLateError as late:
            option = "rate_timeout" if is_first else "total_timeout"
            error = APITimeoutError(
                f"the rate limit has no free request for {late.wait:.1f} s, which is beyond {option}",
                operation=None if request.operation is None else request.operation.id,
                url=redact(request.shown_url),
            )
        else:
            try:
                while slot.wait > 0:
                    await self._exchanges.sleep(slot.wait)
                    slot = await self._limiter.left(slot)
            except BaseException:  # also a cancellation or Ctrl-C
                await self._limiter.give_back(slot)
                raise
            return
        error.is_sent = error.is_retryable = False
        raise error

    async def aclose(self) -> None:
        """Close the inner sender and the limiter's own connections."""
        await self._inner.aclose()
        await self._limiter.aclose()
