"""Client CPU time of an answer from the cache, compared with an uncached call of bare httpx and `.json()`."""

from __future__ import annotations

import asyncio
import gc
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path
from statistics import median

import httpx

from benchmarks.bodies import MOVIE_ID
from benchmarks.measure import Result, median_ratios, pin
from benchmarks.server_process import Address, running_server
from tmdb_facade import TMDB, AsyncTMDB

CALLS = 25
ROUNDS = 25
WARM_UP = 20
PATH = f"/3/movie/{MOVIE_ID}"
BUDGETS = {"memory": 0.2, "SQLite": 0.35}


def measure() -> Iterator[Result]:
    """Measure a movie's details from memory and from a file, sync and async, decoding included."""
    pin(0)
    with running_server() as address, tempfile.TemporaryDirectory() as folder:
        for client, rounds in (
            ("sync", _sync(address, Path(folder, "sync"))),
            ("async", asyncio.run(_async(address, Path(folder, "async")))),
        ):
            baseline = f"{median(times['httpx'] for times in rounds) * 1e6:.0f} us"
            ratios = median_ratios(rounds, "httpx")
            yield from (
                Result(f"details from {name}, {client}", ratios[name], budget, baseline)
                for name, budget in BUDGETS.items()
            )


def _sync(address: Address, file: Path) -> list[dict[str, float]]:
    with ExitStack() as stack:
        http = stack.enter_context(httpx.Client(base_url=address.base_url, headers=_headers(address)))
        # Stored answers of any age: the embedded TMDB's headers do not matter.
        memory, sqlite = (
            stack.enter_context(TMDB(address.access_token, base_url=address.base_url, cache=cache))
            for cache in ("memory", file)
        )
        functions: dict[str, Callable[[], object]] = {
            "httpx": lambda: http.get(PATH).json(),
            "memory": lambda: memory.movies.details(MOVIE_ID),
            "SQLite": lambda: sqlite.movies.details(MOVIE_ID),
        }

        def sample(function: Callable[[], object], number: int) -> float:
            gc.collect()
            start = time.process_time()
            for _ in range(number):
                function()
            return (time.process_time() - start) / number

        for function in functions.values():
            sample(function, WARM_UP)
        return [{name: sample(function, CALLS) for name, function in functions.items()} for _ in range(ROUNDS)]


async def _async(address: Address, file: Path) -> list[dict[str, float]]:
    async with AsyncExitStack() as stack:
        http = httpx.AsyncClient(base_url=address.base_url, headers=_headers(address))
        await stack.enter_async_context(http)
        memory, sqlite = [
            await stack.enter_async_context(AsyncTMDB(address.access_token, base_url=address.base_url, cache=cache))
            for cache in ("memory", file)
        ]

        async def bare() -> object:
            return (await http.get(PATH)).json()

        functions: dict[str, Callable[[], Awaitable[object]]] = {
            "httpx": bare,
            "memory": lambda: memory.movies.details(MOVIE_ID),
            "SQLite": lambda: sqlite.movies.details(MOVIE_ID),
        }

        async def sample(function: Callable[[], Awaitable[object]], number: int) -> float:
            gc.collect()
            start = time.process_time()
            for _ in range(number):
                await function()
            return (time.process_time() - start) / number

        for function in functions.values():
            await sample(function, WARM_UP)
        return [{name: await sample(function, CALLS) for name, function in functions.items()} for _ in range(ROUNDS)]


def _headers(address: Address) -> dict[str, str]:
    return {"Authorization": f"Bearer {address.access_token}"}
