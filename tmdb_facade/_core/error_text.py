"""The text of errors."""

from __future__ import annotations

from tmdb_facade._core.redaction import escape_controls


def error_text(
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
