"""Version 4 authentication."""

from __future__ import annotations

from scripts.scenarios._async.source import Source, assert_each_raises
from tmdb_facade import AuthenticationError, AuthorizationPendingError, TMDBCode
from tmdb_facade.testing import make_credentials

STRANGER = make_credentials("a stranger's")


async def access_token(source: Source) -> None:
    """Wait for a user's approval, create an access token and delete it."""
    async with source.connect() as tmdb:
        auth = tmdb.v4.auth
        token = (await auth.create_request_token(redirect_to="https://example.org/back")).request_token
        await assert_each_raises(
            [lambda: auth.create_access_token(token)], AuthorizationPendingError, TMDBCode.TOKEN_NOT_APPROVED
        )
        source.approve(token)
        made = await auth.create_access_token(token)
        async with source.connect(made.access_token) as user:
            lists = await user.v4.account.lists(made.account_id).page(1)
        ended = await auth.logout(made.access_token)
    assert lists.page == 1
    assert ended.success


async def denied(source: Source) -> None:
    """Expect an error for a denied request token."""
    async with source.connect() as tmdb:
        auth = tmdb.v4.auth
        token = (await auth.create_request_token()).request_token
        source.deny(token)
        await assert_each_raises(
            [lambda: auth.create_access_token(token)], AuthenticationError, TMDBCode.SESSION_DENIED
        )


async def access_token_refused(source: Source) -> None:
    """Expect errors for request tokens and access tokens that do not exist."""
    async with source.connect() as tmdb:
        auth = tmdb.v4.auth
        await assert_each_raises(
            [lambda: auth.create_access_token(STRANGER.access_token)],
            AuthenticationError,
            TMDBCode.INVALID_REQUEST_TOKEN,
        )
        await assert_each_raises(
            [lambda: auth.logout(STRANGER.access_token)], AuthenticationError, TMDBCode.INVALID_TOKEN
        )
