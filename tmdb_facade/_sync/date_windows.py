# Made from tmdb_facade/_async/date_windows.py by `make sync`: edit that file, never this one.
"""Change lists over more days than TMDB serves at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tmdb_facade._core.lists.changes import ChangeWindows, check_page_of_span, merge_changes, split_span
from tmdb_facade._runtime.many_threads import gather
from tmdb_facade._sync.chained_pager import ChainedPager, T_co
from tmdb_facade._sync.pager import PageT_co

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from tmdb_facade._core.endpoint import Endpoint
    from tmdb_facade._core.lists.changes import Window
    from tmdb_facade._sync.pager import Pager
    from tmdb_facade._sync.requester import Requester
    from tmdb_facade.models import Changes

T = TypeVar("T")
PageT = TypeVar("PageT")

#: How many windows of one record are requested at the same time.
MAX_CONCURRENT = 4


class DateWindowsPager(ChainedPager[T_co, PageT_co]):
    """A change list over a span of days, split into windows that TMDB serves completely."""

    def __init__(
        self,
        query: Callable[[date | None, date | None], Pager[T_co, PageT_co]],
        windows: Sequence[Window],
    ) -> None:
        """Create the pager.

        Args:
            query: A function that returns the pager for a first and a last day.
            windows: The windows, none of them longer than TMDB accepts.
        """
        super().__init__()
        self._query = query
        self._windows = windows

    def _parts(self) -> Iterator[Pager[T_co, PageT_co]]:
        windows = ChangeWindows(self._windows)
        while not windows.done:
            # The number of pages decides whether the window is halved, and an iteration starts with the same page.
            begun = self._query(*windows.next)._begin()
            if windows.fits(begun.total_pages):
                yield begun

    def _page_model(self) -> type[object]:
        return self._query(*self._windows[0])._page_model()

    @property
    def total_results(self) -> int:
        """Total entries of the windows of 14 days; an entry of two windows counts twice. Requests the first page of each."""
        return sum([self._query(*window).total_results for window in self._windows])

    @property
    def total_pages(self) -> int:
        """Total pages of the windows of 14 days. Requests the first page of each."""
        return sum([self._query(*window).total_pages for window in self._windows])


def date_windows_pager(
    query: Callable[[date | None, date | None], Pager[T, PageT]], start: date | None, end: date | None
) -> Pager[T, PageT]:
    """Return the pager of a change list over a span of any length and any number of changes.

    Args:
        query: A function that returns the pager for a first and a last day.
        start: The first day, or `None`.
        end: The last day, or `None`.

    Raises:
        InvalidArgumentError: The last day is before the first.
    """
    windows = split_span(start, end)
    # Without a first day, TMDB chooses the day.
    return DateWindowsPager(query, windows) if windows[0][0] is not None else query(*windows[0])


def changes_in_date_windows(
    requester: Requester,
    endpoint: Endpoint[..., Changes],
    record_id: int,
    start: date | None,
    end: date | None,
    page: int | None = None,
) -> Changes:
    """Get the changes of one record within a span of any length.

    Args:
        requester: The client's requester.
        endpoint: The operation that returns a record's changes.
        record_id: The record's id.
        start: The first day, or `None`.
        end: The last day, or `None`.
        page: A page number, or `None`.

    Returns:
        The changes of all windows, each once.

    Raises:
        InvalidArgumentError: The last day is before the first, or a page is passed for a span of several windows.
    """
    # Imported here: models are imported when the first request is sent.
    from tmdb_facade.models import Changes

    windows = split_span(start, end)
    check_page_of_span(windows, page)
    requests = [
        requester.prepare(endpoint, record_id, start_date=first, end_date=last, page=page) for first, last in windows
    ]
    answers: list[Changes] = []
    for index in range(0, len(requests), MAX_CONCURRENT):
        batch = requests[index : index + MAX_CONCURRENT]
        answers += gather([partial(requester.answer, request, Changes) for request in batch])
    return merge_changes(answers)
