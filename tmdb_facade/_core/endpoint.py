"""The interface to the bindings.

A module below `tmdb_bindings.api` is an `Endpoint`: it has the operation's record, a request builder and the type of the
answer, and does no I/O. Calls and pagers are written once for any `Endpoint` and are exactly typed for each operation.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from tmdb_bindings.runtime import Drift, Endpoint, OnDrift, Operation, Request

__all__ = ["Drift", "Endpoint", "OnDrift", "Operation", "Page", "Request"]

T_co = TypeVar("T_co", covariant=True)


class Page(Protocol[T_co]):
    """A page of a list: the attributes that all pages have."""

    @property
    def results(self) -> Sequence[T_co]:
        """The entries."""
        ...

    @property
    def total_pages(self) -> int:
        """The number of pages, those beyond TMDB's page limit included."""
        ...

    @property
    def total_results(self) -> int:
        """The number of entries, those beyond TMDB's page limit included."""
        ...
