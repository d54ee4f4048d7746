"""The sync network backend: cancelling blocked threads, connection errors, and lazily loaded certificates."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from typing import Any

import httpx
import pytest

from tests.facade.slow import PATIENCE, SlowPages, delay_pages, slow_server, wait_until
from tests.facade.support import TOKEN, Fake, error_response
from tmdb_facade import TMDB, APIConnectionError, APITimeoutError, AsyncTMDB
from tmdb_facade._runtime.network_tasks import AsyncBackend
from tmdb_facade._runtime.tls import LazyContext, shared_context
from tmdb_facade.errors import ClientClosedError

pytestmark = pytest.mark.usefixtures("real_waits")


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Yield a listening socket that accepts no connection by itself."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server:
        yield server


def running() -> int:
    """Return the number of background threads."""
    return sum(thread.name.startswith("tmdb-facade page") for thread in threading.enumerate())


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


def test_client_close_ends_a_call_that_waits_for_its_response(listener: socket.socket) -> None:
    """The call raises ClientClosedError, and its connection is closed."""
    connections: list[socket.socket] = []
    sent = accept(listener, connections)
    tmdb = TMDB(TOKEN, base_url=f"http://127.0.0.1:{listener.getsockname()[1]}")
    errors: list[Exception] = []

    def call() -> None:
        try:
            tmdb.movies.details(550)
        except Exception as error:  # noqa: BLE001  (checked below)
            errors.append(error)

    calling = threading.Thread(target=call)
    calling.start()
    assert sent.wait(PATIENCE)
    tmdb.close()
    calling.join(PATIENCE)
    assert [type(error) for error in errors] == [ClientClosedError]
    with connections[0] as connection:
        connection.settimeout(PATIENCE)
        while connection.recv(65536):
            pass
    with pytest.raises(ClientClosedError):
        tmdb.movies.details(550)


def test_client_close_ends_calls_through_all_proxies_at_once(
    listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call that waits for the fallback's proxy does not delay the close of the direct connections."""
    monkeypatch.setattr("tmdb_facade._runtime.exchange_threads.CLOSE_TIMEOUT", PATIENCE)
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{listener.getsockname()[1]}")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as unused:
        base_url = f"http://127.0.0.1:{unused.getsockname()[1]}"
    connections: list[socket.socket] = []
    sent = accept(listener, connections)
    tmdb = TMDB(TOKEN, base_url=base_url, fallback_base_url="http://name.invalid", max_retries=0)
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(tmdb.movies.details, 550)
        assert sent.wait(PATIENCE)
        start = time.monotonic()
        tmdb.close()
        seconds = time.monotonic() - start
        assert isinstance(call.exception(PATIENCE), ClientClosedError)
    connections[0].close()
    assert seconds < PATIENCE / 2


def test_client_close_ends_the_wait_for_a_retry() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        closing.start()
        return error_response(429, 25, retry_after="20")

    fake = Fake(answer)
    tmdb = TMDB(TOKEN, transport=fake.transport)
    closing = threading.Timer(0.2, tmdb.close)
    start = time.monotonic()
    with pytest.raises(ClientClosedError):
        tmdb.movies.details(550)
    assert time.monotonic() - start < 15
    assert len(fake.requests) == 1
    closing.join()


def test_dead_addresses_of_a_host_share_the_connect_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ninth address answers within the timeout of one."""
    with slow_server() as url, ExitStack() as stack:
        port = int(url.rpartition(":")[2])
        dead = stack.enter_context(socket.create_server(("127.0.0.2", port), backlog=0))
        for _ in range(4):
            connection = stack.enter_context(socket.socket())
            connection.setblocking(False)
            connection.connect_ex(dead.getsockname())
        addresses: list[Any] = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port)) for host in ["127.0.0.2"] * 8]
        addresses.append((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)))
        found = socket.getaddrinfo

        def find(host: str, *rest: Any, **names: Any) -> list[Any]:
            return addresses if host == "tmdb.test" else list(found(host, *rest, **names))

        monkeypatch.setattr(socket, "getaddrinfo", find)
        with TMDB(TOKEN, base_url=f"http://tmdb.test:{port}", timeout=4, max_retries=0, on_drift="ignore") as tmdb:
            start = time.monotonic()
            assert tmdb.movies.popular().page(1).page == 1
            assert time.monotonic() - start < 8


@pytest.mark.parametrize("dripping", ["headers", "body"])
def test_total_timeout_ends_a_dripping_response(listener: socket.socket, dripping: str) -> None:
    """Each byte arrives within the read timeout; the sum does not."""

    def drip() -> None:
        connection, _ = listener.accept()
        with connection, suppress(OSError):
            connection.recv(65536)
            if dripping == "body":
                connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n")
            for _ in range(3000):
                connection.sendall(b"x")
                time.sleep(0.01)

    dripper = threading.Thread(target=drip)
    dripper.start()
    base_url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with TMDB(TOKEN, base_url=base_url, timeout=20, total_timeout=0.3, max_retries=0) as tmdb:
        start = time.monotonic()
        with pytest.raises(APITimeoutError):
            tmdb.movies.details(550)
        assert time.monotonic() - start < 15
    dripper.join(PATIENCE)


def test_leaving_a_loop_does_not_interrupt_other_calls() -> None:
    """Prefetched pages are not awaited; a call of the user over the same connections goes on."""
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
    monkeypatch.setattr("tmdb_facade._runtime.pools.shared_context", lambda: context)
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


async def test_connections_that_open_while_the_client_closes_are_closed() -> None:
    """The HTTP library loses a connection if it is cancelled at the moment at which the connection is open."""
    with socket.create_server(("127.0.0.1", 0), backlog=8) as server:
        backend = AsyncBackend()
        calls = [asyncio.create_task(backend.connect_tcp("127.0.0.1", server.getsockname()[1])) for _ in range(8)]
        await asyncio.sleep(0)
        for call in calls:
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        await backend.aclose()
        server.settimeout(PATIENCE)
        for _ in calls:
            connection, _ = server.accept()
            with connection:
                connection.settimeout(PATIENCE)
                assert connection.recv(1) == b""


def test_errors_of_a_closed_client_do_not_refer_to_the_request(listener: socket.socket) -> None:
    """The failed exchange would keep its connection alive, and its frames contain the credential."""
    errors: list[BaseException] = []
    with TMDB(TOKEN, base_url=f"http://127.0.0.1:{listener.getsockname()[1]}") as tmdb:

        def call() -> None:
            try:
                tmdb.movies.details(550)
            except ClientClosedError as error:
                errors.append(error)

        connections: list[socket.socket] = []
        is_sent = accept(listener, connections)
        caller = threading.Thread(target=call)
        caller.start()
        assert is_sent.wait(PATIENCE)
        tmdb.close()
        caller.join(PATIENCE)
        connections[0].close()
    assert [error.__context__ for error in errors] == [None]
