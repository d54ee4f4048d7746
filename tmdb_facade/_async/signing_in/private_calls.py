"""Requests whose bodies contain secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tmdb_facade._core.signing_in.secret import WithoutFrames

if TYPE_CHECKING:
    from tmdb_facade._async.requester import AsyncRequester
    from tmdb_facade._runtime.tasks import Method

T = TypeVar("T")


async def private_call(call: Method[[], T]) -> T:
    """Call a function whose error must not refer to its frames: their variables contain its secrets.

    Args:
        call: A function without arguments.

    Returns:
        Its result.
    """
    with WithoutFrames():
        return await call()


def limited(requester: AsyncRequester, seconds: float) -> AsyncRequester:
    """Return a requester whose calls take at most some seconds."""
    options = requester.options
    total, rate = options.total_timeout, options.rate_timeout
    return requester.with_options(
        options._replace(
            total_timeout=seconds if total is None else min(total, seconds),
            rate_timeout=seconds if rate is None else min(rate, seconds),
        )
    )
