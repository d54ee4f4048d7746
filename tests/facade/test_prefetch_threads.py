"""Prefetching by threads: however iteration ends, no thread is left running."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar

import httpx
import pytest

from tests.facade.slow import LATENCY, NEVER, PATIENCE, RULE, SlowPages, delay_pages, slow_server, wait_until
from tests.facade.support import TOKEN
from tmdb_facade import TMDB, NotFoundError
from tmdb_facade._runtime import threads
from tmdb_facade.models import Movie, TVShow

pytestmark = pytest.mark.usefixtures("real_waits")


@pytest.fixture
def server() -> Iterator[str]:
    """Yield the URL of a slow TMDB."""
    with slow_server() as url:
        yield url


@contextmanager
def connect(server: str) -> Generator[TMDB]:
    """Open a sync client of the server."""
    with TMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        yield tmdb


def running() -> list[str]:
    """Return the names of the prefetching threads."""
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("tmdb-facade page")]


def test_prefetch_requests_pages_concurrently_and_keeps_their_order(server: str) -> None:
    delay_pages()
    with connect(server) as tmdb, ThreadPoolExecutor(1) as pool:
        walking = pool.submit(lambda: [movie.id for movie in tmdb.movies.popular().prefetch(10).limit(420)])
        assert wait_until(lambda: len(SlowPages.in_flight) >= 5)
        SlowPages.released.set()
        found = walking.result(PATIENCE)
    assert found == list(range(1, 421))
    assert sorted(SlowPages.requested) == list(range(1, 22))
    assert 5 <= max(SlowPages.concurrency) <= 10


def test_break_ends_prefetching_threads(server: str) -> None:
    """No further request is sent, and no connection stays open."""
    with connect(server) as tmdb:
        for movie in tmdb.movies.popular():
            if movie.id == 21:
                break
        assert wait_until(lambda: not running())
        requested = len(SlowPages.requested)
        time.sleep(2 * LATENCY)
        assert len(SlowPages.requested) == requested <= 5
    assert wait_until(lambda: not SlowPages.connections)


def test_exception_in_the_loop_ends_prefetching_threads(server: str) -> None:
    with connect(server) as tmdb:
        with pytest.raises(LookupError):  # noqa: PT012  (the loop is under test)
            for movie in tmdb.movies.popular():
                if movie.id == 21:
                    raise LookupError
        assert wait_until(lambda: not running())


def test_error_of_a_page_is_raised_in_order_and_ends_prefetching_threads(server: str) -> None:
    SlowPages.missing.add(3)
    with connect(server) as tmdb:
        found: list[int] = []
        with pytest.raises(NotFoundError):  # noqa: PT012  (the entries before the error are checked)
            for movie in tmdb.movies.popular():
                found.append(movie.id)  # noqa: PERF401  (the list must survive the error)
        assert found == list(range(1, 41))
        assert wait_until(lambda: not running())


def test_threads_of_a_closed_pager_end_with_their_response(server: str) -> None:
    """Also those of pagers derived from it by `limit`."""
    delay_pages()
    with connect(server) as tmdb:
        with tmdb.movies.popular() as pager:
            walk = iter(pager.limit(100))
            assert next(movie.id for movie in walk if movie.id > 20) == 21
            assert running()
        SlowPages.released.set()
        assert wait_until(lambda: not running())


def test_client_close_ends_the_threads_of_all_pagers(server: str) -> None:
    """Also those of clients made by `with_options`; no connection stays open."""
    delay_pages()
    with connect(server) as tmdb:
        walks: list[Iterator[Movie | TVShow]] = [
            iter(tmdb.movies.popular()),
            iter(tmdb.with_options(language="pt").tv.popular()),
        ]
        for walk in walks:
            assert [next(walk) for _ in range(21)][-1].id == 21
        assert running()
    assert not running()
    SlowPages.released.set()
    assert wait_until(lambda: not SlowPages.connections)
    for walk in walks:
        with pytest.raises(RuntimeError, match="closed"):
            list(walk)


def test_pager_close_does_not_wait_for_responses_and_client_close_ends_them(server: str) -> None:
    with connect(server) as tmdb:
        delay_pages()
        start = time.monotonic()
        with tmdb.movies.popular() as pager:
            walk = iter(pager)
            assert next(movie.id for movie in walk if movie.id > 20) == 21
            assert running()
        for movie in tmdb.movies.popular():
            if movie.id == 21:
                break
    assert wait_until(lambda: not running())
    assert time.monotonic() - start < PATIENCE


def test_client_close_waits_only_briefly_for_a_user_supplied_transport() -> None:
    """Its blocking calls cannot be cancelled; its daemon threads do not keep the process alive."""
    released = threading.Event()

    def answer(request: httpx.Request) -> httpx.Response:
        if int(request.url.params["page"]) > 2:
            released.wait(NEVER)
        return RULE(request)

    start = time.monotonic()
    with TMDB(TOKEN, transport=httpx.MockTransport(answer), on_drift="ignore") as tmdb:
        for movie in tmdb.movies.popular():
            if movie.id == 21:
                break
        assert all(thread.daemon for thread in threading.enumerate() if thread.name in running())
    assert time.monotonic() - start < PATIENCE
    released.set()
    assert wait_until(lambda: not running())


def test_break_ends_the_retries_of_prefetched_pages(server: str) -> None:
    """Threads do not wait for Retry-After once their page is not needed."""
    SlowPages.rate_limited.update(range(3, 100))
    with connect(server) as tmdb:
        for movie in tmdb.movies.popular():
            if movie.id == 21:
                break
        assert wait_until(lambda: not running())
    assert len(SlowPages.requested) == len(set(SlowPages.requested))


def test_pager_close_raises_in_a_thread_that_waits_for_a_page(server: str) -> None:
    delay_pages()
    with connect(server) as tmdb:
        pager = tmdb.movies.popular()
        closing = threading.Timer(0.3, pager.close)
        closing.start()
        start = time.monotonic()
        with pytest.raises(RuntimeError, match="closed"):
            list(pager)
        assert time.monotonic() - start < PATIENCE
        SlowPages.released.set()
        closing.join()


def test_background_threads_copy_the_context_and_forward_errors() -> None:
    name: ContextVar[str] = ContextVar("name", default="nobody")
    name.set("somebody")
    calls = threads.BackgroundCalls()
    assert calls.start(name.get).result() == "somebody"

    def fail() -> str:
        raise LookupError("gone")

    with pytest.raises(LookupError, match="gone"):
        calls.start(fail).result()
    calls.close()
    with pytest.raises(RuntimeError, match="closed"):
        calls.start(name.get)
    assert not running()
