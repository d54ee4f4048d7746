"""Request the pages of a list."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from tmdb_facade._core.endpoint import Page
from tmdb_facade._core.lists.paging import check_list_page, page_request

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from tmdb_facade._async.requester import AsyncRequester
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.endpoint import Operation, Request
    from tmdb_facade._core.lists.paging import PageSchedule
    from tmdb_facade._runtime.tasks import BackgroundCall, BackgroundCalls

T = TypeVar("T")
PageT_co = TypeVar("PageT_co", covariant=True)


class AsyncPageSource(Generic[PageT_co]):
    """The pages of one list.

    The first page is stored: the totals, the first entry and iterations share it.
    """

    def __init__(self, requester: AsyncRequester, request: Request, response: Callable[[], type[PageT_co]]) -> None:
        self._requester = requester
        self._request = request
        self._response = response
        self._first: PageT_co | None = None
        self._totals: tuple[int, int] | None = None
        self.operation: Operation = request.operation
        self.background: BackgroundCalls = requester.background

    async def get(self, number: int) -> PageT_co:
        """Get one page."""
        number = check_list_page("page", self.operation, number)
        if number == 1 and self._first is not None:
            return self._first
        request = page_request(self._request, number)
        return self._read(number, await self._requester.send(request, self._response()))

    def _read(self, number: int, answer: Answer) -> PageT_co:
        page = self._requester.value(answer, self._response())
        if number == 1:
            self._first = page
        if self._totals is None:
            typed = cast("Page[object]", page)
            self._totals = typed.total_pages, typed.total_results
        return page

    async def totals(self) -> tuple[int, int]:
        """Return the number of pages and entries as of the first answer. Request the first page if needed."""
        if self._totals is None:
            first = cast("Page[object]", await self.get(1))
            return first.total_pages, first.total_results
        return self._totals

    async def iterate(self, schedule: PageSchedule, background: BackgroundCalls) -> AsyncGenerator[PageT_co]:
        """Iterate over the pages.

        Args:
            schedule: The schedule of the pages to request.
            background: Runs the requests for prefetched pages.

        Yields:
            The pages, in order.
        """
        pending: deque[tuple[int, BackgroundCall[Answer]]] = deque()
        try:
            while not schedule.is_done:
                background.check()
                numbers = schedule.pages_to_request()
                if not pending and len(numbers) == 1:
                    # A single page needs no background call.
                    page = await self.get(numbers[0])
                else:
                    for number in numbers:
                        send = partial(self._requester.send, page_request(self._request, number), self._response())
                        pending.append((number, background.start(send)))
                    number, background_call = pending[0]
                    answer = await background_call.result()
                    pending.popleft()
                    page = self._read(number, answer)
                typed = cast("Page[object]", page)
                schedule.page_received(typed.total_pages, len(typed.results))
                yield page
        finally:
            for _, background_call in pending:
                background_call.cancel()

    def __repr__(self) -> str:
        """Return the operation."""
        return f"<{type(self).__name__} of {self.operation.id}>"
