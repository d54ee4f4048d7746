"""An HTTP proxy that leads requests for TMDB's hosts to an embedded server, and all others to their own."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import closing, suppress
from typing import NamedTuple
from urllib.parse import urlsplit

from tmdb_facade.testing.protocol.sockets import reset_connection, stop_accepting

from .routes import SERVER, is_tmdb

# Bytes of a request's head, which is read at once.
_LONGEST_HEAD = 1 << 16
_BLOCK = 1 << 16
_DEFAULT_PORTS = {"http": 80, "https": 443}


class ProxyTarget(NamedTuple):
    """Where a request goes.

    Attributes:
        host: The host to connect to.
        port: The port to connect to.
        is_tunnel: Whether the client sends the bytes of a connection of its own, as for TLS.
        head: The head of the request to send first; empty for a tunnel.
    """

    host: str
    port: int
    is_tunnel: bool
    head: bytes


def read_target(head: bytes, ports: Mapping[int, int]) -> ProxyTarget | None:
    """Return where the request with a head goes.

    Args:
        head: The request line and the headers.
        ports: The ports of the embedded server, for each of TMDB's ports.

    Returns:
        The target; None if the request is not one for a proxy.
    """
    line, _, headers = head.partition(b"\r\n")
    try:
        method, url, version = line.decode("ascii").split(" ")
        parts = urlsplit(f"//{url}" if method == "CONNECT" else url)
        host, port = parts.hostname, parts.port or _DEFAULT_PORTS.get(parts.scheme, 443)
    except ValueError:
        return None
    if not host:
        return None
    plain = f"{method} {parts._replace(scheme='', netloc='').geturl() or '/'} {version}\r\n".encode()
    if method == "CONNECT":
        plain = b""
    elif is_tmdb(host) and parts.scheme == "https":
        # Some clients leave TLS to the proxy.
        plain, port = plain + b"X-Forwarded-Proto: https\r\n", 80
    head = plain and plain + _closing(headers)
    if is_tmdb(host):
        return ProxyTarget(SERVER, ports.get(port, 0), method == "CONNECT", head)
    return ProxyTarget(host, port, method == "CONNECT", head)


def _closing(headers: bytes) -> bytes:
    """Return headers that end the connection with the response: the next request may have another host."""
    lines = [line for line in headers.split(b"\r\n") if not line.lower().startswith((b"connection:", b"proxy-"))]
    return b"\r\n".join([b"Connection: close", *lines])


class Proxy:
    """A proxy on this machine, on a free port."""

    def __init__(self, ports: Mapping[int, int]) -> None:
        """Create a proxy.

        Args:
            ports: The ports of the embedded server, for each of TMDB's ports.
        """
        self._ports = ports
        self._server: asyncio.Server | None = None
        self._connections = set[asyncio.Task[None]]()

    async def start(self) -> int:
        """Listen; return the port."""
        self._server = await asyncio.start_server(self._accept, SERVER, 0, limit=_LONGEST_HEAD)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def stop(self) -> None:
        """Stop listening, and close all connections. Does nothing if it has stopped."""
        server, self._server = self._server, None
        if server is not None:
            await stop_accepting(server.sockets)
            server.close()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(self._serve(reader, writer))
        self._connections.add(task)
        task.add_done_callback(self._connections.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with closing(writer), suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            await self._answer(reader, writer)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        target = read_target(await reader.readuntil(b"\r\n\r\n"), self._ports)
        if target is None:
            writer.write(_error(400, "Bad Request"))
            return
        try:
            onward_reader, onward_writer = await asyncio.open_connection(target.host, target.port)
        except OSError:
            writer.write(_error(502, "Bad Gateway"))
            return
        with closing(onward_writer):
            if target.is_tunnel:
                writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            onward_writer.write(target.head)
            await asyncio.gather(_copy(reader, onward_writer), _copy(onward_reader, writer))


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Copy bytes to their end, then end the copy. If one connection is reset, reset the other."""
    try:
        while block := await reader.read(_BLOCK):
            writer.write(block)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()
    except OSError:
        reset_connection(writer.transport)


def _error(status: int, reason: str) -> bytes:
    return f"HTTP/1.1 {status} {reason}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()
