# Made from tmdb_facade/_async/resources/v4_auth.py by `make sync`: edit that file, never this one.
"""Version 4 access tokens of users."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.client.hosts import v4_approval_url
from tmdb_facade._core.client.user_credentials import UserCredentials
from tmdb_facade._core.request.validation import check_filled
from tmdb_facade._core.signing_in.login_flow import V4_TOKEN_LASTS, LoginFlow, callback_url, check_callback, new_state
from tmdb_facade._core.signing_in.outcomes import conclude
from tmdb_facade._sync.resources.base import Resource
from tmdb_facade.errors import TMDBError

if TYPE_CHECKING:
    from tmdb_facade.models import StatusResponse, V4AccessToken, V4RequestToken


class V4AuthResource(Resource):
    """Version 4 access tokens of users: `tmdb.v4.auth`.

    A user's token takes three steps: call `create_request_token`, let the user approve the token on the page of
    `approval_url`, call `create_access_token`. A client with the result acts for that user:
    `TMDB(token.access_token)`.
    """

    def create_request_token(self, *, redirect_to: str | None = None) -> V4RequestToken:
        """Create a request token for a user to approve.

        Args:
            redirect_to: URL that the browser opens after the approval. Store the token yourself: TMDB does not document
                that it is added to the URL.

        Returns:
            The token, valid for 15 minutes.

        Raises:
            AuthenticationError: TMDB does not accept the client's token. An API key is not enough for this operation.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/v4/reference/auth-create-request-token
        """
        return self._requester.call(
            api.v4_auth.create_request_token,
            None if redirect_to is None else {"redirect_to": check_filled("redirect_to", redirect_to)},
        )

    def approval_url(self, request_token: str) -> str:
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
        return v4_approval_url(self._requester.hosts.website, request_token)

    def create_access_token(self, request_token: str) -> V4AccessToken:
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
        return self._requester.call(
            api.v4_auth.create_access_token, {"request_token": check_filled("request_token", request_token)}
        )

    def begin_login(self, redirect_to: str) -> LoginFlow:
        """Begin the login of a user of a web application.

        Keep the result in the user's browser or session (`flow.seal`), and redirect the browser to `flow.approval_url`.
        `tmdb_facade.web` has routes for Starlette, FastAPI and Django that do all this.

        Args:
            redirect_to: The absolute URL of the application's page that calls `complete_login`. It gets the parameter
                `state`.

        Returns:
            The login; its request token expires after 15 minutes.

        Raises:
            InvalidArgumentError: The URL is not absolute, has a fragment, or has a parameter `state` already.
            AuthenticationError: TMDB does not accept the client's token or key.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/v4/docs/authentication-user
        """
        state = new_state()
        token = self.create_request_token(redirect_to=callback_url(redirect_to, state))
        return LoginFlow(
            api_version=4,
            request_token=token.request_token,
            state=state,
            expires_at=datetime.now(UTC) + V4_TOKEN_LASTS,
            approval_url=self.approval_url(token.request_token),
        )

    def complete_login(self, flow: LoginFlow, state: str, *, convert: bool = False) -> UserCredentials:
        """Complete the login of a user of a web application, after TMDB has redirected the browser to it.

        Args:
            flow: The login, as this browser began it.
            state: The parameter `state` of the URL that the browser requested.
            convert: Whether to create a session of version 3 as well.

        Returns:
            The user's credentials, with an access token.

        Raises:
            LoginDeniedError: The user has denied the login.
            LoginExpiredError: The request token has expired, or was used already.
            LoginError: The callback belongs to another login, or the user has not decided yet.
            InvalidArgumentError: The login is one of version 3.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/v4/reference/auth-create-access-token
        """
        check_callback(flow, 4, state)
        try:
            granted = self.create_access_token(flow.request_token)
        except TMDBError as error:
            failure = conclude(error, 4, is_called=True) or error
        else:
            session_id = None
            if convert:
                session = self._requester.call(
                    api.auth.create_session_from_v4_token, {"access_token": granted.access_token}
                )
                session_id = session.session_id
            return UserCredentials(
                session_id=session_id,
                access_token=granted.access_token,
                account_object_id=granted.account_id,
                created_at=datetime.now(UTC),
            )
        raise failure

    def logout(self, access_token: str) -> StatusResponse:
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
        return self._requester.call(api.v4_auth.logout, {"access_token": check_filled("access_token", access_token)})
