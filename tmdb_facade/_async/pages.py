"""The pages of one list: asked for one by one, or walked with some fetched ahead."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from tmdb_facade._async.pager import AsyncPager
from tmdb_facade._core.endpoint import Page
from tmdb_facade._core.paging import check_page, page_request

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from tmdb_facade._async.calls import AsyncCalls
    from tmdb_facade._core.answer import Answer
    from tmdb_facade._core.endpoint import Operation, Request
    from tmdb_facade._core.paging import Course
    from tmdb_facade._runtime.aio import Crew, Job

T = TypeVar("T")
WalkedT_co = TypeVar("WalkedT_co", covariant=True)


class AsyncPages(Generic[WalkedT_co]):
    """The pages of one list.

    The first page is asked for once and kept: totals, the first entry and the walk share it.
    """

    def __init__(self, calls: AsyncCalls, request: Request, response: Callable[[], type[WalkedT_co]]) -> None:
        self._calls = calls
        self._request = request
        self._response = response
        self._first: WalkedT_co | None = None
        self._totals: tuple[int, int] | None = None
        self.operation: Operation = request.operation
        self.crew: Crew = calls.crew

    def items(self: AsyncPages[Page[T]]) -> AsyncPager[T, WalkedT_co]:
        """Make the pager of the pages' entries."""
        # `self` tells the type of the entries; it is an AsyncPages[WalkedT_co] all the same.
        pages: AsyncPages[WalkedT_co] = cast("Any", self)
        return AsyncPager(pages)

    async def get(self, number: int) -> WalkedT_co:
        """Give one page."""
        check_page(self.operation, number)
        if number == 1 and self._first is not None:
            return self._first
        request = page_request(self._request, number)
        return self._read(number, request, await self._calls.send(request))

    def _read(self, number: int, request: Request, answer: Answer) -> WalkedT_co:
        page = self._calls.read(request, self._response(), answer)
        if number == 1:
            self._first = page
        if self._totals is None:
            facts = cast("Page[object]", page)
            self._totals = facts.total_pages, facts.total_results
        return page

    async def totals(self) -> tuple[int, int]:
        """Tell how many pages and entries there are, as the first answer said; asks for the first page if need be."""
        if self._totals is None:
            facts = cast("Page[object]", await self.get(1))
            return facts.total_pages, facts.total_results
        return self._totals

    async def walk(self, course: Course, crew: Crew) -> AsyncGenerator[WalkedT_co]:
        """Walk over the pages.

        Args:
            course: Which pages, and how many ahead.
            crew: Runs the calls that are made ahead.

        Yields:
            The pages in their order.
        """
        jobs: deque[tuple[int, Request, Job[Answer]]] = deque()
        try:
            while not course.is_done:
                crew.check()
                numbers = course.due()
                if not jobs and len(numbers) == 1:
                    # Whoever wants it waits for it and for nothing else.
                    page = await self.get(numbers[0])
                else:
                    for number in numbers:
                        request = page_request(self._request, number)
                        jobs.append((number, request, crew.start(partial(self._calls.send, request))))
                    number, request, job = jobs[0]
                    answer = await job.result()
                    jobs.popleft()
                    page = self._read(number, request, answer)
                facts = cast("Page[object]", page)
                course.arrived(facts.total_pages, len(facts.results))
                yield page
        finally:
            for _, _, job in jobs:
                job.stop()

    def __repr__(self) -> str:
        """Name the operation."""
        return f"<{type(self).__name__} of {self.operation.id}>"
