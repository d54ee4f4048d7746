"""A TCP server that sends scripted bytes, for what no HTTP server sends: broken heads, pauses and resets at any byte.

    with RawServer([answer(b"{}")], [b"HTTP/1.1 200", Pause(0.2), RESET]) as server:
        httpx.get(server.base_url)

The first script answers the first request, and so on; the last one answers all further requests.
"""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from enum import Enum
from types import TracebackType
from typing import NamedTuple, Self, TypeAlias

# With SO_LINGER on (1) and a timeout of 0 seconds, closing a socket resets the connection.
_LINGER = struct.pack("ii", 1, 0)
_CHUNK = 65536


class Pause(NamedTuple):
    """A pause within an answer."""

    seconds: float


class Drip(NamedTuple):
    """Bytes that are sent one at a time."""

    data: bytes
    bytes_per_second: float


class End(Enum):
    """How a script ends its connection; without an end, the connection waits for the next request."""

    CLOSE = "close"
    RESET = "reset"


CLOSE, RESET = End.CLOSE, End.RESET
Step: TypeAlias = bytes | Pause | Drip | End
Script: TypeAlias = Sequence[Step]


def answer(
    body: bytes, *, status: str = "200 OK", headers: Mapping[str, str] | None = None, length: bool = True
) -> bytes:
    """Return the bytes of an answer.

    Args:
        body: The body.
        status: The status line after the HTTP version.
        headers: Headers beside the content type.
        length: Whether to send the body's `Content-Length`; without one, the script must close the connection.
    """
    lines = {"content-type": "application/json;charset=utf-8", **(headers or {})}
    if length:
        lines["content-length"] = f"{len(body)}"
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


class RawServer:
    """A server on 127.0.0.1, with a thread for each connection.

    Attributes:
        port: The port.
        requests: The requests received, head and body, in the order in which they were complete.
        connections: The number of connections accepted so far.
    """

    def __init__(
        self,
        *scripts: Script,
        greeting: Script = (),
        respond: Callable[[bytes], Script] | None = None,
        port: int = 0,
    ) -> None:
        """Listen; `with` or `stop()` ends the server.

        Args:
            *scripts: The answer to each request.
            greeting: The steps to run on a new connection before its first request, such as `[RESET]`.
            respond: Returns the answer to a request, instead of scripts. Threads call it at the same time.
            port: The port; 0 picks a free one.
        """
        self._scripts = scripts
        self._respond = respond
        self._greeting = greeting
        self._listener = socket.create_server(("127.0.0.1", port), backlog=1024)
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._stopping = threading.Event()
        self.port: int = self._listener.getsockname()[1]
        self.requests: list[bytes] = []
        self.connections: int = 0
        self._thread = threading.Thread(target=self._accept, name=f"raw-server-{self.port}", daemon=True)
        self._thread.start()

    @property
    def base_url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def open_connections(self) -> int:
        """The number of connections that neither side has closed."""
        with self._lock:
            return len(self._open)

    @property
    def descriptors(self) -> set[int]:
        """The descriptors of the server's ends of its connections."""
        with self._lock:
            return {connection.fileno() for connection in self._open}

    def stop(self) -> None:
        """Close the listener and all connections, also those that pause."""
        self._stopping.set()
        with suppress(OSError):
            # Wakes the thread that accepts connections, which closing does not.
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(10)
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                with self._lock:
                    self.connections += 1
                    self._open.add(connection)
                threading.Thread(
                    target=self._serve, args=(connection,), name=f"raw-server-{self.port} connection", daemon=True
                ).start()

    def _serve(self, connection: socket.socket) -> None:
        # The client may close the connection at any time.
        with connection, suppress(OSError):
            try:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                if not self._run(connection, self._greeting):
                    return
                received = b""
                while (request := _read_request(connection, received)) is not None:
                    received = request.rest
                    if not self._run(connection, self._next_script(request.data)):
                        return
            finally:
                with self._lock:
                    self._open.discard(connection)

    def _next_script(self, request: bytes) -> Script:
        with self._lock:
            self.requests.append(request)
            number = len(self.requests)
        if self._respond is not None:
            return self._respond(request)
        return self._scripts[min(number, len(self._scripts)) - 1]

    def _run(self, connection: socket.socket, script: Script) -> bool:
        """Run the steps of a script; return whether the connection stays open."""
        for step in script:
            match step:
                case bytes():
                    connection.sendall(step)
                case Pause():
                    self._stopping.wait(step.seconds)
                case Drip():
                    for byte in step.data:
                        connection.sendall(bytes([byte]))
                        if self._stopping.wait(1 / step.bytes_per_second):
                            return False
                case End():
                    if step is End.RESET:
                        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)
                    return False
            if self._stopping.is_set():
                return False
        return True


class _Request(NamedTuple):
    """A request, and the bytes received after it."""

    data: bytes
    rest: bytes


def _read_request(connection: socket.socket, received: bytes) -> _Request | None:
    """Read a request; return None if the client closes the connection before it is complete."""
    while True:
        head, separator, body = received.partition(b"\r\n\r\n")
        if separator and (size := _body_size(head, body)) is not None:
            end = len(head) + len(separator) + size
            return _Request(received[:end], received[end:])
        data = connection.recv(_CHUNK)
        if not data:
            return None
        received += data


def _body_size(head: bytes, body: bytes) -> int | None:
    """Return the size of a request's encoded body; None while it is incomplete."""
    headers = {
        name.strip().lower(): value.strip()
        for name, _, value in (line.partition(b":") for line in head.split(b"\r\n")[1:])
    }
    if headers.get(b"transfer-encoding", b"").lower() == b"chunked":
        end = b"0\r\n\r\n"
        at = 0 if body.startswith(end) else body.find(b"\r\n" + end) + 2
        return at + len(end) if at != 1 else None
    size = int(headers.get(b"content-length", b"0"))
    return size if len(body) >= size else None
