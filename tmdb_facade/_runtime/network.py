"""The network: the HTTP library's transports, with what they lack. Nothing else knows what lies below them."""

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

#: TMDB's network refuses more connections than this from one address.
MAX_CONNECTIONS = 20
_LIMITS = Limits(max_connections=MAX_CONNECTIONS, max_keepalive_connections=MAX_CONNECTIONS)


class AsyncNetwork(AsyncHTTPTransport):
    """The network for tasks: one that is cancelled waits for nothing any more, as tasks are."""

    def __init__(self, proxy: str | None) -> None:
        """Open nothing yet.

        Args:
            proxy: The URL of the proxy, if there is one.
        """
        super().__init__(verify=shared_context(), limits=_LIMITS, proxy=proxy)


class Network(HTTPTransport):
    """The network for threads: a job that is stopped waits for nothing any more, be it a connection or an answer."""

    def __init__(self, proxy: str | None) -> None:
        """Open nothing yet.

        Args:
            proxy: The URL of the proxy, if there is one.
        """
        super().__init__(verify=shared_context(), limits=_LIMITS, proxy=proxy)
        # Pools take it as an argument, but transports have none for it.
        self._pool._network_backend = Backend()  # pyright: ignore[reportPrivateUsage]


class Backend(NetworkBackend):
    """Opens connections, as the library does, whose waits can be cut short."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: object = None,
    ) -> NetworkStream:
        """Connect to a server or a proxy; nobody here asks for a local address or for options."""
        error = OSError(f"there is no address of {host}")
        try:
            for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                connection = socket.socket(family, kind, protocol)
                try:
                    connection.settimeout(timeout)
                    with _waiting(connection):
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
    """A connection."""

    def __init__(self, inner: NetworkStream) -> None:
        """Take the library's connection."""
        self._inner = inner
        self._socket: socket.socket = inner.get_extra_info("socket")

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, or comes next."""
        with _waiting(self._socket):
            return self._inner.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        with _waiting(self._socket):
            self._inner.write(buffer, timeout)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        """Go on encrypted."""
        # TLS takes the socket over while it waits: a second name of the connection stays.
        with self._socket.dup() as connection, _waiting(connection):
            return Stream(self._inner.start_tls(ssl_context, server_hostname, timeout))

    def close(self) -> None:
        """Close it."""
        self._inner.close()

    def get_extra_info(self, info: str) -> Any:
        """Tell what the library wants to know of it."""
        return self._inner.get_extra_info(info)


def _waiting(connection: socket.socket) -> AbstractContextManager[None]:
    """Let a wait for a connection be cut short when the job is stopped that waits, if it is a job.

    Raises:
        RuntimeError: It was stopped.
    """
    job = current_background_call()
    return nullcontext() if job is None else job.cut_by(lambda: _cut(connection))


def _cut(connection: socket.socket) -> None:
    """End what a thread waits for: closing would not wake it."""
    with suppress(OSError):
        # Not the method of an encrypted one, which would make it a plain one.
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
