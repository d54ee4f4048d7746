"""Operations in a form that TMDB's document does not have. They are used like the modules of the bindings."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tmdb_bindings import api
from tmdb_facade._core.endpoint import Operation, Request

if TYPE_CHECKING:
    from tmdb_bindings.models import AccountDetails, ListItem
    from tmdb_facade._core.endpoint import Page


class OwnAccount:
    """The account of whoever asks, by no id.

    TMDB's document knows the path with an id only, and its clients have no other way to learn that id.
    """

    @property
    def operation(self) -> Operation:
        """The record of the operation with an id; all policies are the same."""
        return api.account.details.operation

    def request(self, *, session_id: str | None = None) -> Request:
        """Build a request."""
        known = api.account.details.request(0, session_id=session_id)
        return Request(known.operation, known.path.removesuffix("/0"), known.query)

    def response(self) -> type[AccountDetails]:
        """Import the type of the answer."""
        return api.account.details.response()


class ListItems:
    """A list of version 3 as pages: TMDB calls their entries `items`, where all other pages have `results`."""

    @property
    def operation(self) -> Operation:
        """The operation's record."""
        return api.lists.details.operation

    def request(self, list_id: int, *, language: str | None = None) -> Request:
        """Build a request."""
        return api.lists.details.request(list_id, language=language)

    def response(self) -> type[Page[ListItem]]:
        """Import the type of the answer, a `ListDetails`."""
        # Imported here: it imports the model.
        from tmdb_facade._core.lists.user_lists import ListPage

        # Its totals could be missing in the answers of ten years ago, by the model; a page has them.
        return cast("type[Page[ListItem]]", ListPage)
