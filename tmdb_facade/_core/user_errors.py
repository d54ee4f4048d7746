"""Errors about signing users in, and about their stored credentials."""

from __future__ import annotations

from tmdb_facade._core.base_error import TMDBError


class LoginError(TMDBError):
    """A login that did not sign the user in."""


class LoginDeniedError(LoginError):
    """A login that the user denied on TMDB's page."""


class LoginExpiredError(LoginError):
    """A login whose request token has expired, or was used by somebody else."""


class LoginTimeoutError(LoginError, TimeoutError):
    """A login without a decision of the user within its time limit.

    Unless the browser reports back, a denied login of version 3 ends so, too: TMDB's answer does not distinguish it.
    """


class LoginUnavailableError(LoginError):
    """A login that this machine does not allow: the approval page can be neither opened nor shown, or no port is free."""


class StoreError(TMDBError):
    """A store of credentials that cannot be used, or that does not contain the profile. Nothing was sent."""
