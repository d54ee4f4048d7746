"""Logging in and out with version 3: tokens that users approve, sessions, and guests."""

from __future__ import annotations

from scripts.scenarios._async.source import Source, each_refused
from tmdb_facade import AuthenticationError, BadRequestError, NotFoundError, PermissionDeniedError, TMDBCode
from tmdb_facade.testing import make_credentials

STRANGER = make_credentials("a stranger's")


async def credentials(source: Source) -> None:
    """A token that TMDB accepts."""
    async with source.connect() as tmdb:
        answer = await tmdb.auth.validate_key()
    assert answer.success


async def credentials_refused(source: Source) -> None:
    """A token of the right form that is not valid gets nothing at all."""
    async with source.connect(STRANGER.access_token) as tmdb:
        await each_refused(
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


async def session(source: Source) -> None:
    """A user approves a token, which becomes a session, which ends."""
    async with source.connect() as tmdb:
        token = await tmdb.auth.create_request_token()
        source.approve(token.request_token)
        session = await tmdb.auth.create_session(token.request_token)
        user = await tmdb.account.details(session_id=session.session_id)
        ended = await tmdb.auth.delete_session(session.session_id)
        await each_refused(
            [lambda: tmdb.account.details(session_id=session.session_id)],
            AuthenticationError,
            TMDBCode.AUTH_FAILED_NO_PERMISSION,
        )
    assert token.expires_at.tzinfo is not None
    assert user.username
    assert ended.success


async def session_refused(source: Source) -> None:
    """A token that nobody has approved is no session, and one that there is not neither."""
    async with source.connect() as tmdb:
        token = await tmdb.auth.create_request_token()
        await each_refused(
            [lambda: tmdb.auth.create_session(token.request_token)], AuthenticationError, TMDBCode.SESSION_DENIED
        )
        await each_refused(
            [lambda: tmdb.auth.create_session(STRANGER.session_id)], AuthenticationError, TMDBCode.INVALID_REQUEST_TOKEN
        )
        await each_refused(
            [lambda: tmdb.auth.delete_session(STRANGER.session_id)], NotFoundError, TMDBCode.SESSION_NOT_FOUND
        )


async def login(source: Source) -> None:
    """A name and a password approve a token."""
    username, password = source.login()
    async with source.connect() as tmdb:
        token = await tmdb.auth.create_request_token()
        approved = await tmdb.auth.create_session_from_login(token.request_token, username=username, password=password)
        session = await tmdb.auth.create_session(approved.request_token)
        ended = await tmdb.auth.delete_session(session.session_id)
    assert approved.request_token == token.request_token
    assert ended.success


async def login_refused(source: Source) -> None:
    """A wrong password approves nothing, and no password neither."""
    name = "nobody is called qwxyzzy"
    async with source.connect() as tmdb:
        token = (await tmdb.auth.create_request_token()).request_token
        auth = tmdb.auth
        await each_refused(
            [lambda: auth.create_session_from_login(token, username=name, password="not the one")],
            AuthenticationError,
            TMDBCode.INVALID_LOGIN,
        )
        await each_refused(
            [lambda: auth.create_session_from_login(token, username=name, password="")],
            BadRequestError,
            TMDBCode.CREDENTIALS_REQUIRED,
        )


async def session_of_a_v4_token(source: Source) -> None:
    """A user's version 4 token becomes a session."""
    user = source.user()
    async with source.connect() as tmdb:
        session = await tmdb.auth.create_session_from_v4_token(user.access_token)
        account = await tmdb.account.details(session_id=session.session_id)
        ended = await tmdb.auth.delete_session(session.session_id)
    assert account.id > 0
    assert ended.success


async def session_of_a_v4_token_refused(source: Source) -> None:
    """The application's own token is no user's, and so is a stranger's."""
    async with source.connect() as tmdb:
        auth = tmdb.auth
        await each_refused(
            [lambda: auth.create_session_from_v4_token(source.access_token)],
            PermissionDeniedError,
            TMDBCode.TOKEN_NOT_WRITE,
        )
        await each_refused(
            [lambda: auth.create_session_from_v4_token(STRANGER.access_token)],
            AuthenticationError,
            TMDBCode.INVALID_TOKEN,
        )
