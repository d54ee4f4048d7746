"""Failures while a connection is opened: slow name resolution, slow TLS handshakes, SOCKS proxies, forks."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Any

import pytest

from tests.facade.slow import PATIENCE
from tests.facade.support import TOKEN
from tmdb_facade import TMDB, APIConnectionError, APITimeoutError, AsyncTMDB, ClientClosedError
from tmdb_facade._runtime.network_tasks import AsyncBackend
from tmdb_facade._runtime.tls import LazyContext

pytestmark = pytest.mark.usefixtures("real_waits")


class Listener:
    """A server that reads, answers nothing or always the same, and notes which connections have ended."""

    def __init__(self, reply: bytes | None = None) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._reply = reply
        self.port: int = self._server.getsockname()[1]
        self.accepted = 0
        self.received = 0
        self.ended = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._server.accept()
                self.accepted += 1
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with closing(connection), suppress(OSError):
            while connection.recv(65536):
                self.received += 1
                if self._reply is not None:
                    connection.sendall(self._reply)
                    connection.shutdown(socket.SHUT_WR)
        self.ended += 1

    def close(self) -> None:
        """Accept no more connections."""
        self._server.close()


@pytest.fixture
def silent() -> Iterator[Listener]:
    """Yield a server that never answers, not even a handshake."""
    with closing(Listener()) as listener:
        yield listener


def wait_for(listener: Listener, *, accepted: int = 0, received: int = 0, ended: int = 0) -> None:
    """Wait until so many connections were accepted, so many chunks received, and so many connections have ended."""
    end = time.monotonic() + 10
    while listener.accepted < accepted or listener.received < received or listener.ended < ended:
        assert time.monotonic() < end, (listener.accepted, listener.received, listener.ended)
        time.sleep(0.01)


def test_close_ends_a_handshake(silent: Listener) -> None:
    tmdb = TMDB(TOKEN, base_url=f"https://127.0.0.1:{silent.port}", timeout=PATIENCE)
    errors: list[BaseException] = []

    def rate() -> None:
        with pytest.raises(ClientClosedError) as caught:
            tmdb.movies.rate(550, 8.5, session_id="s")
        errors.append(caught.value)

    thread = threading.Thread(target=rate)
    thread.start()
    wait_for(silent, received=1)  # within the handshake
    tmdb.close()
    thread.join(5)
    assert [type(error) for error in errors] == [ClientClosedError]
    wait_for(silent, ended=1)


async def test_cancelled_handshakes_close_their_connections(silent: Listener) -> None:
    """A call that is cancelled while it connects gives its connection back at once, not after the timeout."""
    async with AsyncTMDB(TOKEN, base_url=f"https://127.0.0.1:{silent.port}", timeout=PATIENCE) as tmdb:
        calls = [asyncio.create_task(tmdb.movies.details(number)) for number in range(1, 6)]
        await asyncio.to_thread(wait_for, silent, received=5)
        for call in calls:
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        await asyncio.to_thread(wait_for, silent, ended=5)


async def test_cancelled_calls_stop_connecting(monkeypatch: pytest.MonkeyPatch) -> None:
    started, stopped = asyncio.Event(), asyncio.Event()

    async def connect(*_: Any) -> Any:
        started.set()
        try:
            await asyncio.sleep(PATIENCE)
        finally:
            stopped.set()

    monkeypatch.setattr(AsyncBackend, "_connect", connect)
    async with AsyncTMDB(TOKEN, base_url="http://tmdb.test") as tmdb:
        call = asyncio.create_task(tmdb.movies.details(550))
        await started.wait()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        async with asyncio.timeout(5):
            await stopped.wait()


@pytest.mark.parametrize("options", [{"timeout": 0.2}, {"total_timeout": 0.2}])
def test_name_that_is_resolved_slowly_ends_the_call_in_time(
    monkeypatch: pytest.MonkeyPatch, options: dict[str, Any]
) -> None:
    leave = threading.Event()

    def find(*_: object, **__: object) -> bool:
        return leave.wait(PATIENCE)

    monkeypatch.setattr(socket, "getaddrinfo", find)
    with TMDB(TOKEN, base_url="http://tmdb.test", max_retries=0, **options) as tmdb:
        start = time.monotonic()
        with pytest.raises(APITimeoutError) as caught:
            tmdb.movies.details(550)
        assert time.monotonic() - start < 5
    assert not caught.value.is_sent
    leave.set()


@pytest.mark.parametrize("reply", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x05", b"\x05\xff", b""])
async def test_socks_proxy_that_answers_wrongly_is_a_connection_error(reply: bytes) -> None:
    with closing(Listener(reply)) as proxy:
        url = f"socks5://user:secret@127.0.0.1:{proxy.port}"
        for _ in range(3):
            with TMDB(TOKEN, base_url="http://tmdb.test", proxy=url, max_retries=0, timeout=5) as tmdb:
                with pytest.raises(APIConnectionError) as caught:
                    tmdb.movies.details(550)
                assert not caught.value.is_sent
                assert "secret" not in f"{caught.value!r} {caught.value.__notes__}"
        async with AsyncTMDB(TOKEN, base_url="http://tmdb.test", proxy=url, max_retries=0, timeout=5) as async_tmdb:
            for _ in range(3):
                with pytest.raises(APIConnectionError):
                    await async_tmdb.movies.details(550)
            # Before the client is closed: a failed handshake leaves no connection open.
            await asyncio.to_thread(wait_for, proxy, accepted=6, ended=6)


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_fork_while_certificates_are_loaded() -> None:
    """The lock of the thread that loads them does not exist in the child."""
    context = LazyContext(ssl.PROTOCOL_TLS_CLIENT)
    with context._lock:  # pyright: ignore[reportPrivateUsage]
        process = os.fork()
        if process == 0:
            os._exit(0 if context.loaded.check_hostname else 1)
        end = time.monotonic() + 20
        while os.waitpid(process, os.WNOHANG) == (0, 0):
            if time.monotonic() > end:
                os.kill(process, 9)
                pytest.fail("the child waits for the parent's lock")
            time.sleep(0.01)
