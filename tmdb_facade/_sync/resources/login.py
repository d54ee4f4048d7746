# Made from tmdb_facade/_async/resources/login.py by `make sync`: edit that file, never this one.
"""Logins of users with version 3."""

from __future__ import annotations

from collections.abc import Callable

import tmdb_facade
from tmdb_facade import stores
from tmdb_facade._sync.resources.base import Resource


class LoginResource(Resource):
    """Logins of users with version 3: methods of `tmdb.auth`."""

    def login(
        self,
        *,
        timeout: float = 300.0,
        redirect: bool = True,
        open_browser: bool | Callable[[str], bool] = True,
        on_url: Callable[[str], None] | None = None,
        app_name: str | None = None,
        store: stores.CredentialStore | None = None,
        profile: str = "default",
    ) -> tmdb_facade.UserCredentials:
        """Sign a user in: open TMDB's page in their browser, wait for the approval and create a session.

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
            TMDBError: A request failed, or the store failed; the session is deleted then.

        https://developer.themoviedb.org/reference/authentication-how-do-i-generate-a-session-id
        """
        from tmdb_facade._core.signing_in.options import read_login_options
        from tmdb_facade._sync.signing_in.flows import V3Flow
        from tmdb_facade._sync.signing_in.login import Login

        options = read_login_options(timeout, redirect, open_browser, on_url, app_name, store, profile)
        return Login(V3Flow(self._requester), options).run()

    def login_with_password(self, *, username: str, password: str) -> tmdb_facade.UserCredentials:
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
        from tmdb_facade._core.signing_in.secret import Secret
        from tmdb_facade._sync.signing_in.password import login_with_password

        login = Secret((username, password))
        # Tracebacks show the variables of this frame.
        del username, password
        return login_with_password(self._requester, login)

    def begin_login(self, redirect_to: str) -> tmdb_facade.LoginFlow:
        """Begin the login of a user of a web application.

        Keep the result in the user's browser or session (`flow.seal`), and redirect the browser to `flow.approval_url`.
        `tmdb_facade.web` has routes for Starlette, FastAPI and Django that do all this.

        Args:
            redirect_to: The absolute URL of the application's page that calls `complete_login`. It gets the parameter
                `state`.

        Returns:
            The login; its request token expires after one hour.

        Raises:
            InvalidArgumentError: The URL is not absolute, has a fragment, or has a parameter `state` already.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-how-do-i-generate-a-session-id
        """
        from tmdb_facade._sync.signing_in.flows import V3Flow
        from tmdb_facade._sync.signing_in.web_login import begin_web_login

        return begin_web_login(V3Flow(self._requester), redirect_to)

    def complete_login(self, flow: tmdb_facade.LoginFlow, state: str) -> tmdb_facade.UserCredentials:
        """Complete the login of a user of a web application, after TMDB has redirected the browser to it.

        Args:
            flow: The login, as this browser began it.
            state: The parameter `state` of the URL that the browser requested.

        Returns:
            The user's credentials, with a session.

        Raises:
            LoginDeniedError: The user has denied the login.
            LoginExpiredError: The request token has expired, or was used already.
            LoginError: The callback belongs to another login.
            InvalidArgumentError: The login is one of version 4.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/authentication-create-session
        """
        from tmdb_facade._core.signing_in.secret import Secret
        from tmdb_facade._sync.signing_in.flows import V3Flow
        from tmdb_facade._sync.signing_in.web_login import complete_web_login

        callback_state = Secret(state)
        # Tracebacks show the variables of this frame.
        del state
        return complete_web_login(V3Flow(self._requester), flow, callback_state)
