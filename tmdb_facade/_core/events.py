"""Events for hooks and the log. They contain no secrets."""

from __future__ import annotations

from typing import NamedTuple


class RequestEvent(NamedTuple):
    """A request that is about to be sent.

    Attributes:
        operation: The operation's id (`movies_details`); empty for an image.
        method: The HTTP method.
        url: The URL, redacted.
        attempt: 1 for the first attempt, 2 for the first retry, and so on.
    """

    operation: str
    method: str
    url: str
    attempt: int


class ResponseEvent(NamedTuple):
    """A response, the failure of a request, or an answer of the cache.

    Attributes:
        request: The request.
        status: The HTTP status; `None` without a response.
        seconds: From the start of the request to the end of the response.
        request_id: The id of the response at TMDB or its CDN, for questions to TMDB's support.
        error: The name of the error, such as `APITimeoutError`; `None` with a response.
        from_cache: Whether the answer came without a request of its own. Then there is no event before it.
    """

    request: RequestEvent
    status: int | None
    seconds: float
    request_id: str | None = None
    error: str | None = None
    from_cache: bool = False
