"""Requests on their way through the senders, and the calls that they belong to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from tmdb_facade._core.client.settings import __version__
from tmdb_facade._core.endpoint import Request
from tmdb_facade._core.redaction import redact
from tmdb_facade._core.request.extras import header_secrets, merged, merged_headers, query_secrets
from tmdb_facade._core.request.own_paths import OWN_REQUEST, documented_parameters
from tmdb_facade._core.request.url import build_url
from tmdb_facade._core.sending.engine import Deadline

if TYPE_CHECKING:
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.client.options import Options
    from tmdb_facade._core.endpoint import Operation

_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip, deflate",
    "User-Agent": f"tmdb-facade/{__version__} python/{sys.version.partition(' ')[0]}",
}
_BODY_HEADERS = {**_HEADERS, "Content-Type": "application/json"}
# In lower case, as hishel writes them.
_CONDITIONS = frozenset({"if-none-match", "if-modified-since"})
_IMAGE_HEADERS = {**_HEADERS, "Accept": "*/*"}


class OutgoingRequest(NamedTuple):
    """An HTTP request.

    Attributes:
        method: The HTTP method.
        url: The URL; below the authorizing sender it may contain the credential.
        headers: The headers.
        body: The body, or `None`.
        operation: The operation's record; `None` for an image.
        extra_headers: The caller's own headers, which can change the answer.
        secrets: Parts of the URL and the headers that may be secrets of the caller.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None = None
    operation: Operation | None = None
    extra_headers: tuple[tuple[str, str], ...] = ()
    secrets: tuple[str, ...] = ()

    @property
    def shown_url(self) -> str:
        """The URL without the caller's secrets; what has a secret's name is not redacted yet."""
        return redact(self.url, *self.secrets) if self.secrets else self.url

    def expects(self, status: int) -> bool:
        """Return whether a status means success: also 304, if the cache has made the request conditional."""
        return 200 <= status < 300 or (status == 304 and not _CONDITIONS.isdisjoint(self.headers))

    def __repr__(self) -> str:
        """Return the method and the operation: URL, headers and body may contain secrets."""
        name = self.operation.id if self.operation is not None else "image"
        return f"<{type(self).__name__} {self.method} {name}>"


def outgoing_request(base_url: str, request: Request, options: Options) -> OutgoingRequest:
    """Build the HTTP request of a request to TMDB's API.

    Args:
        base_url: A validated base URL.
        request: The request.
        options: The client's options, with the caller's own parameters and headers.
    """
    operation = request.operation
    if options.extra_query:
        request = Request(operation, request.path, merged(request.query, options.extra_query), request.body)
    url = build_url(base_url, request)
    headers, body = _HEADERS, None
    if request.body is not None:
        import msgspec  # imported when the first body is sent

        headers, body = _BODY_HEADERS, msgspec.json.encode(request.body)
    if not options.has_extras and operation.id != OWN_REQUEST:
        return OutgoingRequest(operation.method, url, headers, body, operation)
    extra = options.extra_headers or {}
    secrets = query_secrets(request.query, documented_parameters()) | header_secrets(extra)
    return OutgoingRequest(
        operation.method,
        url,
        merged_headers(headers, extra, options.user_agent),
        body,
        operation,
        tuple(sorted(merged({}, extra).items())),
        tuple(sorted(secrets)),
    )


def image_request(url: str, user_agent: str | None = None) -> OutgoingRequest:
    """Build the HTTP request of a download. The caller's own headers are for TMDB's API only."""
    return OutgoingRequest("GET", url, merged_headers(_IMAGE_HEADERS, {}, user_agent))


def call_deadline(options: Options, end: float | None = None) -> Deadline:
    """Return the deadline of a call that has not started yet.

    Args:
        options: The client's options.
        end: The end of several calls together by `time.monotonic()`, or `None`.
    """
    return Deadline(options.total_timeout, options.rate_timeout, end)


def has_passed(end: float | None) -> bool:
    """Return whether the end of several calls together is over."""
    return end is not None and monotonic() >= end


class Call:
    """One call on its way through the senders.

    Attributes:
        options: The client's options.
        decode: Adds the value to an answer, or raises its error.
        deadline: When the call ends.
        attempt: 1 for the first attempt, 2 for the first retry, and so on.
        hook_error: The name of the error that a hook raised after the attempt failed, or `None`.
        proxy: The URL of the proxy of the latest attempt, or `None`. Answers may repeat its password.
    """

    __slots__ = ("attempt", "deadline", "decode", "hook_error", "options", "proxy")

    def __init__(self, options: Options, decode: Callable[[Answer], Answer], deadline: Deadline | None = None) -> None:
        """Start with the first attempt, and the call's own deadline unless it shares another's."""
        self.options: Options = options
        self.decode: Callable[[Answer], Answer] = decode
        self.deadline: Deadline = call_deadline(options) if deadline is None else deadline
        self.attempt: int = 1
        self.hook_error: str | None = None
        self.proxy: str | None = None
