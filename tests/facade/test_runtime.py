"""The primitives that differ between asyncio and threads: background calls and shared values."""

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
from tests.facade.support import KEY, TOKEN, Fake, json_response
from tmdb_bindings import api
from tmdb_facade import TMDB, AsyncTMDB, ClientClosedError, TMDBError
from tmdb_facade._core.sending.engine import Deadline
from tmdb_facade._runtime import (
    exchange_tasks,
    exchange_threads,
    hook_tasks,
    hook_threads,
    many_tasks,
    many_threads,
    tasks,
    threads,
)


def test_asyncio_and_thread_primitives_have_the_same_members() -> None:
    """The sync twin uses the thread primitives under the names of the asyncio ones."""

    def public_members(module: object) -> dict[str, list[str]]:
        return {
            name: sorted(NAMES.get(member, member) for member in dir(value) if not member.startswith("_"))
            for name, value in vars(module).items()
            if not name.startswith("_")
            and (inspect.isclass(value) or inspect.isfunction(value))
            and inspect.getmodule(value) is module
        }

    common = {
        "BackgroundCalls": ["check", "close", "start"],
        "PerLoop": ["close", "get", "renew"],
        "Signal": ["set", "wait"],
        "current_caller": [],
    }
    assert public_members(tasks) == {
        **common,
        "BackgroundCall": ["cancel", "first_done", "is_done", "result"],
        "FetchOnce": ["get", "value"],
        "running_loop": [],
    }
    # Tasks are cancelled by the event loop; threads check for cancellation themselves.
    members = ["cancel", "check", "first_done", "is_cancelled", "is_done", "on_cancel", "result", "start"]
    once = ["get", "renew", "value"]  # its lock is renewed in a child process
    current: list[str] = []
    assert public_members(threads) == {**common, "BackgroundCall": members, "FetchOnce": once, "current_call": current}
    for module in (many_tasks, many_threads):
        assert public_members(module) == {"gather": [], "iterate": []}
    for module in (hook_tasks, hook_threads):
        assert public_members(module) == {"call_session_hook": [], "check_session_hook": []}
    for module in (exchange_tasks, exchange_threads):
        assert public_members(module) == {"Exchanges": ["check", "close", "run", "run_cancellable", "sleep"]}


def test_thread_per_loop_makes_its_value_once() -> None:
    """Threads that need the value while it is made wait for it."""
    made: list[object] = []

    def make() -> object:
        time.sleep(0.02)
        made.append(object())
        return made[-1]

    per_loop = threads.PerLoop(make)
    barrier = threading.Barrier(8)
    values: list[object] = []

    def get() -> None:
        barrier.wait()
        values.append(per_loop.get())

    workers = [threading.Thread(target=get) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(made) == 1
    assert values == made * 8


def test_thread_per_loop_closes_its_value_once_and_get_then_raises() -> None:
    closed: list[object] = []
    per_loop = threads.PerLoop(object, closed.append)
    value = per_loop.get()
    per_loop.close()
    per_loop.close()
    assert closed == [value]
    with pytest.raises(RuntimeError, match="closed"):
        per_loop.get()
    threads.PerLoop(object, closed.append).close()
    assert closed == [value]


def test_task_per_loop_closes_a_value_when_its_loop_ends() -> None:
    closed: list[object] = []

    async def close(value: object) -> None:
        closed.append(value)

    async def get() -> object:
        return per_loop.get()

    per_loop = tasks.PerLoop(object, close)
    values = [asyncio.run(get()) for _ in range(3)]
    assert closed == values
    assert len(set(map(id, values))) == 3


def test_task_per_loop_has_one_value_for_each_event_loop() -> None:
    """Values of closed event loops are dropped."""
    made: list[list[int]] = []

    def make() -> list[int]:
        made.append([])
        return made[-1]

    per_loop = tasks.PerLoop(make)

    async def get_twice() -> bool:
        return per_loop.get() is per_loop.get()

    assert asyncio.run(get_twice())
    assert asyncio.run(get_twice())
    assert len(made) == 2
    assert len(per_loop._values) == 1  # pyright: ignore[reportPrivateUsage]  (the leftover values are not visible elsewhere)


class OneMovie(BaseHTTPRequestHandler):
    """Sends the same movie for every request, over persistent connections."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send the movie."""
        self.send_response(200)
        self.send_header("content-length", "9")
        self.end_headers()
        self.wfile.write(b'{"id": 1}')

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """Yield the URL of a server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), OneMovie) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_async_client_can_be_used_in_consecutive_event_loops(server: str) -> None:
    """The second run opens its own connections."""
    tmdb = AsyncTMDB(TOKEN, base_url=server, on_drift="ignore")

    async def get_id(close: bool) -> int:
        movie = await tmdb.movies.details(1)
        if close:
            await tmdb.aclose()
        return movie.id

    with warnings.catch_warnings():
        # The connection of the first run is still open when its event loop closes.
        warnings.simplefilter("ignore", ResourceWarning)
        assert asyncio.run(get_id(close=False)) == 1
        assert asyncio.run(get_id(close=True)) == 1
        gc.collect()


def test_http_library_logs_contain_no_credentials(server: str, caplog: pytest.LogCaptureFixture) -> None:
    """With the default transport, no URL or header is logged at any level."""
    caplog.set_level(logging.DEBUG)
    for token, key in ((TOKEN, None), (None, KEY)):
        with TMDB(token, api_key=key, base_url=server, on_drift="ignore") as tmdb:
            tmdb.call(api.movies.details, 1, session_id="5e55105e5510")
    assert "httpcore" in caplog.text  # the HTTP library did log
    assert not [secret for secret in (TOKEN, KEY, "5e55105e5510") if secret in caplog.text]


async def test_gather_runs_calls_concurrently_and_returns_results_in_order() -> None:
    """Each call waits until another has begun, so sequential calls would never end."""
    begun = [asyncio.Event() for _ in range(3)]

    async def call(number: int) -> int:
        begun[number].set()
        await begun[(number + 1) % 3].wait()
        return number

    assert await many_tasks.gather([partial(call, number) for number in range(3)]) == [0, 1, 2]
    barrier = threading.Barrier(3, timeout=30)

    def pass_barrier(number: int) -> int:
        barrier.wait()
        return number

    assert many_threads.gather([partial(pass_barrier, number) for number in range(3)]) == [0, 1, 2]


async def test_gather_runs_a_single_call_in_the_calling_task_or_thread() -> None:
    """A task or thread of its own would cost as much as the call."""

    async def task() -> asyncio.Task[object] | None:
        return asyncio.current_task()

    assert await many_tasks.gather([task]) == [asyncio.current_task()]
    assert many_threads.gather([threading.current_thread]) == [threading.current_thread()]


async def test_gather_raises_the_first_error_and_cancels_the_other_calls() -> None:
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
        await many_tasks.gather([wait, fail])
    assert cancelled == [True]

    def fail_at_once() -> None:
        raise LookupError("gone")

    stopped = threading.Event()

    def wait_long() -> None:
        try:
            exchange_threads.Exchanges().sleep(60)
        finally:
            stopped.set()

    with pytest.raises(LookupError, match="gone"):
        many_threads.gather([fail_at_once, wait_long])
    assert stopped.wait(30)


async def test_async_client_serves_concurrent_tasks() -> None:
    fake = Fake(lambda request: json_response({"id": int(request.url.path.rpartition("/")[2]), "title": "x"}))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        movies = await asyncio.gather(*(tmdb.movies.details(number) for number in range(1, 101)))
    assert [movie.id for movie in movies] == list(range(1, 101))


def test_async_client_without_an_event_loop_of_asyncio_raises_a_clear_error() -> None:
    """Other libraries, such as trio, run coroutines too."""
    tmdb = AsyncTMDB(TOKEN)
    calls = [
        tmdb.genres.movies(),
        tmdb.movies.popular().first(),
        tmdb.tv.details(1, seasons=range(1, 25)),
        many_tasks.gather([partial(tmdb.movies.details, number) for number in (1, 2)]),
        tmdb.aclose(),
    ]
    for call in calls:
        with pytest.raises(TMDBError, match="needs a running event loop of asyncio; use TMDB"):
            call.send(None)


async def test_closing_ends_a_cancellable_exchange_of_an_engine_that_goes_on() -> None:
    """Its connections are closed after its end."""
    exchanges = exchange_tasks.Exchanges(1)
    events: list[str] = []

    async def exchange() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            events.append("end")

    async def close() -> None:
        events.append("close")

    call = asyncio.create_task(exchanges.run_cancellable(exchange, Deadline(None)))
    await asyncio.sleep(0)
    await exchanges.aclose(close)
    with pytest.raises(ClientClosedError):
        await asyncio.wait_for(call, 5)
    assert events == ["end", "close"]
