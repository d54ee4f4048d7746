"""The engine over pyreqwest: what is different below the conformance suite of all engines."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
import traceback

import pytest

from tests.chaos.raw_server import CLOSE, RESET, Pause, RawServer, Script, answer
from tests.facade.slow import wait_until
from tests.facade.support import KEY
from tests.facade.test_forks import in_child
from tmdb_facade import TMDB, APIConnectionError, APITimeoutError, ClientClosedError
from tmdb_facade._core.sending.engine import Deadline, EngineRequest
from tmdb_facade._core.sending.failures import EngineError
from tmdb_facade._runtime.exchange_threads import Exchanges
from tmdb_facade._runtime.pyreqwest_engine import PyreqwestEngine
from tmdb_facade.testing import TMDBServer

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # of Python 3.12, for threads

MOVIE = answer(b'{"id": 550, "title": "Fight Club"}')


def client(server: RawServer, **options: object) -> TMDB:
    """Return a client of a server of scripted bytes."""
    return TMDB(KEY, base_url=server.base_url, engine="pyreqwest", on_drift="ignore", **options)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_fast_engine_imports_no_other_http_library() -> None:
    program = f"""
import sys
from tmdb_facade import TMDB, APIConnectionError
try:
    TMDB({KEY!r}, base_url="http://127.0.0.1:9", engine="pyreqwest", max_retries=0).movies.details(550)
except APIConnectionError:
    print(sorted({{"anyio", "asyncio", "h11", "httpcore", "httpx", "pyreqwest", "ssl"}} & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True, timeout=60)
    assert done.stdout == "['pyreqwest']\n"


def test_errors_of_the_fast_engine_show_no_secret() -> None:
    """Those of the library contain the URL, with the key."""
    scripts: tuple[Script, ...] = (
        [RESET],
        [CLOSE],
        [b"HTTP/1.1 2"],
        [MOVIE[:-5], CLOSE],
        [b"garbage\r\n\r\n"],
        [MOVIE[:-5], RESET],
    )
    for script in scripts:
        with RawServer(script) as server, client(server, max_retries=0, total_timeout=0.5) as tmdb:
            with pytest.raises(APIConnectionError) as caught:
                tmdb.movies.details(550)
            assert caught.value.is_sent or not server.requests  # after a stall, its time is over before it is sent
            text = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
            assert KEY not in text.replace(f"KEY = '{KEY}'", "")
            assert caught.value.__context__ is caught.value.__cause__ is None


def test_refused_connection_is_not_sent() -> None:
    with RawServer([MOVIE]) as server:
        url = server.base_url
    with (
        TMDB(KEY, base_url=url, engine="pyreqwest", max_retries=0) as tmdb,
        pytest.raises(APIConnectionError) as caught,
    ):
        tmdb.movies.details(550)
    assert not caught.value.is_sent
    assert not isinstance(caught.value, APITimeoutError)


def test_timeouts_of_the_fast_engine() -> None:
    with RawServer([Pause(30)]) as server, client(server, max_retries=0) as tmdb:
        start = time.monotonic()
        with pytest.raises(APITimeoutError):
            tmdb.with_options(timeout=0.2).movies.details(550)
        with pytest.raises(APITimeoutError, match=r"total_timeout of 0\.2 s has passed"):
            tmdb.with_options(total_timeout=0.2).movies.details(550)
        assert time.monotonic() - start < 5


def test_thread_that_makes_the_first_call_may_end() -> None:
    """The library crashes the process if the thread that loaded it has ended."""
    program = f"""
import threading
from tmdb_facade import TMDB, APIConnectionError
def call():
    try:
        TMDB({KEY!r}, base_url="http://127.0.0.1:9", engine="pyreqwest", max_retries=0).movies.details(550)
    except APIConnectionError:
        pass
for number in (1, 8, 8):
    threads = [threading.Thread(target=call) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print("done")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True, timeout=60)
    assert done.stdout == "done\n"


class LateExchanges(Exchanges):
    """Exchanges that were checked just before the client was closed."""

    def check(self) -> None:
        """Raise nothing."""


def test_call_that_starts_as_its_client_is_closed_opens_no_connection() -> None:
    """Nobody would close it."""
    engine = PyreqwestEngine(None, 10, LateExchanges())
    engine.close()
    with RawServer([MOVIE]) as server:
        with pytest.raises(EngineError, match="the engine is closed"):
            engine.send(EngineRequest("GET", server.base_url, {}, None, None, Deadline(None)))
        assert server.connections == 0


def test_close_ends_running_calls() -> None:
    with RawServer([Pause(30)]) as server:
        tmdb = client(server)
        errors: list[BaseException] = []

        def call() -> None:
            try:
                tmdb.movies.details(550)
            except ClientClosedError as error:
                errors.append(error)

        calls = [threading.Thread(target=call) for _ in range(4)]
        for thread in calls:
            thread.start()
        assert wait_until(lambda: len(server.requests) == 4)
        tmdb.close()
        for thread in calls:
            thread.join(5)
        assert len(errors) == 4
        assert {error.__context__ for error in errors} == {None}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a single process")
def test_ctrl_c_interrupts_a_call() -> None:
    program = f"""
import threading
from tests.chaos.raw_server import Pause, RawServer
from tests.facade.slow import wait_until
from tmdb_facade import TMDB
with RawServer([Pause(60)]) as server:
    tmdb = TMDB({KEY!r}, base_url=server.base_url, engine="pyreqwest", max_retries=0)
    def report():
        assert wait_until(lambda: server.requests)
        print("waiting", flush=True)
    threading.Thread(target=report).start()
    try:
        tmdb.movies.details(550)
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "waiting\n"
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.stdout.readline() == "interrupted\n"
        assert time.monotonic() - start < 10  # not at the read timeout
        assert process.wait(10) == 0


def test_forked_processes_open_their_own_connections() -> None:
    with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url, engine="pyreqwest") as tmdb:
        assert tmdb.movies.details(550).id == 550
        assert in_child(lambda: tmdb.movies.details(550).title == "Fight Club")
        assert tmdb.movies.details(550).id == 550


def test_connections_of_few_pairs_of_timeouts_are_kept() -> None:
    with RawServer([MOVIE]) as server, client(server) as tmdb:
        for timeout in range(21, 32):
            assert tmdb.with_options(timeout=timeout).movies.details(550).id == 550
        end = time.monotonic() + 10  # less than the time after which idle connections are closed
        while server.open_connections > 5 and time.monotonic() < end:
            time.sleep(0.01)
        assert server.open_connections <= 5


def test_header_that_is_not_utf8_is_left_out() -> None:
    body = b'HTTP/1.1 200 OK\r\ncontent-length: 2\r\nx-name: caf\xe9\r\netag: "a"\r\n\r\n{}'
    with RawServer([body]) as server, client(server) as tmdb:
        raw = tmdb.with_raw_response(tmdb.movies.details, 550)
    assert raw.headers["etag"] == '"a"'
    assert "x-name" not in raw.headers
