"""Logging in and out with version 4."""

from __future__ import annotations

from scripts.scenarios._async.source import Source, each_refused
from tmdb_facade import AuthenticationError, AuthorizationPendingError, TMDBCode
from tmdb_facade.testing import make_credentials

STRANGER = make_credentials("a stranger's")


async def access_token(source: Source) -> None:
    """A user decides, meanwhile the application waits; then there is a token, which ends."""
    async with source.connect() as tmdb:
        auth = tmdb.v4.auth
        token = (await auth.create_request_token(redirect_to="https://example.org/back")).request_token
        await each_refused(
            [lambda: auth.create_access_token(token)], AuthorizationPendingError, TMDBCode.TOKEN_NOT_APPROVED
        )
        source.approve(token)
        made = await auth.create_access_token(token)
        async with source.connect(made.access_token) as user:
            kept = await user.v4.account.lists(made.account_id).page(1)
        ended = await auth.logout(made.access_token)
    assert kept.page == 1
    assert ended.success


async def denied(source: Source) -> None:
    """A user refuses: there is nothing to wait for any more."""
    async with source.connect() as tmdb:
        auth = tmdb.v4.auth
        token = (await auth.create_request_token()).request_token
        source.deny(token)
        await each_refused([lambda: auth.create_access_token(token)], AuthenticationError, TMDBCode.SESSION_DENIED)


async def access_token_refused(source: Source) -> None:
    """Request tokens and access tokens that there are not."""
    async with source.connect() as tmdb:
        auth = tmdb.v4.auth
        await each_refused(
            [lambda: auth.create_access_token(STRANGER.access_token)],
            AuthenticationError,
            TMDBCode.INVALID_REQUEST_TOKEN,
        )
        await each_refused([lambda: auth.logout(STRANGER.access_token)], AuthenticationError, TMDBCode.INVALID_TOKEN)
