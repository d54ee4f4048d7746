"""Pagers over several lists, one after the other: for what TMDB does not give out as one list."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, TypeVar

from tmdb_facade._async.pager import AsyncPager, PageT_co
from tmdb_facade._core.lists.paging import PageSchedule, PagingOptions, RecentIds
from tmdb_facade._core.request.validation import PAGE_LIMIT
from tmdb_facade._runtime.tasks import BackgroundCalls

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

T_co = TypeVar("T_co", covariant=True)


class AsyncChainedPager(AsyncPager[T_co, PageT_co]):
    """Several lists as one.

    An entry that is in several of them is given once, where it comes first; so the ids of all entries are remembered
    while it is walked. Pages come as TMDB gives them, list by list, and are numbered through.
    """

    def __init__(self) -> None:
        """Begin with everything; the lists are made when they are wanted."""
        self._options = PagingOptions()
        self._background = BackgroundCalls()

    @abstractmethod
    def _parts(self) -> AsyncIterator[AsyncPager[T_co, PageT_co]]:
        """Give the pagers of the lists, in their order."""

    async def _walks(self) -> AsyncIterator[tuple[AsyncPager[T_co, PageT_co], PageSchedule]]:
        """Give the lists that are walked, and of each the course; a limit holds for all of them together."""
        options = self._options
        skipped = options.start_page - 1
        async for part in self._parts():
            if options.limit == 0:
                return
            if skipped and skipped >= (pages := await _count_pages(part)):
                skipped -= pages
                continue
            schedule = part._schedule(options._replace(start_page=skipped + 1))
            yield part._changed(options, self._background), schedule
            skipped = 0
            options = options._replace(limit=schedule.left)

    async def __aiter__(self) -> AsyncGenerator[T_co]:
        """Walk over the entries; the first page of a list is asked for when its first entry is wanted."""
        seen = None if self._options.keep_duplicates else RecentIds(window=None)
        async for part, schedule in self._walks():
            entries = part._walk_entries(schedule, seen)
            try:
                async for entry in entries:
                    yield entry
            finally:
                await entries.aclose()

    async def pages(self) -> AsyncGenerator[PageT_co]:
        """Walk over whole pages, list by list, with the entries that come in several lists.

        With a limit, as many pages as hold that many entries.
        """
        async for part, schedule in self._walks():
            pages = part._walk_pages(schedule)
            try:
                async for page in pages:
                    yield page
            finally:
                await pages.aclose()

    async def page(self, number: int) -> PageT_co:
        """Ask for one page of all the lists' pages.

        Args:
            number: From 1. A page past the end is the empty one after the last list's end.

        Returns:
            The page; the number in it is that within its own list.

        Raises:
            ValueError: The number is below 1, or so far past the end that TMDB has no such page.
            TMDBError: TMDB gave no page.
        """
        self._check_start(number)
        last: AsyncPager[T_co, PageT_co] | None = None
        async for part in self._parts():
            if last is not None:
                pages = await _count_pages(last)
                if number <= pages:
                    break
                number -= pages
            last = part
        if last is None:
            raise ValueError("there are no pages")
        return await last.page(number)

    @property
    async def truncated(self) -> bool:
        """Whether any of the lists has more than the 500 pages that TMDB gives out; asks for a page of each."""
        async for part in self._parts():
            if await part.truncated:
                return True
        return False

    def _check_start(self, number: int) -> None:
        if number < 1:
            raise ValueError(f"pages are numbered from 1, not {number}")

    def __repr__(self) -> str:
        """Name the kind of list."""
        limit = "" if self._options.limit is None else f", at most {self._options.limit} entries"
        return f"<{type(self).__name__}{limit}>"


async def _count_pages(part: AsyncPager[object, object]) -> int:
    """Tell how many pages TMDB gives out of one of the lists; an empty one has a page too."""
    return max(1, min(await part.total_pages, PAGE_LIMIT))
