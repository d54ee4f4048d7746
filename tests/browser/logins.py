"""Logins of v3 and v4 through a browser: their request token, their approval page, and what they lead to."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from tmdb_facade import TMDB, TMDBError
from tmdb_facade.testing import TMDBServer

Version: TypeAlias = Literal[3, 4]
VERSIONS: tuple[Version, ...] = (3, 4)


class Login(NamedTuple):
    """A login that has begun.

    Attributes:
        version: The API version.
        token: The request token.
        page: The URL of the approval page.
    """

    version: Version
    token: str
    page: str


def begin(tmdb: TMDB, version: Version, redirect_to: str | None = None) -> Login:
    """Create a request token."""
    if version == 3:
        token = tmdb.auth.create_request_token().request_token
        return Login(3, token, tmdb.auth.approval_url(token, redirect_to=redirect_to))
    token = tmdb.v4.auth.create_request_token(redirect_to=redirect_to).request_token
    return Login(4, token, tmdb.v4.auth.approval_url(token))


def finish(tmdb: TMDB, server: TMDBServer, login: Login) -> str | int | None:
    """Exchange the request token; return the name of the user who is signed in, or TMDB's code of the error."""
    try:
        if login.version == 3:
            session = tmdb.auth.create_session(login.token).session_id
            return tmdb.account.details(session_id=session).username
        account = server.state.account_of_object(tmdb.v4.auth.create_access_token(login.token).account_id)
        return None if account is None else account.username
    except TMDBError as error:
        return error.code
