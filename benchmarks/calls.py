"""Client CPU time of a call over loopback that returns models, compared with bare httpx and `.json()`."""

from __future__ import annotations

import asyncio
import gc
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack
from statistics import median
from typing import Literal

import aiohttp
import httpx
from pyreqwest.client import SyncClientBuilder

from benchmarks.bodies import BLOCKS, MOVIE_ID
from benchmarks.measure import Result, median_ratios, pin
from benchmarks.server_process import Address, running_server
from tmdb_facade import TMDB, AsyncTMDB

CALLS = 25
ROUNDS = 25
SYNC_BUDGET = 0.75
ASYNC_BUDGET = 0.80
FAST_SYNC_BUDGET = 0.20
FAST_ASYNC_BUDGET = 0.25
PATH = f"/3/movie/{MOVIE_ID}"
APPEND = ",".join(BLOCKS.blocks)

#: The CPU seconds of a call by name, for each round.
Rounds = list[dict[str, float]]


def measure() -> Iterator[Result]:
    """Measure a movie without blocks and with ten blocks, sync and async, and a movie with the fast engines."""
    pin(0)
    with running_server() as address:
        yield _result("details, sync", _sync(address), SYNC_BUDGET)
        yield _result("details, sync, pyreqwest", _sync(address, engine="pyreqwest"), FAST_SYNC_BUDGET)
        yield _result("details, async", asyncio.run(_async(address)), ASYNC_BUDGET)
        rounds = asyncio.run(_async(address, engine="aiohttp"))
        yield _result("details, async, aiohttp", rounds, FAST_ASYNC_BUDGET)
        yield _result("details with ten blocks, unread, sync", _sync(address, with_blocks=True))
        yield _result("details with ten blocks, unread, async", asyncio.run(_async(address, with_blocks=True)))


def _result(name: str, rounds: Rounds, budget: float | None = None) -> Result:
    """Return our ratio to httpx, and that of a fast engine's own library with `json.loads`."""
    seconds = median(times["httpx"] for times in rounds)
    ratios = median_ratios(rounds, "httpx")
    alternatives = {other: ratio for other, ratio in ratios.items() if other not in ("ours", "httpx")}
    return Result(name, ratios["ours"], budget, f"{seconds * 1e6:.0f} us", alternatives)


def _sync(address: Address, *, with_blocks: bool = False, engine: Literal["httpx", "pyreqwest"] = "httpx") -> Rounds:
    query = {"append_to_response": APPEND} if with_blocks else None
    append = BLOCKS if with_blocks else None
    with ExitStack() as stack:
        client = stack.enter_context(httpx.Client(base_url=address.base_url, headers=_headers(address)))
        tmdb = stack.enter_context(TMDB(address.access_token, base_url=address.base_url, engine=engine))
        library = SyncClientBuilder().no_proxy().build()

        def bare() -> object:
            return client.get(PATH, params=query).json()

        def ours() -> object:
            return tmdb.movies.details(MOVIE_ID) if append is None else tmdb.movies.details(MOVIE_ID, append=append)

        def alone() -> object:
            response = library.get(address.base_url + PATH).headers(_headers(address)).build().send()
            return json.loads(bytes(response.bytes()))

        def sample(function: Callable[[], object]) -> float:
            gc.collect()
            start = time.process_time()
            for _ in range(CALLS):
                function()
            return (time.process_time() - start) / CALLS

        functions = {"httpx": bare, "ours": ours}
        if engine == "pyreqwest":
            functions["pyreqwest alone"] = alone
        for function in functions.values():
            sample(function)
        return [{name: sample(function) for name, function in functions.items()} for _ in range(ROUNDS)]


async def _async(
    address: Address, *, with_blocks: bool = False, engine: Literal["httpx", "aiohttp"] = "httpx"
) -> Rounds:
    query = {"append_to_response": APPEND} if with_blocks else None
    append = BLOCKS if with_blocks else None
    async with AsyncExitStack() as stack:
        client = httpx.AsyncClient(base_url=address.base_url, headers=_headers(address))
        await stack.enter_async_context(client)
        tmdb = AsyncTMDB(address.access_token, base_url=address.base_url, engine=engine)
        await stack.enter_async_context(tmdb)
        library = await stack.enter_async_context(aiohttp.ClientSession())

        async def bare() -> object:
            return (await client.get(PATH, params=query)).json()

        async def ours() -> object:
            return await (
                tmdb.movies.details(MOVIE_ID) if append is None else tmdb.movies.details(MOVIE_ID, append=append)
            )

        async def alone() -> object:
            async with library.get(address.base_url + PATH, headers=_headers(address)) as response:
                return await response.json()

        async def sample(function: Callable[[], Awaitable[object]]) -> float:
            gc.collect()
            start = time.process_time()
            for _ in range(CALLS):
                await function()
            return (time.process_time() - start) / CALLS

        functions = {"httpx": bare, "ours": ours}
        if engine == "aiohttp":
            functions["aiohttp alone"] = alone
        for function in functions.values():
            await sample(function)
        return [{name: await sample(function) for name, function in functions.items()} for _ in range(ROUNDS)]


def _headers(address: Address) -> dict[str, str]:
    return {"Authorization": f"Bearer {address.access_token}"}
