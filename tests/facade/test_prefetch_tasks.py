"""Prefetching by tasks: however iteration ends, no task is left running."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from tests.facade.slow import NEVER, PATIENCE, SlowPages, delay_pages, slow_server
from tests.facade.support import TOKEN
from tmdb_facade import AsyncTMDB, NotFoundError
from tmdb_facade._runtime import tasks

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


async def test_async_prefetch_requests_pages_concurrently_and_keeps_their_order(server: str) -> None:
    delay_pages()
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:

        async def walk() -> list[int]:
            return [movie.id async for movie in tmdb.movies.popular().prefetch(10).limit(420)]

        walking = asyncio.create_task(walk())
        assert await wait_until(lambda: len(SlowPages.in_flight) >= 5)
        SlowPages.released.set()
        found = await walking
    assert found == list(range(1, 421))
    assert sorted(SlowPages.requested) == list(range(1, 22))
    assert 5 <= max(SlowPages.concurrency) <= 10


async def test_async_break_cancels_prefetching_tasks(server: str) -> None:
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        delay_pages()
        async for movie in tmdb.movies.popular():
            if movie.id == 21:
                break
        assert await wait_until(lambda: not count_tasks())
        assert len(SlowPages.requested) <= 5
    assert count_tasks() == 0


async def test_async_exception_in_the_loop_cancels_prefetching_tasks(server: str) -> None:
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        delay_pages()
        with pytest.raises(LookupError):  # noqa: PT012  (the loop is under test)
            async for movie in tmdb.movies.popular():
                if movie.id == 21:
                    raise LookupError
        assert await wait_until(lambda: not count_tasks())


async def test_async_error_of_a_page_cancels_the_later_pages(server: str) -> None:
    """The entries before the page are still returned."""
    SlowPages.missing.add(3)
    delay_pages(first=4)
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        found: list[int] = []
        with pytest.raises(NotFoundError):  # noqa: PT012  (the entries before the error are checked)
            async for movie in tmdb.movies.popular():
                found.append(movie.id)  # noqa: PERF401  (the list must survive the error)
        assert found == list(range(1, 41))
        assert await wait_until(lambda: not count_tasks())


async def test_async_pager_close_cancels_tasks_without_waiting_for_responses(server: str) -> None:
    delay_pages()
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        async with tmdb.movies.popular() as pager:
            walk = aiter(pager.limit(100))
            assert [await anext(walk) for _ in range(21)][-1].id == 21
            assert count_tasks()
            start = time.monotonic()
        assert await wait_until(lambda: not count_tasks())
        assert time.monotonic() - start < PATIENCE


async def test_async_client_close_cancels_the_tasks_of_all_pagers(server: str) -> None:
    delay_pages()
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        walks = [aiter(tmdb.movies.popular()), aiter(tmdb.movies.top_rated())]
        for walk in walks:
            assert [await anext(walk) for _ in range(21)][-1].id == 21
        assert count_tasks()
        start = time.monotonic()
    assert not count_tasks()
    assert time.monotonic() - start < PATIENCE
    for walk in walks:
        with pytest.raises(RuntimeError, match="closed"):
            [movie async for movie in walk]


async def test_async_iteration_cancelled_while_waiting_cancels_prefetching_tasks(server: str) -> None:
    delay_pages()
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        found: list[int] = []

        async def walk() -> None:
            async for movie in tmdb.movies.popular():
                found.append(movie.id)  # noqa: PERF401  (the list must survive the error)

        walking = asyncio.create_task(walk())
        assert await wait_until(lambda: len(found) == 40)
        walking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await walking
        assert await wait_until(lambda: not count_tasks())


async def test_async_pager_close_raises_in_a_task_that_waits_for_a_page(server: str) -> None:
    """It raises RuntimeError, since that task was not cancelled."""
    delay_pages()
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular()
        found: list[int] = []

        async def walk() -> None:
            async for movie in pager:
                found.append(movie.id)  # noqa: PERF401  (the list must survive the error)

        walking = asyncio.create_task(walk())
        assert await wait_until(lambda: len(found) == 40)
        await pager.aclose()
        with pytest.raises(RuntimeError, match="closed"):
            await walking


async def test_async_chained_pager_close_cancels_the_tasks_of_its_lists(server: str) -> None:
    delay_pages()
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        async with tmdb.changes.movies(start_date=date(2026, 1, 1), end_date=date(2026, 3, 1)) as pager:
            walk = aiter(pager)
            assert [(await anext(walk)).id for _ in range(21)][-1] == 21
            assert count_tasks()
        assert await wait_until(lambda: not count_tasks())
        with pytest.raises(RuntimeError, match="closed"):
            [row async for row in pager]


async def test_unretrieved_error_of_a_background_task_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    """asyncio would log it as never retrieved."""
    calls = tasks.BackgroundCalls()

    async def fail() -> None:
        raise LookupError("gone")

    calls.start(fail)
    await asyncio.sleep(0.01)
    gc.collect()
    assert caplog.text == ""


def test_background_tasks_are_closed_from_another_event_loop() -> None:
    """A client can be used in several event loops."""
    calls = tasks.BackgroundCalls()
    started = threading.Event()
    ended: list[str] = []

    async def walk() -> None:
        call = calls.start(lambda: asyncio.sleep(NEVER))
        started.set()
        try:
            await call.result()
        except RuntimeError as error:
            ended.append(str(error))

    other = threading.Thread(target=lambda: asyncio.run(walk()))
    other.start()
    started.wait()
    asyncio.run(calls.aclose())
    other.join(PATIENCE)
    assert ended == [tasks.CLOSED]
