"""The functions of Python that are replaced while interceptions are active.

Name resolution answers with an address that nobody else uses, and connections to this address go to the newest route. TLS
with a host of TMDB uses the context of the route, whatever context the program has: a program that trusts only its own
authorities is intercepted too.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from importlib.util import find_spec
from typing import Any, TypeAlias

from .routes import ADDRESS, ServerRoutes, is_tmdb

# The wrappers pass on whatever arguments the originals take.
_Function: TypeAlias = Callable[..., Any]
_Address: TypeAlias = tuple[Any, ...] | str | bytes


def install(routes: ServerRoutes) -> ExitStack:
    """Replace the functions.

    Args:
        routes: The routes of the active interceptions.

    Returns:
        A stack that restores the functions when it is closed.
    """
    with ExitStack() as stack:
        for patch in [*_resolution(), *_connections(routes), *_tls(routes), *_event_loops(routes), *_aiohttp()]:
            stack.enter_context(patch)
        return stack.pop_all()


def _resolution() -> Iterator[AbstractContextManager[None]]:
    def getaddrinfo(original: _Function) -> _Function:
        def getaddrinfo(host: Any, port: Any, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0) -> Any:
            return original(_resolved(host, flags), port, family, type, proto, flags)

        return getaddrinfo

    def gethostbyname(original: _Function) -> _Function:
        def gethostbyname(hostname: Any) -> Any:
            return original(_resolved(hostname))

        return gethostbyname

    yield _patched(socket, "getaddrinfo", getaddrinfo)
    yield _patched(socket, "gethostbyname", gethostbyname)
    yield _patched(socket, "gethostbyname_ex", gethostbyname)


def _resolved(host: Any, flags: int = 0) -> Any:
    return ADDRESS if is_tmdb(host) and not flags & socket.AI_NUMERICHOST else host


def _connections(routes: ServerRoutes) -> Iterator[AbstractContextManager[None]]:
    def connect(original: _Function) -> _Function:
        def connect(self: socket.socket, address: _Address) -> Any:
            return original(self, _redirected(routes, address))

        return connect

    yield _patched(socket.socket, "connect", connect)
    yield _patched(socket.socket, "connect_ex", connect)


def _redirected(routes: ServerRoutes, address: _Address) -> _Address:
    # Addresses of other families than IP are texts, or tuples without a host.
    return (routes.target(*address[:2]) if isinstance(address, tuple) else None) or address


def _tls(routes: ServerRoutes) -> Iterator[AbstractContextManager[None]]:
    def wrap_socket(original: _Function) -> _Function:
        def wrap_socket(
            self: ssl.SSLContext,
            sock: socket.socket,
            server_side: bool = False,
            do_handshake_on_connect: bool = True,
            suppress_ragged_eofs: bool = True,
            server_hostname: str | None = None,
            session: ssl.SSLSession | None = None,
        ) -> Any:
            route = routes.newest
            if route is not None and not server_side and routes.is_own(sock, server_hostname):
                # A session belongs to the context that it was made with.
                self, session = route.tls, None
            return original(
                self, sock, server_side, do_handshake_on_connect, suppress_ragged_eofs, server_hostname, session
            )

        return wrap_socket

    def wrap_bio(original: _Function) -> _Function:
        def wrap_bio(
            self: ssl.SSLContext,
            incoming: ssl.MemoryBIO,
            outgoing: ssl.MemoryBIO,
            server_side: bool = False,
            server_hostname: str | None = None,
            session: ssl.SSLSession | None = None,
        ) -> Any:
            route = routes.newest
            if route is not None and not server_side and is_tmdb(server_hostname):
                self, session = route.tls, None
            return original(self, incoming, outgoing, server_side, server_hostname, session)

        return wrap_bio

    yield _patched(ssl.SSLContext, "wrap_socket", wrap_socket)
    yield _patched(ssl.SSLContext, "wrap_bio", wrap_bio)


def _event_loops(routes: ServerRoutes) -> Iterator[AbstractContextManager[None]]:
    """Replace methods of event loops that resolve names or connect without the functions of `socket`."""

    def getaddrinfo(original: _Function) -> _Function:
        def getaddrinfo(self: asyncio.AbstractEventLoop, host: Any, port: Any, **options: Any) -> Any:
            return original(self, _resolved(host), port, **options)

        return getaddrinfo

    def create_connection(original: _Function) -> _Function:
        async def create_connection(
            self: asyncio.AbstractEventLoop, factory: Any, host: Any = None, port: Any = None, **options: Any
        ) -> Any:
            if is_tmdb(host) and options.get("ssl") and options.get("server_hostname") is None:
                options["server_hostname"] = host
            host, port = routes.target(host, port) or (host, port)
            return await original(self, factory, host, port, **options)

        return create_connection

    def sock_connect(original: _Function) -> _Function:
        def sock_connect(self: asyncio.AbstractEventLoop, sock: socket.socket, address: _Address) -> Any:
            return original(self, sock, _redirected(routes, address))

        return sock_connect

    if proactor := getattr(asyncio, "ProactorEventLoop", None):
        yield _patched(proactor, "sock_connect", sock_connect)
    if find_spec("uvloop"):
        import uvloop

        yield _patched(uvloop.Loop, "getaddrinfo", getaddrinfo)
        yield _patched(uvloop.Loop, "create_connection", create_connection)


def _aiohttp() -> Iterator[AbstractContextManager[None]]:
    """Replace the resolver that aiohttp uses where the package aiodns is installed."""
    if "aiohttp" not in sys.modules and not (find_spec("aiohttp") and find_spec("aiodns")):
        return
    import aiohttp

    def resolve(original: _Function) -> _Function:
        async def resolve(self: Any, host: str, port: int = 0, family: int = socket.AF_INET) -> Any:
            if not is_tmdb(host):
                return await original(self, host, port, family)
            found = {"hostname": host, "host": ADDRESS, "port": port, "family": socket.AF_INET}
            return [{**found, "proto": 0, "flags": socket.AI_NUMERICHOST}]

        return resolve

    yield _patched(aiohttp.AsyncResolver, "resolve", resolve)


@contextmanager
def _patched(owner: object, name: str, wrap: Callable[[_Function], _Function]) -> Generator[None]:
    """Replace an attribute, and restore it: an inherited method is inherited again."""
    own = vars(owner).get(name)
    setattr(owner, name, wrap(getattr(owner, name)))
    try:
        yield
    finally:
        if own is None:
            delattr(owner, name)
        else:
            setattr(owner, name, own)
