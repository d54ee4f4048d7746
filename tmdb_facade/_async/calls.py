"""The methods of the client that call any operation, and its end."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar, overload

import tmdb_facade
from tmdb_facade._async.own_requests import AsyncOwnRequests
from tmdb_facade._core.answer.raw import ANSWERS, RawResponse, check_method
from tmdb_facade._core.endpoint import Endpoint, Page
from tmdb_facade._core.lists.paging import check_pageable
from tmdb_facade._core.request.building import build_any
from tmdb_facade._core.request.extras import QueryValue
from tmdb_facade._runtime.tasks import Method

if TYPE_CHECKING:
    from tmdb_facade._async.requester import AsyncRequester
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.client.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")


class AsyncCalls(AsyncOwnRequests):
    """A client without its options."""

    def _start(self, settings: Settings, requester: AsyncRequester, *, owns_connections: bool) -> None:
        """Set the attributes of a new client, or of one that shares another's connections."""
        self._settings = settings
        self._requester = requester
        self._owns_connections = owns_connections

    @overload
    async def call(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> T: ...
    @overload
    async def call(
        self,
        endpoint: Endpoint[..., T],
        parameters: Mapping[str, QueryValue],
        /,
        *,
        extra_query: Mapping[str, QueryValue] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        user_agent: str | None = None,
    ) -> T: ...
    @overload
    async def call(
        self,
        endpoint: Endpoint[..., T],
        *args: object,
        extra_query: Mapping[str, QueryValue],
        extra_headers: Mapping[str, str | None] | None = None,
        user_agent: str | None = None,
        **kwargs: object,
    ) -> T: ...
    @overload
    async def call(
        self,
        endpoint: Endpoint[..., T],
        *args: object,
        extra_query: None = None,
        extra_headers: Mapping[str, str | None],
        user_agent: str | None = None,
        **kwargs: object,
    ) -> T: ...
    @overload
    async def call(
        self,
        endpoint: Endpoint[..., T],
        *args: object,
        extra_query: None = None,
        extra_headers: None = None,
        user_agent: str,
        **kwargs: object,
    ) -> T: ...
    async def call(  # type: ignore[misc]  # pyright: ignore[reportInconsistentOverload]  (no endpoint has parameters with these names)
        self,
        endpoint: Endpoint[..., T],
        *args: object,
        extra_query: Mapping[str, QueryValue] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        user_agent: str | None = None,
        **kwargs: object,
    ) -> T:
        """Call any operation, including one without a method.

            from tmdb_bindings import api

            await tmdb.call(api.movies.details, 550, language="pt-BR")
            await tmdb.call(api.movies.details, {"movie_id": 550, "language": "pt-BR"})

        Unlike a method, it sends values that TMDB rejects, such as page 501.

        Args:
            endpoint: A module of `tmdb_bindings.api`.
            *args: The arguments of its `request` function; or, for an operation that reads, one mapping of TMDB's own
                names to values, those in its path included.
            extra_query: Parameters that TMDB's document does not have, in addition to the client's; `None` removes one of
                the client's.
            extra_headers: Headers, in addition to the client's; `None` removes one of the client's.
            user_agent: The User-Agent, instead of the client's.
            **kwargs: The keyword arguments of its `request` function.

        Returns:
            The answer, of the endpoint's response type.

        Raises:
            TMDBError: The request failed.
            InvalidArgumentError: A value cannot be sent, a name is unknown, or the session of a user is missing.
        """
        requester = self._with_extras(extra_query, extra_headers, user_agent)
        request = requester.check_user(build_any(requester.options, endpoint, *args, **kwargs))
        return await requester.answer(request, endpoint.response())

    @overload
    def paginate(
        self, endpoint: Endpoint[P, Page[T]], *args: P.args, **kwargs: P.kwargs
    ) -> tmdb_facade.AsyncPager[T]: ...
    @overload
    def paginate(
        self,
        endpoint: Endpoint[..., Page[T]],
        parameters: Mapping[str, QueryValue],
        /,
        *,
        extra_query: Mapping[str, QueryValue] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        user_agent: str | None = None,
    ) -> tmdb_facade.AsyncPager[T]: ...
    @overload
    def paginate(
        self,
        endpoint: Endpoint[..., Page[T]],
        *args: object,
        extra_query: Mapping[str, QueryValue],
        extra_headers: Mapping[str, str | None] | None = None,
        user_agent: str | None = None,
        **kwargs: object,
    ) -> tmdb_facade.AsyncPager[T]: ...
    @overload
    def paginate(
        self,
        endpoint: Endpoint[..., Page[T]],
        *args: object,
        extra_query: None = None,
        extra_headers: Mapping[str, str | None],
        user_agent: str | None = None,
        **kwargs: object,
    ) -> tmdb_facade.AsyncPager[T]: ...
    @overload
    def paginate(
        self,
        endpoint: Endpoint[..., Page[T]],
        *args: object,
        extra_query: None = None,
        extra_headers: None = None,
        user_agent: str,
        **kwargs: object,
    ) -> tmdb_facade.AsyncPager[T]: ...
    def paginate(  # type: ignore[misc]  # pyright: ignore[reportInconsistentOverload]  (no endpoint has parameters with these names)
        self,
        endpoint: Endpoint[..., Page[T]],
        *args: object,
        extra_query: Mapping[str, QueryValue] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        user_agent: str | None = None,
        **kwargs: object,
    ) -> tmdb_facade.AsyncPager[T]:
        """List the entries of any paged operation, including one without a method.

            from tmdb_bindings import api

            async for movie in tmdb.paginate(api.movies.popular, language="pt-BR").limit(100):
                print(movie.title)
            tmdb.paginate(api.discover.movies, {"vote_average.gte": 7, "with_genres": "28|12"})

        Args:
            endpoint: A module of `tmdb_bindings.api` whose answer is a page.
            *args: The arguments of its `request` function, or one mapping of TMDB's own names to values.
            extra_query: Parameters that TMDB's document does not have, in addition to the client's; `None` removes one of
                the client's.
            extra_headers: Headers, in addition to the client's; `None` removes one of the client's.
            user_agent: The User-Agent, instead of the client's.
            **kwargs: The keyword arguments of its `request` function, without `page`.

        Returns:
            The entries. Creating the pager sends no request.

        Raises:
            InvalidArgumentError: A value cannot be sent, a name is unknown, the session of a user is missing, the operation
                is not paged, or `page` is passed.
        """
        # Imported here because only this method needs it, and the client is imported by every program.
        from tmdb_facade._async.pager import AsyncPagedList

        requester = self._with_extras(extra_query, extra_headers, user_agent)
        request = requester.check_user(build_any(requester.options, endpoint, *args, **kwargs))
        check_pageable(request)
        return AsyncPagedList(requester, request, endpoint.response).items()

    async def call_raw(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> RawResponse[T]:
        """Call any operation, and return the HTTP response together with its value.

        Args:
            endpoint: A module of `tmdb_bindings.api`.
            *args: The arguments of its `request` function.
            **kwargs: The keyword arguments of its `request` function.

        Returns:
            The HTTP response, with the operation's value in `parsed`.

        Raises:
            TMDBError: The request failed.
            InvalidArgumentError: A value cannot be sent.
        """
        return await self.with_raw_response(lambda: self.call(endpoint, *args, **kwargs))

    async def with_raw_response(self, method: Method[P, T], /, *args: P.args, **kwargs: P.kwargs) -> RawResponse[T]:
        """Call a method, and return the HTTP response together with its value.

            raw = await tmdb.with_raw_response(tmdb.movies.details, 550, language="pt-BR")
            raw.headers["etag"], raw.json()["title"], raw.parsed.title

        Args:
            method: A method of a namespace, or of a pager (`tmdb.movies.popular().page`), not its result.
            *args: The method's arguments.
            **kwargs: The method's keyword arguments.

        Returns:
            The HTTP response, with the method's value in `parsed`.

        Raises:
            TMDBError: The request failed.
            InvalidArgumentError: The method sent no request: a method that returns a pager sends none.
        """
        check_method(method)
        answers: list[Answer] = []
        token = ANSWERS.set(answers)
        try:
            parsed = await method(*args, **kwargs)
        finally:
            ANSWERS.reset(token)
        return RawResponse(parsed, answers)

    async def aclose(self) -> None:
        """Close the connections. The client cannot be used afterwards.

        On a client from `with_options`, this does nothing.
        """
        if self._owns_connections:
            await self._requester.aclose()

    async def __aenter__(self) -> Self:
        """Return the client."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the connections."""
        await self.aclose()

    def __copy__(self) -> Self:
        """Return a client over the same connections. Closing the copy leaves them open."""
        copied = type(self).__new__(type(self))
        vars(copied).update(vars(self), _owns_connections=False)
        return copied

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        """Return a client over the same connections, which cannot be copied."""
        return self.__copy__()

    def __repr__(self) -> str:
        """Return the server and the kind of credential, without the credential."""
        settings = self._settings
        return f"<{type(self).__name__} {settings.base_url}, {settings.credential.scheme}>"
