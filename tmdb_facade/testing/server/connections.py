"""The connections of a uvicorn server. Faults reset and close them; ASGI has no messages for that."""

from __future__ import annotations

import asyncio
from collections.abc import Collection

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.server import ServerState

from tmdb_facade.testing.faults.conditions import Peer
from tmdb_facade.testing.protocol.sockets import reset_connection

from .delivery import SentAnswer
from .middleware import CONNECTION, OPEN_PEERS, wait_for_disconnect


class Connections:
    """The open connections of one server."""

    def __init__(self) -> None:
        """Create an empty set; `attach` connects it to a server."""
        self._state = ServerState()
        self._waiting: set[asyncio.Transport] = set()

    def attach(self, state: ServerState) -> None:
        """Use the connections of a server's state."""
        self._state = state

    def wrap(self, app: ASGIApp) -> ASGIApp:
        """Return an application that gives each request access to its connection."""

        async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
            scope[CONNECTION] = self._find
            scope[OPEN_PEERS] = self._open_peers
            await app(scope, receive, send)

        return wrapped

    def abort_waiting(self) -> None:
        """Abort the connections whose answer a fault delays, so that the server can stop at once."""
        for transport in self._waiting:
            transport.abort()

    async def close(self, ports: Collection[int]) -> None:
        """Close the connections to some of the server's ports; those of requests in flight close after their answer."""
        for protocol in list(self._state.connections):
            _, port = getattr(protocol, "server", None) or ("", None)
            if port in ports:
                protocol.shutdown()
                if protocol.transport.is_closing():
                    # Without waiting for the client, which may not read from an idle connection.
                    protocol.transport.abort()
        # asyncio closes the sockets in its next iteration.
        await asyncio.sleep(0)

    def _open_peers(self) -> set[Peer]:
        # uvicorn's HTTP/1.1 protocols have a client, others may not.
        return {getattr(protocol, "client", None) or ("", 0) for protocol in self._state.connections}

    def _find(self, scope: Scope, receive: Receive) -> _SocketConnection:
        for protocol in self._state.connections:
            if getattr(protocol, "client", None) == scope["client"]:
                return _SocketConnection(protocol.transport, receive, self._waiting)
        # The client has closed it.
        raise ClientDisconnect


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
                await wait_for_disconnect(self._receive)
        except TimeoutError:
            return True
        finally:
            self._waiting.discard(self._transport)
        return False

    async def reset(self) -> None:
        reset_connection(self._transport)
        # Wait until uvicorn has noticed: it would answer 500.
        await wait_for_disconnect(self._receive)

    async def close(self) -> None:
        self._transport.close()
        await wait_for_disconnect(self._receive)

    async def write(self, data: bytes) -> None:
        self._transport.write(data)

    async def send_unframed(self, answer: SentAnswer) -> None:
        self._transport.write(answer.raw())
        await self.close()
