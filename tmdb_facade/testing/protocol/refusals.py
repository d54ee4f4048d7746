"""TMDB's error answers: a status code with a message, or a list of validation errors.

The messages are the facade's descriptions of the codes, not TMDB's texts.
"""

from __future__ import annotations

from collections.abc import Mapping

from tmdb_facade.errors import TMDBCode


def status_body(code: TMDBCode, *, success: bool = True) -> dict[str, object]:
    """Build the body for a status code, of an error or a success."""
    return {"success": success, "status_code": int(code), "status_message": code.meaning}


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
