"""Version 4 of TMDB's API: users' tokens, accounts and lists."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tmdb_facade._async.resources.base import AsyncResource

if TYPE_CHECKING:
    from tmdb_facade._async.resources.v4_account import AsyncV4AccountResource
    from tmdb_facade._async.resources.v4_auth import AsyncV4AuthResource
    from tmdb_facade._async.resources.v4_lists import AsyncV4ListsResource


class AsyncV4Resource(AsyncResource):
    """Version 4 of TMDB's API, for users' tokens, accounts and lists: `tmdb.v4`.

    `tmdb.v4.auth` creates a user's token with the application's token. The account and the lists act for the user of the
    token: `tmdb.as_user(token)` returns their client. Any client can read public lists.
    """

    _path = "v4"

    @cached_property
    def auth(self) -> AsyncV4AuthResource:
        """Access tokens of users."""
        from tmdb_facade._async.resources.v4_auth import AsyncV4AuthResource

        return AsyncV4AuthResource(self._requester)

    @cached_property
    def account(self) -> AsyncV4AccountResource:
        """A user's account: lists, favorites, watchlist and ratings."""
        from tmdb_facade._async.resources.v4_account import AsyncV4AccountResource

        return AsyncV4AccountResource(self._requester)

    @cached_property
    def lists(self) -> AsyncV4ListsResource:
        """Lists of movies and TV series."""
        from tmdb_facade._async.resources.v4_lists import AsyncV4ListsResource

        return AsyncV4ListsResource(self._requester)
