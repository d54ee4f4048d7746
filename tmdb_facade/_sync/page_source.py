# Made from tmdb_facade/_async/page_source.py by `make sync`: edit that file, never this one.
"""Request the pages of a list."""

from __future__ import annotations

from collections import deque
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from tmdb_facade._core.lists.paging import check_list_page, page_request

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import Self

    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.endpoint import Operation, Request
    from tmdb_facade._core.lists.paging import PageSchedule
    from tmdb_facade._runtime.threads import BackgroundCall, BackgroundCalls
    from tmdb_facade._sync.requester import Requester

T = TypeVar("T")
PageT_co = TypeVar("PageT_co", covariant=True)


class PageSource(Generic[PageT_co]):
    """The pages of one list. No page is stored: each method requests anew."""

    def __init__(self, requester: Requester, request: Request, model: Callable[[], type[PageT_co]]) -> None:
        self._requester = requester
        self._request = request
        #: Return the model of a page, imported on first use.
        self.model = model
        self._first: PageT_co | None = None
        self.operation: Operation = request.operation
        self.background: BackgroundCalls = requester.background

    def begin(self) -> Self:
        """Request the first page, and return the pages for one iteration, which starts with it."""
        begun = copy(self)
        begun._first = self.get(1)
        return begun

    def get(self, number: int) -> PageT_co:
        """Get one page."""
        number = check_list_page("page", self.operation, number)
        if number == 1 and self._first is not None:
            return self._first
        return self._read(self._requester.send(page_request(self._request, number), self.model()))

    def _read(self, answer: Answer) -> PageT_co:
        return self._requester.value(answer, self.model())

    def iterate(self, schedule: PageSchedule, background: BackgroundCalls) -> Generator[PageT_co]:
        """Iterate over the pages.

        Args:
            schedule: The schedule of the pages to request; the caller reports each page to it.
            background: Runs the requests for prefetched pages.

        Yields:
            The pages, in order.
        """
        pending: deque[BackgroundCall[Answer]] = deque()
        try:
            while not schedule.is_done:
                background.check()
                numbers = schedule.pages_to_request()
                if not pending and len(numbers) == 1:
                    # A single page needs no background call.
                    page = self.get(numbers[0])
                else:
                    for number in numbers:
                        send = partial(self._requester.send, page_request(self._request, number), self.model())
                        pending.append(background.start(send))
                    answer = pending[0].result()
                    pending.popleft()
                    page = self._read(answer)
                yield page
        finally:
            for background_call in pending:
                background_call.cancel()

    def __repr__(self) -> str:
        """Return the operation."""
        return f"<{type(self).__name__} of {self.operation.id}>"
