"""A uvicorn server in a thread of this process."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from .connections import Connections

# Seconds to wait for the server to start or stop.
_TIMEOUT = 10.0

# Iterations of the event loop after which asyncio has made a connection that it has accepted.
_STEPS_OF_A_CONNECTION = 3


def listen(port: int) -> socket.socket:
    """Open a listening socket on 127.0.0.1."""
    # asyncio turns Nagle's algorithm off only if the socket names TCP as its protocol. `socket.create_server` does not,
    # and then every second answer on a reused connection would be 40 ms late.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            # On Windows this option would let two servers share a port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
    except OSError:
        listener.close()
        raise
    return listener


class ServerThread(uvicorn.Server):
    """A uvicorn server in a thread. An event stops it at once, while uvicorn itself polls a flag ten times a second."""

    def __init__(self, app: ASGIApp, listener: socket.socket) -> None:
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
            # Connections are identified by the client's address, which proxy headers must not change.
            proxy_headers=False,
            server_header=False,
        )
        super().__init__(config)
        self._connections.attach(self.server_state)
        self._listener = listener
        self.port: int = listener.getsockname()[1]
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
        """Stop the server and its thread."""
        self.should_exit = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(_TIMEOUT)
        self._listener.close()

    def _run(self) -> None:
        try:
            asyncio.run(self.serve([self._listener]))
        finally:
            self._up.set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Store the event loop, and signal that the server is up."""
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self._up.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Abort the delayed connections, then shut down."""
        self._connections.abort_waiting()
        await self._stop_accepting()
        await super().shutdown(sockets)

    async def _stop_accepting(self) -> None:
        """Accept no more connections, and let asyncio make those that it has accepted: nobody would close them."""
        with suppress(NotImplementedError):  # a proactor event loop has no readers
            asyncio.get_running_loop().remove_reader(self._listener)
        for _ in range(_STEPS_OF_A_CONNECTION):
            await asyncio.sleep(0)

    async def main_loop(self) -> None:
        """Run until `stop` sets the event."""
        tenths = 0
        while not await self.on_tick(tenths):
            tenths = (tenths + 1) % 864000
            try:
                await asyncio.wait_for(self._stopping.wait(), 0.1)
            except TimeoutError:
                continue
