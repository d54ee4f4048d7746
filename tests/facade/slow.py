"""A TMDB that takes its time, over real connections: for what is under way when something ends."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import httpx

from tests.facade.support import pages, refuse

#: How long an answer takes.
LATENCY = 0.05
#: How long an answer takes that does not come before the test is over.
NEVER = 30.0
RULE = pages(2000)


class Pages(BaseHTTPRequestHandler):
    """Answers slowly with pages of a list of 2,000 films.

    Attributes:
        open: The connections that are open now.
        asked: The pages that were asked for.
        under_way: The requests that wait for their answers.
        most: How many there were, each time another came.
        seconds: How long pages take, where that is not the usual time.
        missing: The pages that there are not.
        refused: The pages that can only be had later.
        over: Set when nobody has to wait any more.
    """

    protocol_version = "HTTP/1.1"
    open: ClassVar[set[object]] = set()
    asked: ClassVar[list[int]] = []
    under_way: ClassVar[set[object]] = set()
    most: ClassVar[list[int]] = []
    seconds: ClassVar[dict[int, float]] = {}
    missing: ClassVar[set[int]] = set()
    refused: ClassVar[set[int]] = set()
    over: ClassVar[threading.Event] = threading.Event()

    def setup(self) -> None:
        """Count a connection."""
        super().setup()
        self.open.add(self)

    def finish(self) -> None:
        """Count it no more."""
        self.open.discard(self)
        super().finish()

    def do_GET(self) -> None:
        """Answer."""
        request = httpx.Request("GET", f"http://127.0.0.1{self.path}")
        number = int(request.url.params["page"])
        self.asked.append(number)
        self.under_way.add(self)
        self.most.append(len(self.under_way))
        self.over.wait(self.seconds.get(number, LATENCY))
        self.under_way.discard(self)
        answer = RULE(request)
        if number in self.missing:
            answer = refuse(404, 34)
        if number in self.refused:
            answer = refuse(429, 25, retry_after="9")
        body = answer.content
        try:
            self.send_response(answer.status_code)
            for name in {"retry-after"} & answer.headers.keys():
                self.send_header(name, answer.headers[name])
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True  # nobody waits for it any more

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


class Server(ThreadingHTTPServer):
    """Takes many connections at once."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64


@contextmanager
def slow_server() -> Generator[str]:
    """Run it on this machine; gives its URL."""
    for state in (Pages.open, Pages.asked, Pages.under_way, Pages.most, Pages.seconds, Pages.missing, Pages.refused):
        state.clear()
    Pages.over.clear()
    with Server(("127.0.0.1", 0), Pages) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        Pages.over.set()
        server.shutdown()
        thread.join()


def hold_up(*, first: int = 3, seconds: float = NEVER) -> None:
    """Let all pages from one on take longer."""
    Pages.seconds.update(dict.fromkeys(range(first, 101), seconds))


def within(seconds: float, condition: Callable[[], bool]) -> bool:
    """Wait until something is so, but not longer than that."""
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(0.005)
    return condition()
