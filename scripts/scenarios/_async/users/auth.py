"""Version 3 authentication: request tokens, sessions and guests."""

from __future__ import annotations

from scripts.scenarios._async.source import Source, assert_each_raises
from tmdb_facade import AuthenticationError, BadRequestError, NotFoundError, PermissionDeniedError, TMDBCode
from tmdb_facade.testing import make_credentials

STRANGER = make_credentials("a stranger's")


async def credentials(source: Source) -> None:
    """Validate an access token that TMDB accepts."""
    async with source.connect() as tmdb:
        answer = await tmdb.auth.validate_key()
    assert answer.success


async def credentials_refused(source: Source) -> None:
    """Expect an error for each request with an invalid access token."""
    async with source.connect(STRANGER.access_token) as tmdb:
        await assert_each_raises(
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
    """Create a session from an approved request token, and delete it."""
    async with source.connect() as tmdb:
        token = await tmdb.auth.create_request_token()
        source.approve(token.request_token)
        session = await tmdb.auth.create_session(token.request_token)
        user = await tmdb.account.details(session_id=session.session_id)
        ended = await tmdb.auth.delete_session(session.session_id)
        await assert_each_raises(
            [lambda: tmdb.account.details(session_id=session.session_id)],
            AuthenticationError,
            TMDBCode.AUTH_FAILED_NO_PERMISSION,
        )
    assert token.expires_at.tzinfo is not None
    assert user.username
    assert ended.success


async def session_refused(source: Source) -> None:
    """Expect an error for a request token that is not approved or does not exist."""
    async with source.connect() as tmdb:
        token = await tmdb.auth.create_request_token()
        await assert_each_raises(
            [
                lambda: tmdb.auth.create_session(token.request_token),
                lambda: tmdb.auth.create_session(STRANGER.session_id),
            ],
            AuthenticationError,
            TMDBCode.SESSION_DENIED,
        )
        await assert_each_raises(
            [lambda: tmdb.auth.delete_session(STRANGER.session_id)], NotFoundError, TMDBCode.SESSION_NOT_FOUND
        )


async def login(source: Source) -> None:
    """Approve a request token with a username and password."""
    username, password = source.login()
    async with source.connect() as tmdb:
        token = await tmdb.auth.create_request_token()
        approved = await tmdb.auth.create_session_from_login(token.request_token, username=username, password=password)
        session = await tmdb.auth.create_session(approved.request_token)
        ended = await tmdb.auth.delete_session(session.session_id)
    assert approved.request_token == token.request_token
    assert ended.success


async def login_refused(source: Source) -> None:
    """Expect errors for a wrong and a missing password."""
    name = "nobody is called qwxyzzy"
    async with source.connect() as tmdb:
        token = (await tmdb.auth.create_request_token()).request_token
        auth = tmdb.auth
        await assert_each_raises(
            [lambda: auth.create_session_from_login(token, username=name, password="not the one")],
            AuthenticationError,
            TMDBCode.INVALID_LOGIN,
        )
        await assert_each_raises(
            [lambda: auth.create_session_from_login(token, username=name, password="")],
            BadRequestError,
            TMDBCode.CREDENTIALS_REQUIRED,
        )


async def session_from_v4_token(source: Source) -> None:
    """Create a session from a user's version 4 access token."""
    user = source.user()
    async with source.connect() as tmdb:
        session = await tmdb.auth.create_session_from_v4_token(user.access_token)
        account = await tmdb.account.details(session_id=session.session_id)
        ended = await tmdb.auth.delete_session(session.session_id)
    assert account.id > 0
    assert ended.success


async def session_from_v4_token_refused(source: Source) -> None:
    """Expect an error for a token that belongs to no user."""
    async with source.connect() as tmdb:
        auth = tmdb.auth
        await assert_each_raises(
            [lambda: auth.create_session_from_v4_token(source.access_token)],
            PermissionDeniedError,
            TMDBCode.TOKEN_NOT_WRITE,
        )
        await assert_each_raises(
            [lambda: auth.create_session_from_v4_token(STRANGER.access_token)],
            AuthenticationError,
            TMDBCode.INVALID_TOKEN,
        )
