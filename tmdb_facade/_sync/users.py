# Made from tmdb_facade/_async/users.py by `make sync`: edit that file, never this one.
"""The method of the client that signs a user in."""

from __future__ import annotations

from typing import Self

import tmdb_facade
from tmdb_facade import models
from tmdb_facade._sync.account_ids import AccountIds
from tmdb_facade._sync.calls import Calls


class Users(Calls):
    """A client of an application, from which clients of its users are derived."""

    def as_user(
        self, user: tmdb_facade.UserCredentials | models.Session | models.V4AccessToken | models.GuestSession
    ) -> Self:
        """Return a client that acts for a user, and shares this client's connections.

            anna = tmdb.as_user(tmdb.auth.create_session(request_token))
            anna.movies.rate(550, 9.5)
            print(anna.account.favorite_movies().first())

        It sends the user's session with the calls of version 3 that need one, and the user's access token, instead of
        the application's credential, with the calls of `tmdb.v4.account` and `tmdb.v4.lists`. The clients of different
        users share the connections, the rate limit and the cache of public answers, but no session, token or account.

        This is cheap enough for each request of a web application. It sends nothing. Closing the new client does
        nothing; closing this one closes both.

        Args:
            user: The credentials of the user: a `UserCredentials`, or the answer that created them, from
                `tmdb.auth.create_session`, `tmdb.v4.auth.create_access_token` or `tmdb.auth.create_guest_session`.

        Returns:
            The new client. It has this client's options, but its own user: calls for which `user` has no credential
            raise `InvalidArgumentError`. It has no `on_session_expired`, which is for one user.

        Raises:
            InvalidArgumentError: The argument is of another type, or has no credential that can be sent.

        https://developer.themoviedb.org/docs/authentication-user
        """
        # Imported here: most programs have no users.
        from tmdb_facade._core.client.users import read_user

        read = read_user(user)
        account_ids = AccountIds()
        if read.session_id is not None and read.account_id is not None:
            account_ids.remember(read.session_id, read.account_id)
        options = self._requester.options._replace(
            session_id=read.session_id, guest_session_id=read.guest_session_id, user=read.user, on_session_expired=None
        )
        other = object.__new__(type(self))
        other._start(self._settings, self._requester.with_options(options, account_ids), owns_connections=False)
        return other
