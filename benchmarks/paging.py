"""Time to iterate over many pages, relative to the latency that no client can avoid; and the peak memory.

Times are wall-clock times of the fastest round, because other load on the machine can only add to them.
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

from benchmarks.bodies import PAGE_SIZE, extend
from benchmarks.measure import Result, pin
from benchmarks.server_process import Address, running_server
from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade.testing import TMDBServer

LATENCY = 0.05
PAGES = 100
#: Maximum time for 100 pages, 10 concurrently. The latency is 0.55 s of it: the first page and ten rounds of 50 ms.
SECONDS = 0.62
FAST_SECONDS = 0.62
ROUNDS = 7
#: Numbers of pages to compare the peak memory, and the maximum ratio: pages are not stored. The short iteration already
#: fills the window in which duplicates are detected.
LONG, SHORT = 400, 100
MEMORY_BUDGET = 1.1


def measure() -> Iterator[Result]:
    """Measure the time with new and with open connections, and the peak memory of two iterations."""
    pin(0)
    with running_server("benchmarks.paging") as address:
        with TMDB(address.access_token, base_url=address.base_url) as tmdb:
            yield from _results("sync", partial(_sync_with_new_client, address), partial(_sync, tmdb))
        with TMDB(address.access_token, base_url=address.base_url, engine="pyreqwest") as tmdb:
            _sync(tmdb, SHORT, 10)
            yield _time("sync, pyreqwest", partial(_sync, tmdb), 10, FAST_SECONDS)
        with asyncio.Runner() as runner:

            def with_new_client(pages: int, prefetch: int) -> None:
                runner.run(_async_with_new_client(address, pages, prefetch))

            client = AsyncTMDB(address.access_token, base_url=address.base_url)
            yield from _results(
                "async", with_new_client, lambda pages, prefetch: runner.run(_async(client, pages, prefetch))
            )
            runner.run(client.aclose())
            fast = AsyncTMDB(address.access_token, base_url=address.base_url, engine="aiohttp")
            runner.run(_async(fast, SHORT, 10))
            yield _time(
                "async, aiohttp", lambda pages, prefetch: runner.run(_async(fast, pages, prefetch)), 10, FAST_SECONDS
            )
            runner.run(fast.aclose())


def _results(
    name: str, with_new_client: Callable[[int, int], None], iterate: Callable[[int, int], None]
) -> Iterator[Result]:
    iterate(SHORT, 10)
    yield _time(f"{name}, new client", with_new_client, 10, SECONDS)
    yield _time(name, iterate, 10, SECONDS)
    yield _time(name, iterate, 4, None)
    short, long = (_peak(partial(iterate, pages, 10)) for pages in (SHORT, LONG))
    title = f"memory of {LONG} pages, {name}"
    yield Result(title, long / short, MEMORY_BUDGET, f"{short / 1024:.0f} KiB for {SHORT}")


def _time(name: str, iterate: Callable[[int, int], None], prefetch: int, budget: float | None) -> Result:
    latency = (1 + -(-(PAGES - 1) // prefetch)) * LATENCY
    seconds = min(_seconds(partial(iterate, PAGES, prefetch)) for _ in range(ROUNDS))
    title = f"{PAGES} pages, {prefetch} concurrently, {name}: {seconds:.3f} s"
    return Result(title, seconds / latency, budget and budget / latency, f"{latency:.2f} s of latency")


def _sync_with_new_client(address: Address, pages: int, prefetch: int) -> None:
    with TMDB(address.access_token, base_url=address.base_url) as tmdb:
        _sync(tmdb, pages, prefetch)


async def _async_with_new_client(address: Address, pages: int, prefetch: int) -> None:
    async with AsyncTMDB(address.access_token, base_url=address.base_url) as tmdb:
        await _async(tmdb, pages, prefetch)


def _sync(tmdb: TMDB, pages: int, prefetch: int) -> None:
    expected = 0
    for movie in tmdb.movies.popular().prefetch(prefetch).limit(pages * PAGE_SIZE):
        expected += 1
        _check(movie.id, expected)
    _check(expected, pages * PAGE_SIZE)


async def _async(tmdb: AsyncTMDB, pages: int, prefetch: int) -> None:
    expected = 0
    async for movie in tmdb.movies.popular().prefetch(prefetch).limit(pages * PAGE_SIZE):
        expected += 1
        _check(movie.id, expected)
    _check(expected, pages * PAGE_SIZE)


def _check(found: int, expected: int) -> None:
    """Validate the order and the number of movies."""
    if found != expected:
        raise RuntimeError(f"expected movie {expected}, got {found}")


def _seconds(iterate: Callable[[], None]) -> float:
    gc.collect()
    start = time.perf_counter()
    iterate()
    return time.perf_counter() - start


def _peak(iterate: Callable[[], None]) -> float:
    """Return the peak memory of an iteration in bytes."""
    gc.collect()
    tracemalloc.start()
    try:
        iterate()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def main() -> None:
    """Serve a list of movies with latency, until stdin is closed."""
    pin(1)
    with TMDBServer() as server:
        headers = {"Authorization": f"Bearer {server.access_token}"}
        page = httpx.get(f"{server.base_url}/3/movie/popular", headers=headers, timeout=10).json()
        token = server.access_token
    rows = extend(page["results"], PAGE_SIZE)
    responses: list[bytes] = []
    for number in range(1, LONG + 1):
        first = (number - 1) * PAGE_SIZE + 1
        results = [{**row, "id": first + index} for index, row in enumerate(rows)]
        totals = {"total_pages": LONG, "total_results": LONG * PAGE_SIZE}
        body = json.dumps({"page": number, "results": results, **totals}).encode()
        head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        responses.append(head.encode() + body)
    asyncio.run(_serve(responses, token))


async def _serve(responses: list[bytes], token: str) -> None:
    async def respond(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                page = re.search(rb"[?&]page=(\d+)", request)
                number = int(page[1]) if page else 1
                await asyncio.sleep(LATENCY)
                writer.write(responses[number - 1])
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()  # the client has closed the connection

    server = await asyncio.start_server(respond, "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", token, flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    main()
