"""The errors of responses: those with an error status, and those that are damaged."""

from __future__ import annotations

from collections.abc import Mapping

from tmdb_bindings import runtime
from tmdb_facade._core.base_error import TMDBError


class InvalidAnswerError(TMDBError):
    """A successful response that is damaged, not JSON, or without the fields that a method draws its conclusion from.

    Attributes:
        is_retryable: Whether a retry may succeed; `False` for a body that is too large.
    """

    is_retryable: bool = True


class APIStatusError(TMDBError):
    """An error response of TMDB.

    No text of the error, its headers and its body contains a secret of the call.

    Attributes:
        headers: The headers of the response, with case-insensitive names, without cookies and addresses.
        body: The body of the response, decompressed, at most its first 64 KiB.
        is_body_complete: Whether `body` is the whole body.
    """

    def __init__(
        self,
        message: str,
        *,
        http_status: int,
        code: int | None = None,
        errors: tuple[str, ...] = (),
        operation: str | None = None,
        url: str | None = None,
        request_id: str | None = None,
        retry_after: float | None = None,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        is_body_complete: bool = True,
    ) -> None:
        super().__init__(
            message,
            code=code,
            errors=errors,
            operation=operation,
            url=url,
            request_id=request_id,
            retry_after=retry_after,
        )
        self._status = http_status
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.body = body
        self.is_body_complete = is_body_complete

    @property
    def http_status(self) -> int:
        """The HTTP status of the response."""
        return self._status

    def json(self) -> runtime.JSONValue:
        """Parse the body, for example to pass TMDB's error on.

        Returns:
            Dictionaries, lists, strings, numbers, booleans and `None`; secrets are `***`.

        Raises:
            InvalidAnswerError: The body is not JSON, such as a gateway's page, or longer than 64 KiB.
        """
        from tmdb_facade._core.answer.json_text import parse_body  # imported here: few programs need it

        try:
            return parse_body(self.body)
        except (ValueError, RecursionError) as error:
            raise InvalidAnswerError(str(error), http_status=self.http_status, url=self.url) from None
