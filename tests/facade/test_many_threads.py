"""Details of many ids by threads: however the iteration ends, no thread is left running."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest

from tests.facade.slow import PATIENCE, SlowPages, delay_pages, slow_server, wait_until
from tests.facade.support import TOKEN
from tmdb_facade import TMDB, APITimeoutError

pytestmark = pytest.mark.usefixtures("real_waits")


@pytest.fixture
def server() -> Iterator[str]:
    """Yield the URL of a slow TMDB."""
    with slow_server() as url:
        yield url


def running() -> list[str]:
    """Return the names of the threads of background calls."""
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("tmdb-facade page")]


def test_details_many_sends_as_many_requests_at_a_time_as_concurrency(server: str) -> None:
    delay_pages(first=1)
    with TMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb, ThreadPoolExecutor(1) as pool:
        many = tmdb.movies.details_many(range(1, 31), concurrency=6)
        walking = pool.submit(lambda: [result.id for result in many])
        assert wait_until(lambda: len(SlowPages.in_flight) == 6)
        SlowPages.released.set()
        assert walking.result(PATIENCE) == list(range(1, 31))
    assert max(SlowPages.concurrency) == 6
    assert sorted(SlowPages.requested) == list(range(1, 31))


def test_details_many_without_order_returns_a_quick_id_before_a_slow_one(server: str) -> None:
    delay_pages(first=1)
    SlowPages.delays.update({2: 0.0, 4: 0.0})
    with TMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        results = iter(tmdb.movies.details_many([1, 2, 3, 4], ordered=False, concurrency=4))
        assert {next(results).id, next(results).id} == {2, 4}
        SlowPages.released.set()
        assert {next(results).id, next(results).id} == {1, 3}


@pytest.mark.parametrize("ordered", [True, False])
def test_break_ends_the_threads_of_details_many(server: str, *, ordered: bool) -> None:
    """They end with their response, and send no further request."""
    delay_pages(first=2)
    with TMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        for result in tmdb.movies.details_many(count(1), concurrency=4, ordered=ordered):
            assert result.id == 1
            break
        assert len(SlowPages.requested) <= 4
        SlowPages.released.set()
        assert wait_until(lambda: not running())
        assert len(SlowPages.requested) <= 4
    assert wait_until(lambda: not SlowPages.connections)


def test_break_ends_the_retries_of_details_many(server: str) -> None:
    """Threads do not wait for Retry-After, nor for their turn of the rate limit, once their result is not needed."""
    SlowPages.rate_limited.update(range(2, 100))
    with TMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        for result in tmdb.movies.details_many(count(1), concurrency=4):
            assert result.id == 1
            break
        assert wait_until(lambda: not running())
    assert len(SlowPages.requested) == len(set(SlowPages.requested))


def test_break_ends_the_threads_of_a_call_of_several_requests(server: str) -> None:
    """A call for more than 20 blocks has threads of its own."""
    SlowPages.rate_limited.update(range(2, 100))
    with TMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        for result in tmdb.tv.details_many(count(1), seasons=range(30), concurrency=2):
            assert result.id == 1
            break
        assert wait_until(lambda: not running())


@pytest.mark.parametrize("ordered", [True, False])
def test_close_ends_an_iteration_that_waits(server: str, *, ordered: bool) -> None:
    delay_pages(first=1)
    with TMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb, ThreadPoolExecutor(1) as pool:
        many = tmdb.movies.details_many(count(1), concurrency=3, ordered=ordered)
        walking = pool.submit(lambda: [result.id for result in many])
        assert wait_until(lambda: len(SlowPages.in_flight) == 3)
        many.close()
        with pytest.raises(RuntimeError, match="closed"):
            walking.result(PATIENCE)
    assert wait_until(lambda: not running())


@pytest.mark.parametrize("ordered", [True, False])
def test_client_close_ends_an_iteration_that_waits(server: str, *, ordered: bool) -> None:
    delay_pages(first=1)
    with ThreadPoolExecutor(1) as pool:
        with TMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
            many = tmdb.movies.details_many(count(1), concurrency=3, ordered=ordered)
            walking = pool.submit(lambda: [result.id for result in many])
            assert wait_until(lambda: len(SlowPages.in_flight) == 3)
        with pytest.raises(RuntimeError, match="closed"):
            walking.result(PATIENCE)
    assert wait_until(lambda: not running())


def test_iteration_dropped_in_a_cycle_ends_its_threads(server: str) -> None:
    SlowPages.rate_limited.update(range(2, 100))
    with TMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        results = iter(tmdb.movies.details_many(count(1), concurrency=3))
        assert next(results).id == 1
        cycle: list[object] = [results]
        cycle.append(cycle)
        del results, cycle
        gc.collect()
        assert wait_until(lambda: not running())
    # None has been retried.
    assert len(SlowPages.requested) == len(set(SlowPages.requested))


def test_timeout_of_details_many_ends_the_iteration(server: str) -> None:
    """Although each call may take longer."""
    delay_pages(first=1)
    with TMDB(TOKEN, base_url=server, on_drift="ignore", total_timeout=None) as tmdb:
        start = time.monotonic()
        with pytest.raises(APITimeoutError, match=r"timeout of 0\.5 s"):
            list(tmdb.movies.details_many(count(1), concurrency=3, timeout=0.5))
        assert time.monotonic() - start < PATIENCE
        assert wait_until(lambda: not running())


def test_total_timeout_of_a_call_is_a_result(server: str) -> None:
    delay_pages(first=1)
    with TMDB(TOKEN, base_url=server, on_drift="ignore", max_retries=0) as tmdb:
        quick = tmdb.with_options(total_timeout=0.5)
        results = list(quick.movies.details_many([1, 2, 3], concurrency=2))
    assert [type(result.error) for result in results] == [APITimeoutError] * 3


@pytest.mark.parametrize("ordered", [True, False])
def test_details_many_returns_a_result_before_ids_that_come_slowly(server: str, *, ordered: bool) -> None:
    delay_pages(first=4)
    events: list[str] = []

    def ids() -> Iterator[int]:
        for number in (1, 2, 3):
            events.append(f"id {number}")
            yield number
            assert wait_until(lambda: not running())

    with TMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        for result in tmdb.movies.details_many(ids(), ordered=ordered):
            assert result.error is None
            events.append(f"result {result.id}")
    assert events == ["id 1", "id 2", "result 1", "id 3", "result 2", "result 3"]
