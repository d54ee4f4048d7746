"""Request the pages of a list."""

from __future__ import annotations

from collections import deque
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from tmdb_facade._async.localized import request_rows
from tmdb_facade._core.endpoint import Request
from tmdb_facade._core.languages.preferences import choose_list_languages
from tmdb_facade._core.lists.paging import check_list_page, page_request
from tmdb_facade._core.sending.outgoing import call_deadline

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence
    from typing import Self

    from tmdb_facade._async.requester import AsyncRequester
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.endpoint import Operation
    from tmdb_facade._core.languages.preferences import Languages
    from tmdb_facade._core.lists.paging import PageSchedule
    from tmdb_facade._runtime.tasks import BackgroundCall, BackgroundCalls

T = TypeVar("T")
PageT_co = TypeVar("PageT_co", covariant=True)


class AsyncPageSource(Generic[PageT_co]):
    """The pages of one list. No page is stored: each method requests anew."""

    def __init__(self, requester: AsyncRequester, request: Request, model: Callable[[], type[PageT_co]]) -> None:
        self._requester = requester
        self.request: Request = request
        #: Return the model of a page, imported on first use.
        self.model = model
        self._first: PageT_co | None = None
        self._languages: Languages | None = None
        self.operation: Operation = request.operation
        self.background: BackgroundCalls = requester.background

    def localized(self, language: str | None, languages: Sequence[str | None] | None) -> Self:
        """Return the pages with each text in the first language that has it.

        Args:
            language: The caller's single language, or `None`; the request has it already.
            languages: The caller's list of languages, or `None` for one language.
        """
        preferred = choose_list_languages(language, languages)
        if preferred is None:
            return self
        localized = copy(self)
        localized._languages = preferred
        request = self.request
        query = {**request.query, "language": str(preferred.tags[0])}
        localized.request = Request(request.operation, request.path, query, request.body)
        return localized

    def in_one_language(self) -> Self:
        """Return the pages in the first language alone."""
        pages = copy(self)
        pages._languages = None
        return pages

    async def begin(self) -> Self:
        """Request the first page, and return the pages for one iteration, which starts with it."""
        begun = copy(self)
        begun._first = await self.get(1)
        return begun

    async def get(self, number: int) -> PageT_co:
        """Get one page."""
        number = check_list_page("page", self.operation, number)
        if number == 1 and self._first is not None:
            return self._first
        return self._read(await self._request_page(number))

    async def _request_page(self, number: int) -> Sequence[Answer]:
        """Request a page, in further languages too if it lacks texts."""
        requester, request, type_ = self._requester, page_request(self.request, number), self.model()
        if self._languages is None:
            return [await requester.send(request, type_)]
        deadline = call_deadline(requester.options)
        answer = await requester.send(request, type_, deadline=deadline)
        further = await request_rows(requester, request, type_, answer.value, self._languages, deadline)
        return [answer, *further]

    def _read(self, answers: Sequence[Answer]) -> PageT_co:
        """Return the page, and report the differences of all answers."""
        pages = [self._requester.value(answer, self.model()) for answer in answers]
        return pages[0]

    async def iterate(self, schedule: PageSchedule, background: BackgroundCalls) -> AsyncGenerator[PageT_co]:
        """Iterate over the pages.

        Args:
            schedule: The schedule of the pages to request; the caller reports each page to it.
            background: Runs the requests for prefetched pages.

        Yields:
            The pages, in order.
        """
        pending: deque[BackgroundCall[Sequence[Answer]]] = deque()
        try:
            while not schedule.is_done:
                background.check()
                numbers = schedule.pages_to_request()
                if not pending and len(numbers) == 1:
                    # A single page needs no background call.
                    page = await self.get(numbers[0])
                else:
                    for number in numbers:
                        pending.append(background.start(partial(self._request_page, number)))
                    answers = await pending[0].result()
                    pending.popleft()
                    page = self._read(answers)
                yield page
        finally:
            for background_call in pending:
                background_call.cancel()

    def __repr__(self) -> str:
        """Return the operation."""
        return f"<{type(self).__name__} of {self.operation.id}>"
