"""The server side of a chaos case: the embedded TMDB, and a line of scripted bytes before it."""

from __future__ import annotations

import json
import os
import threading
from collections import deque
from collections.abc import Generator
from contextlib import contextmanager
from random import Random
from types import TracebackType
from typing import NamedTuple, Self, cast

import httpx

from tests.chaos.faults import Fault
from tests.chaos.leaks import descriptors
from tests.chaos.raw_server import Pause, RawServer, Script, answer
from tmdb_facade import RequestEvent
from tmdb_facade.testing import TMDBServer, blank
from tmdb_facade.testing.catalogue.records import Movie

#: The movies of the catalogue; lists are in the order of their ids.
MOVIES = 400
PAGE_SIZE = 20
CATALOGUE = blank().extended(
    movies=[
        Movie(id=number, original_title=f"Movie {number}", original_language="en") for number in range(1, MOVIES + 1)
    ]
)


class Arrival(NamedTuple):
    """A request that has reached the server.

    Attributes:
        method: The HTTP method.
        path: The path.
        name: The `name` of the body, for lists.
        is_refused: Whether the server has certainly not carried it out, and has said so.
    """

    method: str
    path: str
    name: str
    is_refused: bool


class Stage:
    """An embedded TMDB, reached directly or through a line that breaks answers.

    Attributes:
        server: The embedded TMDB.
    """

    def __init__(self, random: Random, *, has_line: bool) -> None:
        """Create the stage; a `with` block starts and stops it.

        Args:
            random: Decides how answers are broken.
            has_line: Whether clients talk to the line.
        """
        self.server = TMDBServer(CATALOGUE)
        self._random = random
        self._has_line = has_line
        self._lock = threading.RLock()
        self._refusals = 0
        self._process = os.getpid()
        self._pending: deque[Fault] = deque()
        self._arrivals: list[Arrival] = []
        self._pause = 0.0
        self._line: RawServer | None = None
        self._lines: list[RawServer] = []  # also those that were closed
        self._inside = httpx.Client(transport=self.server.transport, base_url="http://embedded")
        self.port = 0

    def __enter__(self) -> Self:
        if self._has_line:
            self.listen()
        else:
            self.server.start()
            self.port = int(self.server.base_url.rpartition(":")[2])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.refuse()
        if not self._has_line:
            self.server.stop()
        self._inside.close()

    @property
    def base_url(self) -> str:
        """The URL for clients."""
        return f"http://127.0.0.1:{self.port}"

    def refuse(self) -> None:
        """Close the line with all its connections; the port refuses new ones."""
        with self._lock:  # `listen` needs the port, so it waits until it is free
            line, self._line = self._line, None
            if line is not None:
                line.stop()

    def listen(self) -> None:
        """Open the line, unless it is open."""
        with self._lock:
            if self._line is None:
                self._line = RawServer(respond=self._respond, port=self.port)
                self._lines.append(self._line)
                self.port = self._line.port

    def inject(self, fault: Fault, random: Random, times: int) -> None:
        """Apply a fault to the next requests."""
        if fault.inject is not None:
            fault.inject(self.server, random, times)
        elif fault.break_answer is None:
            with self._lock:
                self._refusals = times
            self.refuse()
        else:
            with self._lock:
                self._pending.extend([fault] * times)

    def clear(self) -> None:
        """Remove all faults."""
        self.server.faults.clear()
        with self._lock:
            self._pending.clear()
            self._refusals = 0
            if self._has_line:
                self.listen()

    def on_request(self, event: RequestEvent) -> None:
        """Open the line again after the injected number of refused requests; the hook of the clients."""
        if os.getpid() != self._process:
            return  # a forked child has no line
        with self._lock:
            if self._refusals:
                self._refusals -= 1
            elif self._has_line:
                self.listen()

    @contextmanager
    def latency(self, seconds: float) -> Generator[None]:
        """Delay all answers."""
        if not self._has_line:
            with self.server.faults.latency(seconds):
                yield
            return
        self._pause = seconds
        try:
            yield
        finally:
            self._pause = 0.0

    def arrivals(self) -> list[Arrival]:
        """Return the requests so far."""
        if self._has_line:
            with self._lock:
                return list(self._arrivals)
        return [
            Arrival(request.method, request.path, _name(request.body), request.status == 429)
            for request in self.server.requests
        ]

    def descriptors(self) -> int | None:
        """Return the number of open descriptors that are not the server's; None where the system cannot tell it."""
        with self._lock:
            lines = list(self._lines)
        return descriptors(self.port, set[int]().union(*(line.descriptors for line in lines)))

    def _respond(self, request: bytes) -> Script:
        head, _, body = request.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        with self._lock:
            fault = self._pending.popleft() if self._pending else None
            random = Random(self._random.random())
            path = target.partition("?")[0]
            self._arrivals.append(Arrival(method, path, _name(json.loads(body) if body else None), is_refused=False))
        if fault is not None and not fault.is_processed:
            good = answer(b"")
        else:
            headers = dict(line.split(": ", 1) for line in lines)
            for name in list(headers):
                if name.lower() in {"host", "connection", "content-length", "accept-encoding"}:
                    del headers[name]
            response = self._inside.request(method, target, headers=headers, content=body)
            good = answer(response.content, status=f"{response.status_code} {response.reason_phrase}")
        if fault is not None and fault.break_answer is not None:
            return fault.break_answer(good, random)
        return [Pause(self._pause), good] if self._pause else [good]


def _name(body: object) -> str:
    return str(cast("dict[str, object]", body).get("name", "")) if isinstance(body, dict) else ""
