"""What the embedded TMDB costs: an answer, and a start, against bare Starlette and uvicorn."""

from __future__ import annotations

import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median
from urllib.parse import urlsplit

from benchmarks.bodies import FILM
from benchmarks.measure import Result, compare, pin
from benchmarks.server import Address, running_server
from benchmarks.startup import fresh_environment, fresh_rounds

REQUESTS = 100
ROUNDS = 25
# Enough that the server never waits for the client.
CONNECTIONS = 4
# Half the rate.
BUDGET = 2.0
START_BUDGET = 1.5

# Each starts a server in a thread and asks it once, with nothing that it would not import itself.
_ASK = """
with socket.create_connection(("127.0.0.1", port)) as asker:
    asker.sendall(b"GET /3/movie/550?api_key=" + key.encode() + b" HTTP/1.1\\r\\nhost: x\\r\\n\\r\\n")
    assert asker.recv(12) == b"HTTP/1.1 200"
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
    + _ASK,
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
    + _ASK,
}


def measure() -> Iterator[Result]:
    """Compare the rates of answers, and fresh processes that start a server."""
    pin(0)
    with running_server("benchmarks.bare") as bare, running_server() as ours:
        for name, encoding, budget in (("details of a film", "identity", BUDGET), ("the same, gzip", "gzip", None)):
            rounds = _rounds({"bare": bare, "ours": ours}, encoding)
            rate = 1 / median(times["bare"] for times in rounds)
            yield Result(name, compare(rounds, "bare")["ours"], budget, f"{rate:.0f} a second")
    with tempfile.TemporaryDirectory() as cache:
        starts = fresh_rounds(STARTS, fresh_environment(cache))
    baseline = median(times["bare"] for times in starts)
    yield Result(
        "start, with a first answer", compare(starts, "bare")["ours"], START_BUDGET, f"{baseline * 1000:.0f} ms"
    )


def _rounds(addresses: dict[str, Address], encoding: str) -> list[dict[str, float]]:
    with ExitStack() as stack:
        askers = {name: _Asker(stack, address, encoding) for name, address in addresses.items()}
        for asker in askers.values():
            asker.ask(REQUESTS)
        return [{name: asker.ask(REQUESTS) for name, asker in askers.items()} for _ in range(ROUNDS)]


class _Asker:
    """A client that does next to nothing: one request, sent over and over on a few open connections."""

    def __init__(self, stack: ExitStack, address: Address, encoding: str) -> None:
        url = urlsplit(address.base_url)
        assert url.port
        lines = [
            f"GET /3/movie/{FILM} HTTP/1.1",
            f"host: {url.netloc}",
            f"accept-encoding: {encoding}",
            f"authorization: Bearer {address.access_token}",
        ]
        self._request = "\r\n".join([*lines, "", ""]).encode()
        self._sockets = [
            stack.enter_context(socket.create_connection(("127.0.0.1", url.port))) for _ in range(CONNECTIONS)
        ]

    def ask(self, number: int) -> float:
        """Return the seconds that an answer takes, several at once."""
        start = time.perf_counter()
        for _ in range(number // CONNECTIONS):
            for connection in self._sockets:
                connection.sendall(self._request)
            for connection in self._sockets:
                _read(connection)
        return (time.perf_counter() - start) / number


def _read(connection: socket.socket) -> None:
    """Read one answer."""
    got = b""
    while b"\r\n\r\n" not in got:
        got += connection.recv(65536)
    head, _, body = got.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(f"not answered: {got[:200]!r}")
    length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
    while len(body) < length:
        body += connection.recv(65536)
