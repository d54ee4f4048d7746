"""Clients of each engine: threads, event loops, forks, open files and errors."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import socket
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest

from tests.chaos.raw_server import CLOSE, RawServer, Script, answer
from tests.engines.clients import details, options, run, sync_client
from tests.engines.table import Engine
from tests.facade.support import KEY
from tmdb_facade import TMDB, APIConnectionError, APITimeoutError, AsyncTMDB

MOVIES = range(1, 21)


class _Movies(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        """Send a movie with the ID of the path."""
        body = json.dumps({"id": int(self.path.partition("?")[0].rpartition("/")[2])}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore clients that close their connections."""


@pytest.fixture(scope="module")
def movies() -> Iterator[str]:
    """Yield the URL of a server whose movies have the IDs that are requested."""
    server = _Server(("127.0.0.1", 0), _Movies)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join(10)


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for a condition, at most 10 seconds."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


async def ask(tmdb: AsyncTMDB, numbers: range = MOVIES) -> list[int]:
    """Request movies at the same time; return the IDs of the answers."""
    return [movie.id for movie in await asyncio.gather(*map(tmdb.movies.details, numbers))]


def ask_in_threads(tmdb: TMDB, threads: int) -> None:
    """Request movies in many threads, and check that each gets its own answers."""
    with ThreadPoolExecutor(threads) as pool:
        asked = [number for number in MOVIES for _ in range(10)]
        assert [movie.id for movie in pool.map(tmdb.movies.details, asked)] == asked


def test_threads_get_their_own_answers(entry: Engine, movies: str) -> None:
    if not entry.is_async:
        # One retry: between two checks, httpcore may close an idle connection that another thread has begun to use.
        with sync_client(entry, movies, max_retries=1) as tmdb:
            ask_in_threads(tmdb, 32)
    elif entry.is_ours:
        client = AsyncTMDB(KEY, **options(entry, movies, {}))
        with ThreadPoolExecutor(4) as pool:
            results = list(pool.map(asyncio.run, [ask(client) for _ in range(8)]))
        assert results == [list(MOVIES)] * 8


@pytest.mark.engines_with("is_ours")
def test_rate_timeout_limits_the_wait_for_the_first_connection(entry: Engine) -> None:
    """The deadline starts with the first request, so something else must limit the time before it."""

    def check(error: BaseException | None) -> None:
        assert isinstance(error, APITimeoutError)
        assert "all connections were in use for longer than rate_timeout" in str(error)
        assert (error.is_sent, error.is_retryable) == (False, False)

    def call_sync(tmdb: TMDB) -> None:
        with ThreadPoolExecutor(1) as pool:
            first = pool.submit(tmdb.movies.details, 550)
            wait_until(lambda: bool(server.requests))
            with pytest.raises(APITimeoutError) as caught:
                tmdb.with_options(rate_timeout=0.1, max_retries=2).movies.details(551)
            check(caught.value)
            released.set()
            assert first.result(30).id == 550

    async def call_async(tmdb: AsyncTMDB) -> None:
        first = asyncio.create_task(tmdb.movies.details(550))
        await asyncio.to_thread(wait_until, lambda: bool(server.requests))
        with pytest.raises(APITimeoutError) as caught:
            await tmdb.with_options(rate_timeout=0.1, max_retries=2).movies.details(551)
        check(caught.value)
        released.set()
        assert (await first).id == 550

    released = Event()

    def respond(_: bytes) -> Script:
        released.wait(30)
        return [answer(b'{"id": 550}')]

    with RawServer(respond=respond) as server:
        run(entry, server.base_url, call_async if entry.is_async else call_sync, max_connections=1)
        assert len(server.requests) == 1


@pytest.mark.engines_with("is_async", "is_ours")
def test_event_loops_that_end_leave_no_connection(entry: Engine) -> None:
    with RawServer([answer(b'{"id": 7}')]) as server:
        tmdb = AsyncTMDB(KEY, **options(entry, server.base_url, {}))
        for _ in range(4):
            assert asyncio.run(ask(tmdb)) == [7] * len(MOVIES)
            end = time.monotonic() + 5
            while server.open_connections and time.monotonic() < end:
                time.sleep(0.01)
            assert not server.open_connections


def in_child(call: Callable[[], bool]) -> bool:
    """Return the result of a function that runs in a forked process."""
    process = os.fork()
    if process == 0:
        try:
            os._exit(0 if call() else 1)
        except BaseException:  # noqa: BLE001  (reported by the exit code)
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # of Python 3.12, for threads
@pytest.mark.engines_with("is_ours")
def test_forked_processes_get_their_own_answers(entry: Engine, movies: str) -> None:
    """Connections that are open at the fork belong to the parent."""
    if not entry.is_async:
        with sync_client(entry, movies) as tmdb:

            def ask_one(number: int) -> bool:
                return all(tmdb.movies.details(number).id == number for _ in range(10))

            ask_in_threads(tmdb, 8)
            with ThreadPoolExecutor(4) as pool:
                children = [pool.submit(in_child, partial(ask_one, number)) for number in range(1, 5)]
                assert ask_one(9)
                assert [child.result() for child in children] == [True] * 4
            assert ask_one(9)
        return

    async def main() -> None:
        async with AsyncTMDB(KEY, **options(entry, movies, {})) as tmdb:
            await ask(tmdb)

            def ask_in_new_loop(number: int) -> bool:
                with ThreadPoolExecutor(1) as pool:  # the parent's loop seems to run in the forked thread
                    numbers = range(number, number + 10)
                    return all(pool.submit(asyncio.run, ask(tmdb, numbers)).result() == [*numbers] for _ in range(3))

            for number in range(1, 4):
                assert in_child(partial(ask_in_new_loop, number))
                gc.collect()
                assert await ask(tmdb) == list(MOVIES)

    asyncio.run(main())


@pytest.mark.engines_with("is_ours")
def test_closed_clients_leave_no_open_file(entry: Engine, movies: str) -> None:
    def count() -> int:
        gc.collect()
        return len(os.listdir("/proc/self/fd"))

    run(entry, movies, details)
    before = count()
    for _ in range(5):
        run(entry, movies, details)
    end = time.monotonic() + 5
    while count() > before and time.monotonic() < end:
        time.sleep(0.05)  # a library's own thread closes connections later
    assert count() <= before


_UNCLOSED = """
import asyncio
from tmdb_facade import TMDB, AsyncTMDB
from tests.engines.table import ENGINES
entry = ENGINES[{index}]
options = dict(base_url={url!r}, on_drift="ignore", **entry.options())
if not entry.is_async:
    print(TMDB("t", **options).movies.details(7).id)
else:
    tmdb = AsyncTMDB("t", **options)
    async def main():
        return (await tmdb.movies.details(7)).id
    asyncio.run(main())
    loop = asyncio.new_event_loop()
    print(loop.run_until_complete(main()))
    loop.close()
"""


@pytest.mark.engines_with("is_ours")
def test_process_that_closes_nothing_exits_cleanly(entry: Engine, movies: str) -> None:
    """Neither the client nor, for the async client, its last event loop is closed properly."""
    from tests.engines.table import ENGINES

    script = _UNCLOSED.format(index=ENGINES.index(entry), url=movies)
    ended = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "7\n", "")


@pytest.mark.engines_with("resolves_here")
def test_dead_addresses_share_the_connect_timeout(entry: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight addresses do not answer; the ninth does. The call is answered, or its time passes."""
    with RawServer([answer(b'{"id": 7}')]) as server, ExitStack() as stack:
        dead = stack.enter_context(socket.socket())
        dead.bind(("127.0.0.2", server.port))
        dead.listen(0)
        for _ in range(4):  # fill the queue of connections
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(("127.0.0.2", server.port))
        addresses = ["127.0.0.2"] * 8 + ["127.0.0.1"]
        found = socket.getaddrinfo

        def find(host: Any, port: Any, *rest: Any, **names: Any) -> list[Any]:
            if host not in ("tmdb.test", b"tmdb.test"):
                return list(found(host, port, *rest, **names))
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, server.port)) for address in addresses]

        monkeypatch.setattr(socket, "getaddrinfo", find)
        start = time.monotonic()
        with suppress(APITimeoutError):
            run(entry, f"http://tmdb.test:{server.port}", details, timeout=1.0)
        assert time.monotonic() - start < 2.5


def test_errors_show_no_credential(entry: Engine) -> None:
    with RawServer([CLOSE]) as server, pytest.raises(APIConnectionError) as caught:
        run(entry, server.base_url, details)
    error: BaseException | None = caught.value
    text = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert KEY not in text
    while error is not None:
        assert KEY not in f"{error!r} {error} {vars(error)} {error.args}"
        assert error.__cause__ is None
        error = error.__context__
