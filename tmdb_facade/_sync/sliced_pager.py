# Made from tmdb_facade/_async/sliced_pager.py by `make sync`: edit that file, never this one.
"""Queries with more results than TMDB gives out of one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade._core.lists.discover import DateSlices
from tmdb_facade._sync.chained_pager import ChainedPager, T_co
from tmdb_facade._sync.pager import PageT_co

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from tmdb_facade._core.lists.terms import Between
    from tmdb_facade._sync.pager import Pager


class SlicedPager(ChainedPager[T_co, PageT_co]):
    """A query in slices by date, each short enough for TMDB to give out whole."""

    def __init__(
        self,
        whole: Pager[T_co, PageT_co],
        query: Callable[[Between[date] | None], Pager[T_co, PageT_co]],
        span: Between[date] | None,
        *,
        newest_first: bool,
    ) -> None:
        """Begin with the whole query.

        Args:
            whole: The pager of the whole query.
            query: Makes the pager of the query within a range of days.
            span: The days of the whole query.
            newest_first: Whether the slices with the last days come first.
        """
        super().__init__()
        self._whole = whole
        self._query = query
        self._span = span
        self._newest_first = newest_first

    def _parts(self) -> Iterator[Pager[T_co, PageT_co]]:
        slices = DateSlices(self._span, newest_first=self._newest_first)
        while not slices.done:
            days = slices.next
            part = self._whole if days == self._span else self._query(days)
            if slices.fits(part.total_pages):
                yield part

    @property
    def total_results(self) -> int:
        """How many entries the whole query has; asks for its first page."""
        return self._whole.total_results

    @property
    def total_pages(self) -> int:
        """How many pages the whole query has; asks for its first page."""
        return self._whole.total_pages
