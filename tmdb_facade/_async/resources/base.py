"""What every namespace is built on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmdb_facade._async.calls import AsyncCalls


class AsyncResource:
    """A namespace, or a part of a large one: methods over the calls of its client."""

    def __init__(self, calls: AsyncCalls) -> None:
        self._calls = calls
