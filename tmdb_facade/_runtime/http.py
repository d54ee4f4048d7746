"""The HTTP library, by the names that are used of it: no other module imports it."""

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

#: Keys of a request's `extensions`: what the senders need to know of it.
OPERATION: Final = "tmdb_operation"
#: The number of retries that the request may have.
RETRIES: Final = "tmdb_retries"
#: The number of the attempt, from 2; the first attempt has no such key.
ATTEMPT: Final = "tmdb_attempt"
#: The client's hooks.
HOOKS: Final = "tmdb_hooks"
#: The file that a download is written to.
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
