"""What waits for a request that is cancelled or interrupted sends it itself."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress

import httpx
import pytest

from tests.facade.support import TOKEN, json_response
from tmdb_facade import TMDB, AsyncTMDB

MOVIE = json_response({"id": 550, "title": "Fight Club"}, headers={"cache-control": "max-age=3600"})


async def test_cancelled_call_is_replaced_by_one_that_waits() -> None:
    requests: list[httpx.Request] = []
    arrived = [asyncio.Event() for _ in range(3)]

    async def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        arrived[len(requests) - 1].set()
        if len(requests) < 3:
            await asyncio.sleep(60)
        return httpx.Response(200, headers=MOVIE.headers, content=MOVIE.content)

    transport = httpx.MockTransport(answer)
    async with AsyncTMDB(TOKEN, transport=transport, cache="memory", on_drift="ignore") as tmdb:
        calls = [asyncio.ensure_future(tmdb.movies.details(550)) for _ in range(8)]
        for number in range(2):
            await arrived[number].wait()
            calls[number].cancel()
        movies = await asyncio.gather(*calls[2:])
    assert [movie.id for movie in movies] == [550] * 6
    assert len(requests) == 3


async def test_cancelled_waiting_calls_leave_the_others() -> None:
    released = asyncio.Event()

    async def answer(request: httpx.Request) -> httpx.Response:
        await released.wait()
        return httpx.Response(200, headers=MOVIE.headers, content=MOVIE.content)

    transport = httpx.MockTransport(answer)
    async with AsyncTMDB(TOKEN, transport=transport, cache="memory", on_drift="ignore") as tmdb:
        calls = [asyncio.ensure_future(tmdb.movies.details(550)) for _ in range(8)]
        await asyncio.sleep(0.05)
        for call in calls[1:5]:
            call.cancel()
        await asyncio.sleep(0.05)
        released.set()
        movies = await asyncio.gather(*calls, return_exceptions=True)
    assert [isinstance(movie, asyncio.CancelledError) for movie in movies] == [False] + [True] * 4 + [False] * 3


def test_interrupted_call_is_replaced_by_one_that_waits() -> None:
    requests: list[httpx.Request] = []
    is_waiting, released = threading.Event(), threading.Event()

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        if len(requests) == 1:
            is_waiting.set()
            released.wait(10)
            raise KeyboardInterrupt
        return httpx.Response(200, headers=MOVIE.headers, content=MOVIE.content)

    with TMDB(TOKEN, transport=httpx.MockTransport(answer), cache="memory", on_drift="ignore") as tmdb:
        movies: list[int] = []

        def first() -> None:
            with suppress(KeyboardInterrupt):
                tmdb.movies.details(550)

        threads = [threading.Thread(target=first)]
        threads[0].start()
        assert is_waiting.wait(10)
        threads += [threading.Thread(target=lambda: movies.append(tmdb.movies.details(550).id)) for _ in range(4)]
        for thread in threads[1:]:
            thread.start()
        released.set()
        for thread in threads:
            thread.join(10)
    assert movies == [550] * 4
    assert len(requests) == 2


@pytest.mark.parametrize("location", ["memory", "file"])
def test_event_loops_that_come_and_go_share_a_cache(location: str, tmp_path: object) -> None:
    requests: list[httpx.Request] = []

    async def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, headers=MOVIE.headers, content=MOVIE.content)

    path = location if location == "memory" else f"{tmp_path}/cache"
    tmdb = AsyncTMDB(TOKEN, transport=httpx.MockTransport(answer), cache=path, on_drift="ignore")
    for _ in range(3):
        assert asyncio.run(tmdb.movies.details(550)).id == 550
    assert len(requests) == 1
