"""Response time and startup of the embedded TMDB, compared with bare Starlette and uvicorn."""

from __future__ import annotations

import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median
from urllib.parse import urlsplit

from benchmarks.bodies import MOVIE_ID
from benchmarks.measure import Result, median_ratios, pin
from benchmarks.server_process import Address, running_server
from benchmarks.startup import fresh_environment, fresh_rounds

REQUESTS = 100
ROUNDS = 25
# Enough connections that the server never waits for the client.
CONNECTIONS = 4
# 70 % of the requests per second of the baseline.
BUDGET = 1.43
START_BUDGET = 1.5

# Each program starts a server in a thread and sends one request, importing nothing beyond what the server imports.
_SEND_REQUEST = """
with socket.create_connection(("127.0.0.1", port)) as connection:
    connection.sendall(b"GET /3/movie/550?api_key=" + key.encode() + b" HTTP/1.1\\r\\nhost: x\\r\\n\\r\\n")
    assert connection.recv(12) == b"HTTP/1.1 200"
server_stop()
"""
STARTS = {
    "bare": """
import socket, threading, time
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route
key = ""
app = Starlette(routes=[Route("/3/movie/{movie_id}", lambda request: JSONResponse({}))])
listener = socket.create_server(("127.0.0.1", 0))
port = listener.getsockname()[1]
server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
thread = threading.Thread(target=server.run, args=([listener],))
thread.start()
while not server.started:
    time.sleep(0.001)
def server_stop():
    server.should_exit = True
"""
    + _SEND_REQUEST,
    "ours": """
import socket
from urllib.parse import urlsplit
from tmdb_facade.testing import TMDBServer
server = TMDBServer()
server.start()
key = server.api_key
port = urlsplit(server.base_url).port
server_stop = server.stop
"""
    + _SEND_REQUEST,
}


def measure() -> Iterator[Result]:
    """Compare requests per second, and new processes that start a server."""
    pin(0)
    with running_server("benchmarks.starlette_server") as bare, running_server() as ours:
        for name, encoding, budget in (
            ("details of a movie", "identity", BUDGET),
            ("details of a movie, gzip", "gzip", None),
        ):
            rounds = _rounds({"bare": bare, "ours": ours}, encoding)
            rate = 1 / median(times["bare"] for times in rounds)
            yield Result(name, median_ratios(rounds, "bare")["ours"], budget, f"{rate:.0f} per second")
    with tempfile.TemporaryDirectory() as cache:
        starts = fresh_rounds(STARTS, fresh_environment(cache))
    baseline = median(times["bare"] for times in starts)
    yield Result(
        "start and first response", median_ratios(starts, "bare")["ours"], START_BUDGET, f"{baseline * 1000:.0f} ms"
    )


def _rounds(addresses: dict[str, Address], encoding: str) -> list[dict[str, float]]:
    with ExitStack() as stack:
        clients = {name: _MinimalClient(stack, address, encoding) for name, address in addresses.items()}
        for client in clients.values():
            client.send(REQUESTS)
        return [{name: client.send(REQUESTS) for name, client in clients.items()} for _ in range(ROUNDS)]


class _MinimalClient:
    """A client that sends the same request repeatedly over a few open connections."""

    def __init__(self, stack: ExitStack, address: Address, encoding: str) -> None:
        url = urlsplit(address.base_url)
        assert url.port
        lines = [
            f"GET /3/movie/{MOVIE_ID} HTTP/1.1",
            f"host: {url.netloc}",
            f"accept-encoding: {encoding}",
            f"authorization: Bearer {address.access_token}",
        ]
        self._request = "\r\n".join([*lines, "", ""]).encode()
        self._sockets = [
            stack.enter_context(socket.create_connection(("127.0.0.1", url.port))) for _ in range(CONNECTIONS)
        ]

    def send(self, number: int) -> float:
        """Send requests concurrently; return the seconds per response."""
        start = time.perf_counter()
        for _ in range(number // CONNECTIONS):
            for connection in self._sockets:
                connection.sendall(self._request)
            for connection in self._sockets:
                _read(connection)
        return (time.perf_counter() - start) / number


def _read(connection: socket.socket) -> None:
    """Read one response."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(65536)
    head, _, body = received.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(f"expected HTTP 200, got {received[:200]!r}")
    length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
    while len(body) < length:
        body += connection.recv(65536)
