"""TMDB's error answers: a status code with a message, or a list of validation errors.

The messages are the facade's descriptions of the codes, not TMDB's texts. Users of the server can replace them.
"""

from __future__ import annotations

from collections.abc import Mapping

from tmdb_facade.errors import TMDBCode

#: Texts that TMDB sends instead of the text of the status code, by the name under which users of the server replace them.
NAMED_MESSAGES: Mapping[str, str] = {
    "created": "The entry was created.",
    "value_too_low": "The value must be greater than 0.",
    "value_too_high": "The value must be at most 10.",
    "value_not_a_step": "The value must be a multiple of 0.5.",
}


def status_body(code: TMDBCode, *, success: bool = True, message: str | None = None) -> dict[str, object]:
    """Build the body for a status code, of an error or a success.

    Args:
        code: The status code.
        success: Whether it is a success.
        message: The name of a text in `NAMED_MESSAGES`; by default the text of the code.
    """
    text = code.meaning if message is None else NAMED_MESSAGES[message]
    return {"success": success, "status_code": int(code), "status_message": text}


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
    def of(
        cls, code: TMDBCode, *, failure: bool = False, http_status: int | None = None, message: str | None = None
    ) -> Refusal:
        """Build a refusal with one of TMDB's status codes.

        Args:
            code: The status code.
            failure: Whether to add `"failure": true`, as TMDB does if the user's approval is missing.
            http_status: The HTTP status; by default the one of the code in TMDB's document.
            message: The name of a text in `NAMED_MESSAGES`; by default the text of the code.
        """
        body = status_body(code, success=False, message=message)
        return cls(http_status or code.http_status, {**body, "failure": True} if failure else body)

    @classmethod
    def invalid_body(cls, *errors: str) -> Refusal:
        """Build the refusal of an invalid body: HTTP 400 and code 18 with a list of errors."""
        code = TMDBCode.VALIDATION_FAILED
        return cls(code.http_status, {**status_body(code, success=False), "errors": list(errors)})

    @classmethod
    def invalid_parameters(cls, *errors: str) -> Refusal:
        """Build the refusal of invalid parameters: HTTP 422 with a list of errors and no status code."""
        return cls(422, {"errors": list(errors)})

    @classmethod
    def bad_request(cls) -> Refusal:
        """Build the refusal of a request with repeated or missing parameters: HTTP 400 and code 5.

        In TMDB's document, code 5 has HTTP 422.
        """
        return cls.of(TMDBCode.INVALID_PARAMETERS, http_status=400)
