# Made from tmdb_facade/_async/resources/v4_auth.py by `make sync`: edit that file, never this one.
"""Users' tokens of version 4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.client.hosts import v4_approval_url
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from tmdb_facade.models import StatusResponse, V4AccessToken, V4RequestToken


class V4AuthResource(Resource):
    """Users' tokens of version 4: `tmdb.v4.auth`.

    A user's token takes three steps: `create_request_token`, the user's approval on the page that `approval_url`
    names, and `create_access_token`. A client made with what comes out acts for that user:
    `TMDB(token.access_token)`.
    """

    def create_request_token(self, *, redirect_to: str | None = None) -> V4RequestToken:
        """Make a token that a user can approve.

        Args:
            redirect_to: The address that the user's browser goes to after the approval. Keep the token yourself:
                nothing says that TMDB sends it along.

        Returns:
            The token, valid for 15 minutes.

        Raises:
            AuthenticationError: TMDB does not accept the client's token; a key is not enough here.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/v4/reference/auth-create-request-token
        """
        return self._requester.call(
            api.v4_auth.create_request_token, None if redirect_to is None else {"redirect_to": redirect_to}
        )

    def approval_url(self, request_token: str) -> str:
        """Name the page on which the user approves a request token; nothing is sent.

        Args:
            request_token: What `create_request_token` gave, which also took the address to go to afterwards.

        Returns:
            The page's address, on TMDB's website, or on the client's server if that runs on this machine. It is as secret
            as the token.

        Raises:
            ValueError: The token is empty.

        https://developer.themoviedb.org/v4/docs/authentication-user
        """
        return v4_approval_url(self._requester.hosts.website, request_token)

    def create_access_token(self, request_token: str) -> V4AccessToken:
        """Turn a request token that the user has approved into the user's access token.

        Args:
            request_token: What `create_request_token` gave.

        Returns:
            The token, `access_token`, which has no end of its own and is as secret as a password; and `account_id`,
            the object id that `tmdb.v4.account` takes.

        Raises:
            AuthorizationPendingError: The user has not approved it yet: ask again a little later.
            AuthenticationError: The user refused, or the token is too old.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/v4/reference/auth-create-access-token
        """
        return self._requester.call(api.v4_auth.create_access_token, {"request_token": request_token})

    def logout(self, access_token: str) -> StatusResponse:
        """End a user's access token: it is of no use afterwards.

        Args:
            access_token: The token to end.

        Returns:
            TMDB's word that it is over.

        Raises:
            AuthenticationError: TMDB does not accept the token.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/v4/reference/auth-logout
        """
        return self._requester.call(api.v4_auth.logout, {"access_token": access_token})
