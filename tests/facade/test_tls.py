"""Real TLS connections, with certificates of a test authority."""

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

MOVIES = 100


class MoviePages(BaseHTTPRequestHandler):
    """Serves pages of 20 movies over persistent connections."""

    protocol_version = "HTTP/1.1"
    connections: ClassVar[set[object]] = set()

    def do_GET(self) -> None:
        """Send the requested page."""
        self.connections.add(self.client_address)
        _, _, query = self.path.partition("page=")
        page = int(query or 1)
        movies = [
            {
                "id": number,
                "title": f"Movie {number}",
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
        answer = {"page": page, "results": movies, "total_pages": MOVIES // 20, "total_results": MOVIES}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Print nothing."""


class Server(ThreadingHTTPServer):
    """Serves each connection in a daemon thread."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore failed handshakes of clients that do not trust the certificate."""


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Return the authority that issues the server's certificate."""
    return trustme.CA()


@pytest.fixture(scope="module")
def server(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the URL of a TLS server with a certificate for localhost."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    chain = tmp_path_factory.mktemp("tls") / "server.pem"
    authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(chain)
    context.load_cert_chain(chain)
    with Server(("127.0.0.1", 0), MoviePages) as running:
        running.socket = context.wrap_socket(running.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"https://localhost:{running.server_address[1]}"
        running.shutdown()
        thread.join()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make clients trust the authority, as users of a private authority do."""
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


@pytest.mark.usefixtures("trusted")
def test_sync_pager_reuses_tls_connections(server: str) -> None:
    """Pages arrive in order, and at most one connection is opened per prefetched page."""
    MoviePages.connections.clear()
    with TMDB(TOKEN, base_url=server) as tmdb:
        for _ in range(3):
            assert [movie.id for movie in tmdb.movies.popular()] == list(range(1, MOVIES + 1))
    assert 1 <= len(MoviePages.connections) <= 5


@pytest.mark.usefixtures("trusted")
async def test_async_pager_reuses_tls_connections(server: str) -> None:
    MoviePages.connections.clear()
    async with AsyncTMDB(TOKEN, base_url=server) as tmdb:
        for _ in range(3):
            assert [movie.id async for movie in tmdb.movies.popular()] == list(range(1, MOVIES + 1))
    assert 1 <= len(MoviePages.connections) <= 5


@pytest.mark.usefixtures("trusted")
def test_break_leaves_the_tls_connections_usable(server: str) -> None:
    """Cancelled prefetching does not break later calls."""
    with TMDB(TOKEN, base_url=server) as tmdb:
        for _ in range(5):
            for movie in tmdb.movies.popular():
                assert movie.id == 1
                break
        assert tmdb.movies.popular().page(5).results[-1].id == MOVIES


async def test_untrusted_certificate_raises_connection_error(server: str) -> None:
    with (
        TMDB(TOKEN, base_url=server, max_retries=0) as tmdb,
        pytest.raises(APIConnectionError, match="CERTIFICATE_VERIFY_FAILED"),
    ):
        tmdb.movies.popular().page(1)
    async with AsyncTMDB(TOKEN, base_url=server, max_retries=0) as async_tmdb:
        with pytest.raises(APIConnectionError, match="CERTIFICATE_VERIFY_FAILED"):
            await async_tmdb.movies.popular().page(1)


@pytest.mark.usefixtures("trusted")
async def test_certificate_for_another_host_raises_connection_error(server: str) -> None:
    """The certificate names localhost, not 127.0.0.1."""
    other = server.replace("localhost", "127.0.0.1")
    with TMDB(TOKEN, base_url=other, max_retries=0) as tmdb, pytest.raises(APIConnectionError, match=r"(?i)mismatch"):
        tmdb.movies.popular().page(1)
    async with AsyncTMDB(TOKEN, base_url=other, max_retries=0) as async_tmdb:
        with pytest.raises(APIConnectionError, match=r"(?i)mismatch"):
            await async_tmdb.movies.popular().page(1)


@pytest.fixture
def proxy() -> Iterator[tuple[str, list[str]]]:
    """Yield the URL of a tunnelling proxy, and the request lines that it received."""
    request_lines: list[str] = []

    def pump(source: socket.socket, target: socket.socket) -> None:
        # Either side can close its connection at any time.
        with suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)

    def serve(client: socket.socket) -> None:
        with client:
            head = b""
            while b"\r\n\r\n" not in head:
                head += client.recv(65536)
            request_lines.append(head.split(b"\r\n", 1)[0].decode())
            host, _, port = request_lines[-1].split()[1].partition(":")
            with socket.create_connection((host, int(port))) as upstream:
                client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                back = threading.Thread(target=pump, args=(upstream, client))
                back.start()
                pump(client, upstream)
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
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", request_lines
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(30)


@pytest.mark.usefixtures("trusted")
async def test_proxy_sees_only_the_connect_request(server: str, proxy: tuple[str, list[str]]) -> None:
    """TLS is end to end, through the proxy."""
    url, request_lines = proxy
    with TMDB(TOKEN, base_url=server, proxy=url) as tmdb:
        assert (await asyncio.to_thread(tmdb.movies.popular().page, 2)).results[0].id == 21
    async with AsyncTMDB(TOKEN, base_url=server, proxy=url) as async_tmdb:
        assert (await async_tmdb.movies.popular().page(3)).results[0].id == 41
    assert request_lines == [f"CONNECT {server.removeprefix('https://')} HTTP/1.1"] * 2
