"""The pages of one list: asked for one by one, or walked with some fetched ahead."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from tmdb_facade._core.endpoint import Page
from tmdb_facade._core.lists.paging import check_page, page_request

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from tmdb_facade._async.requester import AsyncRequester
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.endpoint import Operation, Request
    from tmdb_facade._core.lists.paging import PageSchedule
    from tmdb_facade._runtime.tasks import BackgroundCall, BackgroundCalls

T = TypeVar("T")
WalkedT_co = TypeVar("WalkedT_co", covariant=True)


class AsyncPageSource(Generic[WalkedT_co]):
    """The pages of one list.

    The first page is asked for once and kept: totals, the first entry and the walk share it.
    """

    def __init__(self, requester: AsyncRequester, request: Request, response: Callable[[], type[WalkedT_co]]) -> None:
        self._requester = requester
        self._request = request
        self._response = response
        self._first: WalkedT_co | None = None
        self._totals: tuple[int, int] | None = None
        self.operation: Operation = request.operation
        self.background: BackgroundCalls = requester.background

    async def get(self, number: int) -> WalkedT_co:
        """Give one page."""
        check_page(self.operation, number)
        if number == 1 and self._first is not None:
            return self._first
        request = page_request(self._request, number)
        return self._read(number, request, await self._requester.send(request))

    def _read(self, number: int, request: Request, answer: Answer) -> WalkedT_co:
        page = self._requester.read(request, self._response(), answer)
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

    async def walk(self, schedule: PageSchedule, background: BackgroundCalls) -> AsyncGenerator[WalkedT_co]:
        """Walk over the pages.

        Args:
            schedule: Which pages, and how many ahead.
            background: Runs the calls that are made ahead.

        Yields:
            The pages in their order.
        """
        background_calls: deque[tuple[int, Request, BackgroundCall[Answer]]] = deque()
        try:
            while not schedule.is_done:
                background.check()
                numbers = schedule.pages_to_request()
                if not background_calls and len(numbers) == 1:
                    # Whoever wants it waits for it and for nothing else.
                    page = await self.get(numbers[0])
                else:
                    for number in numbers:
                        request = page_request(self._request, number)
                        background_calls.append(
                            (number, request, background.start(partial(self._requester.send, request)))
                        )
                    number, request, background_call = background_calls[0]
                    answer = await background_call.result()
                    background_calls.popleft()
                    page = self._read(number, request, answer)
                facts = cast("Page[object]", page)
                schedule.page_received(facts.total_pages, len(facts.results))
                yield page
        finally:
            for _, _, background_call in background_calls:
                background_call.stop()

    def __repr__(self) -> str:
        """Name the operation."""
        return f"<{type(self).__name__} of {self.operation.id}>"
