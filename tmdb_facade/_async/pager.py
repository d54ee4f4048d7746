"""Lists that come in pages: entries by default, pages on demand."""

from __future__ import annotations

from types import GenericAlias
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from tmdb_facade._core.endpoint import Page
from tmdb_facade._core.paging import check_limit, check_page, is_truncated, next_page, page_request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from typing_extensions import TypeVar as DefaultingTypeVar

    from tmdb_facade._async.calls import AsyncCalls
    from tmdb_facade._core.endpoint import Request

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
WalkedT_co = TypeVar("WalkedT_co", covariant=True)
if TYPE_CHECKING:
    # `AsyncPager[Movie]` says enough where nobody looks at pages.
    PageT_co = DefaultingTypeVar("PageT_co", covariant=True, default=Page[T_co])
else:
    PageT_co = TypeVar("PageT_co", covariant=True)


class AsyncPages(Generic[WalkedT_co]):
    """The pages of one list.

    The first page is asked for once and kept: totals, the first entry and the walk share it.
    """

    def __init__(self, calls: AsyncCalls, request: Request, response: Callable[[], type[WalkedT_co]]) -> None:
        self._calls = calls
        self._request = request
        self._response = response
        self._first: WalkedT_co | None = None

    def items(self: AsyncPages[Page[T]]) -> AsyncPager[T, WalkedT_co]:
        """Make the pager of the pages' entries."""
        # `self` tells the type of the entries; it is an AsyncPages[WalkedT_co] all the same.
        pages: AsyncPages[WalkedT_co] = cast("Any", self)
        return AsyncPager(pages)

    async def get(self, number: int) -> WalkedT_co:
        """Give one page."""
        check_page(number)
        if number == 1 and self._first is not None:
            return self._first
        page = await self._calls.answer(page_request(self._request, number), self._response())
        if number == 1:
            self._first = page
        return page

    async def __aiter__(self) -> AsyncIterator[WalkedT_co]:
        """Walk over the pages, from the first to the last that TMDB gives out."""
        number: int | None = 1
        while number is not None:
            page = await self.get(number)
            yield page
            facts = cast("Page[object]", page)
            number = next_page(self._request.operation, number, facts.total_pages, len(facts.results))

    def __repr__(self) -> str:
        """Name the operation."""
        return f"<{type(self).__name__} of {self._request.operation.id}>"


class AsyncPager(Generic[T_co, PageT_co]):
    """A list that TMDB gives out in pages; nothing is sent until it is used.

    Iterate over it for the entries, from the first page on. TMDB gives out 500 pages of a list, however long it is;
    `truncated` tells whether this one is longer.
    """

    if not TYPE_CHECKING:
        # At run time a type variable has no default, and `AsyncPager[Movie]` in an annotation would be an error.
        __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, pages: AsyncPages[PageT_co], limit: int | None = None) -> None:
        self._pages = pages
        self._limit = limit

    async def __aiter__(self) -> AsyncIterator[T_co]:
        """Walk over the entries; a page is asked for when its first entry is wanted."""
        left = self._limit
        if left == 0:
            return
        async for page in self._pages:
            for entry in cast("Page[T_co]", page).results:
                yield entry
                if left is not None:
                    left -= 1
                    if left == 0:
                        return

    def limit(self, count: int) -> AsyncPager[T_co, PageT_co]:
        """Stop after a number of entries.

        Args:
            count: How many entries, 0 or more.

        Returns:
            A pager over the first `count` entries; this one stays as it is.

        Raises:
            ValueError: The count is negative.
        """
        check_limit(count)
        return AsyncPager(self._pages, count if self._limit is None else min(count, self._limit))

    def pages(self) -> AsyncIterator[PageT_co]:
        """Walk over whole pages, each with its number and the totals; a limit on entries does not count here."""
        return self._pages.__aiter__()

    async def page(self, number: int) -> PageT_co:
        """Ask for one page.

        Args:
            number: From 1 to 500. A page past the end is empty.

        Returns:
            The page.

        Raises:
            ValueError: The number is not from 1 to 500.
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
        async for entry in self:
            return entry
        return None

    @property
    async def total_results(self) -> int:
        """How many entries there are; asks for the first page, unless that has been done."""
        return (await self._facts()).total_results

    @property
    async def total_pages(self) -> int:
        """How many pages there are, beyond the 500 that TMDB gives out too; asks for the first page if need be."""
        return (await self._facts()).total_pages

    @property
    async def truncated(self) -> bool:
        """Whether there are more pages than the 500 that TMDB gives out; asks for the first page if need be."""
        return is_truncated((await self._facts()).total_pages)

    async def _facts(self) -> Page[object]:
        return cast("Page[object]", await self._pages.get(1))

    def __repr__(self) -> str:
        """Name the list."""
        limit = "" if self._limit is None else f", at most {self._limit} entries"
        return f"<{type(self).__name__} of {self._pages!r}{limit}>"
