"""A Redis server for tests."""

from __future__ import annotations

import socket
import subprocess
import time


class RedisServer:
    """A Redis server on a free port, without a file."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        # On a busy machine, Redis may take longer to reply than the default timeout.
        self.url = f"redis://127.0.0.1:{self.port}/0?socket_timeout=30&socket_connect_timeout=30"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and wait until it accepts connections."""
        settings = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self._process = subprocess.Popen(["redis-server", *settings], stdout=subprocess.DEVNULL)
        end = time.monotonic() + 10
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                assert time.monotonic() < end, "redis-server does not start"
                time.sleep(0.02)
            else:
                return

    def stop(self) -> None:
        """Stop the server; everything in it is lost."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
