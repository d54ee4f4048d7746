"""The HTTP library, by the names that are used of it: no other module imports it."""

from __future__ import annotations

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

__all__ = [
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
