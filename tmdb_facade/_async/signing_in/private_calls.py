"""Requests whose bodies contain secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tmdb_facade._core.signing_in.secret import without_frames

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
    try:
        return await call()
    except BaseException as error:  # noqa: BLE001  (it is raised below)
        without_frames(error)
        failed = error
    # Raised here: within the except block, the error would refer to itself as its context.
    try:
        raise failed
    finally:
        del failed  # it would refer to this frame, and the frame to it


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
