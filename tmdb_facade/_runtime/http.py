"""The httpx names that the client uses. No other module of the client imports httpx."""

from __future__ import annotations

from typing import Final

from httpx import (
    URL,
    AsyncBaseTransport,
    AsyncClient,
    AsyncHTTPTransport,
    BaseTransport,
    Client,
    Headers,
    HTTPError,
    HTTPTransport,
    Limits,
    NetworkError,
    RemoteProtocolError,
    Request,
    Response,
    Timeout,
    TimeoutException,
    __version__,
    create_ssl_context,
)

# Keys of a request's `extensions`.
#: The operation's record; absent for downloads.
OPERATION: Final = "tmdb_operation"
#: The maximum number of retries.
RETRIES: Final = "tmdb_retries"
#: The number of the attempt, from 2; absent for the first attempt.
ATTEMPT: Final = "tmdb_attempt"
#: The client's hooks.
HOOKS: Final = "tmdb_hooks"
#: The file to which a download is written.
FILE: Final = "tmdb_file"

__all__ = [
    "ATTEMPT",
    "FILE",
    "HOOKS",
    "OPERATION",
    "RETRIES",
    "URL",
    "AsyncBaseTransport",
    "AsyncClient",
    "AsyncHTTPTransport",
    "BaseTransport",
    "Client",
    "HTTPError",
    "HTTPTransport",
    "Headers",
    "Limits",
    "NetworkError",
    "RemoteProtocolError",
    "Request",
    "Response",
    "Timeout",
    "TimeoutException",
    "__version__",
    "create_ssl_context",
]
