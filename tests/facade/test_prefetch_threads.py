"""Fetching pages ahead by threads: none is left behind, whatever ends a walk."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import httpx
import pytest

from tests.facade.slow import LATENCY, NEVER, RULE, Pages, hold_up, slow_server, within
from tests.facade.support import TOKEN
from tmdb_facade import TMDB, NotFoundError
from tmdb_facade._runtime import threads
from tmdb_facade.models import Movie, TVShow

pytestmark = pytest.mark.usefixtures("real_waits")


@pytest.fixture
def server() -> Iterator[str]:
    """A server that takes its time; gives its URL."""
    with slow_server() as url:
        yield url


@contextmanager
def opened(server: str) -> Generator[TMDB]:
    """A sync client of it."""
    with TMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        yield tmdb


def running() -> list[str]:
    """Name the threads that fetch pages."""
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("tmdb-facade")]


def test_pages_are_fetched_at_the_same_time(server: str) -> None:
    """And given in order: up to ten are under way at once."""
    with opened(server) as tmdb:
        found = [film.id for film in tmdb.movies.popular().prefetch(10).limit(420)]
    assert found == list(range(1, 421))
    assert sorted(Pages.asked) == list(range(1, 22))
    assert 5 <= max(Pages.most) <= 10


def test_a_break_leaves_no_thread_behind(server: str) -> None:
    """What was sent comes to its end, and nothing more is sent."""
    with opened(server) as tmdb:
        for film in tmdb.movies.popular():
            if film.id == 21:
                break
        assert within(1, lambda: not running())
        asked = len(Pages.asked)
        time.sleep(2 * LATENCY)
        assert len(Pages.asked) == asked <= 5
    assert within(1, lambda: not Pages.open)


def test_an_error_in_the_loop_leaves_no_thread_behind(server: str) -> None:
    """Like a break."""
    with opened(server) as tmdb:
        with pytest.raises(LookupError):  # noqa: PT012  (the loop is what is tested)
            for film in tmdb.movies.popular():
                if film.id == 21:
                    raise LookupError
        assert within(1, lambda: not running())


def test_an_error_of_a_page_ends_the_others(server: str) -> None:
    """It comes when its page is wanted; those behind it are dropped."""
    Pages.missing.add(3)
    with opened(server) as tmdb:
        found: list[int] = []
        with pytest.raises(NotFoundError):  # noqa: PT012  (what comes before the error counts here)
            for film in tmdb.movies.popular():
                found.append(film.id)  # noqa: PERF401  (a comprehension would lose them)
        assert found == list(range(1, 41))
        assert within(1, lambda: not running())


def test_closing_the_pager_ends_its_threads(server: str) -> None:
    """When the block is left, none runs; also of pagers that were made of it."""
    hold_up(seconds=5 * LATENCY)
    with opened(server) as tmdb:
        with tmdb.movies.popular() as pager:
            walk = iter(pager.limit(100))
            assert next(film.id for film in walk if film.id > 20) == 21
            assert running()
        assert not running()


def test_closing_the_client_ends_the_threads_of_all_its_pagers(server: str) -> None:
    """And of those that a client with other options has made; no connection is left."""
    hold_up(seconds=5 * LATENCY)
    with opened(server) as tmdb:
        walks: list[Iterator[Movie | TVShow]] = [
            iter(tmdb.movies.popular()),
            iter(tmdb.with_options(language="pt").tv.popular()),
        ]
        for walk in walks:
            assert [next(walk) for _ in range(21)][-1].id == 21
        assert running()
    assert not running()
    assert within(1, lambda: not Pages.open)
    for walk in walks:
        with pytest.raises(RuntimeError, match="closed"):
            list(walk)


def test_answers_that_do_not_come_hold_up_nothing(server: str) -> None:
    """After a break their threads are gone, and closing pager and client waits for none."""
    with opened(server) as tmdb:
        hold_up()
        for film in tmdb.movies.popular():
            if film.id == 21:
                break
        assert within(1, lambda: not running())
        with tmdb.movies.popular() as pager:
            walk = iter(pager)
            assert next(film.id for film in walk if film.id > 20) == 21
            assert running()
            start = time.monotonic()
        assert not running()
        walk = iter(tmdb.movies.popular())
        assert next(film.id for film in walk if film.id > 20) == 21
        assert running()
    assert not running()
    assert time.monotonic() - start < threads.PATIENCE


def test_a_transport_of_the_users_holds_up_closing_for_a_second_only() -> None:
    """What its threads wait for, nobody here can end; they end by themselves, and hold up no program."""
    over = threading.Event()

    def answer(request: httpx.Request) -> httpx.Response:
        if int(request.url.params["page"]) > 2:
            over.wait(NEVER)
        return RULE(request)

    start = time.monotonic()
    with TMDB(TOKEN, transport=httpx.MockTransport(answer), on_drift="ignore") as tmdb:
        for film in tmdb.movies.popular():
            if film.id == 21:
                break
        assert all(thread.daemon for thread in threading.enumerate() if thread.name in running())
    assert time.monotonic() - start < 10
    over.set()
    assert within(1, lambda: not running())


def test_a_page_that_nobody_wants_is_not_asked_for_again(server: str) -> None:
    """However long TMDB says to wait before the next attempt, its thread does not wait."""
    Pages.refused.update(range(3, 100))
    with opened(server) as tmdb:
        for film in tmdb.movies.popular():
            if film.id == 21:
                break
        assert within(1, lambda: not running())
    assert len(Pages.asked) == len(set(Pages.asked))


def test_whoever_waits_for_a_page_of_a_pager_that_another_thread_closes_is_told(server: str) -> None:
    """Without waiting for that page."""
    hold_up()
    with opened(server) as tmdb:
        pager = tmdb.movies.popular()
        closing = threading.Timer(0.3, pager.close)
        closing.start()
        start = time.monotonic()
        with pytest.raises(RuntimeError, match="closed"):
            list(pager)
        assert time.monotonic() - start < 10
        Pages.over.set()
        closing.join()


def test_threads_see_what_the_caller_sees() -> None:
    """Its context variables; and its errors come out as they are."""
    name: ContextVar[str] = ContextVar("name", default="nobody")
    name.set("somebody")
    crew = threads.BackgroundCalls()
    assert crew.start(name.get).result() == "somebody"

    def fail() -> str:
        raise LookupError("gone")

    with pytest.raises(LookupError, match="gone"):
        crew.start(fail).result()
    crew.close()
    with pytest.raises(RuntimeError, match="closed"):
        crew.start(name.get)
    assert not running()
