"""Version 3 sessions of users and guests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.answer.conclusions import check_accepted
from tmdb_facade._core.client.hosts import v3_approval_url
from tmdb_facade._core.request.validation import check_filled

if TYPE_CHECKING:
    from collections.abc import Callable

    from tmdb_facade._core.client.user_credentials import UserCredentials
    from tmdb_facade._core.stores.saving import SavesUsers
    from tmdb_facade.models import GuestSession, RequestToken, Session, StatusResponse


class AsyncAuthResource(AsyncResource):
    """Version 3 sessions of users and guests: `tmdb.auth`.

    A user's session takes three steps: call `create_request_token`, let the user approve the token on the page of
    `approval_url`, call `create_session`. Pass the `session_id` of the result to `tmdb.account`, `tmdb.lists` and the
    ratings.
    """

    async def validate_key(self) -> StatusResponse:
        """Validate the client's token or API key.

        Returns:
            The status, if TMDB accepts the token or key.

        Raises:
            AuthenticationError: TMDB does not accept the client's token or key.
            InvalidAnswerError: The answer does not confirm that TMDB accepts it.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-validate-key
        """
        endpoint = api.auth.validate_key
        return check_accepted(await self._requester.call(endpoint), endpoint.operation)

    async def create_guest_session(self) -> GuestSession:
        """Create a guest session, to rate movies, TV series and episodes without an account.

        Returns:
            The session, with its `guest_session_id` and the time it expires, `expires_at`.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-create-guest-session
        """
        return await self._requester.call(api.auth.create_guest_session)

    async def login(
        self,
        *,
        timeout: float = 300.0,
        redirect: bool = True,
        open_browser: bool | Callable[[str], bool] = True,
        on_url: Callable[[str], None] | None = None,
        app_name: str | None = None,
        store: SavesUsers | None = None,
        profile: str = "default",
    ) -> UserCredentials:
        """Sign a user in: open TMDB's page in their browser, wait for the approval and create a session.

        This is for programs on the user's machine, and for terminals elsewhere, which show the URL of the page. It has to be
        the only login that uses its request token.

        Args:
            timeout: Seconds until the login ends without an approval.
            redirect: Whether the browser may report the decision to a server on 127.0.0.1, which runs until the login
                ends. TMDB is asked at intervals anyway: every 10 seconds, or after 2 seconds and then less and less
                often where no redirect can come.
            open_browser: `False` to open no browser, or a function that opens a URL and returns whether that succeeded;
                it is called in a thread of its own. By default, the system's browser is opened, unless the environment
                shows that the user is elsewhere (SSH, a container, no display).
            on_url: Function that shows the URL of the approval page, which is as secret as the token. By default, it is
                written to stderr; if no browser was opened, also as a QR code to a terminal: this needs `pip install
                'tmdb-facade[qr]'`.
            app_name: The program's name, for the page that the browser shows at the end. Defaults to the name of its
                file.
            store: Store for the credentials, from `tmdb_facade.stores`. Defaults to none.
            profile: Name of the user in `store`.

        Returns:
            The user's credentials, with a session.

        Raises:
            LoginDeniedError: The user denied the login. Without a redirect, this is a `LoginTimeoutError`: TMDB's answer is the
                same as before the decision.
            LoginExpiredError: The request token has expired, or was used already.
            LoginTimeoutError: The user has not approved the login within the time limit.
            LoginUnavailableError: There is no way to show the page, or no free port.
            InvalidArgumentError: An argument has a wrong type or value.
            TMDBError: A request failed, or the credentials could not be stored; they are revoked then.

        https://developer.themoviedb.org/reference/authentication-how-do-i-generate-a-session-id
        """
        from tmdb_facade._async.signing_in.flows import AsyncV3Flow
        from tmdb_facade._async.signing_in.login import AsyncLogin
        from tmdb_facade._core.signing_in.options import read_login_options

        options = read_login_options(timeout, redirect, open_browser, on_url, app_name, store, profile)
        return await AsyncLogin(AsyncV3Flow(self._requester), options).run()

    async def login_with_password(self, *, username: str, password: str) -> UserCredentials:
        """Sign a user in with their name and password, and create a session.

        Prefer `login`: on TMDB's page, only TMDB sees the password. It is sent only by HTTPS or within this machine, stored
        nowhere, and contained in no error.

        Args:
            username: The user's name on TMDB.
            password: The user's password.

        Returns:
            The user's credentials, with a session.

        Raises:
            AuthenticationError: The name or the password is wrong.
            InvalidArgumentError: The client would send the password in clear over a network.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-create-session-from-login
        """
        from tmdb_facade._async.signing_in.password import login_with_password
        from tmdb_facade._core.signing_in.secret import Secret

        login = Secret((username, password))
        # Tracebacks show the variables of this frame.
        del username, password
        return await login_with_password(self._requester, login)

    async def create_request_token(self) -> RequestToken:
        """Create a request token for a user to approve.

        Returns:
            The `request_token` and the time it expires, `expires_at`: one hour later.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-create-request-token
        """
        return await self._requester.call(api.auth.create_request_token)

    def approval_url(self, request_token: str, redirect_to: str | None = None) -> str:
        """Return the URL of the page where the user approves a request token. Sends nothing.

        Args:
            request_token: Token from `create_request_token`.
            redirect_to: URL that the browser opens afterwards. Do not trust the parameters that TMDB adds to it; call
                `create_session` to learn whether the user has approved.

        Returns:
            The URL, on TMDB's website, or on the client's server if that runs on this machine. It is as secret as the
            token.

        Raises:
            InvalidArgumentError: The token is empty or malformed.

        https://developer.themoviedb.org/reference/authentication-how-do-i-generate-a-session-id
        """
        return v3_approval_url(self._requester.hosts.website, request_token, redirect_to)

    async def create_session(self, request_token: str) -> Session:
        """Create a user's session from an approved request token.

        Args:
            request_token: Token from `create_request_token`. It works only once.

        Returns:
            The session; its `session_id` is as secret as a password.

        Raises:
            AuthenticationError: The user has not approved the token or has denied it, or the token has expired.
            AuthorizationPendingError: The user has not approved the token yet. TMDB does not always distinguish this
                case.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-create-session
        """
        return await self._requester.call(
            api.auth.create_session, {"request_token": check_filled("request_token", request_token)}
        )

    async def create_session_from_login(self, request_token: str, *, username: str, password: str) -> RequestToken:
        """Approve a request token with a user's name and password. Then pass it to `create_session`.

        Prefer `approval_url`: on that page, only TMDB sees the password.

        Args:
            request_token: Token from `create_request_token`.
            username: The user's name on TMDB.
            password: The user's password. It is sent to TMDB and not stored.

        Returns:
            The same token, approved.

        Raises:
            AuthenticationError: The name or the password is wrong, or the token has expired.
            InvalidArgumentError: The client would send the password in clear over a network.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-create-session-from-login
        """
        from tmdb_facade._async.signing_in.password import approve_with_password
        from tmdb_facade._core.signing_in.secret import Secret

        login = Secret((username, password))
        # Tracebacks show the variables of this frame.
        del username, password
        return await approve_with_password(self._requester, Secret(request_token), login)

    async def create_session_from_v4_token(self, access_token: str) -> Session:
        """Create a session for the user of a version 4 access token.

        Args:
            access_token: Token from `tmdb.v4.auth.create_access_token`. TMDB rejects the application's own token.

        Returns:
            The session; its `session_id` is as secret as a password.

        Raises:
            AuthenticationError: TMDB does not accept the access token.
            PermissionDeniedError: The access token is the application's, not a user's.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-create-session-from-v4-token
        """
        return await self._requester.call(
            api.auth.create_session_from_v4_token, {"access_token": check_filled("access_token", access_token)}
        )

    async def delete_session(self, session_id: str) -> StatusResponse:
        """Delete a user's session.

        Args:
            session_id: Session to delete.

        Returns:
            The status of the deletion.

        Raises:
            AuthenticationError: The session is missing or has expired.
            NotFoundError: No session has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-delete-session
        """
        return await self._requester.call(
            api.auth.delete_session, {"session_id": check_filled("session_id", session_id)}
        )
