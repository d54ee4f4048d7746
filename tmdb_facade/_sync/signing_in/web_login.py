# Made from tmdb_facade/_async/signing_in/web_login.py by `make sync`: edit that file, never this one.
"""A login in a web application, which begins in one request of the browser and ends in another."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tmdb_facade._core.signing_in.login_flow import LoginFlow, callback_url, check_callback, new_state
from tmdb_facade._core.signing_in.outcomes import conclude
from tmdb_facade._core.signing_in.secret import Secret
from tmdb_facade.errors import TMDBError

if TYPE_CHECKING:
    from tmdb_facade._core.client.user_credentials import UserCredentials
    from tmdb_facade._sync.signing_in.flows import Flow

#: Seconds for each request, while the user's browser waits for the page.
REQUEST_SECONDS = 60.0


def begin_web_login(flow: Flow, redirect_to: str) -> LoginFlow:
    """Create a request token for a login.

    Args:
        flow: The requests.
        redirect_to: The callback's URL, without the state.
    """
    state = new_state()
    url = callback_url(redirect_to, state)
    seconds = flow.create_request_token(url, REQUEST_SECONDS)
    return LoginFlow(
        api_version=flow.version,
        request_token=flow.token.get(),
        state=state.get(),
        expires_at=datetime.now(UTC) + timedelta(seconds=seconds),
        approval_url=flow.approval_url(url).get(),
    )


def complete_web_login(flow: Flow, login: LoginFlow, state: Secret[str]) -> UserCredentials:
    """Exchange the approved token of a login for the user's credentials.

    Args:
        flow: The requests.
        login: The login, as it began.
        state: The state in the callback's URL.

    Raises:
        LoginError: The user has denied the login, it has expired, or the callback belongs to another one.
    """
    check_callback(login, flow.version, state)
    flow.token = Secret(login.request_token)
    try:
        user = flow.exchange(REQUEST_SECONDS)
    except TMDBError as error:
        failure = conclude(error, flow.version, is_called=True) or error
    else:
        try:
            return flow.complete(user, REQUEST_SECONDS)
        except BaseException:  # also a cancellation
            flow.revoke(user)  # nobody has these credentials
            raise
    # Raised here: within the except block, the error would refer to the frames of the request.
    raise failure
