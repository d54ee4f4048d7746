"""Version 4 access tokens of users."""

from __future__ import annotations

from collections.abc import Callable

import tmdb_facade
from tmdb_bindings import api
from tmdb_facade import models, stores
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.client.hosts import v4_approval_url
from tmdb_facade._core.request.validation import check_filled, check_flag
from tmdb_facade._core.signing_in.request_tokens import read_request_token


class AsyncV4AuthResource(AsyncResource):
    """Version 4 access tokens of users: `tmdb.v4.auth`.

    A user's token takes three steps: call `create_request_token`, let the user approve the token on the page of
    `approval_url`, call `create_access_token`. `tmdb.as_user` returns the client of the user for the
    result.
    """

    _path = "v4.auth"

    async def login(
        self,
        *,
        timeout: float = 300.0,
        redirect: bool = True,
        open_browser: bool | Callable[[str], bool] = True,
        on_url: Callable[[str], None] | None = None,
        app_name: str | None = None,
        convert: bool = False,
        store: stores.CredentialStore | None = None,
        profile: str = "default",
    ) -> tmdb_facade.UserCredentials:
        """Sign a user in: open TMDB's page in their browser, wait for the approval and create an access token.

        For programs on the user's machine, and for programs elsewhere whose terminal shows the user the URL of the page. Web
        applications use `begin_login`.

        Args:
            timeout: Seconds until the login ends without an approval.
            redirect: Whether the browser may report the decision to a server on 127.0.0.1 that runs until the login
                ends. TMDB is polled anyway: every 10 seconds while the browser is expected to report, else after 2
                seconds and at growing intervals of up to 10 seconds.
            open_browser: `False` to open no browser, or a function that opens a URL and returns whether that succeeded;
                it is called in a thread of its own. By default, the system's browser is opened, unless the environment
                shows that the user is elsewhere (SSH, a container, no display).
            on_url: Function that shows the user the URL of the approval page, which is as secret as the token. By
                default, the URL is written to stderr. If no browser was opened, a terminal also shows a QR code, which
                needs `pip install 'tmdb-facade[qr]'`.
            app_name: The program's name, for the page that the browser shows at the end. Defaults to the name of its
                file.
            convert: Whether to create a session of version 3, too: one approval serves both versions.
            store: Store for the credentials, from `tmdb_facade.stores`. Defaults to none.
            profile: Name of the user in `store`.

        Returns:
            The user's credentials, with an access token, the account's object id, and with `convert` a session.

        Raises:
            LoginDeniedError: The user denied the login.
            LoginExpiredError: The request token has expired, or was used already.
            LoginTimeoutError: The user has not approved the login within the time limit.
            LoginUnavailableError: There is no way to show the page, or no free port.
            InvalidArgumentError: An argument has a wrong type or value.
            AuthenticationError: TMDB does not accept the client's token. An API key is not enough for this operation.
            TMDBError: A request failed, or the store failed; the token and the session are revoked then.

        https://developer.themoviedb.org/v4/docs/authentication-user
        """
        from tmdb_facade._async.signing_in.flows import AsyncV4Flow
        from tmdb_facade._async.signing_in.login import AsyncLogin
        from tmdb_facade._core.signing_in.options import read_login_options

        options = read_login_options(timeout, redirect, open_browser, on_url, app_name, store, profile)
        return await AsyncLogin(AsyncV4Flow(self._requester, convert=check_flag("convert", convert)), options).run()

    async def create_request_token(self, *, redirect_to: str | None = None) -> models.V4RequestToken:
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

    def approval_url(self, request_token: str | models.V4RequestToken) -> str:
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

    async def create_access_token(self, request_token: str | models.V4RequestToken) -> models.V4AccessToken:
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

    async def begin_login(self, redirect_to: str) -> tmdb_facade.LoginFlow:
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
        from tmdb_facade._async.signing_in.flows import AsyncV4Flow
        from tmdb_facade._async.signing_in.web_login import begin_web_login

        return await begin_web_login(AsyncV4Flow(self._requester, convert=False), redirect_to)

    async def complete_login(
        self, flow: tmdb_facade.LoginFlow, state: str, *, convert: bool = False
    ) -> tmdb_facade.UserCredentials:
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
        from tmdb_facade._async.signing_in.flows import AsyncV4Flow
        from tmdb_facade._async.signing_in.web_login import complete_web_login
        from tmdb_facade._core.signing_in.secret import Secret

        callback_state = Secret(state)
        # Tracebacks show the variables of this frame.
        del state
        return await complete_web_login(AsyncV4Flow(self._requester, convert=convert), flow, callback_state)

    async def logout(self, access_token: str) -> models.StatusResponse:
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
