# Made from tmdb_facade/_async/resources/v4.py by `make sync`: edit that file, never this one.
"""Version 4 of TMDB's API: users' tokens, their accounts and lists."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from tmdb_facade._sync.resources.v4_account import V4AccountResource
    from tmdb_facade._sync.resources.v4_auth import V4AuthResource
    from tmdb_facade._sync.resources.v4_lists import V4ListsResource


class V4Resource(Resource):
    """Version 4 of TMDB's API, for what belongs to a user: `tmdb.v4`.

    Its calls take a user's token and no session. `tmdb.v4.auth` gets one with the application's own token; the user's
    account and lists are for a client that was made with the user's: `TMDB(user_access_token)`. Public lists can
    be read by any client.
    """

    @cached_property
    def auth(self) -> V4AuthResource:
        """Users' tokens: asking for one, ending one."""
        from tmdb_facade._sync.resources.v4_auth import V4AuthResource

        return V4AuthResource(self._requester)

    @cached_property
    def account(self) -> V4AccountResource:
        """What a user has made, marked and rated."""
        from tmdb_facade._sync.resources.v4_account import V4AccountResource

        return V4AccountResource(self._requester)

    @cached_property
    def lists(self) -> V4ListsResource:
        """Lists of films and series."""
        from tmdb_facade._sync.resources.v4_lists import V4ListsResource

        return V4ListsResource(self._requester)
