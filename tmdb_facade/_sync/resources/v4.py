# Made from tmdb_facade/_async/resources/v4.py by `make sync`: edit that file, never this one.
"""Version 4 of TMDB's API: users' tokens, accounts and lists."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from tmdb_facade._sync.resources.v4_account import V4AccountResource
    from tmdb_facade._sync.resources.v4_auth import V4AuthResource
    from tmdb_facade._sync.resources.v4_lists import V4ListsResource


class V4Resource(Resource):
    """Version 4 of TMDB's API, for users' tokens, accounts and lists: `tmdb.v4`.

    `tmdb.v4.auth` creates a user's token with the application's token. The account and the lists act for the user of the
    token: `tmdb.as_user(token)` returns their client. Any client can read public lists.
    """

    _path = "v4"

    @cached_property
    def auth(self) -> V4AuthResource:
        """Access tokens of users."""
        from tmdb_facade._sync.resources.v4_auth import V4AuthResource

        return V4AuthResource(self._requester)

    @cached_property
    def account(self) -> V4AccountResource:
        """A user's account: lists, favorites, watchlist and ratings."""
        from tmdb_facade._sync.resources.v4_account import V4AccountResource

        return V4AccountResource(self._requester)

    @cached_property
    def lists(self) -> V4ListsResource:
        """Lists of movies and TV series."""
        from tmdb_facade._sync.resources.v4_lists import V4ListsResource

        return V4ListsResource(self._requester)
