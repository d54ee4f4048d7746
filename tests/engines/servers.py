"""A TLS server, and a proxy that wants a password."""

from __future__ import annotations

import base64
import select
import socket
import ssl
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import trustme

USER, PASSWORD = "user", "p@ss/word"
_CREDENTIALS = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore failed handshakes and closed connections."""

    def use_tls(self, authority: trustme.CA, folder: Path) -> None:
        """Speak TLS, with a certificate of the authority for localhost."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        chain = folder / "server.pem"
        authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(chain)
        context.load_cert_chain(chain)
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    body = b"{}"

    def do_GET(self) -> None:
        """Send a small answer."""
        self.send_response(200)
        self.send_header("Content-Length", f"{len(self.body)}")
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


@contextmanager
def _running(server: _Server) -> Generator[None]:
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


@contextmanager
def tls_server(authority: trustme.CA, folder: Path, body: bytes = b"{}") -> Generator[str]:
    """Run a server with a certificate of the authority and one answer; yield its base URL."""
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"body": body}))
    server.use_tls(authority, folder)
    with _running(server):
        yield f"https://localhost:{server.server_address[1]}"


class Proxy:
    """A proxy on 127.0.0.1.

    Attributes:
        targets: The targets of the request lines, as the proxy received them.
        scheme: The scheme of its URL.
        address: Its host and port.
    """

    def __init__(self) -> None:
        self.targets: list[str] = []
        self.scheme = "http"
        self.address = ""

    def url(self, password: str = "p%40ss%2Fword") -> str:
        """Return the proxy's URL with credentials."""
        return f"{self.scheme}://{USER}:{password}@{self.address}"


@contextmanager
def running_proxy(authority: trustme.CA | None = None, folder: Path | None = None) -> Generator[Proxy]:
    """Run a proxy that answers plain requests itself and tunnels the others.

    Args:
        authority: Issues the certificate of a proxy that speaks TLS.
        folder: A folder for the certificate.
    """
    proxy = Proxy()

    class Handler(_Handler):
        def do_GET(self) -> None:
            """Answer a request in absolute form."""
            proxy.targets.append(self.path)
            if self._is_allowed():
                super().do_GET()

        def do_CONNECT(self) -> None:
            """Tunnel a connection."""
            proxy.targets.append(self.path)
            if not self._is_allowed():
                return
            parts = urlsplit(f"//{self.path}")
            with socket.create_connection((parts.hostname, parts.port)) as upstream:
                self.send_response(200)
                self.end_headers()
                _tunnel(self.connection, upstream)
            self.close_connection = True

        def _is_allowed(self) -> bool:
            if self.headers.get("Proxy-Authorization") == _CREDENTIALS:
                return True
            self.send_response(407)
            self.send_header("Content-Length", "0")
            self.send_header("Connection", "close")
            self.end_headers()
            return False

    server = _Server(("127.0.0.1", 0), Handler)
    proxy.address = f"127.0.0.1:{server.server_address[1]}"
    if authority is not None and folder is not None:
        server.use_tls(authority, folder)
        proxy.scheme, proxy.address = "https", f"localhost:{server.server_address[1]}"
    with _running(server):
        yield proxy


def _tunnel(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while True:
            for ready in select.select([one, other], [], [], 10)[0]:
                data = ready.recv(65536)
                while isinstance(ready, ssl.SSLSocket) and (pending := ready.pending()):
                    data += ready.recv(pending)
                if not data:
                    return
                (other if ready is one else one).sendall(data)
