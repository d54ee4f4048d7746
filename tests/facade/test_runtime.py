"""The hand-written pair: what is shared, by whom, and for how long."""

from __future__ import annotations

import asyncio
import gc
import inspect
import logging
import threading
import time
import warnings
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from scripts.sync_twin import NAMES
from tests.facade.support import KEY, TOKEN, Fake, say
from tmdb_bindings import api
from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade._runtime import tasks, threads


def test_both_modules_offer_the_same_names() -> None:
    """The twin finds under one what the source uses of the other."""

    def offered(module: object) -> dict[str, list[str]]:
        return {
            name: sorted(NAMES.get(member, member) for member in dir(value) if not member.startswith("_"))
            for name, value in vars(module).items()
            if (inspect.isclass(value) or inspect.isfunction(value)) and inspect.getmodule(value) is module
        }

    alike = {
        "BackgroundCalls": ["check", "close", "start"],
        "FetchOnce": ["get", "value"],
        "PerLoop": ["close", "get"],
        "gather": [],
        "sleep": [],
    }
    assert offered(tasks) == {**alike, "BackgroundCall": ["result", "stop"]}
    # A thread has to be waited for, and asked, where a task can be told.
    jobs = ["cut_by", "join", "result", "sleep", "start", "stop"]
    assert offered(threads) == {**alike, "BackgroundCall": jobs, "current_background_call": []}


def test_threads_that_ask_at_once_get_one_value() -> None:
    """It is made once, however slow that is."""
    made: list[object] = []

    def make() -> object:
        time.sleep(0.02)
        made.append(object())
        return made[-1]

    shared = threads.PerLoop(make)
    barrier = threading.Barrier(8)
    seen: list[object] = []

    def ask() -> None:
        barrier.wait()
        seen.append(shared.get())

    workers = [threading.Thread(target=ask) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(made) == 1
    assert seen == made * 8


def test_what_is_closed_stays_closed() -> None:
    """The value goes to whoever closes it, once; nobody gets another."""
    shared = threads.PerLoop(object)
    value = shared.get()
    assert shared.close() is value
    assert shared.close() is None
    with pytest.raises(RuntimeError, match="closed"):
        shared.get()
    assert threads.PerLoop(object).close() is None


def test_each_event_loop_has_its_own_value() -> None:
    """Connections belong to a loop; those of closed loops are let go."""
    made: list[list[int]] = []

    def make() -> list[int]:
        made.append([])
        return made[-1]

    shared = tasks.PerLoop(make)

    async def ask() -> bool:
        return shared.get() is shared.get()

    assert asyncio.run(ask())
    assert asyncio.run(ask())
    assert len(made) == 2
    assert len(shared._values) == 1  # pyright: ignore[reportPrivateUsage]  (what is left over is not to be seen elsewhere)


class Film(BaseHTTPRequestHandler):
    """Answers everything with one film, and keeps connections open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer."""
        self.send_response(200)
        self.send_header("content-length", "9")
        self.end_headers()
        self.wfile.write(b'{"id": 1}')

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """A server on this machine; gives its URL."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Film) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_client_may_outlive_the_event_loop(server: str) -> None:
    """Two runs with one client, over real connections: the second opens its own."""
    tmdb = AsyncTMDB(TOKEN, base_url=server, on_drift="ignore")

    async def ask(close: bool) -> int:
        film = await tmdb.movies.details(1)
        if close:
            await tmdb.aclose()
        return film.id

    with warnings.catch_warnings():
        # The first run left its connection open, and ends with its loop.
        warnings.simplefilter("ignore", ResourceWarning)
        assert asyncio.run(ask(close=False)) == 1
        assert asyncio.run(ask(close=True)) == 1
        gc.collect()


def test_no_log_of_the_network_holds_a_secret(server: str, caplog: pytest.LogCaptureFixture) -> None:
    """Through our own transport nothing logs a URL or a header that we send, at any level."""
    caplog.set_level(logging.DEBUG)
    for token, key in ((TOKEN, None), (None, KEY)):
        with TMDB(token, api_key=key, base_url=server, on_drift="ignore") as tmdb:
            tmdb.call(api.movies.details, 1, session_id="5e55105e5510")
    assert "httpcore" in caplog.text  # the HTTP library did speak
    assert not [secret for secret in (TOKEN, KEY, "5e55105e5510") if secret in caplog.text]


async def test_gathered_calls_run_at_the_same_time_and_keep_their_order() -> None:
    """Each waits for the next to have begun, so one after the other would never end."""
    begun = [asyncio.Event() for _ in range(3)]

    async def call(number: int) -> int:
        begun[number].set()
        await begun[(number + 1) % 3].wait()
        return number

    assert await tasks.gather([partial(call, number) for number in range(3)]) == [0, 1, 2]
    barrier = threading.Barrier(3, timeout=5)

    def pass_barrier(number: int) -> int:
        barrier.wait()
        return number

    assert threads.gather([partial(pass_barrier, number) for number in range(3)]) == [0, 1, 2]


async def test_a_call_gathered_alone_runs_where_it_is_wanted() -> None:
    """A thread or a task of its own would cost as much as the call."""

    async def task() -> asyncio.Task[object] | None:
        return asyncio.current_task()

    assert await tasks.gather([task]) == [asyncio.current_task()]
    assert threads.gather([threading.current_thread]) == [threading.current_thread()]


async def test_after_an_error_nothing_is_left_running() -> None:
    """The first error comes out as it is, and the other calls are cancelled."""
    cancelled: list[bool] = []

    async def fail() -> None:
        await asyncio.sleep(0)
        raise LookupError("gone")

    async def wait() -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            cancelled.append(True)
            raise

    with pytest.raises(LookupError, match="gone"):
        await tasks.gather([wait, fail])
    assert cancelled == [True]

    def fail_at_once() -> None:
        raise LookupError("gone")

    stopped = threading.Event()

    def wait_long() -> None:
        try:
            threads.sleep(60)
        finally:
            stopped.set()

    with pytest.raises(LookupError, match="gone"):
        threads.gather([fail_at_once, wait_long])
    assert stopped.wait(1)


async def test_many_tasks_share_one_client() -> None:
    """Calls at the same time do not disturb each other."""
    fake = Fake(lambda request: say({"id": int(request.url.path.rpartition("/")[2]), "title": "x"}))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        films = await asyncio.gather(*(tmdb.movies.details(number) for number in range(1, 101)))
    assert [film.id for film in films] == list(range(1, 101))
