"""Version 4 of TMDB's API: users' tokens, accounts and lists."""

from __future__ import annotations

from functools import cached_property

from tmdb_facade import resources
from tmdb_facade._async.resources.base import AsyncResource


class AsyncV4Resource(AsyncResource):
    """Version 4 of TMDB's API, for users' tokens, accounts and lists: `tmdb.v4`.

    `tmdb.v4.auth` creates a user's token with the application's token. The account and the lists act for the user of the
    token: `tmdb.as_user(token)` returns their client. Any client can read public lists.
    """

    _path = "v4"

    @cached_property
    def auth(self) -> resources.AsyncV4AuthResource:
        """Access tokens of users."""
        return resources.AsyncV4AuthResource(self._requester)

    @cached_property
    def account(self) -> resources.AsyncV4AccountResource:
        """A user's account: lists, favorites, watchlist and ratings."""
        return resources.AsyncV4AccountResource(self._requester)

    @cached_property
    def lists(self) -> resources.AsyncV4ListsResource:
        """Lists of movies and TV series."""
        return resources.AsyncV4ListsResource(self._requester)
