"""What hooks and logs are told of requests and answers; nothing of it is secret."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class RequestEvent(NamedTuple):
    """A request that is about to be sent.

    Attributes:
        operation: The operation's name (`movies_details`); empty for a file.
        method: The HTTP method.
        url: The URL, redacted.
        attempt: 1 for the first time that it is sent, 2 for the first retry, and so on.
    """

    operation: str
    method: str
    url: str
    attempt: int


class ResponseEvent(NamedTuple):
    """What came of sending a request.

    Attributes:
        request: What was sent.
        status: The HTTP status; `None` when no answer came.
        seconds: From the sending to the beginning of the answer.
        request_id: What TMDB calls this answer, or its network; good to have when asking them.
        error: The HTTP library's name for what failed, as in `ConnectTimeout`; `None` when an answer came.
    """

    request: RequestEvent
    status: int | None
    seconds: float
    request_id: str | None = None
    error: str | None = None


class Hooks(NamedTuple):
    """Whom a client tells.

    Attributes:
        on_request: Called before each sending, at once: it must not wait for anything.
        on_response: Called after each sending, whatever came of it, in the same way.
    """

    on_request: Callable[[RequestEvent], None] | None = None
    on_response: Callable[[ResponseEvent], None] | None = None
