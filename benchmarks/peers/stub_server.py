"""The server that all clients are measured against: prepared answers, a latency, and a rate limit for each credential.

A request to `/mode?latency=0.05&limit=40&damaged=1` changes what the server does; `/mode` alone makes it a plain server again.
`/damaged` lists the damaged answers.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

import httpx

from benchmarks.bodies import Bodies, extend, make_bodies
from benchmarks.measure import pin
from benchmarks.peers.damaged_answers import FIRST_ID, DamagedAnswer, damaged_answers
from benchmarks.peers.drivers.commands import ExpectedAnswer
from benchmarks.peers.drivers.harness import MOVIE_ID
from tmdb_facade.testing import TMDBServer

PAGE_SIZE = 20
#: As many pages as TMDB has.
PAGES = 500
WINDOW = 1.0
REFUSAL = {"status_code": 25, "status_message": "Your request count is over the allowed limit.", "success": False}
#: What tmdbapis requests when it is created.
CONFIGURATION = ("", "/countries", "/jobs", "/languages", "/primary_translations", "/timezones")
OTHERS = [f"/3/configuration{path}" for path in CONFIGURATION] + ["/3/genre/movie/list"]

_PAGE = re.compile(r"(?:^|&)page=(\d+)")
_CREDENTIAL = re.compile(rb"api_key=(\w+)|authorization: *bearer +(\S+)", re.IGNORECASE)


@dataclass
class Stub:
    """Prepared responses and the current mode.

    Attributes:
        bodies: The bodies of the movie.
        pages: The responses of the pages.
        damaged: The damaged answers.
        others: Responses by path.
    """

    bodies: Bodies
    pages: list[bytes]
    damaged: list[DamagedAnswer]
    others: Mapping[str, bytes]
    latency: float = 0.0
    limit: int | None = None
    is_damaged: bool = False
    accepted: dict[bytes, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def __post_init__(self) -> None:
        """Prepare the responses of the movie."""
        self._movie, self._movie_with_blocks = response(self.bodies.movie), response(self.bodies.movie_with_blocks)

    def respond(self, request: bytes) -> bytes:
        """Return the response to a request whose head is complete."""
        target = request.split(b" ", 2)[1].decode("ascii", "replace")
        path, _, query = target.partition("?")
        if path == "/mode":
            self._set_mode(query)
            return response(b"{}")
        if path == "/damaged":
            return response(json.dumps(list(self._expected_answers())).encode())
        if self.limit is not None and not self._accept(request, self.limit):
            # As the recorded ones of TMDB, without Retry-After.
            return response(json.dumps(REFUSAL).encode(), 429)
        if path == "/3/movie/popular":
            page = _PAGE.search(query)
            number = int(page[1]) if page else 1
            # Numbers between those of damaged pages stand for movies; such a page is as usual.
            if self.is_damaged and number <= len(self.damaged) and self.damaged[number - 1].kind == "page":
                return self._damaged(number - 1)
            return self.pages[(number - 1) % PAGES]
        if path.startswith("/3/movie/"):
            number = int(path.rsplit("/", 1)[1])
            if self.is_damaged and number >= FIRST_ID:
                return self._damaged(number - FIRST_ID)
            return self._movie_with_blocks if re.search(r"append_to_response=[^&]", query) else self._movie
        return self.others.get(path) or response(b"{}", 404)

    def _expected_answers(self) -> Iterator[ExpectedAnswer]:
        for index, answer in enumerate(self.damaged):
            number = FIRST_ID + index if answer.kind == "movie" else 1 + index
            ids = None if answer.ids is None else list(answer.ids)
            yield {"name": answer.name, "kind": answer.kind, "number": number, "ids": ids}

    def _damaged(self, index: int) -> bytes:
        answer = self.damaged[index]
        return response(answer.body, answer.status, answer.headers)

    def _set_mode(self, query: str) -> None:
        mode = {name: values[0] for name, values in parse_qs(query).items()}
        self.latency, self.is_damaged = float(mode.get("latency", 0)), "damaged" in mode
        self.limit = int(mode["limit"]) if "limit" in mode else None
        self.accepted.clear()

    def _accept(self, request: bytes, limit: int) -> bool:
        """Return whether fewer than `limit` requests of the credential were accepted within the last second."""
        credential = _CREDENTIAL.search(request)
        times, now = self.accepted[credential[0] if credential else b""], time.monotonic()
        while times and now - times[0] >= WINDOW:
            times.popleft()
        if len(times) >= limit:
            return False
        times.append(now)
        return True


def response(
    body: bytes, status: int = 200, headers: Any = (("content-type", "application/json;charset=utf-8"),)
) -> bytes:
    """Return the bytes of a response."""
    lines = [
        f"HTTP/1.1 {status} Stub",
        *(f"{name}: {value}" for name, value in headers),
        f"content-length: {len(body)}",
    ]
    return "\r\n".join([*lines, "", ""]).encode() + body


def closing(answer: bytes) -> bytes:
    """Return a response that says that its connection will be closed."""
    return answer.replace(b"\r\n", b"\r\nconnection: close\r\n", 1)


def make_stub() -> Stub:
    """Prepare the responses from answers of the embedded TMDB."""
    bodies = make_bodies()
    with TMDBServer() as server, httpx.Client(base_url=server.base_url, timeout=30) as client:
        client.headers["Authorization"] = f"Bearer {server.access_token}"
        others = {path: response(client.get(path).raise_for_status().content) for path in OTHERS}
        page: dict[str, Any] = client.get("/3/movie/popular").raise_for_status().json()
    rows = extend(page["results"], PAGE_SIZE)
    pages: list[bytes] = []
    for number in range(1, PAGES + 1):
        results = [{**row, "id": (number - 1) * PAGE_SIZE + 1 + index} for index, row in enumerate(rows)]
        totals = {"total_pages": PAGES, "total_results": PAGES * PAGE_SIZE}
        pages.append(response(json.dumps({"page": number, "results": results, **totals}).encode()))
    first: dict[str, Any] = {"page": 1, "results": rows, "total_pages": PAGES, "total_results": PAGES * PAGE_SIZE}
    movie: dict[str, Any] = json.loads(bodies.movie)
    assert movie["id"] == MOVIE_ID
    return Stub(bodies, pages, damaged_answers(movie, first), others)


async def serve(stub: Stub) -> None:
    """Print the base URL and serve until stdin is closed."""

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                if stub.latency:
                    await asyncio.sleep(stub.latency)
                is_last = b"connection: close" in request.lower()
                writer.write(closing(stub.respond(request)) if is_last else stub.respond(request))
                await writer.drain()
                if is_last:
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client has closed the connection
        writer.close()

    server = await asyncio.start_server(converse, "127.0.0.1", 0, backlog=512)
    # Clients have credentials of their own, by which their requests are counted.
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", "any", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    pin(1)
    asyncio.run(serve(make_stub()))
