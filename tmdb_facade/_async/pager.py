"""Lists that come in pages: entries by default, pages on demand."""

from __future__ import annotations

from copy import copy
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from tmdb_facade._async.dataframes import AsyncDataFrames
from tmdb_facade._async.page_source import AsyncPageSource
from tmdb_facade._core.endpoint import Page
from tmdb_facade._core.lists.paging import (
    PageSchedule,
    PagingOptions,
    RecentIds,
    check_limit,
    check_page,
    check_prefetch,
    is_truncated,
    page_limit,
    warn_truncated,
)
from tmdb_facade._runtime.tasks import BackgroundCalls

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from types import TracebackType
    from typing import Self

    from typing_extensions import TypeVar as DefaultingTypeVar


T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
ListPageT_co = TypeVar("ListPageT_co", covariant=True)
if TYPE_CHECKING:
    # `AsyncPager[Movie]` says enough where nobody looks at pages.
    PageT_co = DefaultingTypeVar("PageT_co", covariant=True, default=Page[T_co])
else:
    PageT_co = TypeVar("PageT_co", covariant=True)


class AsyncPager(AsyncDataFrames, Generic[T_co, PageT_co]):
    """A list that TMDB gives out in pages; nothing is sent until it is used.

    Iterate over it for the entries, from the first page on:

        async for movie in tmdb.movies.popular().limit(100):
            print(movie.title)

    From the second page on, pages are fetched ahead, 4 at a time and in order: `prefetch(10)` fetches more at a time,
    `prefetch(1)` one after the other. `limit`, `prefetch`, `start_page` and `keep_duplicates` each give a new pager and
    leave this one as it is.

    While a long list is walked its ranking moves, and brings some entries twice. They are given once, unless they come
    again after a thousand others.

    TMDB gives out 500 pages of a list, however long it is; `truncated` tells whether this one is longer, and a walk
    that ends there gives a `TruncationWarning`.

    A walk that is left early, by `break` or an error, ends what it fetched ahead by itself, within moments. As a
    context manager a pager does so at its end, and waits for it:

        async with tmdb.movies.popular() as movies:
            async for movie in movies:
                ...
    """

    if not TYPE_CHECKING:
        # At run time a type variable has no default, and `AsyncPager[Movie]` in an annotation would be an error.
        __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, pages: AsyncPageSource[PageT_co]) -> None:
        self._pages = pages
        self._options = PagingOptions()
        self._background = BackgroundCalls(pages.background)

    def __aiter__(self) -> AsyncGenerator[T_co]:
        """Walk over the entries; the first page is asked for when the first entry is wanted."""
        return self._walk_entries(self._schedule(self._options), None if self._options.keep_duplicates else RecentIds())

    def pages(self) -> AsyncGenerator[PageT_co]:
        """Walk over whole pages, each with its number and the totals, duplicates included.

        With a limit, as many pages as hold that many entries.
        """
        return self._walk_pages(self._schedule(self._options))

    async def _walk_entries(self, schedule: PageSchedule, seen: RecentIds | None) -> AsyncGenerator[T_co]:
        walk = self._pages.walk(schedule, self._background)
        try:
            async for page in walk:
                entries = cast("Page[T_co]", page).results
                for entry in schedule.trim(entries if seen is None else seen.unseen(entries)):
                    yield entry
        finally:
            await walk.aclose()
        if schedule.cut:
            warn_truncated(self._pages.operation, schedule.cut)

    async def _walk_pages(self, schedule: PageSchedule) -> AsyncGenerator[PageT_co]:
        walk = self._pages.walk(schedule, self._background)
        try:
            async for page in walk:
                schedule.trim(cast("Page[T_co]", page).results)
                yield page
        finally:
            await walk.aclose()
        if schedule.cut:
            warn_truncated(self._pages.operation, schedule.cut)

    def limit(self, count: int) -> AsyncPager[T_co, PageT_co]:
        """Stop after a number of entries; no page is fetched that they do not need.

        Args:
            count: How many entries, 0 or more.

        Returns:
            A pager over the first `count` entries; this one stays as it is.

        Raises:
            ValueError: The count is negative.
        """
        check_limit(count)
        known = self._options.limit
        return self._changed(self._options._replace(limit=count if known is None else min(count, known)))

    def prefetch(self, pages: int) -> AsyncPager[T_co, PageT_co]:
        """Say how many pages may be fetched at the same time.

        Args:
            pages: 1 for one after the other, each when it is wanted. TMDB accepts 20 connections from one address: more
                pages than that gain nothing.

        Returns:
            A pager over the same entries, in the same order; this one stays as it is.

        Raises:
            ValueError: The number is below 1.
        """
        check_prefetch(pages)
        return self._changed(self._options._replace(prefetch=pages))

    def start_page(self, number: int) -> AsyncPager[T_co, PageT_co]:
        """Start at another page than the first: to go on where a walk was left.

        Args:
            number: From 1 to 500.

        Returns:
            A pager over the entries from that page on; this one stays as it is.

        Raises:
            ValueError: The number is not from 1 to 500, or TMDB gives out one page of this list.
        """
        self._check_start(number)
        return self._changed(self._options._replace(start_page=number))

    def keep_duplicates(self) -> AsyncPager[T_co, PageT_co]:
        """Give entries as often as they come: a ranking that moves while it is walked brings some of them again.

        Returns:
            A pager over all entries of all pages; this one stays as it is.
        """
        return self._changed(self._options._replace(keep_duplicates=True))

    async def page(self, number: int) -> PageT_co:
        """Ask for one page.

        Args:
            number: From 1 to 500. A page past the end is empty.

        Returns:
            The page.

        Raises:
            ValueError: The number is not from 1 to 500, or TMDB gives out one page of this list.
            TMDBError: TMDB gave no page.
        """
        return await self._pages.get(number)

    async def first(self) -> T_co | None:
        """Ask for the first entry.

        Returns:
            The entry, or `None` when the list is empty.

        Raises:
            TMDBError: TMDB gave no page.
        """
        async for entry in self.limit(1):
            return entry
        return None

    @property
    async def total_results(self) -> int:
        """How many entries there are; asks for the first page, unless a page has been asked for."""
        return (await self._pages.totals())[1]

    @property
    async def total_pages(self) -> int:
        """How many pages there are, beyond what TMDB gives out too; asks for the first page if need be."""
        return (await self._pages.totals())[0]

    @property
    async def truncated(self) -> bool:
        """Whether there are more pages than TMDB gives out, 500 of most lists; asks for the first page if need be."""
        return is_truncated((await self._pages.totals())[0], page_limit(self._pages.operation))

    async def aclose(self) -> None:
        """End what this pager, or a pager that was made of it, fetches ahead. Neither can be walked any more."""
        await self._background.aclose()

    async def __aenter__(self) -> Self:
        """Give the pager itself."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End what is fetched ahead."""
        await self.aclose()

    def _schedule(self, options: PagingOptions) -> PageSchedule:
        return PageSchedule(self._pages.operation, options)

    def _check_start(self, number: int) -> None:
        check_page(self._pages.operation, number)

    def _changed(self, options: PagingOptions, owner: BackgroundCalls | None = None) -> Self:
        """Make a pager of this one with other options, which ends with this one, and with another owner if given."""
        made = copy(self)
        made._options = options
        made._background = (
            BackgroundCalls(self._background) if owner is None else BackgroundCalls(self._background, owner)
        )
        return made

    def __repr__(self) -> str:
        """Name the list."""
        limit = "" if self._options.limit is None else f", at most {self._options.limit} entries"
        return f"<{type(self).__name__} of {self._pages.operation.id}{limit}>"


class AsyncPagedList(AsyncPageSource[ListPageT_co]):
    """The pages of a list, before their entries have a pager."""

    def items(self: AsyncPagedList[Page[T]]) -> AsyncPager[T, ListPageT_co]:
        """Return the pager of the entries."""
        # The annotation of `self` gives the type of the entries; the pages are of type ListPageT_co.
        pages: AsyncPagedList[ListPageT_co] = cast("Any", self)
        return AsyncPager(pages)
