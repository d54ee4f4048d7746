"""Logins with a user's name and password."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tmdb_bindings import api
from tmdb_facade._async.signing_in.flows import create_session, with_account_id
from tmdb_facade._async.signing_in.private_calls import private_call
from tmdb_facade._core.answer.conclusions import check_secret
from tmdb_facade._core.request.validation import check_text
from tmdb_facade._core.signing_in.password import check_private
from tmdb_facade._core.signing_in.request_tokens import read_request_token
from tmdb_facade._core.signing_in.secret import Secret

if TYPE_CHECKING:
    from tmdb_facade._async.requester import AsyncRequester
    from tmdb_facade._core.client.user_credentials import UserCredentials
    from tmdb_facade.models import LoginBody, RequestToken

#: A user's name and password.
Login: TypeAlias = Secret[tuple[str, str]]


async def login_with_password(requester: AsyncRequester, login: Login) -> UserCredentials:
    """Create and approve a request token, and create a session.

    Args:
        requester: The client's requester.
        login: The name and the password. They are erased in any case.

    Raises:
        InvalidArgumentError: The client would send the password in clear, or it is not text.
    """
    try:
        check_private(requester.settings)
        await private_call(lambda: _check(login))
        token = await requester.call(api.auth.create_request_token)
        request_token = Secret(check_secret(token.request_token, api.auth.create_request_token.operation))
        await approve_with_password(requester, request_token, login)
        return await with_account_id(requester, await create_session(requester, request_token))
    finally:
        login.erase()


async def approve_with_password(
    requester: AsyncRequester, request_token: Secret[str] | Secret[str | RequestToken], login: Login
) -> RequestToken:
    """Approve a request token.

    Args:
        requester: The client's requester.
        request_token: The token.
        login: The name and the password. They are erased in any case.

    Raises:
        InvalidArgumentError: The client would send the password in clear, or an argument is not valid text.
    """
    try:
        check_private(requester.settings)
        return await private_call(lambda: _approve(requester, request_token, login))
    finally:
        login.erase()


async def _check(login: Login) -> tuple[str, str]:
    username, password = login.get()
    return check_text("username", username), check_text("password", password)


async def _approve(
    requester: AsyncRequester, request_token: Secret[str] | Secret[str | RequestToken], login: Login
) -> RequestToken:
    username, password = await _check(login)
    token = read_request_token(request_token.get())
    body: LoginBody = {"username": username, "password": password, "request_token": token}
    return await requester.call(api.auth.create_session_from_login, body)
