"""Version 4 access tokens of users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.client.hosts import v4_approval_url
from tmdb_facade._core.request.validation import check_filled
from tmdb_facade._core.signing_in.request_tokens import read_request_token

if TYPE_CHECKING:
    from tmdb_facade.models import StatusResponse, V4AccessToken, V4RequestToken


class AsyncV4AuthResource(AsyncResource):
    """Version 4 access tokens of users: `tmdb.v4.auth`.

    A user's token takes three steps: call `create_request_token`, let the user approve the token on the page of
    `approval_url`, call `create_access_token`. A client with the result acts for that user:
    `AsyncTMDB(token.access_token)`.
    """

    async def create_request_token(self, *, redirect_to: str | None = None) -> V4RequestToken:
        """Create a request token for a user to approve.

        Args:
            redirect_to: URL that the browser opens after the approval. Store the token yourself: TMDB does not document
                that it is added to the URL.

        Returns:
            The token, valid for 15 minutes.

        Raises:
            CredentialsError: The client has an API key, and the operation needs a token. Nothing was sent.
            AuthenticationError: TMDB does not accept the client's token.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/v4/reference/auth-create-request-token
        """
        return await self._requester.call(
            api.v4_auth.create_request_token,
            None if redirect_to is None else {"redirect_to": check_filled("redirect_to", redirect_to)},
        )

    def approval_url(self, request_token: str | V4RequestToken) -> str:
        """Return the URL of the page where the user approves a request token. Sends nothing.

        Args:
            request_token: Token from `create_request_token`.

        Returns:
            The URL, on TMDB's website, or on the client's server if that runs on this machine. It is as secret as the
            token.

        Raises:
            InvalidArgumentError: The token is empty.

        https://developer.themoviedb.org/v4/docs/authentication-user
        """
        return v4_approval_url(self._requester.hosts.website, read_request_token(request_token))

    async def create_access_token(self, request_token: str | V4RequestToken) -> V4AccessToken:
        """Create a user's access token from an approved request token.

        Args:
            request_token: Token from `create_request_token`.

        Returns:
            The `access_token`, which does not expire and is as secret as a password, and the `account_id`, the object
            id that `tmdb.v4.account` takes.

        Raises:
            AuthorizationPendingError: The user has not approved the token yet: retry a little later.
            AuthenticationError: The user has denied the token, or the token has expired.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/v4/reference/auth-create-access-token
        """
        return await self._requester.call(
            api.v4_auth.create_access_token, {"request_token": read_request_token(request_token)}
        )

    async def logout(self, access_token: str) -> StatusResponse:
        """Revoke a user's access token.

        Args:
            access_token: Token to revoke.

        Returns:
            The status of the write.

        Raises:
            AuthenticationError: TMDB does not accept the access token.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/v4/reference/auth-logout
        """
        return await self._requester.call(
            api.v4_auth.logout, {"access_token": check_filled("access_token", access_token)}
        )
