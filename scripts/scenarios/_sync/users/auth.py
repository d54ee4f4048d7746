# Made from scripts/scenarios/_async/users/auth.py by `make sync`: edit that file, never this one.
"""Logging in and out with version 3: tokens that users approve, sessions, and guests."""

from __future__ import annotations

from scripts.scenarios._sync.source import Source, each_refused
from tmdb_facade import AuthenticationError, BadRequestError, NotFoundError, PermissionDeniedError, TMDBCode
from tmdb_facade.testing import make_credentials

STRANGER = make_credentials("a stranger's")


def credentials(source: Source) -> None:
    """A token that TMDB accepts."""
    with source.connect() as tmdb:
        answer = tmdb.auth.validate_key()
    assert answer.success


def credentials_refused(source: Source) -> None:
    """A token of the right form that is not valid gets nothing at all."""
    with source.connect(STRANGER.access_token) as tmdb:
        each_refused(
            [
                lambda: tmdb.configuration.details(),
                lambda: tmdb.auth.validate_key(),
                lambda: tmdb.auth.create_guest_session(),
                lambda: tmdb.auth.create_request_token(),
                lambda: tmdb.v4.auth.create_request_token(),
            ],
            AuthenticationError,
            TMDBCode.INVALID_API_KEY,
        )


def session(source: Source) -> None:
    """A user approves a token, which becomes a session, which ends."""
    with source.connect() as tmdb:
        token = tmdb.auth.create_request_token()
        source.approve(token.request_token)
        session = tmdb.auth.create_session(token.request_token)
        user = tmdb.account.details(session_id=session.session_id)
        ended = tmdb.auth.delete_session(session.session_id)
        each_refused(
            [lambda: tmdb.account.details(session_id=session.session_id)],
            AuthenticationError,
            TMDBCode.AUTH_FAILED_NO_PERMISSION,
        )
    assert token.expires_at.tzinfo is not None
    assert user.username
    assert ended.success


def session_refused(source: Source) -> None:
    """A token that nobody has approved is no session, and one that there is not neither."""
    with source.connect() as tmdb:
        token = tmdb.auth.create_request_token()
        each_refused(
            [lambda: tmdb.auth.create_session(token.request_token)], AuthenticationError, TMDBCode.SESSION_DENIED
        )
        each_refused(
            [lambda: tmdb.auth.create_session(STRANGER.session_id)], AuthenticationError, TMDBCode.INVALID_REQUEST_TOKEN
        )
        each_refused([lambda: tmdb.auth.delete_session(STRANGER.session_id)], NotFoundError, TMDBCode.SESSION_NOT_FOUND)


def login(source: Source) -> None:
    """A name and a password approve a token."""
    username, password = source.login()
    with source.connect() as tmdb:
        token = tmdb.auth.create_request_token()
        approved = tmdb.auth.create_session_from_login(token.request_token, username=username, password=password)
        session = tmdb.auth.create_session(approved.request_token)
        ended = tmdb.auth.delete_session(session.session_id)
    assert approved.request_token == token.request_token
    assert ended.success


def login_refused(source: Source) -> None:
    """A wrong password approves nothing, and no password neither."""
    name = "nobody is called qwxyzzy"
    with source.connect() as tmdb:
        token = (tmdb.auth.create_request_token()).request_token
        auth = tmdb.auth
        each_refused(
            [lambda: auth.create_session_from_login(token, username=name, password="not the one")],
            AuthenticationError,
            TMDBCode.INVALID_LOGIN,
        )
        each_refused(
            [lambda: auth.create_session_from_login(token, username=name, password="")],
            BadRequestError,
            TMDBCode.CREDENTIALS_REQUIRED,
        )


def session_of_a_v4_token(source: Source) -> None:
    """A user's version 4 token becomes a session."""
    user = source.user()
    with source.connect() as tmdb:
        session = tmdb.auth.create_session_from_v4_token(user.access_token)
        account = tmdb.account.details(session_id=session.session_id)
        ended = tmdb.auth.delete_session(session.session_id)
    assert account.id > 0
    assert ended.success


def session_of_a_v4_token_refused(source: Source) -> None:
    """The application's own token is no user's, and so is a stranger's."""
    with source.connect() as tmdb:
        auth = tmdb.auth
        each_refused(
            [lambda: auth.create_session_from_v4_token(source.access_token)],
            PermissionDeniedError,
            TMDBCode.TOKEN_NOT_WRITE,
        )
        each_refused(
            [lambda: auth.create_session_from_v4_token(STRANGER.access_token)],
            AuthenticationError,
            TMDBCode.INVALID_TOKEN,
        )
