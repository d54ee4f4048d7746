"""Fetching pages ahead by tasks: none is left behind, whatever ends a walk."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from tests.facade.slow import NEVER, Pages, hold_up, slow_server
from tests.facade.support import TOKEN
from tmdb_facade import AsyncTMDB, NotFoundError
from tmdb_facade._runtime import tasks

pytestmark = pytest.mark.usefixtures("real_waits")


@pytest.fixture
def server() -> Iterator[str]:
    """A server that takes its time; gives its URL."""
    with slow_server() as url:
        yield url


def count_tasks() -> int:
    """Count the tasks besides the test's own."""
    return len(asyncio.all_tasks()) - 1


async def soon(seconds: float, condition: Callable[[], bool]) -> bool:
    """Wait for it, and let tasks run meanwhile."""
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:  # noqa: ASYNC110  (what is waited for tells nobody)
        await asyncio.sleep(0.005)
    return condition()


async def test_pages_are_fetched_at_the_same_time_by_tasks(server: str) -> None:
    """The same."""
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        found = [film.id async for film in tmdb.movies.popular().prefetch(10).limit(420)]
    assert found == list(range(1, 421))
    assert sorted(Pages.asked) == list(range(1, 22))
    assert 5 <= max(Pages.most) <= 10


async def test_a_break_leaves_no_task_behind(server: str) -> None:
    """What was sent is given up, and its connection closed."""
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        hold_up()
        async for film in tmdb.movies.popular():
            if film.id == 21:
                break
        assert await soon(1, lambda: not count_tasks())
        assert len(Pages.asked) <= 5
    assert count_tasks() == 0


async def test_an_error_in_the_loop_leaves_no_task_behind(server: str) -> None:
    """Like a break."""
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        hold_up()
        with pytest.raises(LookupError):  # noqa: PT012  (the loop is what is tested)
            async for film in tmdb.movies.popular():
                if film.id == 21:
                    raise LookupError
        assert await soon(1, lambda: not count_tasks())


async def test_an_error_of_a_page_ends_the_other_tasks(server: str) -> None:
    """At once."""
    Pages.missing.add(3)
    hold_up(first=4)
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        found: list[int] = []
        with pytest.raises(NotFoundError):  # noqa: PT012  (what comes before the error counts here)
            async for film in tmdb.movies.popular():
                found.append(film.id)  # noqa: PERF401  (a comprehension would lose them)
        assert found == list(range(1, 41))
        assert await soon(0.2, lambda: not count_tasks())


async def test_closing_the_pager_ends_its_tasks(server: str) -> None:
    """When the block is left, none runs; answers that do not come are not waited for."""
    hold_up()
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        async with tmdb.movies.popular() as pager:
            walk = aiter(pager.limit(100))
            assert [await anext(walk) for _ in range(21)][-1].id == 21
            assert count_tasks()
            start = time.monotonic()
        assert not count_tasks()
        assert time.monotonic() - start < 5


async def test_closing_the_client_ends_the_tasks_of_all_its_pagers(server: str) -> None:
    """At once; no connection is left."""
    hold_up()
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        walks = [aiter(tmdb.movies.popular()), aiter(tmdb.movies.top_rated())]
        for walk in walks:
            assert [await anext(walk) for _ in range(21)][-1].id == 21
        assert count_tasks()
        start = time.monotonic()
    assert not count_tasks()
    assert time.monotonic() - start < 5
    for walk in walks:
        with pytest.raises(RuntimeError, match="closed"):
            [film async for film in walk]


async def test_a_cancelled_walk_leaves_no_task_behind(server: str) -> None:
    """Also when it waits for a page at that moment."""
    hold_up()
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        found: list[int] = []

        async def walk() -> None:
            async for film in tmdb.movies.popular():
                found.append(film.id)  # noqa: PERF401  (a comprehension would lose them)

        walking = asyncio.create_task(walk())
        assert await soon(1, lambda: len(found) == 40)
        walking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await walking
        assert await soon(0.2, lambda: not count_tasks())


async def test_whoever_waits_for_a_page_of_a_closed_pager_is_told(server: str) -> None:
    """As an error of its own kind: nobody has cancelled him."""
    hold_up()
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        pager = tmdb.movies.popular()
        found: list[int] = []

        async def walk() -> None:
            async for film in pager:
                found.append(film.id)  # noqa: PERF401  (a comprehension would lose them)

        walking = asyncio.create_task(walk())
        assert await soon(1, lambda: len(found) == 40)
        await pager.aclose()
        with pytest.raises(RuntimeError, match="closed"):
            await walking


async def test_a_walk_over_several_lists_ends_with_its_pager(server: str) -> None:
    """What the lists fetch ahead belongs to it."""
    hold_up()
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        async with tmdb.changes.movies(start_date=date(2026, 1, 1), end_date=date(2026, 3, 1)) as pager:
            walk = aiter(pager)
            assert [(await anext(walk)).id for _ in range(21)][-1] == 21
            assert count_tasks()
        assert not count_tasks()
        with pytest.raises(RuntimeError, match="closed"):
            [row async for row in pager]


async def test_an_error_that_nobody_waits_for_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The event loop would call it a bug."""
    crew = tasks.BackgroundCalls()

    async def fail() -> None:
        raise LookupError("gone")

    crew.start(fail)
    await asyncio.sleep(0.01)
    gc.collect()
    assert caplog.text == ""


def test_closing_from_another_event_loop_reaches_the_tasks() -> None:
    """A client may be shared between loops; those of closed loops are let go."""
    crew = tasks.BackgroundCalls()
    started = threading.Event()
    ended: list[str] = []

    async def walk() -> None:
        job = crew.start(lambda: asyncio.sleep(NEVER))
        started.set()
        try:
            await job.result()
        except RuntimeError as error:
            ended.append(str(error))

    other = threading.Thread(target=lambda: asyncio.run(walk()))
    other.start()
    started.wait()
    asyncio.run(crew.aclose())
    other.join(1)
    assert ended == [tasks.CLOSED]
