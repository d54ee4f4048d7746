# Made from tmdb_facade/_async/resources/base.py by `make sync`: edit that file, never this one.
"""The base class of all namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar

from tmdb_facade._sync.pager import PagedList

if TYPE_CHECKING:
    from tmdb_bindings.runtime import Details
    from tmdb_facade._core.endpoint import Endpoint
    from tmdb_facade._core.languages.preferences import LanguageChoice
    from tmdb_facade._sync.requester import Requester

P = ParamSpec("P")
PageT = TypeVar("PageT")
D = TypeVar("D", bound="Details")


class Resource:
    """A namespace, or a part of a large one: methods over its client's requester."""

    def __init__(self, requester: Requester) -> None:
        self._requester = requester

    def _paginate(self, endpoint: Endpoint[P, PageT], *args: P.args, **kwargs: P.kwargs) -> PagedList[PageT]:
        """Prepare the pages of an operation; `items()` is the pager of their entries. Nothing is sent yet.

        Args:
            endpoint: A module below `tmdb_bindings.api`.
            *args: Arguments of its `request`, except the page.
            **kwargs: Arguments of its `request`, except the page.
        """
        requester = self._requester
        return PagedList(requester, requester.prepare(endpoint, *args, **kwargs), endpoint.response)

    def _localize(self, details: D, choice: LanguageChoice) -> D:
        """Fill the texts and choose the images of details by a list of languages; without a list, change nothing."""
        if choice.languages is None:
            return details
        # Imported here: it needs the models, which a response has imported.
        from tmdb_facade._core.languages.localization import localize

        return localize(details, choice.languages, hidden=choice.hidden)
