"""The base class of all namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar

from tmdb_facade._async.pager import AsyncPagedList
from tmdb_facade._async.requester import AsyncRequester

if TYPE_CHECKING:
    from tmdb_bindings.runtime import Details
    from tmdb_facade._core.endpoint import Endpoint
    from tmdb_facade._core.languages.preferences import LanguageChoice

P = ParamSpec("P")
PageT = TypeVar("PageT")
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

    def _localize(self, details: D, choice: LanguageChoice) -> D:
        """Fill texts and select images by a list of languages. Without one, return the details unchanged."""
        if choice.languages is None:
            return details
        # Imported here because it imports the models, which importing a client must not; the response has done so.
        from tmdb_facade._core.languages.localization import localize

        return localize(details, choice.languages, hidden=choice.hidden)
