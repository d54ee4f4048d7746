# Made from tmdb_facade/_async/sliced_pager.py by `make sync`: edit that file, never this one.
"""Discover queries with more results than TMDB serves for one list."""

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
    """A query split by date into slices that TMDB serves completely."""

    def __init__(
        self,
        whole: Pager[T_co, PageT_co],
        query: Callable[[Between[date] | None], Pager[T_co, PageT_co]],
        span: Between[date] | None,
        *,
        newest_first: bool,
    ) -> None:
        """Create the pager.

        Args:
            whole: The pager of the whole query.
            query: A function that returns the pager for a range of days.
            span: The days of the whole query.
            newest_first: Whether the latest days come first.
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
            # The number of pages decides whether the slice is small enough, and an iteration starts with the same page.
            begun = part._begin()
            if slices.fits(begun.total_pages):
                yield begun

    def _page_model(self) -> type[object]:
        return self._whole._page_model()

    @property
    def total_results(self) -> int:
        """Total entries of the query. Requests the first page."""
        return self._whole.total_results

    @property
    def total_pages(self) -> int:
        """Total pages of the query. Requests the first page."""
        return self._whole.total_pages
