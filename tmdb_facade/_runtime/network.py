"""The default HTTP transports: those of the HTTP library, over connections of ours."""

from __future__ import annotations

from typing import Any

from tmdb_facade._runtime.connections import (
    AsyncBackend,
    AsyncConnectionPool,
    AsyncHTTPProxy,
    Backend,
    ConnectionPool,
    HTTPProxy,
)
from tmdb_facade._runtime.http import AsyncHTTPTransport, HTTPTransport, Limits, Proxy
from tmdb_facade._runtime.tls import shared_context


class AsyncNetwork(AsyncHTTPTransport):
    """The default transport of the async client. No connect, read or write lasts beyond the call's deadline."""

    def __init__(self, proxy: str | None, max_connections: int) -> None:
        """Create the transport without opening connections.

        Args:
            proxy: The URL of a proxy, or `None`.
            max_connections: The maximum number of open connections.
        """
        limits = Limits(max_connections=max_connections, max_keepalive_connections=max_connections)
        super().__init__(verify=shared_context(), limits=limits, proxy=proxy)
        self._backend = AsyncBackend()
        arguments = _pool_arguments(limits)
        if proxy is None:
            self._pool = AsyncConnectionPool(**arguments, network_backend=self._backend)
        elif not proxy.startswith("socks"):
            self._pool = AsyncHTTPProxy(**_proxy_arguments(proxy), **arguments, network_backend=self._backend)

    async def aclose(self) -> None:
        """Close all connections, also those that are being opened."""
        await self._backend.aclose()
        await super().aclose()


class Network(HTTPTransport):
    """The default transport of the sync client. No connect, read or write lasts beyond the call's deadline."""

    def __init__(self, proxy: str | None, max_connections: int) -> None:
        """Create the transport without opening connections.

        Args:
            proxy: The URL of a proxy, or `None`.
            max_connections: The maximum number of open connections.
        """
        limits = Limits(max_connections=max_connections, max_keepalive_connections=max_connections)
        super().__init__(verify=shared_context(), limits=limits, proxy=proxy)
        self._backend = Backend()
        arguments = _pool_arguments(limits)
        if proxy is None:
            self._pool = ConnectionPool(**arguments, network_backend=self._backend)
        elif not proxy.startswith("socks"):
            self._pool = HTTPProxy(**_proxy_arguments(proxy), **arguments, network_backend=self._backend)

    def close(self) -> None:
        """Close all connections, also those in use by other threads."""
        self._backend.close()
        super().close()


def _pool_arguments(limits: Limits) -> dict[str, Any]:
    return {
        "ssl_context": shared_context(),
        "max_connections": limits.max_connections,
        "max_keepalive_connections": limits.max_keepalive_connections,
        "keepalive_expiry": limits.keepalive_expiry,
    }


def _proxy_arguments(proxy: str) -> dict[str, Any]:
    parsed = Proxy(url=proxy)
    return {"proxy_url": str(parsed.url), "proxy_auth": parsed.raw_auth, "proxy_headers": parsed.headers.raw}
