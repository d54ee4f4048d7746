"""The base class of all errors."""

from __future__ import annotations

from tmdb_facade._core.redaction import escape_controls


class TMDBError(Exception):
    """Base class of all errors of this package.

    Attributes:
        message: What went wrong, in TMDB's words if it sent any.
        http_status: The HTTP status of the response.
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
        self.http_status = http_status
        self.code = code
        self.errors = errors
        self.operation = operation
        self.url = url
        self.request_id = request_id
        self.retry_after = retry_after

    def __str__(self) -> str:
        """Return the message and what is known of the response, as one line."""
        return _error_text(self.message, self.http_status, self.code, self.operation, self.url, self.request_id)


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
