"""Exceptions of this package.

    TMDBError
    ├── CredentialsError                    missing, malformed or insufficient credentials; nothing was sent
    ├── InvalidArgumentError                an argument of a wrong type or value, or a missing user; nothing was sent
    ├── APIConnectionError                  no response
    │   └── APITimeoutError                 no response in time
    ├── ClientClosedError                   the client was closed before or during the call
    ├── OfflineError                        offline="only", and the answer is not in the cache; nothing was sent
    ├── APIStatusError                      TMDB responded with an error
    │   ├── BadRequestError                 400, 405, 406, 422: the request is wrong
    │   ├── AuthenticationError             401: TMDB rejected the credentials
    │   │   └── SessionExpiredError         TMDB no longer accepts the user's session or access token
    │   ├── PermissionDeniedError           403, and codes for missing permission: valid credentials do not suffice
    │   ├── NotFoundError                   404, and codes for missing entries that come with 200 and 500
    │   ├── ConflictError                   code 8: it exists already
    │   ├── AuthorizationPendingError       code 41: the user has not approved the request token yet
    │   ├── RateLimitError                  429: too many requests
    │   └── ServerError                     5xx: a failure at TMDB
    ├── InvalidAnswerError                  the response is successful, but damaged or not an answer
    ├── LoginError                          a user was not signed in
    │   ├── LoginDeniedError                the user denied the login
    │   ├── LoginExpiredError               the request token has expired or was used
    │   ├── LoginTimeoutError               no decision of the user within the time limit
    │   └── LoginUnavailableError           no way to show the approval page, or to listen for the decision
    ├── DriftError                          the answer contradicts its type, and on_drift="raise"
    ├── StoreError                          stored credentials cannot be read or written
    ├── MissingEpisodeOrderError            the TV series has no episode order of this type
    └── MissingBlockError                   a block was read that was not appended, or that TMDB omitted

Every error has the attributes `http_status`, `code`, `operation`, `url`, `request_id` and `retry_after`, `None` where
unknown. The `http_status` of an `APIStatusError` is never `None`, and it has the headers and the body of the response.
URLs, messages and bodies are redacted: no error contains a secret.

Only `InvalidArgumentError`, which is about the caller's own values, is a `ValueError` as well.

`DriftWarning` reports what `DriftError` raises. `TruncationWarning` reports a list that ends at TMDB's page limit, and
`StalledListWarning` one that promises more pages than it has.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Self

from tmdb_bindings import models as _models
from tmdb_bindings import runtime as _runtime
from tmdb_bindings.runtime import Difference, DriftWarning
from tmdb_facade._core.answer_errors import APIStatusError, InvalidAnswerError
from tmdb_facade._core.base_error import TMDBError
from tmdb_facade._core.drift_error import DriftError
from tmdb_facade._core.user_errors import (
    LoginDeniedError,
    LoginError,
    LoginExpiredError,
    LoginTimeoutError,
    LoginUnavailableError,
    StoreError,
)

__all__ = [
    "APIConnectionError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "AuthorizationPendingError",
    "BadRequestError",
    "ClientClosedError",
    "ConflictError",
    "CredentialsError",
    "Difference",
    "DriftError",
    "DriftWarning",
    "InvalidAnswerError",
    "InvalidArgumentError",
    "LoginDeniedError",
    "LoginError",
    "LoginExpiredError",
    "LoginTimeoutError",
    "LoginUnavailableError",
    "MissingBlockError",
    "MissingEpisodeOrderError",
    "NotFoundError",
    "OfflineError",
    "PermissionDeniedError",
    "RateLimitError",
    "ServerError",
    "SessionExpiredError",
    "StalledListWarning",
    "StoreError",
    "TMDBCode",
    "TMDBError",
    "TruncationWarning",
]


class CredentialsError(TMDBError):
    """Missing or malformed credentials, or of a kind that the operation does not accept. Nothing was sent.

    The message says which credential to pass, and where to get it.
    """


class InvalidArgumentError(TMDBError, ValueError):
    """An argument of a wrong type or value, or the missing session or token of a user. Nothing was sent.

    The message says what to write instead. A web application can answer 400 for values that its users typed. It is the
    only error of this package that is a `ValueError`, too.

    Attributes:
        parameter: The parameter's name; the variable's name for a value from the environment.
        problem: What is wrong with the value, and what to write instead.
    """

    def __init__(self, parameter: str, problem: str) -> None:
        super().__init__(f"{parameter} {problem}")
        self.parameter = parameter
        self.problem = problem


class APIConnectionError(TMDBError):
    """No response: the connection failed or broke. Check the network and the proxy; retries have failed already.

    Attributes:
        is_sent: Whether the request may have reached TMDB. If not, repeating it can do no harm.
        is_retryable: Whether a retry may succeed; `False` for an untrusted certificate.
    """

    is_sent: bool = True
    is_retryable: bool = True


class APITimeoutError(APIConnectionError, TimeoutError):
    """No response in time: `timeout=`, `total_timeout=` or `rate_timeout=` has passed; the message says which."""


class ClientClosedError(TMDBError, RuntimeError):
    """A call on a client that is closed, or that was closed during the call: create another client."""


class OfflineError(TMDBError):
    """A call with `offline="only"` whose answer is not in the cache. Nothing was sent: pass `offline=None` to request it."""


class BadRequestError(APIStatusError):
    """A wrong request: retrying it unchanged fails again."""


class AuthenticationError(APIStatusError):
    """Credentials that TMDB does not accept. A note says which ones the operation needs, and where to get them."""


class SessionExpiredError(AuthenticationError):
    """A user's session or access token that TMDB does not accept any more: the user has to sign in again.

    The request was not carried out. The client option `on_session_expired` renews the session and repeats the call.
    """


class PermissionDeniedError(APIStatusError):
    """Valid credentials without permission: the call needs a user's session or token, or the resource is private."""


class NotFoundError(APIStatusError):
    """A resource that does not exist, or is hidden from these credentials: check the id."""


class ConflictError(APIStatusError):
    """A resource that exists already: change it instead of creating it."""


class AuthorizationPendingError(APIStatusError):
    """A request token that the user has not approved yet; try again later."""


class RateLimitError(APIStatusError):
    """Too many requests: wait for `retry_after` seconds, or set a lower `rate_limit=`."""


class ServerError(APIStatusError):
    """A failure at TMDB, possibly temporary: try again later. Retries have failed already if repeating is safe."""


class MissingBlockError(TMDBError, _runtime.MissingBlockError):
    """An appended block that was read, but not requested, or that TMDB's answer does not have.

    It is an `AttributeError` too, so `hasattr()` and `getattr()` with a default work as for any missing attribute.
    """


class MissingEpisodeOrderError(TMDBError, LookupError):
    """A TV series without an episode order of the requested type.

    Attributes:
        series_id: TMDB's id of the series.
        type: The requested type.
        types: The types of the orders that the series has, without those that have no episodes.
    """

    def __init__(
        self, series_id: int, type: _models.EpisodeGroupType, types: tuple[_models.EpisodeGroupType, ...]
    ) -> None:
        known = f"its orders have the types {', '.join(map(repr, types))}" if types else "it has no other order either"
        super().__init__(f"TV series {series_id} has no order of the type {type!r}: {known}")
        self.series_id = series_id
        self.type = type
        self.types = types


_runtime.use_extensions(
    missing_block_error=MissingBlockError,
    argument_error=InvalidArgumentError,
    drift_error=DriftError,
    blocks={"localization": "tmdb_facade._core.languages.localization:Localization"},
)


class TruncationWarning(UserWarning):
    """An iteration that ends at TMDB's page limit although the list has more pages."""


class StalledListWarning(UserWarning):
    """An iteration that ends after three pages in a row without a new entry, although the list has more pages."""


class TMDBCode(IntEnum):
    """TMDB's status codes.

    https://developer.themoviedb.org/docs/errors

    Attributes:
        http_status: The HTTP status that TMDB sends with the code.
        meaning: What the code means.
        error: The exception class for the code, if it differs from that for the HTTP status.
    """

    http_status: int
    meaning: str
    error: type[APIStatusError] | None

    def __new__(
        cls, value: int, http_status: int = 0, meaning: str = "", error: type[APIStatusError] | None = None
    ) -> Self:
        """Create a member from its row of values. The defaults let type checkers accept `TMDBCode(34)`."""
        code = int.__new__(cls, value)
        code._value_ = value
        code.http_status, code.meaning, code.error = http_status, meaning, error
        return code

    SUCCESS = 1, 200, "Success."
    INVALID_SERVICE = 2, 501, "The service does not exist.", APIStatusError
    AUTH_FAILED_NO_PERMISSION = 3, 401, "The credentials do not permit the service."
    INVALID_FORMAT = 4, 405, "The service does not have this format."
    INVALID_PARAMETERS = 5, 422, "The parameters are wrong."
    INVALID_ID = 6, 404, "A required id is invalid or unknown."
    INVALID_API_KEY = 7, 401, "The API key is invalid."
    DUPLICATE_ENTRY = 8, 403, "The entry exists already.", ConflictError
    SERVICE_OFFLINE = 9, 503, "The service is offline for now."
    SUSPENDED_API_KEY = 10, 401, "The API key is suspended."
    INTERNAL_ERROR = 11, 500, "TMDB failed."
    UPDATED = 12, 201, "The entry was created or updated."
    DELETED = 13, 200, "The entry was deleted."
    AUTHENTICATION_FAILED = 14, 401, "The authentication failed."
    FAILED = 15, 500, "The request failed at TMDB."
    DEVICE_DENIED = 16, 401, "The device is denied."
    SESSION_DENIED = 17, 401, "The session is denied."
    VALIDATION_FAILED = 18, 400, "The request did not pass TMDB's validation."
    INVALID_ACCEPT_HEADER = 19, 406, "The Accept header is invalid."
    INVALID_DATE_RANGE = 20, 422, "The date range is longer than 14 days."
    ENTRY_NOT_FOUND = 21, 200, "The entry to change does not exist.", NotFoundError
    INVALID_PAGE = 22, 400, "The page number is not from 1 to 500."
    INVALID_DATE = 23, 400, "A date is not of the form YYYY-MM-DD."
    BACKEND_TIMEOUT = 24, 504, "A server behind TMDB's API did not respond in time."
    RATE_LIMITED = 25, 429, "There were too many requests."
    CREDENTIALS_REQUIRED = 26, 400, "The user name or the password is missing."
    TOO_MANY_APPENDS = 27, 400, "More than 20 blocks were appended."
    INVALID_TIMEZONE = 28, 400, "The time zone is invalid."
    CONFIRM_REQUIRED = 29, 400, "The action needs confirm=true."
    INVALID_LOGIN = 30, 401, "The user name or the password is wrong."
    ACCOUNT_DISABLED = 31, 401, "The account is disabled."
    EMAIL_NOT_VERIFIED = 32, 401, "The account's e-mail address is not verified."
    INVALID_REQUEST_TOKEN = 33, 401, "The request token is invalid or has expired."
    RESOURCE_NOT_FOUND = 34, 404, "The resource does not exist."
    INVALID_TOKEN = 35, 401, "The token is invalid."
    TOKEN_NOT_WRITE = 36, 401, "The user has not granted the token write access.", PermissionDeniedError
    SESSION_NOT_FOUND = 37, 404, "The session does not exist."
    NO_EDIT_PERMISSION = 38, 401, "The resource may not be edited with these credentials.", PermissionDeniedError
    RESOURCE_PRIVATE = 39, 401, "The resource is private.", PermissionDeniedError
    NOTHING_TO_UPDATE = 40, 200, "There was nothing to update."
    TOKEN_NOT_APPROVED = 41, 422, "The user has not approved the request token yet.", AuthorizationPendingError
    METHOD_NOT_SUPPORTED = 42, 405, "The resource does not support this HTTP method."
    BACKEND_UNREACHABLE = 43, 502, "A server behind TMDB's API cannot be reached."
    ID_INVALID = 44, 500, "The id is invalid.", NotFoundError
    USER_SUSPENDED = 45, 403, "The user is suspended."
    MAINTENANCE = 46, 503, "The API is under maintenance."
    INPUT_NOT_VALID = 47, 400, "The input is invalid."
