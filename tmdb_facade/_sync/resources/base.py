# Made from tmdb_facade/_async/resources/base.py by `make sync`: edit that file, never this one.
"""What every namespace is built on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmdb_facade._sync.calls import Calls


class Resource:
    """A namespace, or a part of a large one: methods over the calls of its client."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
