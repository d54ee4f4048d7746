"""The base class of all namespaces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, ParamSpec, TypeVar

from tmdb_facade._async.localized import localize_rows
from tmdb_facade._async.pager import AsyncPagedList
from tmdb_facade._async.requester import AsyncRequester
from tmdb_facade._core.languages.preferences import choose_list_languages
from tmdb_facade._core.sending.engine import Deadline
from tmdb_facade._core.sending.outgoing import call_deadline

if TYPE_CHECKING:
    from tmdb_facade._core.endpoint import Endpoint

P = ParamSpec("P")
PageT = TypeVar("PageT")
T = TypeVar("T")


class AsyncResource:
    """A namespace, or a part of one: methods that send requests with the client's requester."""

    #: The attributes of the client that lead to the namespace.
    _path: ClassVar[str] = ""

    def __init__(self, requester: AsyncRequester) -> None:
        self._requester = requester

    def __repr__(self) -> str:
        """Return the namespace, and the client's class and server."""
        return f"<tmdb.{self._path} of AsyncTMDB {self._requester.settings.base_url}>"

    def _paginate(self, endpoint: Endpoint[P, PageT], *args: P.args, **kwargs: P.kwargs) -> AsyncPagedList[PageT]:
        """Return the pages of an operation; `items()` on them returns the pager of their entries. Sends nothing yet.

        Args:
            endpoint: A module of `tmdb_bindings.api`.
            *args: Positional arguments of its `request`, without the page.
            **kwargs: Keyword arguments of its `request`, without the page.
        """
        requester = self._requester
        return AsyncPagedList(requester, requester.prepare(endpoint, *args, **kwargs), endpoint.response)

    async def _call_localized(
        self,
        language: str | None,
        languages: Sequence[str | None] | None,
        endpoint: Endpoint[P, T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Call an operation, and fill the texts of the rows in its answer.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.
            endpoint: A module of `tmdb_bindings.api`.
            *args: Positional arguments of its `request`.
            **kwargs: Keyword arguments of its `request`.
        """
        deadline = call_deadline(self._requester.options)
        return await self._call_localized_until(deadline, language, languages, endpoint, *args, **kwargs)

    async def _call_localized_until(
        self,
        deadline: Deadline,
        language: str | None,
        languages: Sequence[str | None] | None,
        endpoint: Endpoint[P, T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Call an operation as one of several requests of a user's call; otherwise like `_call_localized`."""
        requester = self._requester
        request = requester.prepare(endpoint, *args, **kwargs)
        preferred = choose_list_languages(language, languages)
        if preferred is None:
            return await requester.answer(request, endpoint.response(), deadline=deadline)
        request.query["language"] = str(preferred.tags[0])
        value = await requester.answer(request, endpoint.response(), deadline=deadline)
        await localize_rows(requester, request, endpoint.response(), value, preferred, deadline)
        return value
