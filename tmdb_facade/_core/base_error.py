"""The base class of all errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tmdb_facade._core.redaction import escape_controls


class TMDBError(Exception):
    """Base class of all errors of this package.

    Attributes:
        message: What went wrong, in TMDB's words if it sent any.
        code: TMDB's status code: a `TMDBCode`, or a plain integer if this version does not know it.
        errors: TMDB's validation errors, one for each parameter or field.
        operation: The operation's id, such as `movies_details`.
        url: The requested URL, redacted.
        request_id: TMDB's id of the response, for questions to its support.
        retry_after: Seconds to wait before the next request, if TMDB sent `Retry-After`.
    """

    def __init__(
        self,
        message: str,
        *,
        http_status: int | None = None,
        code: int | None = None,
        errors: tuple[str, ...] = (),
        operation: str | None = None,
        url: str | None = None,
        request_id: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self._http_status = http_status
        self.code = code
        self.errors = errors
        self.operation = operation
        self.url = url
        self.request_id = request_id
        self.retry_after = retry_after

    @property
    def http_status(self) -> int | None:
        """The HTTP status of the response; `None` without a response."""
        return self._http_status

    def __reduce__(self) -> tuple[Callable[..., TMDBError], tuple[Any, ...], dict[str, Any]]:
        """Pickle or copy the error without its constructor, so that subclasses can have any parameters."""
        return _rebuild, (type(self), self.args), self.__dict__.copy()

    def __str__(self) -> str:
        """Return the message and what is known of the response, as one line."""
        return _error_text(self.message, self.http_status, self.code, self.operation, self.url, self.request_id)


def _rebuild(kind: type[TMDBError], args: tuple[Any, ...]) -> TMDBError:
    """Return an error without its attributes, which pickle and copy set."""
    error = kind.__new__(kind, *args)
    error.args = args
    return error


def _error_text(
    message: str,
    http_status: int | None,
    code: int | None,
    operation: str | None,
    url: str | None,
    request_id: str | None,
) -> str:
    """Return an error's text as one line; control characters of a server's message are escaped.

    Args:
        message: What went wrong.
        http_status: The HTTP status.
        code: TMDB's status code; its name is added if it has one.
        operation: The operation's id.
        url: The requested URL, redacted.
        request_id: TMDB's id of the response.
    """
    facts: list[str] = []
    if http_status is not None:
        facts.append(f"HTTP {http_status}")
    if code is not None:
        name = getattr(code, "name", None)
        facts.append(f"TMDB code {int(code)}{f' {name}' if name else ''}")
    where = [part for part in (url, request_id and f"request {request_id}") if part]
    text = "".join(
        (
            f"{operation}: " if operation else "",
            f"{', '.join(facts)}: " if facts else "",
            message,
            f" ({', '.join(where)})" if where else "",
        )
    )
    return escape_controls(text)
