"""TMDB's error answers: a status code with a message, or a list of validation errors.

The HTTP status of each code is TMDB's (see `TMDBCode`); the messages are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tmdb_facade.errors import TMDBCode

_MESSAGES: Mapping[TMDBCode, str] = MappingProxyType(
    {
        TMDBCode.SUCCESS: "Success.",
        TMDBCode.INVALID_SERVICE: "Invalid service: this service does not exist.",
        TMDBCode.AUTH_FAILED_NO_PERMISSION: "Authentication failed: this requires a user's session.",
        TMDBCode.INVALID_FORMAT: "Invalid format: this service does not exist in that format.",
        TMDBCode.INVALID_PARAMETERS: "Invalid parameters: a parameter of the request is not valid.",
        TMDBCode.INVALID_ID: "Invalid id: the number is too large.",
        TMDBCode.INVALID_API_KEY: "Invalid API key: the key or access token is missing or not valid.",
        TMDBCode.DUPLICATE_ENTRY: "Duplicate entry: it exists already.",
        TMDBCode.SERVICE_OFFLINE: "Service offline: try again later.",
        TMDBCode.SUSPENDED_API_KEY: "Suspended API key: contact TMDB.",
        TMDBCode.INTERNAL_ERROR: "Internal error: the server failed.",
        TMDBCode.UPDATED: "Updated.",
        TMDBCode.DELETED: "Deleted.",
        TMDBCode.AUTHENTICATION_FAILED: "Authentication failed.",
        TMDBCode.FAILED: "Failed.",
        TMDBCode.DEVICE_DENIED: "Device denied.",
        TMDBCode.SESSION_DENIED: "Session denied: the user has not approved the request token.",
        TMDBCode.VALIDATION_FAILED: "Validation failed.",
        TMDBCode.INVALID_ACCEPT_HEADER: "Invalid Accept header.",
        TMDBCode.INVALID_DATE_RANGE: "Invalid date range: the range must not exceed 14 days.",
        TMDBCode.ENTRY_NOT_FOUND: "Entry not found: there is no such entry to edit.",
        TMDBCode.INVALID_PAGE: "Invalid page: a page is an integer from 1 to 500.",
        TMDBCode.INVALID_DATE: "Invalid date: dates are written YYYY-MM-DD.",
        TMDBCode.BACKEND_TIMEOUT: "The backend server timed out: try again.",
        TMDBCode.RATE_LIMITED: "Too many requests: wait before the next one.",
        TMDBCode.CREDENTIALS_REQUIRED: "A user name and a password are required.",
        TMDBCode.TOO_MANY_APPENDS: "Too many appended blocks: the limit is 20.",
        TMDBCode.INVALID_TIMEZONE: "Invalid time zone: use one that the configuration lists.",
        TMDBCode.CONFIRM_REQUIRED: "Clearing a list requires confirm=true.",
        TMDBCode.INVALID_LOGIN: "Invalid login: the user name or the password is wrong.",
        TMDBCode.ACCOUNT_DISABLED: "Account disabled.",
        TMDBCode.EMAIL_NOT_VERIFIED: "The e-mail address of this account is not verified.",
        TMDBCode.INVALID_REQUEST_TOKEN: "Invalid request token: it has expired, was used already, or does not exist.",
        TMDBCode.RESOURCE_NOT_FOUND: "The requested resource was not found.",
        TMDBCode.INVALID_TOKEN: "Invalid token: the access token is not valid.",
        TMDBCode.TOKEN_NOT_WRITE: "No write permission: this requires a user's access token.",
        TMDBCode.SESSION_NOT_FOUND: "The session was not found.",
        TMDBCode.NO_EDIT_PERMISSION: "No permission to edit this: it belongs to another user.",
        TMDBCode.RESOURCE_PRIVATE: "This resource is private.",
        TMDBCode.NOTHING_TO_UPDATE: "Nothing to update.",
        TMDBCode.TOKEN_NOT_APPROVED: "The user has not approved the request token yet.",
        TMDBCode.METHOD_NOT_SUPPORTED: "This resource does not support the HTTP method.",
        TMDBCode.BACKEND_UNREACHABLE: "The backend server is not reachable.",
        TMDBCode.ID_INVALID: "The id is not valid.",
        TMDBCode.USER_SUSPENDED: "The user is suspended.",
        TMDBCode.MAINTENANCE: "Maintenance: try again later.",
        TMDBCode.INPUT_NOT_VALID: "Invalid input: the body is not a JSON object.",
    }
)


def status_body(code: TMDBCode, *, success: bool = True) -> dict[str, object]:
    """Build the body of a status code, which may also mean success."""
    return {"success": success, "status_code": int(code), "status_message": _MESSAGES[code]}


class Refusal(Exception):  # noqa: N818  # an answer, not a failure of the server
    """An error answer.

    Attributes:
        http_status: The HTTP status.
        body: The JSON body.
    """

    def __init__(self, http_status: int, body: Mapping[str, object]) -> None:
        super().__init__(http_status, body)
        self.http_status = http_status
        self.body = body

    @classmethod
    def of(cls, code: TMDBCode, *, failure: bool = False) -> Refusal:
        """Build a refusal with one of TMDB's status codes and its HTTP status.

        Args:
            code: The status code.
            failure: Whether to add `"failure": true`, as TMDB does if the user's approval is missing.
        """
        body = status_body(code, success=False)
        return cls(code.http_status, {**body, "failure": True} if failure else body)

    @classmethod
    def invalid_body(cls, *errors: str) -> Refusal:
        """Build the refusal of an invalid body: HTTP 400 and code 18 with a list of errors."""
        code = TMDBCode.VALIDATION_FAILED
        return cls(code.http_status, {**status_body(code, success=False), "errors": list(errors)})

    @classmethod
    def invalid_parameters(cls, *errors: str) -> Refusal:
        """Build the refusal of invalid parameters: HTTP 422 with a list of errors and no status code."""
        return cls(422, {"errors": list(errors)})
