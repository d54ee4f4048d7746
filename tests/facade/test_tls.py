"""TLS, for real: what all live calls travel in, here with certificates of one's own."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
import trustme

from tests.facade.support import TOKEN
from tmdb_facade import TMDB, APIConnectionError, AsyncTMDB

FILMS = 100


class Pages(BaseHTTPRequestHandler):
    """Popular films, 20 a page, over connections that are kept."""

    protocol_version = "HTTP/1.1"
    connections: ClassVar[set[object]] = set()

    def do_GET(self) -> None:
        """Answer with a page."""
        self.connections.add(self.client_address)
        _, _, query = self.path.partition("page=")
        page = int(query or 1)
        films = [
            {
                "id": number,
                "title": f"Film {number}",
                "original_title": "",
                "original_language": "en",
                "overview": "",
                "adult": False,
                "video": False,
                "popularity": 1.0,
                "vote_average": 1.0,
                "vote_count": 1,
            }
            for number in range(page * 20 - 19, page * 20 + 1)
        ]
        answer = {"page": page, "results": films, "total_pages": FILMS // 20, "total_results": FILMS}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Answers in threads that end with the process."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that do not trust it."""


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Who issues the server's certificate."""
    return trustme.CA()


@pytest.fixture(scope="module")
def server(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that speaks TLS, for the name localhost."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    chain = tmp_path_factory.mktemp("tls") / "server.pem"
    authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(chain)
    context.load_cert_chain(chain)
    with Server(("127.0.0.1", 0), Pages) as running:
        running.socket = context.wrap_socket(running.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"https://localhost:{running.server_address[1]}"
        running.shutdown()
        thread.join()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have clients trust the authority, as people do who have one of their own."""
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


@pytest.mark.usefixtures("trusted")
def test_threads_walk_over_pages(server: str) -> None:
    """In order, several pages at a time, over connections that are kept."""
    Pages.connections.clear()
    with TMDB(TOKEN, base_url=server) as tmdb:
        for _ in range(3):
            assert [film.id for film in tmdb.movies.popular()] == list(range(1, FILMS + 1))
    assert 1 <= len(Pages.connections) <= 5


@pytest.mark.usefixtures("trusted")
async def test_tasks_walk_over_pages(server: str) -> None:
    """Likewise."""
    Pages.connections.clear()
    async with AsyncTMDB(TOKEN, base_url=server) as tmdb:
        for _ in range(3):
            assert [film.id async for film in tmdb.movies.popular()] == list(range(1, FILMS + 1))
    assert 1 <= len(Pages.connections) <= 5


@pytest.mark.usefixtures("trusted")
def test_a_walk_that_is_left_early_leaves_the_client_whole(server: str) -> None:
    """What was fetched ahead is cut off; the next call goes on."""
    with TMDB(TOKEN, base_url=server) as tmdb:
        for _ in range(5):
            for film in tmdb.movies.popular():
                assert film.id == 1
                break
        assert tmdb.movies.popular().page(5).results[-1].id == FILMS


async def test_who_is_not_trusted_is_refused(server: str) -> None:
    """Sync and async, before anything is sent."""
    with (
        TMDB(TOKEN, base_url=server, max_retries=0) as tmdb,
        pytest.raises(APIConnectionError, match="CERTIFICATE_VERIFY_FAILED"),
    ):
        tmdb.movies.popular().page(1)
    async with AsyncTMDB(TOKEN, base_url=server, max_retries=0) as again:
        with pytest.raises(APIConnectionError, match="CERTIFICATE_VERIFY_FAILED"):
            await again.movies.popular().page(1)


@pytest.mark.usefixtures("trusted")
async def test_a_certificate_for_another_name_is_refused(server: str) -> None:
    """An address is not what the certificate says."""
    other = server.replace("localhost", "127.0.0.1")
    with TMDB(TOKEN, base_url=other, max_retries=0) as tmdb, pytest.raises(APIConnectionError, match=r"(?i)mismatch"):
        tmdb.movies.popular().page(1)
    async with AsyncTMDB(TOKEN, base_url=other, max_retries=0) as again:
        with pytest.raises(APIConnectionError, match=r"(?i)mismatch"):
            await again.movies.popular().page(1)


@pytest.fixture
def proxy() -> Iterator[tuple[str, list[str]]]:
    """A proxy that lets clients through to where they want, and what they asked it for."""
    asked: list[str] = []

    def pump(source: socket.socket, target: socket.socket) -> None:
        # Either end may be gone at any time.
        with suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)

    def serve(client: socket.socket) -> None:
        with client:
            head = b""
            while b"\r\n\r\n" not in head:
                head += client.recv(65536)
            asked.append(head.split(b"\r\n", 1)[0].decode())
            host, _, port = asked[-1].split()[1].partition(":")
            with socket.create_connection((host, int(port))) as there:
                client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                back = threading.Thread(target=pump, args=(there, client))
                back.start()
                pump(client, there)
                back.join()

    def listen() -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=serve, args=(client,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", asked
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(5)


@pytest.mark.usefixtures("trusted")
async def test_a_proxy_sees_nothing_but_where_to(server: str, proxy: tuple[str, list[str]]) -> None:
    """TLS goes through it, from end to end."""
    url, asked = proxy
    with TMDB(TOKEN, base_url=server, proxy=url) as tmdb:
        assert (await asyncio.to_thread(tmdb.movies.popular().page, 2)).results[0].id == 21
    async with AsyncTMDB(TOKEN, base_url=server, proxy=url) as again:
        assert (await again.movies.popular().page(3)).results[0].id == 41
    assert asked == [f"CONNECT {server.removeprefix('https://')} HTTP/1.1"] * 2
