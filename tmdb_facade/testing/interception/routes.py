"""Where the connections to TMDB's hosts go while interceptions are active."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Mapping
from typing import NamedTuple

from tmdb_facade.testing.protocol.hosts import HOSTS

#: The address that TMDB's hosts resolve to. It is on this machine, where nobody listens: a connection that is not
#: redirected fails.
ADDRESS = "127.84.77.68"
#: The address of the embedded servers.
SERVER = "127.0.0.1"


class InterceptionError(RuntimeError):
    """A connection to TMDB cannot be intercepted. The message says why, and what to do."""


class ServerRoute(NamedTuple):
    """The way to one server.

    Attributes:
        ports: The server's port for each of TMDB's ports.
        tls: The TLS context of clients, which trusts the server's certificate.
    """

    ports: Mapping[int, int]
    tls: ssl.SSLContext


class ServerRoutes:
    """The routes of all active interceptions. Connections take the newest one."""

    def __init__(self) -> None:
        """Create an empty list."""
        self._routes: list[ServerRoute] = []

    def add(self, route: ServerRoute) -> None:
        """Add a route."""
        self._routes.append(route)

    def remove(self, route: ServerRoute) -> None:
        """Remove a route, which need not be the newest; of several interceptions of one server, the newest ends."""
        newest_first = self._routes[::-1]
        newest_first.remove(route)
        # A new list: other threads may be reading the old one.
        self._routes = newest_first[::-1]

    @property
    def newest(self) -> ServerRoute | None:
        """The route to take; None after the last interception."""
        routes = self._routes
        return routes[-1] if routes else None

    def target(self, host: object, port: object = None) -> tuple[str, int] | None:
        """Return the address to connect to instead of another; None if that is no host of TMDB.

        Raises:
            ConnectionRefusedError: TMDB does not have the port.
        """
        route = self.newest
        if route is None or not (host == ADDRESS or is_tmdb(host)):
            return None
        if not (isinstance(port, int) and port in route.ports):
            raise ConnectionRefusedError(errno.ECONNREFUSED, f"TMDB has no port {port}: use 443 or 80")
        return SERVER, route.ports[port]

    def is_own(self, connection: socket.socket, host: str | None) -> bool:
        """Return whether TLS on a connection is with an embedded server.

        Args:
            connection: The socket, which need not be connected.
            host: The name of the server.

        Raises:
            InterceptionError: The connection is to another server, which claims to be a host of TMDB.
        """
        try:
            peer = connection.getpeername()
        except OSError:
            # Not connected yet.
            return is_tmdb(host)
        if peer in {(SERVER, port) for route in self._routes for port in route.ports.values()}:
            return True
        if is_tmdb(host):
            raise InterceptionError(
                f"a connection to {host} goes through another machine or was open before: do not use a proxy, and create "
                "the connection inside server.intercept()"
            )
        return False


def is_tmdb(host: object) -> bool:
    """Return whether a name, as text or bytes, is a host of TMDB."""
    if isinstance(host, bytes | bytearray):
        host = host.decode("latin-1")
    return isinstance(host, str) and host.rstrip(".").lower() in HOSTS
