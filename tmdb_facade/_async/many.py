"""The details of many ids at once."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from functools import partial
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar, cast

from tmdb_bindings.runtime import DeferredDrift
from tmdb_facade._async.localized import request_details
from tmdb_facade._core.lists.many import ManyOptions, RecentKeys, check_id, check_many_ids
from tmdb_facade._core.lists.results import DetailsFailure, DetailsResult, DetailsSuccess
from tmdb_facade._core.sending.outgoing import call_deadline, has_passed
from tmdb_facade._runtime.many_tasks import AsyncIds as AsyncIds
from tmdb_facade._runtime.many_tasks import iterate
from tmdb_facade._runtime.tasks import BackgroundCall, BackgroundCalls
from tmdb_facade.errors import (
    APITimeoutError,
    AuthenticationError,
    ClientClosedError,
    CredentialsError,
    InvalidArgumentError,
    TMDBError,
)

if TYPE_CHECKING:
    from tmdb_facade._async.requester import AsyncRequester
    from tmdb_facade._core.endpoint import Request
    from tmdb_facade._core.languages.preferences import LanguageChoice

K = TypeVar("K")
D = TypeVar("D")
K_co = TypeVar("K_co", covariant=True)
D_co = TypeVar("D_co", covariant=True)

#: Errors that every other id would have too.
_FATAL = (AuthenticationError, ClientClosedError, CredentialsError, InvalidArgumentError)


class AsyncDetailsPlan(Generic[K, D]):
    """How the details of an id are requested."""

    def __init__(
        self,
        requester: AsyncRequester,
        names: Sequence[str],
        prepare: Callable[[K], Request],
        response: Callable[[], type[D]],
        *,
        choice: LanguageChoice | None = None,
        further: Callable[[D], Sequence[str]] | None = None,
    ) -> None:
        """Create the plan.

        Args:
            requester: The client's requester.
            names: The names of an id's parts.
            prepare: Builds the request for an id.
            response: Returns the class of the details.
            choice: The parameters for the languages; `None` if the details are not localized.
            further: Returns the blocks that remain to be appended, from the first answer.
        """
        self.names = names
        self.prepare = prepare
        self.background: BackgroundCalls = requester.background
        self._requester = requester
        self._response = response
        self._choice = choice
        self._further = further

    async def fetch(self, request: Request, end: float | None) -> tuple[D, DeferredDrift]:
        """Send the requests for an id; return the details and the differences, which the user's task reports."""
        options = self._requester.options
        drift = DeferredDrift(options.on_drift)
        requester = self._requester.with_options(options._replace(on_drift=drift))
        deadline = call_deadline(options, end)
        details = await request_details(
            requester, request, self._response(), choice=self._choice, further=self._further, deadline=deadline
        )
        return details, drift


class AsyncManyDetails(Generic[K_co, D_co]):
    """The details of many ids. Creating the object sends no request.

    Iterate over it to get a result for each id, which is a success or a failure:

        async for result in tmdb.movies.details_many([550, 551]):
            if result.error is None:
                print(result.id, result.value.title)
            else:
                print(result.id, result.error)

    **Errors.** An error of one id, such as `NotFoundError`, is its result. Errors that all other ids would have too end
    the iteration: TMDB rejects the credentials, the client is closed, an id is invalid, `timeout` is over.

    **Duplicates.** An id that is repeated within 100,000 ids is skipped.

    **Memory.** Ids are read as calls end, and at most `concurrency` results are stored.

    **Requests.** No result is stored: each iteration sends its requests anew.

    **Cancellation.** Leaving an iteration early, by `break` or an error, cancels the calls that are running. To wait
    until they have ended, use the object as a context manager:

        async with tmdb.movies.details_many(ids) as movies:
            async for result in movies:
                ...
    """

    def __init__(self, plan: AsyncDetailsPlan[K_co, D_co], ids: AsyncIds[K_co], options: ManyOptions) -> None:
        self._plan = plan
        self._ids = ids
        self._options = options
        self._background = BackgroundCalls(plan.background)
        check_many_ids(ids, plan.names)
        # Invalid arguments raise now. The number stands for any id.
        plan.prepare(cast("K_co", 1 if len(plan.names) == 1 else (1,) * len(plan.names)))

    async def __aiter__(self) -> AsyncGenerator[DetailsResult[K_co, D_co]]:
        """Iterate over the results. The first requests are sent with the first result."""
        plan, options = self._plan, self._options
        self._background.check()
        end, seen = options.end(), RecentKeys()
        ids = iterate(self._ids, end, self._timeout)
        running: dict[BackgroundCall[tuple[D_co, DeferredDrift]], K_co] = {}
        try:
            async for one in ids:
                check_id(one, plan.names)
                request = plan.prepare(one)
                if not seen.add(request.path):  # 550 and "550" are one id
                    continue
                if has_passed(end):
                    raise self._timeout()
                running[self._background.start(partial(plan.fetch, request, end))] = one
                # A result that is there does not wait for the next ids, which may come slowly.
                if len(running) >= options.concurrency or self._is_ready(running):
                    yield await self._next(running, end)
            while running:
                yield await self._next(running, end)
        finally:
            for call in running:
                call.cancel()
            await ids.aclose()

    def _is_ready(self, running: dict[BackgroundCall[tuple[D_co, DeferredDrift]], K_co]) -> bool:
        """Return whether the next result is there."""
        return any(call.is_done for call in islice(running, 1 if self._options.ordered else None))

    async def _next(
        self, running: dict[BackgroundCall[tuple[D_co, DeferredDrift]], K_co], end: float | None
    ) -> DetailsResult[K_co, D_co]:
        """Wait for the next call, and return its result."""
        call = next(iter(running)) if self._options.ordered else await BackgroundCall.first_done(tuple(running))
        try:
            value, drift = await call.result()
        except _FATAL:
            raise
        except TMDBError as error:
            if isinstance(error, APITimeoutError) and has_passed(end):
                raise self._timeout() from None
            return DetailsFailure(running.pop(call), error)
        one = running.pop(call)
        drift.report_deferred()
        return DetailsSuccess(one, value)

    def _timeout(self) -> APITimeoutError:
        return APITimeoutError(f"details_many did not end within its timeout of {self._options.timeout} s")

    async def aclose(self) -> None:
        """Cancel the running calls. The object cannot be used afterwards."""
        await self._background.aclose()

    async def __aenter__(self) -> Self:
        """Return the object."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Cancel the running calls."""
        await self.aclose()

    def __repr__(self) -> str:
        """Return the class and the options; ids may be private."""
        options = self._options
        return f"<{type(self).__name__}, {options.concurrency} at a time>"
