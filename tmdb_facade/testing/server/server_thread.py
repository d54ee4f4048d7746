"""A uvicorn server in a thread of this process."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Collection, Coroutine, Sequence
from functools import partial
from ssl import SSLContext
from typing import Any, Protocol, TypeVar

import uvicorn
from starlette.types import ASGIApp

from tmdb_facade.testing.protocol.sockets import stop_accepting

from .connections import Connections

T = TypeVar("T")

# Seconds to wait for the server to start or stop.
_TIMEOUT = 10.0
# Seconds that requests in flight have to finish when the server stops.
_GRACE = 5
# Seconds to wait for the end of TLS on a connection that closes. Idle clients do not answer.
_TLS_END = 0.2


class Service(Protocol):
    """Something that listens beside the server, in its event loop."""

    async def start(self) -> int:
        """Listen; return the port."""
        ...

    async def stop(self) -> None:
        """Stop listening, and close all connections. Does nothing if it has stopped."""
        ...


class ServerThread(uvicorn.Server):
    """A uvicorn server in a thread. An event stops it at once, while uvicorn itself polls a flag ten times a second."""

    def __init__(self, app: ASGIApp, listeners: Sequence[socket.socket], tls: SSLContext | None = None) -> None:
        """Create a server.

        Args:
            app: The application.
            listeners: The sockets to listen on.
            tls: The certificates to serve with, over TLS; by default without TLS.
        """
        self._connections = Connections()
        config = uvicorn.Config(
            self._connections.wrap(app),
            interface="asgi3",
            lifespan="off",
            ws="none",
            log_config=None,
            access_log=False,
            # Longer than clients keep idle connections: a server that closes first breaks the request that reuses one.
            timeout_keep_alive=75,
            timeout_graceful_shutdown=_GRACE,
            # Connections are identified by the client's address, which proxy headers must not change.
            proxy_headers=False,
            server_header=False,
        )
        super().__init__(config)
        self._connections.attach(self.server_state)
        self._listeners = list(listeners)
        self._services: list[Service] = []
        self._tls = tls
        self.port: int = listeners[0].getsockname()[1]
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping = asyncio.Event()
        self._up = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"tmdb-server-{self.port}", daemon=True)

    def start(self) -> None:
        """Start the thread, and wait until the server answers."""
        self._thread.start()
        if not self._up.wait(_TIMEOUT) or not self.started:
            self.stop()
            raise RuntimeError(f"the embedded TMDB server did not start within {_TIMEOUT:g} seconds")

    def stop(self) -> None:
        """Stop the server and its thread. Requests in flight have some seconds to finish, unless a fault delays them."""
        self.should_exit = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(_TIMEOUT)
        for listener in self._listeners:
            listener.close()

    def listen(self, listener: socket.socket, tls: SSLContext | None = None) -> None:
        """Listen on another socket, while the server runs."""
        self._listeners.append(listener)
        self.complete(self._listen(listener, tls))

    def disconnect(self, ports: Collection[int]) -> None:
        """Close the connections to some of the server's ports; requests in flight finish first."""
        if self._loop is not None and not self._loop.is_closed():
            asyncio.run_coroutine_threadsafe(self._connections.close(ports), self._loop).result(_TIMEOUT)

    def start_service(self, service: Service) -> int:
        """Start a service, which stops with the server at the latest; return its port."""
        port = self.complete(service.start())
        self._services.append(service)
        return port

    def stop_service(self, service: Service) -> None:
        """Stop a service; does nothing if the server has stopped."""
        if self._loop is not None and not self._loop.is_closed():
            self._services.remove(service)
            self.complete(service.stop())

    def complete(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine in the server's event loop; return its result. Not for work that waits long."""
        assert self._loop is not None
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_TIMEOUT)

    def _run(self) -> None:
        try:
            asyncio.run(self.serve([]))
        finally:
            self._up.set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Store the event loop, listen, and signal that the server is up."""
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        for listener in self._listeners:
            await self._listen(listener, self._tls)
        self._up.set()

    async def _listen(self, listener: socket.socket, tls: SSLContext | None) -> None:
        # As uvicorn does, which has one setting of TLS for all sockets, and waits half a minute for its end.
        create: Callable[..., asyncio.Protocol] = self.config.http_protocol_class
        protocol = partial(create, config=self.config, server_state=self.server_state, app_state=self.lifespan.state)
        end = _TLS_END if tls else None
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            protocol, sock=listener, ssl=tls, ssl_shutdown_timeout=end, backlog=self.config.backlog
        )
        self.servers.append(server)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Abort the delayed connections, then shut down."""
        self._connections.abort_waiting()
        await asyncio.gather(*(service.stop() for service in self._services))
        await stop_accepting(self._listeners)
        await super().shutdown(sockets)

    async def main_loop(self) -> None:
        """Run until `stop` sets the event."""
        tenths = 0
        while not await self.on_tick(tenths):
            tenths = (tenths + 1) % 864000
            try:
                await asyncio.wait_for(self._stopping.wait(), 0.1)
            except TimeoutError:
                continue
