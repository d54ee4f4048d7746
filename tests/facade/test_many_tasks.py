"""Details of many ids by tasks: however the iteration ends, no task is left running."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import count

import pytest

from tests.facade.slow import PATIENCE, SlowPages, delay_pages, slow_server
from tests.facade.support import TOKEN
from tmdb_facade import APITimeoutError, AsyncTMDB

pytestmark = pytest.mark.usefixtures("real_waits")


@pytest.fixture
def server() -> Iterator[str]:
    """Yield the URL of a slow TMDB."""
    with slow_server() as url:
        yield url


def count_tasks() -> int:
    """Return the number of tasks besides the test's own."""
    return len(asyncio.all_tasks()) - 1


async def wait_until(condition: Callable[[], bool]) -> bool:
    """Wait until the condition is true while tasks run, for at most PATIENCE seconds; return whether it is."""
    end = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < end:  # noqa: ASYNC110  (no event exists for the condition)
        await asyncio.sleep(0.005)
    return condition()


async def test_async_details_many_sends_as_many_requests_at_a_time_as_concurrency(server: str) -> None:
    delay_pages(first=1)
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:

        async def walk() -> list[int]:
            return [result.id async for result in tmdb.movies.details_many(range(1, 31), concurrency=6)]

        walking = asyncio.create_task(walk())
        assert await wait_until(lambda: len(SlowPages.in_flight) == 6)
        SlowPages.released.set()
        assert await walking == list(range(1, 31))
    assert max(SlowPages.concurrency) == 6
    assert sorted(SlowPages.requested) == list(range(1, 31))


async def test_async_details_many_without_order_returns_a_quick_id_before_a_slow_one(server: str) -> None:
    delay_pages(first=1)
    SlowPages.delays.update({2: 0.0, 4: 0.0})
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        results = aiter(tmdb.movies.details_many([1, 2, 3, 4], ordered=False, concurrency=4))
        assert {(await anext(results)).id, (await anext(results)).id} == {2, 4}
        SlowPages.released.set()
        assert {(await anext(results)).id, (await anext(results)).id} == {1, 3}


@pytest.mark.parametrize("ordered", [True, False])
async def test_async_break_cancels_the_calls_of_details_many(server: str, *, ordered: bool) -> None:
    delay_pages(first=2)
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        async for result in tmdb.movies.details_many(count(1), concurrency=4, ordered=ordered):
            assert result.id == 1
            break
        assert await wait_until(lambda: not count_tasks())
        assert len(SlowPages.requested) <= 4
        SlowPages.released.set()  # the server notices that a connection is closed when it responds
    assert await wait_until(lambda: not SlowPages.connections)


async def test_async_error_of_the_ids_cancels_the_calls_of_details_many(server: str) -> None:
    def ids() -> Iterator[int]:
        yield from (1, 2, 3)
        raise LookupError

    delay_pages(first=1)
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        with pytest.raises(LookupError):
            _ = [result async for result in tmdb.movies.details_many(ids())]
        assert await wait_until(lambda: not count_tasks())


@pytest.mark.parametrize("ordered", [True, False])
async def test_async_cancelled_details_many_cancels_its_calls(server: str, *, ordered: bool) -> None:
    delay_pages(first=1)
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:

        async def walk() -> None:
            _ = [result async for result in tmdb.movies.details_many(count(1), concurrency=3, ordered=ordered)]

        walking = asyncio.create_task(walk())
        assert await wait_until(lambda: len(SlowPages.in_flight) == 3)
        walking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await walking
        assert await wait_until(lambda: not count_tasks())


@pytest.mark.parametrize("ordered", [True, False])
async def test_async_close_ends_an_iteration_that_waits(server: str, *, ordered: bool) -> None:
    delay_pages(first=1)
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        many = tmdb.movies.details_many(count(1), concurrency=3, ordered=ordered)

        async def walk() -> None:
            _ = [result async for result in many]

        walking = asyncio.create_task(walk())
        assert await wait_until(lambda: len(SlowPages.in_flight) == 3)
        await many.aclose()
        with pytest.raises(RuntimeError, match="closed"):
            await walking
        assert await wait_until(lambda: not count_tasks())


async def test_async_iteration_dropped_in_a_cycle_cancels_its_calls(server: str) -> None:
    delay_pages(first=2)
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        results = aiter(tmdb.movies.details_many(count(1), concurrency=3))
        assert (await anext(results)).id == 1
        assert count_tasks()
        cycle: list[object] = [results]
        cycle.append(cycle)
        del results, cycle
        gc.collect()
        assert await wait_until(lambda: not count_tasks())


async def test_async_timeout_of_details_many_ends_the_calls(server: str) -> None:
    """Although each call may take longer."""
    delay_pages(first=1)
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore", total_timeout=None) as tmdb:
        with pytest.raises(APITimeoutError, match=r"timeout of 0\.5 s"):
            _ = [result async for result in tmdb.movies.details_many(count(1), concurrency=3, timeout=0.5)]
        assert await wait_until(lambda: not count_tasks())


async def test_async_total_timeout_of_a_call_is_a_result(server: str) -> None:
    delay_pages(first=1)
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore", max_retries=0) as tmdb:
        quick = tmdb.with_options(total_timeout=0.5)
        results = [result async for result in quick.movies.details_many([1, 2, 3], concurrency=2)]
    assert [type(result.error) for result in results] == [APITimeoutError] * 3


@pytest.mark.parametrize("ordered", [True, False])
async def test_async_details_many_returns_a_result_before_ids_that_come_slowly(server: str, *, ordered: bool) -> None:
    delay_pages(first=4)
    events: list[str] = []

    async def ids() -> AsyncIterator[int]:
        for number in (1, 2, 3):
            events.append(f"id {number}")
            yield number
            assert await wait_until(lambda: count_tasks() == 0)

    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        async for result in tmdb.movies.details_many(ids(), ordered=ordered):
            assert result.error is None
            events.append(f"result {result.id}")
    assert events == ["id 1", "id 2", "result 1", "id 3", "result 2", "result 3"]


async def test_async_details_many_ends_the_wait_for_an_id_at_its_timeout(server: str) -> None:
    delay_pages()

    async def ids() -> AsyncIterator[int]:
        yield 1
        await asyncio.sleep(10 * PATIENCE)

    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        with pytest.raises(APITimeoutError, match=r"timeout of 0\.5 s"):
            await anext(aiter(tmdb.movies.details_many(ids(), timeout=0.5)))


async def test_async_timeout_of_the_ids_themselves_is_raised_as_it_is(server: str) -> None:
    delay_pages()

    async def ids() -> AsyncIterator[int]:
        yield 1
        raise TimeoutError("the queue is empty")

    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        with pytest.raises(TimeoutError, match="the queue is empty"):
            await anext(aiter(tmdb.movies.details_many(ids(), timeout=PATIENCE)))
