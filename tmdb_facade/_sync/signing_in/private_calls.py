# Made from tmdb_facade/_async/signing_in/private_calls.py by `make sync`: edit that file, never this one.
"""Requests whose bodies contain secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tmdb_facade._core.signing_in.secret import WithoutFrames

if TYPE_CHECKING:
    from tmdb_facade._runtime.threads import Method
    from tmdb_facade._sync.requester import Requester

T = TypeVar("T")


def private_call(call: Method[[], T]) -> T:
    """Call a function whose error must not refer to its frames: their variables contain its secrets.

    Args:
        call: A function without arguments.

    Returns:
        Its result.
    """
    with WithoutFrames():
        return call()


def limited(requester: Requester, seconds: float) -> Requester:
    """Return a requester whose calls take at most some seconds."""
    options = requester.options
    total, rate = options.total_timeout, options.rate_timeout
    return requester.with_options(
        options._replace(
            total_timeout=seconds if total is None else min(total, seconds),
            rate_timeout=seconds if rate is None else min(rate, seconds),
        )
    )
