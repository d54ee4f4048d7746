"""Client CPU time of a call over loopback that returns models, compared with bare httpx and `.json()`."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack
from statistics import median
from typing import Literal

import httpx

from benchmarks.bodies import BLOCKS, MOVIE_ID
from benchmarks.measure import Result, median_ratios, pin
from benchmarks.server_process import Address, running_server
from tmdb_facade import TMDB, AsyncTMDB

CALLS = 25
ROUNDS = 25
WARM_UP = 20
SYNC_BUDGET = 0.75
ASYNC_BUDGET = 0.80
FAST_SYNC_BUDGET = 0.20
FAST_ASYNC_BUDGET = 0.25
PATH = f"/3/movie/{MOVIE_ID}"
APPEND = ",".join(BLOCKS.blocks)


def measure() -> Iterator[Result]:
    """Measure a movie without blocks and with ten blocks, sync and async."""
    pin(0)
    with running_server() as address:
        for name, budget, rounds in (
            ("details, sync", SYNC_BUDGET, _sync(address, with_blocks=False)),
            ("details, sync, pyreqwest", FAST_SYNC_BUDGET, _sync(address, with_blocks=False, engine="pyreqwest")),
            ("details, async", ASYNC_BUDGET, asyncio.run(_async(address, with_blocks=False))),
            (
                "details, async, aiohttp",
                FAST_ASYNC_BUDGET,
                asyncio.run(_async(address, with_blocks=False, engine="aiohttp")),
            ),
            ("details with ten blocks, unread, sync", None, _sync(address, with_blocks=True)),
            ("details with ten blocks, unread, async", None, asyncio.run(_async(address, with_blocks=True))),
        ):
            baseline = median(times["httpx"] for times in rounds)
            yield Result(name, median_ratios(rounds, "httpx")["ours"], budget, f"{baseline * 1e6:.0f} us")


def _sync(
    address: Address, *, with_blocks: bool, engine: Literal["httpx", "pyreqwest"] = "httpx"
) -> list[dict[str, float]]:
    query = {"append_to_response": APPEND} if with_blocks else None
    append = BLOCKS if with_blocks else None
    with ExitStack() as stack:
        client = stack.enter_context(httpx.Client(base_url=address.base_url, headers=_headers(address)))
        tmdb = stack.enter_context(TMDB(address.access_token, base_url=address.base_url, engine=engine))

        def bare() -> object:
            return client.get(PATH, params=query).json()

        def ours() -> object:
            return tmdb.movies.details(MOVIE_ID) if append is None else tmdb.movies.details(MOVIE_ID, append=append)

        def sample(function: Callable[[], object], number: int) -> float:
            gc.collect()
            start = time.process_time()
            for _ in range(number):
                function()
            return (time.process_time() - start) / number

        for function in (bare, ours):
            sample(function, WARM_UP)
        return [{"httpx": sample(bare, CALLS), "ours": sample(ours, CALLS)} for _ in range(ROUNDS)]


async def _async(
    address: Address, *, with_blocks: bool, engine: Literal["httpx", "aiohttp"] = "httpx"
) -> list[dict[str, float]]:
    query = {"append_to_response": APPEND} if with_blocks else None
    append = BLOCKS if with_blocks else None
    async with AsyncExitStack() as stack:
        client = httpx.AsyncClient(base_url=address.base_url, headers=_headers(address))
        await stack.enter_async_context(client)
        tmdb = await stack.enter_async_context(
            AsyncTMDB(address.access_token, base_url=address.base_url, engine=engine)
        )

        async def bare() -> object:
            return (await client.get(PATH, params=query)).json()

        async def ours() -> object:
            return await (
                tmdb.movies.details(MOVIE_ID) if append is None else tmdb.movies.details(MOVIE_ID, append=append)
            )

        async def sample(function: Callable[[], Awaitable[object]], number: int) -> float:
            gc.collect()
            start = time.process_time()
            for _ in range(number):
                await function()
            return (time.process_time() - start) / number

        for function in (bare, ours):
            await sample(function, WARM_UP)
        return [{"httpx": await sample(bare, CALLS), "ours": await sample(ours, CALLS)} for _ in range(ROUNDS)]


def _headers(address: Address) -> dict[str, str]:
    return {"Authorization": f"Bearer {address.access_token}"}
