"""The seam to the bindings: an operation is a module, and this is all that the facade knows of it.

A module below `tmdb_bindings.api` offers the operation's record, a request builder and the type of its answer. It does
no I/O. Calls and pagers are written once against `Endpoint` and are exactly typed for each operation; a test holds
every module against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from tmdb_bindings.runtime import Drift, Endpoint, OnDrift, Operation, Request

__all__ = ["Drift", "Endpoint", "OnDrift", "Operation", "Page", "Request"]

T_co = TypeVar("T_co", covariant=True)


class Page(Protocol[T_co]):
    """What every page of a list has, whatever else it carries."""

    @property
    def results(self) -> Sequence[T_co]:
        """The entries."""
        ...

    @property
    def total_pages(self) -> int:
        """How many pages there are, beyond those that TMDB gives out too."""
        ...

    @property
    def total_results(self) -> int:
        """How many entries there are, beyond those that TMDB gives out too."""
        ...
