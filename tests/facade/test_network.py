"""The network: what a thread waits for ends when nobody wants it any more, and certificates are read when needed."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

import httpx
import pytest

from tests.facade.slow import Pages, hold_up, slow_server, within
from tests.facade.support import TOKEN
from tmdb_facade import TMDB, APIConnectionError, AsyncTMDB
from tmdb_facade._runtime import threads
from tmdb_facade._runtime.network import Network
from tmdb_facade._runtime.tls import LazyContext, shared_context

pytestmark = pytest.mark.usefixtures("real_waits")


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server that takes connections, one at a time, and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server:
        yield server


def running() -> int:
    """Count the threads that jobs run in."""
    return sum(thread.name.startswith("tmdb-facade") for thread in threading.enumerate())


def ask(network: Network, url: str) -> httpx.Response:
    """Send a request."""
    return network.handle_request(httpx.Request("GET", url, extensions={"timeout": {"connect": 30, "read": 30}}))


def stop_while_it_waits(url: str, waits: threading.Event | None = None) -> None:
    """Stop a job that waits for a server; it ends at once, and nobody hears of it but whoever wants its result."""
    crew = threads.BackgroundCalls()
    with Network(None) as network:
        job = crew.start(partial(ask, network, url))
        if waits is None:
            time.sleep(0.1)
        else:
            assert waits.wait(10)
        assert running() == 1
        start = time.monotonic()
        crew.close()
        assert time.monotonic() - start < threads.PATIENCE / 2
        assert running() == 0
    with pytest.raises(RuntimeError, match="closed"):
        job.result()


def accept(listener: socket.socket, into: list[socket.socket]) -> threading.Event:
    """Take the next connection, and tell when something was sent on it."""
    sent = threading.Event()

    def wait() -> None:
        connection, _ = listener.accept()
        into.append(connection)
        connection.recv(1)
        sent.set()

    threading.Thread(target=wait).start()
    return sent


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_wait_for_an_answer_is_cut_short(listener: socket.socket, scheme: str) -> None:
    """Of the server, or of its side of TLS; the connection is closed."""
    connections: list[socket.socket] = []
    sent = accept(listener, connections)
    stop_while_it_waits(f"{scheme}://127.0.0.1:{listener.getsockname()[1]}/", sent)
    with connections[0] as connection:
        connection.settimeout(10)
        while connection.recv(65536):
            pass


def test_a_wait_for_a_connection_is_cut_short(listener: socket.socket) -> None:
    """A server that takes none more answers nothing at all."""
    with ExitStack() as stack:
        for _ in range(4):
            connection = stack.enter_context(socket.socket())
            connection.setblocking(False)
            connection.connect_ex(listener.getsockname())
        stop_while_it_waits(f"http://127.0.0.1:{listener.getsockname()[1]}/")


def test_a_request_that_nobody_wants_is_not_begun(listener: socket.socket) -> None:
    """Its job was stopped before it got to the network."""
    with Network(None) as network:
        stopped = threading.Event()

        def late() -> httpx.Response:
            stopped.wait(10)
            return ask(network, f"http://127.0.0.1:{listener.getsockname()[1]}/")

        crew = threads.BackgroundCalls()
        crew.start(late)
        threading.Timer(0.1, stopped.set).start()
        crew.close()
        assert within(1, lambda: not running())
    listener.settimeout(0.2)
    # The connection may be opened in the same moment: no request is on it.
    with pytest.raises(TimeoutError):
        listener.accept()


def test_other_threads_are_left_alone() -> None:
    """What a walk fetched is cut, and the user's own call over the same connections goes on."""
    with slow_server() as url, TMDB(TOKEN, base_url=url, on_drift="ignore") as tmdb:
        hold_up(first=3)
        Pages.seconds[99] = 0.5
        pages: list[int | None] = []
        own = threading.Thread(target=lambda: pages.append(tmdb.movies.popular().page(99).page))
        for film in tmdb.movies.popular():
            if film.id == 21:
                own.start()
                assert within(1, lambda: 99 in Pages.asked)
                break
        assert within(1, lambda: not running())
        assert own.is_alive()
        own.join(10)
        assert pages == [99]
        assert [film.id for film in tmdb.movies.popular().limit(20)] == list(range(1, 21))


def test_errors_of_connections_are_told() -> None:
    """A name that is none, and a server that is not there."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    for url, reason in ((f"http://127.0.0.1:{port}", "refused"), ("http://tmdb.invalid", "no answer")):
        with TMDB(TOKEN, base_url=url, max_retries=0) as tmdb, pytest.raises(APIConnectionError, match=reason):
            tmdb.movies.details(550)


async def test_certificates_are_read_once_and_when_they_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """All clients of a process share them, unless the environment says otherwise meanwhile."""
    context = LazyContext(ssl.PROTOCOL_TLS_CLIENT)
    monkeypatch.setattr("tmdb_facade._runtime.network.shared_context", lambda: context)
    with slow_server() as url:
        with TMDB(TOKEN, base_url=url, on_drift="ignore") as tmdb:
            tmdb.movies.popular().first()
        async with AsyncTMDB(TOKEN, base_url=url, on_drift="ignore") as async_tmdb:
            await async_tmdb.movies.popular().first()
        assert not context.is_made()
        secure = url.replace("http:", "https:")
        with TMDB(TOKEN, base_url=secure, max_retries=0) as tmdb, pytest.raises(APIConnectionError):
            tmdb.movies.popular().first()
        assert context.is_made()
        made = context.made
        async with AsyncTMDB(TOKEN, base_url=secure, max_retries=0) as async_tmdb:
            with pytest.raises(APIConnectionError):
                await async_tmdb.movies.popular().first()
        assert context.made is made


def test_the_shared_context_trusts_what_the_library_trusts(monkeypatch: pytest.MonkeyPatch) -> None:
    """It checks certificates and names; another set of certificates makes another context."""
    shared = shared_context()
    assert shared is shared_context()
    assert isinstance(shared, LazyContext)
    assert shared.made.verify_mode is ssl.CERT_REQUIRED
    assert shared.made.check_hostname
    assert len(shared.made.get_ca_certs()) > 50
    # Without the library's, it is of no use, and no danger.
    assert shared.verify_mode is ssl.CERT_REQUIRED
    assert shared.get_ca_certs() == []
    monkeypatch.setenv("SSL_CERT_FILE", "/none.pem")
    assert shared_context() is not shared
