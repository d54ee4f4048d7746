"""What a login concludes from TMDB's errors."""

from __future__ import annotations

from enum import Enum

from tmdb_facade.errors import (
    APIConnectionError,
    AuthorizationPendingError,
    InvalidAnswerError,
    LoginDeniedError,
    LoginExpiredError,
    RateLimitError,
    ServerError,
    TMDBCode,
    TMDBError,
)


class LoginOutcome(Enum):
    """How a login has ended, for the page that the user sees."""

    APPROVED = "approved"
    DENIED = "denied"
    EXPIRED = "expired"
    FAILED = "failed"


def outcome_of(error: BaseException) -> LoginOutcome:
    """Return how a login has ended that raised an error."""
    if isinstance(error, LoginDeniedError):
        return LoginOutcome.DENIED
    return LoginOutcome.EXPIRED if isinstance(error, LoginExpiredError) else LoginOutcome.FAILED


def conclude(error: TMDBError, version: int, *, is_called: bool) -> TMDBError | None:
    """Return the error that ends a login after a request for the session or access token failed.

    Args:
        error: The error of the request.
        version: The version of the API.
        is_called: Whether the user's browser has come back from TMDB's page, so that there is a decision.

    Returns:
        The error to raise, or `None` if the login goes on: the user has not decided yet, or the failure is temporary.
    """
    if not ends_login(error):
        return None
    if error.code == int(TMDBCode.SESSION_DENIED):
        # Version 3 has the same code for a token that nobody has approved yet and for a denied one.
        return LoginDeniedError("the user has denied the login", code=error.code) if version > 3 or is_called else None
    if error.code == int(TMDBCode.INVALID_REQUEST_TOKEN):
        problem = (
            "TMDB does not accept the request token any more: it has expired or has been used already; log in again"
        )
        return LoginExpiredError(problem, code=error.code)
    return error


def ends_login(error: TMDBError) -> bool:
    """Return whether a login is over after an error: else the request token still waits, for the user or for TMDB."""
    return not (isinstance(error, AuthorizationPendingError) or is_temporary(error))


def is_temporary(error: TMDBError) -> bool:
    """Return whether the same request may succeed a little later."""
    if isinstance(error, APIConnectionError | InvalidAnswerError):
        return error.is_retryable
    return isinstance(error, ServerError | RateLimitError)
