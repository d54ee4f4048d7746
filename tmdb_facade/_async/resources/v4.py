"""Version 4 of TMDB's API: users' tokens, their accounts and lists."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tmdb_facade._async.resources.base import AsyncResource

if TYPE_CHECKING:
    from tmdb_facade._async.resources.v4_account import AsyncV4AccountResource
    from tmdb_facade._async.resources.v4_auth import AsyncV4AuthResource
    from tmdb_facade._async.resources.v4_lists import AsyncV4ListsResource


class AsyncV4Resource(AsyncResource):
    """Version 4 of TMDB's API, for what belongs to a user: `tmdb.v4`.

    Its calls take a user's token and no session. `tmdb.v4.auth` gets one with the application's own token; the user's
    account and lists are for a client that was made with the user's: `AsyncTMDB(user_access_token)`. Public lists can
    be read by any client.
    """

    @cached_property
    def auth(self) -> AsyncV4AuthResource:
        """Users' tokens: asking for one, ending one."""
        from tmdb_facade._async.resources.v4_auth import AsyncV4AuthResource

        return AsyncV4AuthResource(self._requester)

    @cached_property
    def account(self) -> AsyncV4AccountResource:
        """What a user has made, marked and rated."""
        from tmdb_facade._async.resources.v4_account import AsyncV4AccountResource

        return AsyncV4AccountResource(self._requester)

    @cached_property
    def lists(self) -> AsyncV4ListsResource:
        """Lists of films and series."""
        from tmdb_facade._async.resources.v4_lists import AsyncV4ListsResource

        return AsyncV4ListsResource(self._requester)
