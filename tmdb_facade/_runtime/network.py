"""The default HTTP transports. Only this module uses httpcore, the library below httpx."""

from __future__ import annotations

import socket
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import TYPE_CHECKING, Any

from httpcore import ConnectError, ConnectTimeout, NetworkBackend, NetworkStream
from httpcore._backends.sync import SyncStream

from tmdb_facade._runtime.http import AsyncHTTPTransport, HTTPTransport, Limits
from tmdb_facade._runtime.threads import current_background_call
from tmdb_facade._runtime.tls import shared_context

if TYPE_CHECKING:
    import ssl

#: TMDB accepts at most this many connections from one address.
MAX_CONNECTIONS = 20
_LIMITS = Limits(max_connections=MAX_CONNECTIONS, max_keepalive_connections=MAX_CONNECTIONS)


class AsyncNetwork(AsyncHTTPTransport):
    """The default transport of the async client."""

    def __init__(self, proxy: str | None) -> None:
        """Create the transport without opening connections.

        Args:
            proxy: The URL of a proxy, or `None`.
        """
        super().__init__(verify=shared_context(), limits=_LIMITS, proxy=proxy)


class Network(HTTPTransport):
    """The default transport of the sync client. Cancelling a background call interrupts its connect, read or write."""

    def __init__(self, proxy: str | None) -> None:
        """Create the transport without opening connections.

        Args:
            proxy: The URL of a proxy, or `None`.
        """
        super().__init__(verify=shared_context(), limits=_LIMITS, proxy=proxy)
        # The pool has a parameter for it, the transport has none.
        self._pool._network_backend = Backend()  # pyright: ignore[reportPrivateUsage]


class Backend(NetworkBackend):
    """A network backend whose blocking operations can be interrupted."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: object = None,
    ) -> NetworkStream:
        """Connect to a server or a proxy. The local address and the options are never used here."""
        error = OSError(f"{host} has no address")
        try:
            for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                connection = socket.socket(family, kind, protocol)
                try:
                    connection.settimeout(timeout)
                    with _interruptible(connection):
                        connection.connect(address)
                    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                except BaseException as reason:
                    connection.close()
                    if not isinstance(reason, OSError):
                        raise
                    error = reason
                else:
                    return Stream(SyncStream(connection))
            raise error
        except TimeoutError as reason:
            raise ConnectTimeout(reason) from reason
        except OSError as reason:
            raise ConnectError(reason) from reason


class Stream(NetworkStream):
    """A connection whose blocking operations can be interrupted."""

    def __init__(self, inner: NetworkStream) -> None:
        """Wrap the library's connection."""
        self._inner = inner
        self._socket: socket.socket = inner.get_extra_info("socket")

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read up to `max_bytes`; wait for at least one."""
        with _interruptible(self._socket):
            return self._inner.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write the whole buffer."""
        with _interruptible(self._socket):
            self._inner.write(buffer, timeout)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        """Start TLS on the connection."""
        # The handshake detaches the socket: a duplicate of it can still be shut down.
        with self._socket.dup() as connection, _interruptible(connection):
            return Stream(self._inner.start_tls(ssl_context, server_hostname, timeout))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def get_extra_info(self, info: str) -> Any:
        """Return information about the connection."""
        return self._inner.get_extra_info(info)


def _interruptible(connection: socket.socket) -> AbstractContextManager[None]:
    """Make a blocking operation interruptible: cancelling the current background call, if any, ends it.

    Raises:
        RuntimeError: The call was cancelled.
    """
    call = current_background_call()
    return nullcontext() if call is None else call.interrupted_by(lambda: _shut_down(connection))


def _shut_down(connection: socket.socket) -> None:
    """Wake a thread that is blocked on a connection. Closing the connection would not wake it."""
    with suppress(OSError):
        # Not the method of SSLSocket, which would turn TLS off.
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
