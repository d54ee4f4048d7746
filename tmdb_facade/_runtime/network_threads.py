"""The connections of the sync client's default engine: a network backend for httpcore, the library below httpx."""

from __future__ import annotations

import socket
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

import httpcore

from tmdb_facade._runtime.exchange_limits import limit_seconds

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

    SocketOptions = Iterable[Any] | None


class Backend(httpcore.SyncBackend):
    """A network backend that shares one timeout among the addresses of a host, and knows its open connections."""

    def __init__(self) -> None:
        """Start without connections."""
        self._streams: WeakSet[Stream] = WeakSet()
        self._closed = False

    def close(self) -> None:
        """Close the connections. Threads that are blocked on one wake up; no new one can be opened."""
        self._closed = True
        for stream in list(self._streams):
            stream.close()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions = None,
    ) -> httpcore.NetworkStream:
        """Connect to a server or a proxy, at the first address that accepts."""
        timeout = limit_seconds(timeout, httpcore.ConnectTimeout)
        end = None if timeout is None else monotonic() + timeout
        addresses = _addresses_in_time(host, port, timeout)
        for position, address in enumerate(addresses):
            # A dead address must leave time for the others.
            share = None if end is None else (end - monotonic()) / (len(addresses) - position)
            if share is not None and share <= 0:
                raise httpcore.ConnectTimeout("the time to connect has passed")
            try:
                stream = Stream(super().connect_tcp(address, port, share, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if address is addresses[-1] or self._closed:
                    raise
            else:
                self._streams.add(stream)
                if self._closed:
                    stream.close()
                return stream
        raise httpcore.ConnectError(f"{host} has no address")


def _addresses_in_time(host: str, port: int, timeout: float | None) -> list[str]:
    """Return the addresses of a host. The system's resolver cannot be interrupted, so another thread waits for it."""
    if timeout is None or _is_address(host):
        return _addresses(host, port)
    results: SimpleQueue[list[str] | Exception] = SimpleQueue()

    def resolve() -> None:
        try:
            results.put(_addresses(host, port))
        except Exception as error:  # noqa: BLE001  (raised in the caller's thread)
            results.put(error)

    Thread(target=resolve, name="tmdb-facade resolver", daemon=True).start()
    try:
        result = results.get(timeout=timeout)
    except Empty:
        result = httpcore.ConnectTimeout("the host's name was not resolved in time")
    if isinstance(result, Exception):
        raise result
    return result


def _is_address(host: str) -> bool:
    return ":" in host or host.replace(".", "").isdigit()


def _addresses(host: str, port: int) -> list[str]:
    """Return the addresses of a host, the versions of the Internet protocol by turns: one of them may be broken."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(error) from error
    kinds: dict[int, list[str]] = {}
    for family, _, _, _, address in found:
        kinds.setdefault(family, []).append(str(address[0]))
    longest = max(map(len, kinds.values()), default=0)
    return [kind[place] for place in range(longest) for kind in kinds.values() if place < len(kind)]


class Stream(httpcore.NetworkStream):
    """A connection whose operations end with the call's deadline, or when another thread closes it."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        """Wrap the library's connection."""
        self._inner = inner
        # TLS replaces the socket by a new one.
        self._socket: socket.socket | None = inner.get_extra_info("socket")
        self._closed = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read up to `max_bytes`; wait for at least one."""
        return self._inner.read(max_bytes, limit_seconds(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write the whole buffer."""
        self._inner.write(buffer, limit_seconds(timeout, httpcore.WriteTimeout))

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Start TLS on the connection."""
        limit = limit_seconds(timeout, httpcore.ConnectTimeout)
        # TLS takes the socket away at once. With a duplicate, `close` ends the handshake too.
        self._socket = duplicate = _duplicate(self._socket)
        try:
            self._inner = self._inner.start_tls(ssl_context, server_hostname, limit)
        finally:
            self._socket = self._inner.get_extra_info("socket")
            if duplicate is not None:
                duplicate.close()
        if self._closed:
            self.close()
            raise httpcore.ConnectError("the client was closed")
        return self

    def close(self) -> None:
        """Close the connection. A thread that is blocked on it wakes up."""
        self._closed = True
        if self._socket is not None:
            with suppress(OSError):
                # Not the method of SSLSocket, which would turn TLS off.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
        self._inner.close()

    def __del__(self) -> None:
        """Close the socket, which the library forgets after some failures; a forked process must not shut it down."""
        self._inner.close()

    def get_extra_info(self, info: str) -> Any:
        """Return information about the connection."""
        return self._inner.get_extra_info(info)


def _duplicate(connection: socket.socket | None) -> socket.socket | None:
    if connection is None:
        return None
    return socket.fromfd(connection.fileno(), connection.family, connection.type)
