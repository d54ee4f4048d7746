"""A uvicorn server in a thread of this process."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading

import uvicorn
from starlette.types import ASGIApp

from .connections import Connections

# A server that is not up, or not down, after this many seconds has hung.
_PATIENCE = 10.0


def listen(port: int) -> socket.socket:
    """Open a listening socket on 127.0.0.1."""
    # TCP is named, which `socket.create_server` does not do: asyncio turns Nagle's algorithm off only for a socket that
    # says so, and with it every second answer over a kept connection would come 40 ms late.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            # Elsewhere it would let two servers share a port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
    except OSError:
        listener.close()
        raise
    return listener


class ServerThread(uvicorn.Server):
    """A uvicorn server in a thread, told of its end instead of looking for it ten times a second."""

    def __init__(self, app: ASGIApp, listener: socket.socket) -> None:
        self._connections = Connections()
        config = uvicorn.Config(
            self._connections.known_to(app),
            interface="asgi3",
            lifespan="off",
            ws="none",
            log_config=None,
            access_log=False,
            # Connections are known by their clients, whom headers must not rename.
            proxy_headers=False,
            server_header=False,
        )
        super().__init__(config)
        self._connections.of(self.server_state)
        self._listener = listener
        self.port: int = listener.getsockname()[1]
        self._loop: asyncio.AbstractEventLoop | None = None
        self._told = asyncio.Event()
        self._up = threading.Event()
        self._thread = threading.Thread(target=self._run_here, name=f"tmdb-server-{self.port}", daemon=True)

    def start(self) -> None:
        """Start the thread; return when the server answers."""
        self._thread.start()
        if not self._up.wait(_PATIENCE) or not self.started:
            self.stop()
            raise RuntimeError("the embedded TMDB did not come up")

    def stop(self) -> None:
        """Stop the server and end the thread."""
        self.should_exit = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._told.set)
        self._thread.join(_PATIENCE)
        self._listener.close()

    def _run_here(self) -> None:
        try:
            asyncio.run(self.serve([self._listener]))
        finally:
            self._up.set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Note the loop, and that the server is up."""
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self._up.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close the connections that wait, then stop."""
        self._connections.end_waiting()
        await super().shutdown(sockets)

    async def main_loop(self) -> None:
        """Run until `stop` sets the event; uvicorn polls instead."""
        tenths = 0
        while not await self.on_tick(tenths):
            tenths = (tenths + 1) % 864000
            try:
                await asyncio.wait_for(self._told.wait(), 0.1)
            except TimeoutError:
                continue
