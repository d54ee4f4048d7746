"""Transports of httpx over the pools of the default engine, for what records or replaces httpx's requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tmdb_facade._runtime.failures import ErrorKinds
from tmdb_facade._runtime.http import (
    AsyncHTTPTransport,
    ConnectError,
    ConnectTimeout,
    HTTPError,
    HTTPTransport,
    InvalidURL,
    LocalProtocolError,
    PoolTimeout,
    ProxyError,
    TimeoutException,
    UnsupportedProtocol,
)
from tmdb_facade._runtime.tls import shared_context

if TYPE_CHECKING:
    import httpcore

#: httpx's errors.
TRANSPORT_ERRORS: Final = ErrorKinds(
    errors=(HTTPError, InvalidURL),
    unsent=(ConnectError, ConnectTimeout, PoolTimeout, ProxyError),
    timeouts=(TimeoutException,),
    permanent=(UnsupportedProtocol, LocalProtocolError, InvalidURL),
)


def transport_over(pool: httpcore.ConnectionPool) -> HTTPTransport:
    """Return a transport of the sync client that sends through a pool."""
    transport = HTTPTransport(verify=shared_context())
    # The only private name that we use. Without it, the transport opens connections of its own.
    transport._pool = pool  # pyright: ignore[reportPrivateUsage]
    return transport


def async_transport_over(pool: httpcore.AsyncConnectionPool) -> AsyncHTTPTransport:
    """Return a transport of the async client that sends through a pool."""
    transport = AsyncHTTPTransport(verify=shared_context())
    transport._pool = pool  # pyright: ignore[reportPrivateUsage]
    return transport
