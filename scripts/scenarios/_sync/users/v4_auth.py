# Made from scripts/scenarios/_async/users/v4_auth.py by `make sync`: edit that file, never this one.
"""Version 4 authentication."""

from __future__ import annotations

from scripts.scenarios._sync.source import Source, assert_each_raises
from tmdb_facade import AuthenticationError, AuthorizationPendingError, TMDBCode
from tmdb_facade.testing import make_credentials

STRANGER = make_credentials("a stranger's")


def access_token(source: Source) -> None:
    """Wait for a user's approval, create an access token and delete it."""
    with source.connect() as tmdb:
        auth = tmdb.v4.auth
        token = (auth.create_request_token(redirect_to="https://example.org/back")).request_token
        assert_each_raises(
            [lambda: auth.create_access_token(token)], AuthorizationPendingError, TMDBCode.TOKEN_NOT_APPROVED
        )
        source.approve(token)
        made = auth.create_access_token(token)
        with source.connect(made.access_token) as user:
            lists = user.v4.account.lists(made.account_id).page(1)
        ended = auth.logout(made.access_token)
    assert lists.page == 1
    assert ended.success


def denied(source: Source) -> None:
    """Expect an error for a denied request token."""
    with source.connect() as tmdb:
        auth = tmdb.v4.auth
        token = (auth.create_request_token()).request_token
        source.deny(token)
        assert_each_raises([lambda: auth.create_access_token(token)], AuthenticationError, TMDBCode.SESSION_DENIED)


def access_token_refused(source: Source) -> None:
    """Expect errors for request tokens and access tokens that do not exist."""
    with source.connect() as tmdb:
        auth = tmdb.v4.auth
        assert_each_raises(
            [lambda: auth.create_access_token(STRANGER.access_token)],
            AuthenticationError,
            TMDBCode.INVALID_REQUEST_TOKEN,
        )
        assert_each_raises([lambda: auth.logout(STRANGER.access_token)], AuthenticationError, TMDBCode.INVALID_TOKEN)
