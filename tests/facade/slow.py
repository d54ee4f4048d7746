"""A slow TMDB over real connections, for tests that end something while requests are in flight."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import httpx

from tests.facade.support import error_response, json_response, movie_pages

#: Seconds that a response takes.
LATENCY = 0.05
#: Seconds that a response takes which must not arrive before the test ends.
NEVER = 60.0
#: Seconds after which an expected event counts as missing; less than NEVER, and ample on a busy machine.
PATIENCE = 30.0
RULE = movie_pages(2000)


class SlowPages(BaseHTTPRequestHandler):
    """Serves the pages of a list of 2,000 movies, and their details, slowly. In the attributes, the id of a movie counts as a page.

    Attributes:
        connections: The open connections.
        requested: The requested page numbers, in order of arrival.
        in_flight: The requests that wait for their response.
        concurrency: The number of requests in flight, at each arrival.
        delays: Seconds by page number, where they differ from LATENCY.
        missing: The pages that are answered with 404.
        rate_limited: The pages that are answered with 429.
        released: Set to end all delays.
    """

    protocol_version = "HTTP/1.1"
    connections: ClassVar[set[object]] = set()
    requested: ClassVar[list[int]] = []
    in_flight: ClassVar[set[object]] = set()
    concurrency: ClassVar[list[int]] = []
    delays: ClassVar[dict[int, float]] = {}
    missing: ClassVar[set[int]] = set()
    rate_limited: ClassVar[set[int]] = set()
    released: ClassVar[threading.Event] = threading.Event()

    def setup(self) -> None:
        """Add the connection to the open ones."""
        super().setup()
        self.connections.add(self)

    def finish(self) -> None:
        """Remove the connection from the open ones."""
        self.connections.discard(self)
        super().finish()

    def do_GET(self) -> None:
        """Send the requested page after its delay."""
        request = httpx.Request("GET", f"http://127.0.0.1{self.path}")
        page = request.url.params.get("page")
        number = int(page or request.url.path.rpartition("/")[2])
        self.requested.append(number)
        self.in_flight.add(self)
        self.concurrency.append(len(self.in_flight))
        self.released.wait(self.delays.get(number, LATENCY))
        self.in_flight.discard(self)
        answer = RULE(request) if page else json_response({"id": number, "title": f"Movie {number}"})
        if number in self.missing:
            answer = error_response(404, 34)
        if number in self.rate_limited:
            answer = error_response(429, 25, retry_after="9")
        body = answer.content
        try:
            self.send_response(answer.status_code)
            for name in {"retry-after"} & answer.headers.keys():
                self.send_header(name, answer.headers[name])
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True  # the client has closed the connection

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


class Server(ThreadingHTTPServer):
    """Serves many connections at once."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64


@contextmanager
def slow_server() -> Generator[str]:
    """Run the slow TMDB on this machine; yield its URL."""
    for state in (
        SlowPages.connections,
        SlowPages.requested,
        SlowPages.in_flight,
        SlowPages.concurrency,
        SlowPages.delays,
        SlowPages.missing,
        SlowPages.rate_limited,
    ):
        state.clear()
    SlowPages.released.clear()
    with Server(("127.0.0.1", 0), SlowPages) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            SlowPages.released.set()
            server.shutdown()
            thread.join()


def delay_pages(*, first: int = 3, seconds: float = NEVER) -> None:
    """Delay all pages from `first` on."""
    SlowPages.delays.update(dict.fromkeys(range(first, 101), seconds))


def wait_until(condition: Callable[[], bool]) -> bool:
    """Wait until the condition is true, for at most PATIENCE seconds; return whether it is."""
    end = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < end:
        time.sleep(0.005)
    return condition()
