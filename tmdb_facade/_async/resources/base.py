"""The base class of all namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar

from tmdb_facade._async.localized import localize_rows
from tmdb_facade._async.pager import AsyncPagedList
from tmdb_facade._core.languages.preferences import DETAILS_WITH_ROWS, choose_list_languages
from tmdb_facade._core.sending.outgoing import call_deadline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tmdb_bindings.runtime import Details
    from tmdb_facade._async.requester import AsyncRequester
    from tmdb_facade._core.endpoint import Endpoint
    from tmdb_facade._core.languages.preferences import LanguageChoice

P = ParamSpec("P")
PageT = TypeVar("PageT")
T = TypeVar("T")
D = TypeVar("D", bound="Details")


class AsyncResource:
    """A namespace, or a part of one: methods that send requests with the client's requester."""

    def __init__(self, requester: AsyncRequester) -> None:
        self._requester = requester

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
        requester = self._requester
        request = requester.prepare(endpoint, *args, **kwargs)
        preferred = choose_list_languages(language, languages)
        if preferred is None:
            return await requester.answer(request, endpoint.response())
        request.query["language"] = str(preferred.tags[0])
        deadline = call_deadline(requester.options)
        value = await requester.answer(request, endpoint.response(), deadline)
        await localize_rows(requester, request, endpoint.response(), value, preferred, deadline)
        return value

    async def _details(
        self, choice: LanguageChoice, endpoint: Endpoint[P, D], /, *args: P.args, **kwargs: P.kwargs
    ) -> D:
        """Get details. With a list of languages, fill their texts and select their images.

        Args:
            choice: The parameters for the languages.
            endpoint: A module of `tmdb_bindings.api`.
            *args: Positional arguments of its `request`.
            **kwargs: Keyword arguments of its `request`.
        """
        requester, type_ = self._requester, endpoint.response()
        request = requester.prepare(endpoint, *args, **kwargs)
        if choice.languages is None:
            return await requester.answer(request, type_)
        deadline = call_deadline(requester.options)
        details = await requester.answer(request, type_, deadline)
        # Imported here because it imports the models, which importing a client must not; the response has done so.
        from tmdb_facade._core.languages.localization import localize

        localize(details, choice.languages, hidden=choice.hidden)
        if type_.__name__ in DETAILS_WITH_ROWS:
            await localize_rows(requester, request, type_, details, choice.languages, deadline)
        return details
