"""Paged lists."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from copy import copy
from types import GenericAlias, TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

from tmdb_facade._async.dataframes import AsyncDataFrames
from tmdb_facade._async.page_source import AsyncPageSource
from tmdb_facade._core.endpoint import Page
from tmdb_facade._core.lists.paging import (
    PageSchedule,
    PagingOptions,
    RecentIds,
    check_list_page,
    is_truncated,
    page_limit,
)
from tmdb_facade._core.request.validation import check_integer
from tmdb_facade._runtime.tasks import BackgroundCalls

if TYPE_CHECKING:
    from typing_extensions import TypeVar as DefaultingTypeVar


T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
ListPageT_co = TypeVar("ListPageT_co", covariant=True)
if TYPE_CHECKING:
    # Code that uses no pages can write `AsyncPager[Movie]`.
    PageT_co = DefaultingTypeVar("PageT_co", covariant=True, default=Page[T_co])
else:
    PageT_co = TypeVar("PageT_co", covariant=True)


class AsyncPager(AsyncDataFrames, Generic[T_co, PageT_co]):
    """A paged list. Creating a pager sends no request.

    Iterate over it to get the entries:

        async for movie in tmdb.movies.popular().limit(100):
            print(movie.title)

    `limit`, `prefetch`, `start_page` and `keep_duplicates` return a new pager and do not change this one.

    **Prefetching.** From the second page on, 4 pages are requested at a time and returned in order. `prefetch(10)`
    requests more at a time, `prefetch(1)` one after the other.

    **Duplicates.** A ranking can change during an iteration, so that an entry appears again on a later page. Such
    duplicates are skipped, unless more than a thousand entries are in between; `keep_duplicates()` returns them all.

    **Early ends.** TMDB serves at most 500 pages of a list. `truncated` is true for longer lists, and an iteration that
    ends at the limit emits a `TruncationWarning`. Three pages in a row without a new entry end an iteration too, with a
    `StalledListWarning` if the list should have more pages.

    **Requests.** A pager stores no page: each iteration, `page()`, `first()` and total sends its requests anew.

    **Cancellation.** Leaving an iteration early, by `break` or an error, cancels the background requests. To wait until
    they have ended, use the pager as a context manager:

        async with tmdb.movies.popular() as movies:
            async for movie in movies:
                ...
    """

    if not TYPE_CHECKING:
        # At run time the type variable has no default, and `AsyncPager[Movie]` would raise.
        __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, pages: AsyncPageSource[PageT_co]) -> None:
        self._pages = pages
        self._options = PagingOptions()
        self._background = BackgroundCalls(pages.background)

    def __aiter__(self) -> AsyncGenerator[T_co]:
        """Iterate over the entries. The first page is requested with the first entry."""
        return self._iterate_entries(self._schedule(self._options))

    def pages(self) -> AsyncGenerator[PageT_co]:
        """Iterate over whole pages, with their numbers and totals, duplicates included.

        With a limit, iteration ends after the page that reaches it.
        """
        return self._iterate_pages(self._schedule(self._options))

    async def _iterate_entries(self, schedule: PageSchedule, seen: RecentIds | None = None) -> AsyncGenerator[T_co]:
        pages = self._pages.iterate(schedule, self._background)
        try:
            async for page in pages:
                typed = cast("Page[T_co]", page)
                new = schedule.page_received(typed.total_pages, typed.results)
                entries = typed.results if self._options.keep_duplicates else new
                for entry in schedule.trim(entries if seen is None else seen.unseen(entries)):
                    yield entry
        finally:
            await pages.aclose()
        schedule.warn()

    async def _iterate_pages(self, schedule: PageSchedule) -> AsyncGenerator[PageT_co]:
        pages = self._pages.iterate(schedule, self._background)
        try:
            async for page in pages:
                typed = cast("Page[T_co]", page)
                schedule.page_received(typed.total_pages, typed.results)
                schedule.trim(typed.results)
                yield page
        finally:
            await pages.aclose()
        schedule.warn()

    def limit(self, count: int) -> AsyncPager[T_co, PageT_co]:
        """Limit the number of entries. Pages beyond the limit are not requested.

        Args:
            count: The maximum number of entries, at least 0. The smallest of several limits applies.

        Returns:
            A pager over the first `count` entries.

        Raises:
            InvalidArgumentError: The count is not an integer of at least 0.
        """
        limit, known = check_integer("limit", count), self._options.limit
        return self._changed(self._options._replace(limit=limit if known is None else min(limit, known)))

    def prefetch(self, pages: int) -> AsyncPager[T_co, PageT_co]:
        """Set how many pages are requested at the same time.

        Args:
            pages: The number of pages; 1 requests each page when it is needed. TMDB accepts 20 connections from one
                address, so more than 20 gain nothing.

        Returns:
            A pager over the same entries, in the same order.

        Raises:
            InvalidArgumentError: The number is not an integer of at least 1.
        """
        return self._changed(self._options._replace(prefetch=check_integer("prefetch", pages, 1)))

    def start_page(self, number: int) -> AsyncPager[T_co, PageT_co]:
        """Set the first page, for example to resume an iteration.

        Args:
            number: The page number, from 1 to 500.

        Returns:
            A pager over the entries from that page on.

        Raises:
            InvalidArgumentError: The number is not from 1 to 500, or TMDB serves one page of this list.
        """
        return self._changed(self._options._replace(start_page=self._check_page("start_page", number)))

    def keep_duplicates(self) -> AsyncPager[T_co, PageT_co]:
        """Return duplicates too: entries that appear on several pages because the ranking changes during an iteration.

        Returns:
            A pager over all entries of all pages.
        """
        return self._changed(self._options._replace(keep_duplicates=True))

    async def page(self, number: int) -> PageT_co:
        """Get one page.

        Args:
            number: The page number, from 1 to 500. Pages past the end are empty.

        Returns:
            The page.

        Raises:
            InvalidArgumentError: The number is not from 1 to 500, or TMDB serves one page of this list.
            ClientClosedError: The pager or its client is closed.
            TMDBError: The request failed.
        """
        self._background.check()
        return await self._pages.get(number)

    async def first(self) -> T_co | None:
        """Get the first entry.

        Returns:
            The entry, or `None` if the list is empty.

        Raises:
            TMDBError: The request failed.
        """
        async for entry in self.limit(1):
            return entry
        return None

    @property
    async def total_results(self) -> int:
        """Total entries. Requests the first page; each page has the totals too."""
        return (await self._first_page()).total_results

    @property
    async def total_pages(self) -> int:
        """Total pages, those beyond TMDB's page limit included. Requests the first page."""
        return (await self._first_page()).total_pages

    @property
    async def truncated(self) -> bool:
        """Whether the list has more pages than TMDB serves, mostly 500. Requests the first page."""
        return is_truncated((await self._first_page()).total_pages, page_limit(self._pages.operation))

    async def _first_page(self) -> Page[T_co]:
        self._background.check()
        # The totals are the same in every language.
        return cast("Page[T_co]", await self._pages.in_one_language().get(1))

    async def aclose(self) -> None:
        """Cancel the background requests of this pager and of pagers derived from it.

        These pagers cannot be used afterwards.
        """
        await self._background.aclose()

    async def __aenter__(self) -> Self:
        """Return the pager."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Cancel the background requests."""
        await self.aclose()

    def _page_model(self) -> type[object]:
        return self._pages.model()

    def _schedule(self, options: PagingOptions) -> PageSchedule:
        return PageSchedule(self._pages.operation, options, self._pages.request)

    async def _begin(self) -> Self:
        """Request the first page, and return a pager for one iteration, which starts with it."""
        begun = copy(self)
        begun._pages = await self._pages.begin()
        return begun

    def _check_page(self, name: str, number: int) -> int:
        return check_list_page(name, self._pages.operation, number)

    def _changed(self, options: PagingOptions, owner: BackgroundCalls | None = None) -> Self:
        """Return a pager with other options. Closing this pager or `owner` closes it too."""
        changed = copy(self)
        changed._options = options
        owners = (self._background,) if owner is None else (self._background, owner)
        changed._background = BackgroundCalls(*owners)
        return changed

    def __repr__(self) -> str:
        """Return the operation and the limit."""
        limit = "" if self._options.limit is None else f", at most {self._options.limit} entries"
        return f"<{type(self).__name__} of {self._pages.operation.id}{limit}>"


class AsyncPagedList(AsyncPageSource[ListPageT_co]):
    """The pages of a list; `items` returns its pager."""

    def items(self: AsyncPagedList[Page[T]]) -> AsyncPager[T, ListPageT_co]:
        """Return a pager over the entries."""
        # The annotation of `self` determines the type of the entries; the pages are of type ListPageT_co.
        pages: AsyncPagedList[ListPageT_co] = cast("Any", self)
        return AsyncPager(pages)
