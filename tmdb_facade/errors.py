"""Everything that can go wrong, as exceptions.

    TMDBError
    ├── CredentialsError                    no credentials, or unusable ones; nothing was sent
    ├── APIConnectionError                  no answer came
    │   └── APITimeoutError                 ... in time
    ├── APIStatusError                      TMDB answered with an error
    │   ├── BadRequestError                 400, 405, 406, 422: the request has to change
    │   ├── AuthenticationError             401: these credentials are not accepted
    │   ├── PermissionDeniedError           403, and codes 36, 38, 39: accepted, but not for this
    │   ├── NotFoundError                   404, and codes 21 and 44, which come as 200 and 500
    │   ├── ConflictError                   code 8: it is there already
    │   ├── AuthorizationPendingError       code 41: the user has not approved yet; ask again later
    │   ├── RateLimitError                  429: too many requests
    │   └── ServerError                     5xx: TMDB's trouble; may pass
    ├── InvalidAnswerError                  the answer is not JSON
    └── DriftError                          the answer contradicts its type, and on_drift="raise"

Every one carries what is known of `http_status`, `code`, `operation`, `url`, `request_id` and `retry_after`, and none
of them holds a secret: URLs and messages are redacted.

`DriftWarning` is the milder form of `DriftError`. `TruncationWarning` tells of a walk that ends where TMDB gives out no
more of a list. `MissingBlockError` (an `AttributeError`) is what reading a block gives that the call did not append.
"""

from __future__ import annotations

from enum import IntEnum

from tmdb_bindings.runtime import Difference, DriftWarning, MissingBlockError

__all__ = [
    "APIConnectionError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "AuthorizationPendingError",
    "BadRequestError",
    "ConflictError",
    "CredentialsError",
    "Difference",
    "DriftError",
    "DriftWarning",
    "InvalidAnswerError",
    "MissingBlockError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "ServerError",
    "TMDBCode",
    "TMDBError",
    "TruncationWarning",
]


_CODES_BY_STATUS = {
    200: (1, 13, 21, 40),
    201: (12,),
    400: (18, 22, 23, 26, 27, 28, 29, 47),
    401: (3, 7, 10, 14, 16, 17, 30, 31, 32, 33, 35, 36, 38, 39),
    403: (8, 45),
    404: (6, 34, 37),
    405: (4, 42),
    406: (19,),
    422: (5, 20, 41),
    429: (25,),
    500: (11, 15, 44),
    501: (2,),
    502: (43,),
    503: (9, 46),
    504: (24,),
}
_STATUSES = {code: status for status, codes in _CODES_BY_STATUS.items() for code in codes}


class TMDBCode(IntEnum):
    """TMDB's own status codes; each knows the HTTP status that TMDB sends it with.

    https://developer.themoviedb.org/docs/errors
    """

    SUCCESS = 1
    INVALID_SERVICE = 2
    AUTH_FAILED_NO_PERMISSION = 3
    INVALID_FORMAT = 4
    INVALID_PARAMETERS = 5
    INVALID_ID = 6
    INVALID_API_KEY = 7
    DUPLICATE_ENTRY = 8
    SERVICE_OFFLINE = 9
    SUSPENDED_API_KEY = 10
    INTERNAL_ERROR = 11
    UPDATED = 12
    DELETED = 13
    AUTHENTICATION_FAILED = 14
    FAILED = 15
    DEVICE_DENIED = 16
    SESSION_DENIED = 17
    VALIDATION_FAILED = 18
    INVALID_ACCEPT_HEADER = 19
    INVALID_DATE_RANGE = 20
    ENTRY_NOT_FOUND = 21
    INVALID_PAGE = 22
    INVALID_DATE = 23
    BACKEND_TIMEOUT = 24
    RATE_LIMITED = 25
    CREDENTIALS_REQUIRED = 26
    TOO_MANY_APPENDS = 27
    INVALID_TIMEZONE = 28
    CONFIRM_REQUIRED = 29
    INVALID_LOGIN = 30
    ACCOUNT_DISABLED = 31
    EMAIL_NOT_VERIFIED = 32
    INVALID_REQUEST_TOKEN = 33
    RESOURCE_NOT_FOUND = 34
    INVALID_TOKEN = 35
    TOKEN_NOT_WRITE = 36
    SESSION_NOT_FOUND = 37
    NO_EDIT_PERMISSION = 38
    RESOURCE_PRIVATE = 39
    NOTHING_TO_UPDATE = 40
    TOKEN_NOT_APPROVED = 41
    METHOD_NOT_SUPPORTED = 42
    BACKEND_UNREACHABLE = 43
    ID_INVALID = 44
    USER_SUSPENDED = 45
    MAINTENANCE = 46
    INPUT_NOT_VALID = 47

    @property
    def http_status(self) -> int:
        """The HTTP status that TMDB sends it with."""
        return _STATUSES[self.value]


class TMDBError(Exception):
    """The base of all errors of this package.

    Attributes:
        message: What is wrong, in TMDB's words where it said so.
        http_status: The HTTP status of the answer.
        code: TMDB's status code; a plain number for one that this version does not know.
        errors: The complaints of TMDB's validation, one for each parameter or field.
        operation: The operation's id, as in `movies_details`.
        url: What was asked, redacted.
        request_id: TMDB's name for the answer, for questions to its support.
        retry_after: Seconds to wait before asking again, when TMDB says so.
    """

    def __init__(
        self,
        message: str,
        *,
        http_status: int | None = None,
        code: TMDBCode | int | None = None,
        errors: tuple[str, ...] = (),
        operation: str | None = None,
        url: str | None = None,
        request_id: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.http_status = http_status
        self.code = code
        self.errors = errors
        self.operation = operation
        self.url = url
        self.request_id = request_id
        self.retry_after = retry_after

    def __str__(self) -> str:
        """Say it in one line."""
        facts: list[str] = []
        if self.http_status is not None:
            facts.append(f"HTTP {self.http_status}")
        if self.code is not None:
            name = f" {self.code.name}" if isinstance(self.code, TMDBCode) else ""
            facts.append(f"TMDB code {int(self.code)}{name}")
        where = [part for part in (self.url, self.request_id and f"request {self.request_id}") if part]
        return "".join(
            (
                f"{self.operation}: " if self.operation else "",
                f"{', '.join(facts)}: " if facts else "",
                self.message,
                f" ({', '.join(where)})" if where else "",
            )
        )


class CredentialsError(TMDBError, ValueError):
    """There are no credentials, or they cannot be what TMDB gives out. Nothing was sent."""


class APIConnectionError(TMDBError):
    """No answer came: no connection, or it broke."""


class APITimeoutError(APIConnectionError, TimeoutError):
    """No answer came in time."""


class APIStatusError(TMDBError):
    """TMDB answered with an error."""


class BadRequestError(APIStatusError):
    """The request itself is wrong: sending it again gives the same answer."""


class AuthenticationError(APIStatusError):
    """TMDB does not accept the credentials."""


class PermissionDeniedError(APIStatusError):
    """The credentials are good, but not for this: a user's token or session is needed, or it is private."""


class NotFoundError(APIStatusError):
    """There is no such thing, or nobody who asked may know of it."""


class ConflictError(APIStatusError):
    """What was to be created is there already."""


class AuthorizationPendingError(APIStatusError):
    """The user has not approved the request token yet: ask again later."""


class RateLimitError(APIStatusError):
    """Too many requests in too little time."""


class ServerError(APIStatusError):
    """TMDB could not answer; it may be able to later."""


class InvalidAnswerError(TMDBError, ValueError):
    """The answer says success, and is not JSON."""


class DriftError(TMDBError, ValueError):
    """The answer contradicts its type, and `on_drift="raise"`; or nothing of it fits its type.

    Attributes:
        difference: Where, and what was expected and found.
    """

    def __init__(self, difference: Difference, *, url: str | None = None) -> None:
        name = f"{difference.model}.{difference.field}" if difference.field else difference.model
        super().__init__(
            f"{name} at {difference.path}: expected {difference.expected}, found {difference.found}",
            operation=difference.operation,
            url=url,
        )
        self.difference = difference

    def __reduce__(self) -> tuple[type[DriftError], tuple[Difference], dict[str, object]]:
        """Tell pickle that the difference makes the error."""
        return type(self), (self.difference,), vars(self)

    @property
    def model(self) -> str:
        """The model whose field is contradicted, or the type of the whole answer."""
        return self.difference.model

    @property
    def path(self) -> str:
        """Where it is, as a JSON path."""
        return self.difference.path

    @property
    def expected(self) -> str:
        """The declared type."""
        return self.difference.expected

    @property
    def found(self) -> str:
        """What is there: a JSON type, or `nothing`."""
        return self.difference.found


class TruncationWarning(UserWarning):
    """The walk over a list ends here because TMDB gives out no more of it, and not because there is no more."""
