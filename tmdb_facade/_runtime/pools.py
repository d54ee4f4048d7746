"""The connection pools of the default engine, and their requests, responses and errors."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from string import printable
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, unquote, urlsplit

import httpcore

from tmdb_facade._runtime.failures import ErrorKinds
from tmdb_facade._runtime.tls import shared_context
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_facade._core.sending.engine import EngineRequest

#: Seconds that an unused connection stays open.
IDLE_TIMEOUT = 5.0

POOL_ERRORS: Final = ErrorKinds(
    errors=(
        httpcore.NetworkError,
        httpcore.ProtocolError,
        httpcore.ProxyError,
        httpcore.TimeoutException,
        httpcore.UnsupportedProtocol,
    ),
    unsent=(httpcore.ConnectError, httpcore.ConnectTimeout, httpcore.PoolTimeout, httpcore.ProxyError),
    timeouts=(httpcore.TimeoutException,),
    permanent=(httpcore.UnsupportedProtocol, httpcore.LocalProtocolError),
)

_LONGEST_SOCKS_NAME = 255

# Servers wait for a body if these methods do not say that there is none.
_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})


def open_pool(proxy: str | None, max_connections: int, backend: httpcore.NetworkBackend) -> httpcore.ConnectionPool:
    """Open the pool of the sync client.

    Args:
        proxy: The URL of a proxy, or `None`.
        max_connections: The maximum number of open connections.
        backend: Opens the connections.

    Raises:
        InvalidArgumentError: The proxy needs a package that is not installed.
    """
    arguments = _arguments(max_connections)
    if proxy is None:
        return httpcore.ConnectionPool(**arguments, network_backend=backend)
    kind = httpcore.SOCKSProxy if _is_socks(proxy) else httpcore.HTTPProxy
    return kind(**_proxy_arguments(proxy), **arguments, network_backend=backend)


def open_async_pool(
    proxy: str | None, max_connections: int, backend: httpcore.AsyncNetworkBackend
) -> httpcore.AsyncConnectionPool:
    """Open the pool of the async client, as `open_pool`."""
    arguments = _arguments(max_connections)
    if proxy is None:
        return httpcore.AsyncConnectionPool(**arguments, network_backend=backend)
    kind = httpcore.AsyncSOCKSProxy if _is_socks(proxy) else httpcore.AsyncHTTPProxy
    return kind(**_proxy_arguments(proxy), **arguments, network_backend=backend)


def pool_errors(proxy: str | None) -> ErrorKinds:
    """Return the errors of a pool: those of a SOCKS proxy are of another library.

    Args:
        proxy: The URL of the pool's proxy, or `None`.
    """
    if proxy is None or not _is_socks(proxy):
        return POOL_ERRORS
    error: type[Exception] = import_module("socksio").SOCKSError  # of an optional package
    return POOL_ERRORS._replace(errors=(*POOL_ERRORS.errors, error), unsent=(*POOL_ERRORS.unsent, error))


def _is_socks(proxy: str) -> bool:
    if not proxy.startswith("socks"):
        return False
    if find_spec("socksio") is None:
        raise InvalidArgumentError("proxy", "needs the package socksio: pip install 'tmdb-facade[socks]'")
    return True


def _arguments(max_connections: int) -> dict[str, Any]:
    return {
        "ssl_context": shared_context(),
        "max_connections": max_connections,
        "max_keepalive_connections": max_connections,
        "keepalive_expiry": IDLE_TIMEOUT,
    }


def _proxy_arguments(proxy: str) -> dict[str, Any]:
    scheme, location, *_ = urlsplit(proxy)
    credentials, _, address = location.rpartition("@")
    name, _, password = credentials.partition(":")
    auth = (unquote(name).encode(), unquote(password).encode()) if credentials else None
    if auth is not None and scheme.startswith("socks") and max(map(len, auth)) > _LONGEST_SOCKS_NAME:
        raise InvalidArgumentError(
            "proxy", f"must have a user name and a password of up to {_LONGEST_SOCKS_NAME} bytes"
        )
    return {"proxy_url": f"{scheme}://{address}", "proxy_auth": auth}


def pool_request(request: EngineRequest) -> httpcore.Request:
    """Build the library's request; none of its timeouts ends after the deadline."""
    url = request.url if request.url.isascii() else quote(request.url, safe=printable)
    scheme, _, rest = url.partition("://")
    location, _, path = rest.partition("/")
    host, port = _address(location)
    # The library's own Host header has no brackets around an IPv6 address.
    headers = [("Host", location), *request.headers.items()]
    if request.body is not None or request.method in _WITH_BODY:
        headers.append(("Content-Length", str(len(request.body or b""))))
    return httpcore.Request(
        request.method,
        httpcore.URL(scheme=scheme.encode(), host=host, port=port, target=f"/{path}".encode()),
        headers=headers,
        content=request.body,
        extensions={"timeout": request.limited_timeouts() or {}},
    )


@lru_cache(maxsize=32)
def _address(location: str) -> tuple[bytes, int | None]:
    try:
        parts = urlsplit(f"//{location}")
        return (parts.hostname or "").encode(), parts.port
    except ValueError:
        reason = "the URL has no valid host or port"
    raise httpcore.UnsupportedProtocol(reason)


def text_headers(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[str, str]]:
    """Return the headers of a response as text."""
    return [(name.decode("ascii"), _text(value)) for name, value in headers]


def _text(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")
