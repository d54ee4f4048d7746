"""The sync network backend: cancelling blocked threads, connection errors, and lazily loaded certificates."""

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

from tests.facade.slow import PATIENCE, SlowPages, delay_pages, slow_server, wait_until
from tests.facade.support import TOKEN
from tmdb_facade import TMDB, APIConnectionError, AsyncTMDB
from tmdb_facade._runtime import threads
from tmdb_facade._runtime.network import Network
from tmdb_facade._runtime.tls import LazyContext, shared_context

pytestmark = pytest.mark.usefixtures("real_waits")


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Yield a listening socket that accepts no connection by itself."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server:
        yield server


def running() -> int:
    """Return the number of background threads."""
    return sum(thread.name.startswith("tmdb-facade") for thread in threading.enumerate())


def get(network: Network, url: str) -> httpx.Response:
    """Send a GET request."""
    return network.handle_request(httpx.Request("GET", url, extensions={"timeout": {"connect": 30, "read": 30}}))


def cancel_blocked_call(url: str, is_blocked: threading.Event | None = None) -> None:
    """Start a request, close its group of background calls while it blocks, and check that it ends at once."""
    calls = threads.BackgroundCalls()
    with Network(None) as network:
        call = calls.start(partial(get, network, url))
        if is_blocked is None:
            time.sleep(0.1)
        else:
            assert is_blocked.wait(PATIENCE)
        assert running() == 1
        start = time.monotonic()
        calls.close()
        assert time.monotonic() - start < threads.CLOSE_TIMEOUT / 2
        assert running() == 0
    with pytest.raises(RuntimeError, match="closed"):
        call.result()


def accept(listener: socket.socket, into: list[socket.socket]) -> threading.Event:
    """Accept the next connection in a thread; return an event that is set when data arrives on it."""
    sent = threading.Event()

    def wait() -> None:
        connection, _ = listener.accept()
        into.append(connection)
        connection.recv(1)
        sent.set()

    threading.Thread(target=wait).start()
    return sent


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_background_calls_close_interrupts_a_read(listener: socket.socket, scheme: str) -> None:
    """Also during the TLS handshake; the connection is closed."""
    connections: list[socket.socket] = []
    sent = accept(listener, connections)
    cancel_blocked_call(f"{scheme}://127.0.0.1:{listener.getsockname()[1]}/", sent)
    with connections[0] as connection:
        connection.settimeout(PATIENCE)
        while connection.recv(65536):
            pass


def test_background_calls_close_interrupts_a_connect(listener: socket.socket) -> None:
    """A server with a full backlog does not complete the connection."""
    with ExitStack() as stack:
        for _ in range(4):
            connection = stack.enter_context(socket.socket())
            connection.setblocking(False)
            connection.connect_ex(listener.getsockname())
        cancel_blocked_call(f"http://127.0.0.1:{listener.getsockname()[1]}/")


def test_background_calls_close_prevents_requests_not_yet_sent(listener: socket.socket) -> None:
    """The call is cancelled before it reaches the network."""
    with Network(None) as network:
        cancelled = threading.Event()

        def late() -> httpx.Response:
            cancelled.wait(PATIENCE)
            return get(network, f"http://127.0.0.1:{listener.getsockname()[1]}/")

        calls = threads.BackgroundCalls()
        calls.start(late)
        threading.Timer(0.1, cancelled.set).start()
        calls.close()
        assert wait_until(lambda: not running())
    listener.settimeout(0.2)
    # No connection was opened.
    with pytest.raises(TimeoutError):
        listener.accept()


def test_leaving_a_loop_does_not_interrupt_other_calls() -> None:
    """Prefetched pages are cancelled; a call of the user over the same connections goes on."""
    with slow_server() as url, TMDB(TOKEN, base_url=url, on_drift="ignore") as tmdb:
        delay_pages(first=3)
        SlowPages.delays[99] = 1
        pages: list[int | None] = []
        other = threading.Thread(target=lambda: pages.append(tmdb.movies.popular().page(99).page))
        for movie in tmdb.movies.popular():
            if movie.id == 21:
                other.start()
                assert wait_until(lambda: 99 in SlowPages.requested)
                break
        assert wait_until(lambda: not running())
        assert other.is_alive()
        other.join(PATIENCE)
        assert pages == [99]
        assert [movie.id for movie in tmdb.movies.popular().limit(20)] == list(range(1, 21))


def test_connection_errors_name_their_reason() -> None:
    """Both for a refused connection and for a name that does not resolve."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    for url, reason in ((f"http://127.0.0.1:{port}", "refused"), ("http://tmdb.invalid", "no answer")):
        with TMDB(TOKEN, base_url=url, max_retries=0) as tmdb, pytest.raises(APIConnectionError, match=reason):
            tmdb.movies.details(550)


async def test_certificates_are_loaded_once_by_the_first_tls_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    context = LazyContext(ssl.PROTOCOL_TLS_CLIENT)
    monkeypatch.setattr("tmdb_facade._runtime.network.shared_context", lambda: context)
    with slow_server() as url:
        with TMDB(TOKEN, base_url=url, on_drift="ignore") as tmdb:
            tmdb.movies.popular().first()
        async with AsyncTMDB(TOKEN, base_url=url, on_drift="ignore") as async_tmdb:
            await async_tmdb.movies.popular().first()
        assert not context.is_loaded()
        secure = url.replace("http:", "https:")
        with TMDB(TOKEN, base_url=secure, max_retries=0) as tmdb, pytest.raises(APIConnectionError):
            tmdb.movies.popular().first()
        assert context.is_loaded()
        loaded = context.loaded
        async with AsyncTMDB(TOKEN, base_url=secure, max_retries=0) as async_tmdb:
            with pytest.raises(APIConnectionError):
                await async_tmdb.movies.popular().first()
        assert context.loaded is loaded


def test_shared_context_verifies_certificates_and_host_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed SSL_CERT_FILE makes a new context."""
    shared = shared_context()
    assert shared is shared_context()
    assert isinstance(shared, LazyContext)
    assert shared.loaded.verify_mode is ssl.CERT_REQUIRED
    assert shared.loaded.check_hostname
    assert shared.loaded.get_ca_certs()
    # Before the certificates are loaded, the context trusts nothing.
    assert shared.verify_mode is ssl.CERT_REQUIRED
    assert shared.get_ca_certs() == []
    monkeypatch.setenv("SSL_CERT_FILE", "/none.pem")
    assert shared_context() is not shared
