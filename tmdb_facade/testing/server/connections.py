"""The connections of a uvicorn server, to reset and to cut: faults need what ASGI has no message for."""

from __future__ import annotations

import asyncio
import socket
import struct
import sys

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.server import ServerState

from .middleware import CONNECTION, until_gone

# Closing such a socket resets the connection; the two numbers are switch and seconds.
_LINGER = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class Connections:
    """The open connections of one server."""

    def __init__(self) -> None:
        """Begin with none; `of` says whose they are."""
        self._state = ServerState()
        self._waiting: set[asyncio.Transport] = set()

    def of(self, state: ServerState) -> None:
        """Know the connections of a server.

        Args:
            state: What uvicorn knows of them.
        """
        self._state = state

    def known_to(self, app: ASGIApp) -> ASGIApp:
        """Let an application find the connection of each request."""

        async def knowing(scope: Scope, receive: Receive, send: Send) -> None:
            scope[CONNECTION] = self._find
            await app(scope, receive, send)

        return knowing

    def end_waiting(self) -> None:
        """Close the connections on which somebody waits: the server stops, and no answer is worth waiting for."""
        for transport in self._waiting:
            transport.abort()

    def _find(self, scope: Scope, receive: Receive) -> _SocketConnection:
        for protocol in self._state.connections:
            # Not every protocol of uvicorn's knows its client, but those of HTTP/1.1 do.
            if getattr(protocol, "client", None) == scope["client"]:
                return _SocketConnection(protocol.transport, receive, self._waiting)
        raise ConnectionResetError("the connection is gone")


class _SocketConnection:
    """The connection of one request."""

    def __init__(self, transport: asyncio.Transport, receive: Receive, waiting: set[asyncio.Transport]) -> None:
        self._transport = transport
        self._receive = receive
        self._waiting = waiting

    async def wait(self, seconds: float) -> bool:
        if not seconds:
            return True
        self._waiting.add(self._transport)
        try:
            async with asyncio.timeout(seconds):
                await until_gone(self._receive)
        except TimeoutError:
            return True
        finally:
            self._waiting.discard(self._transport)
        return False

    async def reset(self) -> None:
        connection: socket.socket = self._transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)
        self._transport.abort()
        # Until uvicorn knows of it: it would answer 500.
        await until_gone(self._receive)

    async def close(self) -> None:
        self._transport.close()
        await until_gone(self._receive)
