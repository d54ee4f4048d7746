"""Fetching pages ahead, over real connections: nothing is left behind, whatever ends a walk."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import httpx
import pytest

from tests.facade.support import TOKEN, pages, refuse
from tmdb_facade import TMDB, AsyncTMDB, NotFoundError
from tmdb_facade._runtime import aio, threads
from tmdb_facade.models import Movie, TVShow

pytestmark = pytest.mark.usefixtures("real_waits")

#: How long an answer takes.
LATENCY = 0.05
#: How long an answer takes that does not come before the test is over.
NEVER = 3.0
RULE = pages(2000)


class Pages(BaseHTTPRequestHandler):
    """Answers slowly with pages of a list of 2,000 films.

    Attributes:
        open: The connections that are open now.
        asked: The pages that were asked for.
        seconds: How long pages take, where that is not the usual time.
        missing: The pages that there are not.
        refused: The pages that can only be had later.
        over: Set when nobody has to wait any more.
    """

    protocol_version = "HTTP/1.1"
    open: ClassVar[set[object]] = set()
    asked: ClassVar[list[int]] = []
    seconds: ClassVar[dict[int, float]] = {}
    missing: ClassVar[set[int]] = set()
    refused: ClassVar[set[int]] = set()
    over: ClassVar[threading.Event] = threading.Event()

    def setup(self) -> None:
        """Count a connection."""
        super().setup()
        self.open.add(self)

    def finish(self) -> None:
        """Count it no more."""
        self.open.discard(self)
        super().finish()

    def do_GET(self) -> None:
        """Answer."""
        request = httpx.Request("GET", f"http://127.0.0.1{self.path}")
        number = int(request.url.params["page"])
        self.asked.append(number)
        self.over.wait(self.seconds.get(number, LATENCY))
        answer = RULE(request)
        if number in self.missing:
            answer = refuse(404, 34)
        if number in self.refused:
            answer = refuse(429, 25, retry_after="9")
        body = answer.content
        try:
            self.send_response(answer.status_code)
            for name in {"retry-after"} & answer.headers.keys():
                self.send_header(name, answer.headers[name])
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True  # nobody waits for it any more

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


class Server(ThreadingHTTPServer):
    """Takes many connections at once."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64


@pytest.fixture
def server() -> Iterator[str]:
    """A slow server on this machine; gives its URL."""
    for state in (Pages.open, Pages.asked, Pages.seconds, Pages.missing, Pages.refused):
        state.clear()
    Pages.over.clear()
    with Server(("127.0.0.1", 0), Pages) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        Pages.over.set()
        server.shutdown()
        thread.join()


@contextmanager
def opened(server: str) -> Generator[TMDB]:
    """A sync client of it."""
    with TMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        yield tmdb


def running() -> list[str]:
    """Name the threads that fetch pages."""
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("tmdb-facade")]


def tasks() -> int:
    """Count the tasks besides the test's own."""
    return len(asyncio.all_tasks()) - 1


def within(seconds: float, condition: Callable[[], bool]) -> bool:
    """Wait until something is so, but not longer than that."""
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(0.005)
    return condition()


async def soon(seconds: float, condition: Callable[[], bool]) -> bool:
    """Wait for it, and let tasks run meanwhile."""
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:  # noqa: ASYNC110  (what is waited for tells nobody)
        await asyncio.sleep(0.005)
    return condition()


def test_pages_are_fetched_at_the_same_time(server: str) -> None:
    """And given in order: 21 pages take three times the latency of one, and not twenty-one times."""
    with opened(server) as tmdb:
        start = time.monotonic()
        found = [film.id for film in tmdb.movies.popular().prefetch(10).limit(420)]
        seconds = time.monotonic() - start
    assert found == list(range(1, 421))
    assert sorted(Pages.asked) == list(range(1, 22))
    assert seconds < 15 * LATENCY


async def test_pages_are_fetched_at_the_same_time_by_tasks(server: str) -> None:
    """The same."""
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        start = time.monotonic()
        found = [film.id async for film in tmdb.movies.popular().prefetch(10).limit(420)]
        seconds = time.monotonic() - start
    assert found == list(range(1, 421))
    assert sorted(Pages.asked) == list(range(1, 22))
    assert seconds < 15 * LATENCY


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


async def test_a_break_leaves_no_task_behind(server: str) -> None:
    """What was sent is given up, and its connection closed."""
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        Pages.seconds.update(dict.fromkeys(range(3, 100), NEVER))
        async for film in tmdb.movies.popular():
            if film.id == 21:
                break
        assert await soon(1, lambda: not tasks())
        assert len(Pages.asked) <= 5
    assert tasks() == 0


def test_an_error_in_the_loop_leaves_no_thread_behind(server: str) -> None:
    """Like a break."""
    with opened(server) as tmdb:
        with pytest.raises(LookupError):  # noqa: PT012  (the loop is what is tested)
            for film in tmdb.movies.popular():
                if film.id == 21:
                    raise LookupError
        assert within(1, lambda: not running())


async def test_an_error_in_the_loop_leaves_no_task_behind(server: str) -> None:
    """Like a break."""
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        Pages.seconds.update(dict.fromkeys(range(3, 100), NEVER))
        with pytest.raises(LookupError):  # noqa: PT012  (the loop is what is tested)
            async for film in tmdb.movies.popular():
                if film.id == 21:
                    raise LookupError
        assert await soon(1, lambda: not tasks())


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


async def test_an_error_of_a_page_ends_the_other_tasks(server: str) -> None:
    """At once."""
    Pages.missing.add(3)
    Pages.seconds.update(dict.fromkeys(range(4, 100), NEVER))
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        found: list[int] = []
        with pytest.raises(NotFoundError):  # noqa: PT012  (what comes before the error counts here)
            async for film in tmdb.movies.popular():
                found.append(film.id)  # noqa: PERF401  (a comprehension would lose them)
        assert found == list(range(1, 41))
        assert await soon(0.2, lambda: not tasks())


def test_closing_the_pager_ends_its_threads(server: str) -> None:
    """When the block is left, none runs; also of pagers that were made of it."""
    Pages.seconds.update(dict.fromkeys(range(3, 100), 5 * LATENCY))
    with opened(server) as tmdb:
        with tmdb.movies.popular() as pager:
            walk = iter(pager.limit(100))
            assert next(film.id for film in walk if film.id > 20) == 21
            assert running()
        assert not running()


async def test_closing_the_pager_ends_its_tasks(server: str) -> None:
    """When the block is left, none runs; answers that do not come are not waited for."""
    Pages.seconds.update(dict.fromkeys(range(3, 100), NEVER))
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        async with tmdb.movies.popular() as pager:
            walk = aiter(pager.limit(100))
            assert [await anext(walk) for _ in range(21)][-1].id == 21
            assert tasks()
            start = time.monotonic()
        assert not tasks()
        assert time.monotonic() - start < 0.5


def test_closing_the_client_ends_the_threads_of_all_its_pagers(server: str) -> None:
    """And of those that a client with other options has made; no connection is left."""
    Pages.seconds.update(dict.fromkeys(range(3, 100), 5 * LATENCY))
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


async def test_closing_the_client_ends_the_tasks_of_all_its_pagers(server: str) -> None:
    """At once; no connection is left."""
    Pages.seconds.update(dict.fromkeys(range(3, 100), NEVER))
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        walks = [aiter(tmdb.movies.popular()), aiter(tmdb.movies.top_rated())]
        for walk in walks:
            assert [await anext(walk) for _ in range(21)][-1].id == 21
        assert tasks()
        start = time.monotonic()
    assert not tasks()
    assert time.monotonic() - start < 0.5
    for walk in walks:
        with pytest.raises(RuntimeError, match="closed"):
            [film async for film in walk]


def test_an_answer_that_does_not_come_holds_up_closing_for_a_second_only(server: str) -> None:
    """A thread cannot be ended from outside; it ends when the answer comes or times out, and holds up no program."""
    Pages.seconds.update(dict.fromkeys(range(3, 100), NEVER))
    start = time.monotonic()
    with opened(server) as tmdb:
        for film in tmdb.movies.popular():
            if film.id == 21:
                break
        assert all(thread.daemon for thread in threading.enumerate() if thread.name in running())
    assert time.monotonic() - start < 1.6
    Pages.over.set()
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


async def test_a_cancelled_walk_leaves_no_task_behind(server: str) -> None:
    """Also when it waits for a page at that moment."""
    Pages.seconds.update(dict.fromkeys(range(3, 100), NEVER))
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
        assert await soon(0.2, lambda: not tasks())


async def test_whoever_waits_for_a_page_of_a_closed_pager_is_told(server: str) -> None:
    """As an error of its own kind: nobody has cancelled him."""
    Pages.seconds.update(dict.fromkeys(range(3, 100), NEVER))
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


def test_whoever_waits_for_a_page_of_a_pager_that_another_thread_closes_is_told(server: str) -> None:
    """Without waiting for that page."""
    Pages.seconds.update(dict.fromkeys(range(3, 100), NEVER))
    with opened(server) as tmdb:
        pager = tmdb.movies.popular()
        closing = threading.Timer(0.3, pager.close)
        closing.start()
        start = time.monotonic()
        with pytest.raises(RuntimeError, match="closed"):
            list(pager)
        assert time.monotonic() - start < 1
        Pages.over.set()
        closing.join()


async def test_a_walk_over_several_lists_ends_with_its_pager(server: str) -> None:
    """What the lists fetch ahead belongs to it."""
    Pages.seconds.update(dict.fromkeys(range(3, 100), NEVER))
    async with AsyncTMDB(TOKEN, base_url=server, on_drift="ignore") as tmdb:
        async with tmdb.changes.movies(start_date=date(2026, 1, 1), end_date=date(2026, 3, 1)) as pager:
            walk = aiter(pager)
            assert [(await anext(walk)).id for _ in range(21)][-1] == 21
            assert tasks()
        assert not tasks()
        with pytest.raises(RuntimeError, match="closed"):
            [row async for row in pager]


def test_threads_see_what_the_caller_sees() -> None:
    """Its context variables; and its errors come out as they are."""
    name: ContextVar[str] = ContextVar("name", default="nobody")
    name.set("somebody")
    crew = threads.Crew()
    assert crew.start(name.get).result() == "somebody"

    def fail() -> str:
        raise LookupError("gone")

    with pytest.raises(LookupError, match="gone"):
        crew.start(fail).result()
    crew.close()
    with pytest.raises(RuntimeError, match="closed"):
        crew.start(name.get)
    assert not running()


async def test_an_error_that_nobody_waits_for_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The event loop would call it a bug."""
    crew = aio.Crew()

    async def fail() -> None:
        raise LookupError("gone")

    crew.start(fail)
    await asyncio.sleep(0.01)
    gc.collect()
    assert caplog.text == ""


def test_closing_from_another_event_loop_reaches_the_tasks() -> None:
    """A client may be shared between loops; those of closed loops are let go."""
    crew = aio.Crew()
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
    assert ended == [aio.CLOSED]
