"""How TMDB says no, and at times yes: a status code of its own with a sentence, or the complaints of its validation.

The HTTP status of each code is TMDB's (`TMDBCode` knows it); the sentences are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tmdb_facade.errors import TMDBCode

_SENTENCES: Mapping[TMDBCode, str] = MappingProxyType(
    {
        TMDBCode.SUCCESS: "Success.",
        TMDBCode.INVALID_SERVICE: "Invalid service: there is none of that name here.",
        TMDBCode.AUTH_FAILED_NO_PERMISSION: "Authentication failed: this needs the session of a user.",
        TMDBCode.INVALID_FORMAT: "Invalid format: this is not to be had in that one.",
        TMDBCode.INVALID_PARAMETERS: "Invalid parameters: the request's values are not what this takes.",
        TMDBCode.INVALID_ID: "Invalid id: no id is that large.",
        TMDBCode.INVALID_API_KEY: "Invalid API key: the key or access token is missing or not a valid one.",
        TMDBCode.DUPLICATE_ENTRY: "Duplicate entry: that is there already.",
        TMDBCode.SERVICE_OFFLINE: "Service offline: it will be back in a while.",
        TMDBCode.SUSPENDED_API_KEY: "Suspended API key: ask TMDB why.",
        TMDBCode.INTERNAL_ERROR: "Internal error: something went wrong at the server.",
        TMDBCode.UPDATED: "Updated.",
        TMDBCode.DELETED: "Deleted.",
        TMDBCode.AUTHENTICATION_FAILED: "Authentication failed.",
        TMDBCode.FAILED: "Failed.",
        TMDBCode.DEVICE_DENIED: "Device denied.",
        TMDBCode.SESSION_DENIED: "Session denied: the user has not approved the request token.",
        TMDBCode.VALIDATION_FAILED: "Validation failed.",
        TMDBCode.INVALID_ACCEPT_HEADER: "Invalid Accept header.",
        TMDBCode.INVALID_DATE_RANGE: "Invalid date range: at most 14 days can be asked for at once.",
        TMDBCode.ENTRY_NOT_FOUND: "Entry not found: what is to be edited is not there.",
        TMDBCode.INVALID_PAGE: "Invalid page: pages are whole numbers from 1 to 500.",
        TMDBCode.INVALID_DATE: "Invalid date: dates are written YYYY-MM-DD.",
        TMDBCode.BACKEND_TIMEOUT: "The server behind this one took too long; ask again.",
        TMDBCode.RATE_LIMITED: "Too many requests: wait a little.",
        TMDBCode.CREDENTIALS_REQUIRED: "A user name and a password are needed.",
        TMDBCode.TOO_MANY_APPENDS: "Too many blocks: at most 20 can be appended to one answer.",
        TMDBCode.INVALID_TIMEZONE: "Invalid time zone: the configuration lists those that there are.",
        TMDBCode.CONFIRM_REQUIRED: "Clearing a list needs confirm=true.",
        TMDBCode.INVALID_LOGIN: "Invalid login: the user name or the password is wrong.",
        TMDBCode.ACCOUNT_DISABLED: "Account disabled: it is not in use any more.",
        TMDBCode.EMAIL_NOT_VERIFIED: "The e-mail address of this account is not verified.",
        TMDBCode.INVALID_REQUEST_TOKEN: "Invalid request token: it has expired, was used already, or never existed.",
        TMDBCode.RESOURCE_NOT_FOUND: "The resource that was asked for could not be found.",
        TMDBCode.INVALID_TOKEN: "Invalid token: the access token is not a valid one.",
        TMDBCode.TOKEN_NOT_WRITE: "No write permission: this needs the access token of a user.",
        TMDBCode.SESSION_NOT_FOUND: "The session could not be found.",
        TMDBCode.NO_EDIT_PERMISSION: "No permission to edit this: it belongs to another user.",
        TMDBCode.RESOURCE_PRIVATE: "This is private.",
        TMDBCode.NOTHING_TO_UPDATE: "Nothing to update.",
        TMDBCode.TOKEN_NOT_APPROVED: "The request token is not approved by the user yet.",
        TMDBCode.METHOD_NOT_SUPPORTED: "This resource does not take that HTTP method.",
        TMDBCode.BACKEND_UNREACHABLE: "The server behind this one could not be reached.",
        TMDBCode.ID_INVALID: "The id is not a valid one.",
        TMDBCode.USER_SUSPENDED: "The user is suspended.",
        TMDBCode.MAINTENANCE: "Maintenance: ask again later.",
        TMDBCode.INPUT_NOT_VALID: "Invalid input: the body is not a JSON object.",
    }
)


def status_body(code: TMDBCode, *, success: bool = True) -> dict[str, object]:
    """Make the body that says a status code in words; successes have one too."""
    return {"success": success, "status_code": int(code), "status_message": _SENTENCES[code]}


class Refusal(Exception):  # noqa: N818  # an answer, not something that went wrong here
    """An answer that is an error.

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
        """Refuse with one of TMDB's status codes, and the HTTP status that it sends with it.

        Args:
            code: The status code.
            failure: Whether to say so twice, as TMDB does where a user has not agreed.
        """
        body = status_body(code, success=False)
        return cls(code.http_status, {**body, "failure": True} if failure else body)

    @classmethod
    def not_valid(cls, *complaints: str) -> Refusal:
        """Refuse what is to be written: code 18 with a list of complaints (400)."""
        code = TMDBCode.VALIDATION_FAILED
        return cls(code.http_status, {**status_body(code, success=False), "errors": list(complaints)})

    @classmethod
    def invalid(cls, *complaints: str) -> Refusal:
        """Refuse as the validation of parameters does: a list of complaints without a status code."""
        return cls(422, {"errors": list(complaints)})
