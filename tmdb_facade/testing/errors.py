"""How TMDB says no: a status code of its own with a sentence, or the complaints of its validation.

The HTTP status of each code is TMDB's (`TMDBCode` knows it); the sentences are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tmdb_facade.errors import TMDBCode

_SENTENCES: Mapping[TMDBCode, str] = MappingProxyType(
    {
        TMDBCode.INVALID_SERVICE: "The embedded TMDB does not answer this operation yet.",
        TMDBCode.AUTH_FAILED_NO_PERMISSION: "Authentication failed: this needs the session of a user.",
        TMDBCode.INVALID_ID: "Invalid id: no id is that large.",
        TMDBCode.INVALID_API_KEY: "Invalid API key: the key or access token is missing or not a valid one.",
        TMDBCode.INVALID_DATE_RANGE: "Invalid date range: at most 14 days can be asked for at once.",
        TMDBCode.INVALID_PAGE: "Invalid page: pages are whole numbers from 1 to 500.",
        TMDBCode.INVALID_DATE: "Invalid date: dates are written YYYY-MM-DD.",
        TMDBCode.TOO_MANY_APPENDS: "Too many blocks: at most 20 can be appended to one answer.",
        TMDBCode.RESOURCE_NOT_FOUND: "The resource that was asked for could not be found.",
        TMDBCode.METHOD_NOT_SUPPORTED: "This resource does not take that HTTP method.",
    }
)


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
    def of(cls, code: TMDBCode) -> Refusal:
        """Refuse with one of TMDB's status codes, and the HTTP status that it sends with it."""
        body = {"success": False, "status_code": int(code), "status_message": _SENTENCES[code]}
        return cls(code.http_status, body)

    @classmethod
    def invalid(cls, *complaints: str) -> Refusal:
        """Refuse as the validation of parameters does: a list of complaints without a status code."""
        return cls(422, {"errors": list(complaints)})
