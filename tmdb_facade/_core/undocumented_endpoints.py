"""Endpoints that TMDB's document does not have; they are used like the modules of the bindings."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tmdb_bindings import api
from tmdb_facade._core.endpoint import Operation, Request
from tmdb_facade._core.request.accounts import SESSION_ACCOUNT

if TYPE_CHECKING:
    from tmdb_bindings.models import AccountDetails, ListItem
    from tmdb_facade._core.endpoint import Page


class OwnAccount:
    """The account of the session, without its id.

    TMDB's document has only the path with an id, and a client has no other way to learn that id.
    """

    @property
    def operation(self) -> Operation:
        """The record of the documented operation, the one with an id. Its policies apply."""
        return api.account.details.operation

    def request(self, *, session_id: str | None = None) -> Request:
        """Build a request."""
        request = api.account.details.request(SESSION_ACCOUNT, session_id=session_id)
        return Request(request.operation, request.path.removesuffix(f"/{SESSION_ACCOUNT}"), request.query)

    def response(self) -> type[AccountDetails]:
        """Return the answer's type, imported on first use."""
        return api.account.details.response()


class ListItems:
    """The pages of a version 3 list: their entries are `items`, where all other pages have `results`."""

    @property
    def operation(self) -> Operation:
        """The operation's record."""
        return api.lists.details.operation

    def request(self, list_id: int, *, language: str | None = None) -> Request:
        """Build a request."""
        return api.lists.details.request(list_id, language=language)

    def response(self) -> type[Page[ListItem]]:
        """Return `ListPage`, the answer's type, imported on first use."""
        # Imported here: it imports the model.
        from tmdb_facade._core.lists.user_lists import ListPage

        # The model allows missing totals, which were absent ten years ago; a page has them.
        return cast("type[Page[ListItem]]", ListPage)
