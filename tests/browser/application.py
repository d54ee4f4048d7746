"""The web server of an application that signs users in."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from types import TracebackType
from typing import Self


class Application:
    """A web server that records the requests of browsers.

    Attributes:
        received: The path with the query, and the `Cookie` header, of each request, but for icons.
        pages: The HTML or JavaScript of each path; other paths have a page without content.
        redirects: The URLs to which paths redirect.
    """

    def __init__(self) -> None:
        """Create the server on a free port."""
        self.received: list[tuple[str, str | None]] = []
        self.pages: dict[str, str] = {}
        self.redirects: dict[str, str] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def url(self) -> str:
        """The address to which the browser returns after the decision."""
        return self.at("/callback?id=7")

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the URL of a path."""
        return f"http://{host}:{self._server.server_address[1]}{path}"

    def __enter__(self) -> Self:
        """Start the server."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Stop the server."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        application = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path != "/favicon.ico":
                    application.received.append((self.path, self.headers["cookie"]))
                path = self.path.partition("?")[0]
                content = application.pages.get(path, "<title>Application</title>").encode()
                location = application.redirects.get(path)
                self.send_response(302 if location else 200)
                self.send_header("content-type", guess_type(path)[0] or "text/html")
                self.send_header("content-length", str(len(content)))
                if location:
                    self.send_header("location", location)
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: object) -> None:
                """Print nothing."""

        return Handler
