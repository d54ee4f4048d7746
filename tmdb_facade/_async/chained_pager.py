"""A pager over several lists, one after the other."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, TypeVar

from tmdb_facade._async.pager import AsyncPager, PageT_co
from tmdb_facade._core.lists.paging import PageSchedule, PagingOptions, RecentIds
from tmdb_facade._core.request.validation import PAGE_LIMIT, check_integer
from tmdb_facade._runtime.tasks import BackgroundCalls
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

T_co = TypeVar("T_co", covariant=True)


class AsyncChainedPager(AsyncPager[T_co, PageT_co]):
    """A pager that chains several lists.

    An entry in several lists is returned once, at its first position, so an iteration remembers the ids of all entries.
    Pages are numbered across all lists.
    """

    def __init__(self) -> None:
        """Create the pager without its lists."""
        self._options = PagingOptions()
        self._background = BackgroundCalls()

    @abstractmethod
    def _parts(self) -> AsyncIterator[AsyncPager[T_co, PageT_co]]:
        """Yield the pagers of the lists, in order."""

    async def _scheduled_parts(self) -> AsyncIterator[tuple[AsyncPager[T_co, PageT_co], PageSchedule]]:
        """Yield the lists to iterate over with their schedules; limit and start page apply to the whole chain."""
        options = self._options
        skipped = options.start_page - 1
        if options.limit == 0:
            return
        async for part in self._parts():
            if skipped and skipped >= (pages := await _count_pages(part)):
                skipped -= pages
                continue
            schedule = part._schedule(options._replace(start_page=skipped + 1))
            yield part._changed(options, self._background), schedule
            skipped = 0
            options = options._replace(limit=schedule.remaining)
            if options.limit == 0:
                return  # before the next list is requested

    async def __aiter__(self) -> AsyncGenerator[T_co]:
        """Iterate over the entries. The first page of a list is requested with its first entry."""
        seen = None if self._options.keep_duplicates else RecentIds(window=None)
        async for part, schedule in self._scheduled_parts():
            entries = part._iterate_entries(schedule, seen)
            try:
                async for entry in entries:
                    yield entry
            finally:
                await entries.aclose()

    async def pages(self) -> AsyncGenerator[PageT_co]:
        """Iterate over whole pages, list by list, duplicates included.

        With a limit, iteration ends after the page that reaches it.
        """
        async for part, schedule in self._scheduled_parts():
            pages = part._iterate_pages(schedule)
            try:
                async for page in pages:
                    yield page
            finally:
                await pages.aclose()

    async def page(self, number: int) -> PageT_co:
        """Get one page, numbered across all lists.

        Args:
            number: The page number, from 1. A page past the end is empty.

        Returns:
            The page; its `page` is the number within its own list.

        Raises:
            InvalidArgumentError: The number is not an integer of at least 1, or TMDB has no such page.
            TMDBError: The request failed.
        """
        number = self._check_page("page", number)
        last: AsyncPager[T_co, PageT_co] | None = None
        async for part in self._parts():
            if last is not None:
                pages = await _count_pages(last)
                if number <= pages:
                    break
                number -= pages
            last = part
        if last is None:
            raise InvalidArgumentError("page", "does not exist: the list has no pages")
        return await last.page(number)

    @property
    async def truncated(self) -> bool:
        """Whether any of the lists has more pages than TMDB serves. Requests the first page of each."""
        async for part in self._parts():
            if await part.truncated:
                return True
        return False

    def _check_page(self, name: str, number: int) -> int:
        return check_integer(name, number, 1)

    def __repr__(self) -> str:
        """Return the class and the limit."""
        limit = "" if self._options.limit is None else f", at most {self._options.limit} entries"
        return f"<{type(self).__name__}{limit}>"


async def _count_pages(part: AsyncPager[object, object]) -> int:
    """Return how many pages TMDB serves of a list; an empty list has one."""
    return max(1, min(await part.total_pages, PAGE_LIMIT))
