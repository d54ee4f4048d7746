"""Changes over spans of days that are longer than TMDB gives out at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tmdb_facade._async.chained_pager import AsyncChainedPager, T_co
from tmdb_facade._async.pager import PageT_co
from tmdb_facade._core.lists.changes import check_page_of_span, merge_changes, split_span
from tmdb_facade._core.request.validation import check_request
from tmdb_facade._runtime.tasks import gather

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from datetime import date

    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade._async.requester import AsyncRequester
    from tmdb_facade._core.endpoint import Request
    from tmdb_facade.models import Changes

T = TypeVar("T")
PageT = TypeVar("PageT")

#: How many windows of one record are asked for at the same time.
AT_ONCE = 4


class AsyncDateWindowsPager(AsyncChainedPager[T_co, PageT_co]):
    """A span of days as the windows that TMDB gives out of it."""

    def __init__(self, windows: Sequence[AsyncPager[T_co, PageT_co]]) -> None:
        """Join the pagers of the windows."""
        super().__init__()
        self._windows = windows

    async def _parts(self) -> AsyncIterator[AsyncPager[T_co, PageT_co]]:
        for window in self._windows:
            yield window

    @property
    async def total_results(self) -> int:
        """How many entries the windows have together; one that is in two of them counts twice."""
        return sum([await window.total_results for window in self._windows])

    @property
    async def total_pages(self) -> int:
        """How many pages the windows have together; asks for the first page of each."""
        return sum([await window.total_pages for window in self._windows])


def date_windows_pager(
    query: Callable[[date | None, date | None], AsyncPager[T, PageT]], start: date | None, end: date | None
) -> AsyncPager[T, PageT]:
    """Make the pager of a change list over any span.

    Args:
        query: Makes the pager of one window, by its first and last day.
        start: The first day, or `None`.
        end: The last day, or `None`.

    Returns:
        The pager; of several windows in order, where the span is longer than TMDB gives out.

    Raises:
        ValueError: The last day comes before the first.
    """
    windows = [query(first, last) for first, last in split_span(start, end)]
    return windows[0] if len(windows) == 1 else AsyncDateWindowsPager(windows)


async def changes_in_date_windows(
    requester: AsyncRequester,
    request: Callable[[date | None, date | None], Request],
    start: date | None,
    end: date | None,
    page: int | None = None,
) -> Changes:
    """Give the edits of one record over any span.

    Args:
        requester: What sends the requests.
        request: Makes the request of one window, by its first and last day.
        start: The first day, or `None`.
        end: The last day, or `None`.
        page: The page that was asked for, if any.

    Returns:
        The edits of all windows, each once.

    Raises:
        ValueError: The last day comes before the first, or a page of a span of several windows was asked for.
    """
    # Imported here: it brings the models' machinery along.
    from tmdb_facade.models import Changes

    windows = split_span(start, end)
    check_page_of_span(windows, page)
    answers: list[Changes] = []
    for index in range(0, len(windows), AT_ONCE):
        some = windows[index : index + AT_ONCE]
        requests = [request(first, last) for first, last in some]
        for one in requests:
            check_request(one)
        answers += await gather([partial(requester.answer, one, Changes) for one in requests])
    return merge_changes(answers)
