"""A walk over many pages, against the waiting alone, which no client can save; and the memory of long walks and short.

Time is that of the clock here, and the best round counts: whatever else the machine does can only add to it.
"""

from __future__ import annotations

import asyncio
import gc
import json
import re
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial

import httpx

from benchmarks.bodies import PAGE_SIZE, fill
from benchmarks.measure import Result, pin
from benchmarks.server import Address, running_server
from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade.testing import TMDBServer

LATENCY = 0.05
PAGES = 100
#: What 100 pages may take, 10 at a time: the first page alone and ten rounds of 50 ms are 0.55 s of it.
SECONDS = 0.65
ROUNDS = 7
#: The pages of a long walk and of a short one, and what the long one may need more: no page of it is kept. The short
#: one fills the window in which duplicates are found.
LONG, SHORT = 400, 100
MEMORY_BUDGET = 1.1


def measure() -> Iterator[Result]:
    """Measure the time of walks over connections that are open or not yet, and the memory of two of them."""
    pin(0)
    with running_server("benchmarks.paging") as address:
        with TMDB(address.access_token, base_url=address.base_url) as tmdb:
            yield from _results("sync", partial(_sync_anew, address), partial(_sync, tmdb))
        with asyncio.Runner() as runner:

            def anew(pages: int, prefetch: int) -> None:
                runner.run(_async_anew(address, pages, prefetch))

            client = AsyncTMDB(address.access_token, base_url=address.base_url)
            yield from _results("async", anew, lambda pages, prefetch: runner.run(_async(client, pages, prefetch)))
            runner.run(client.aclose())


def _results(name: str, anew: Callable[[int, int], None], walk: Callable[[int, int], None]) -> Iterator[Result]:
    walk(SHORT, 10)
    yield _time(f"{name}, a new client", anew, 10, SECONDS)
    yield _time(name, walk, 10, SECONDS)
    yield _time(name, walk, 4, None)
    short, long = (_peak(partial(walk, pages, 10)) for pages in (SHORT, LONG))
    title = f"memory of {LONG} pages, {name}"
    yield Result(title, long / short, MEMORY_BUDGET, f"{short / 1024:.0f} KiB for {SHORT}")


def _time(name: str, walk: Callable[[int, int], None], prefetch: int, budget: float | None) -> Result:
    waits = (1 + -(-(PAGES - 1) // prefetch)) * LATENCY
    seconds = min(_seconds(partial(walk, PAGES, prefetch)) for _ in range(ROUNDS))
    title = f"{PAGES} pages, {prefetch} at a time, {name}: {seconds:.3f} s"
    return Result(title, seconds / waits, budget and budget / waits, f"{waits:.2f} s of waiting")


def _sync_anew(address: Address, pages: int, prefetch: int) -> None:
    with TMDB(address.access_token, base_url=address.base_url) as tmdb:
        _sync(tmdb, pages, prefetch)


async def _async_anew(address: Address, pages: int, prefetch: int) -> None:
    async with AsyncTMDB(address.access_token, base_url=address.base_url) as tmdb:
        await _async(tmdb, pages, prefetch)


def _sync(tmdb: TMDB, pages: int, prefetch: int) -> None:
    expected = 0
    for film in tmdb.movies.popular().prefetch(prefetch).limit(pages * PAGE_SIZE):
        expected += 1
        _check(film.id, expected)
    _check(expected, pages * PAGE_SIZE)


async def _async(tmdb: AsyncTMDB, pages: int, prefetch: int) -> None:
    expected = 0
    async for film in tmdb.movies.popular().prefetch(prefetch).limit(pages * PAGE_SIZE):
        expected += 1
        _check(film.id, expected)
    _check(expected, pages * PAGE_SIZE)


def _check(found: int, expected: int) -> None:
    """Make sure that the films come in order, and all of them."""
    if found != expected:
        raise RuntimeError(f"film {found} came where {expected} belongs")


def _seconds(walk: Callable[[], None]) -> float:
    gc.collect()
    start = time.perf_counter()
    walk()
    return time.perf_counter() - start


def _peak(walk: Callable[[], None]) -> float:
    """Return the most bytes that a walk kept at any time."""
    gc.collect()
    tracemalloc.start()
    try:
        walk()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def main() -> None:
    """Serve a list of films slowly, until the input ends."""
    pin(1)
    with TMDBServer() as server:
        headers = {"Authorization": f"Bearer {server.access_token}"}
        page = httpx.get(f"{server.base_url}/3/movie/popular", headers=headers, timeout=10).json()
        token = server.access_token
    rows = fill(page["results"], PAGE_SIZE)
    answers: list[bytes] = []
    for number in range(1, LONG + 1):
        first = (number - 1) * PAGE_SIZE + 1
        results = [{**row, "id": first + index} for index, row in enumerate(rows)]
        totals = {"total_pages": LONG, "total_results": LONG * PAGE_SIZE}
        body = json.dumps({"page": number, "results": results, **totals}).encode()
        head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        answers.append(head.encode() + body)
    asyncio.run(_serve(answers, token))


async def _serve(answers: list[bytes], token: str) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                wanted = re.search(rb"[?&]page=(\d+)", request)
                number = int(wanted[1]) if wanted else 1
                await asyncio.sleep(LATENCY)
                writer.write(answers[number - 1])
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()  # the client is done

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", token, flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    main()
