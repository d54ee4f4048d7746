# Made from scripts/scenarios/_async/users/v4_auth.py by `make sync`: edit that file, never this one.
"""Logging in and out with version 4."""

from __future__ import annotations

from scripts.scenarios._sync.source import Source, each_refused
from tmdb_facade import AuthenticationError, AuthorizationPendingError, TMDBCode
from tmdb_facade.testing import make_credentials

STRANGER = make_credentials("a stranger's")


def access_token(source: Source) -> None:
    """A user decides, meanwhile the application waits; then there is a token, which ends."""
    with source.connect() as tmdb:
        auth = tmdb.v4.auth
        token = (auth.create_request_token(redirect_to="https://example.org/back")).request_token
        each_refused([lambda: auth.create_access_token(token)], AuthorizationPendingError, TMDBCode.TOKEN_NOT_APPROVED)
        source.approve(token)
        made = auth.create_access_token(token)
        with source.connect(made.access_token) as user:
            kept = user.v4.account.lists(made.account_id).page(1)
        ended = auth.logout(made.access_token)
    assert kept.page == 1
    assert ended.success


def denied(source: Source) -> None:
    """A user refuses: there is nothing to wait for any more."""
    with source.connect() as tmdb:
        auth = tmdb.v4.auth
        token = (auth.create_request_token()).request_token
        source.deny(token)
        each_refused([lambda: auth.create_access_token(token)], AuthenticationError, TMDBCode.SESSION_DENIED)


def access_token_refused(source: Source) -> None:
    """Request tokens and access tokens that there are not."""
    with source.connect() as tmdb:
        auth = tmdb.v4.auth
        each_refused(
            [lambda: auth.create_access_token(STRANGER.access_token)],
            AuthenticationError,
            TMDBCode.INVALID_REQUEST_TOKEN,
        )
        each_refused([lambda: auth.logout(STRANGER.access_token)], AuthenticationError, TMDBCode.INVALID_TOKEN)
