"""A server that shows the client everything that it has sent, as a careless server or proxy may."""

from __future__ import annotations

import json
import re
import threading
from base64 import urlsafe_b64decode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

#: What the server does with a request.
ANSWERS = ("error", "text", "success", "redirect", "reset", "drift", "unavailable", "not HTTP", "no header", "expired")

#: What a harmless answer contains, so that calls of several requests go on.
TOKENS = {"request_token": "t1", "session_id": "s1"}


class EchoServer:
    """A server on 127.0.0.1 whose answers contain the request. They may be cached.

    Attributes:
        answer: One of `ANSWERS`, or `"harmless"` for an answer without the request.
    """

    def __init__(self) -> None:
        self.answer: str = "error"
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def base_url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _respond(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
                seen = f"{self.requestline} {dict(self.headers)} {body} {_values(self.path, body)}"
                seen = f"{seen} {_claims(seen)}"
                match server.answer:
                    case "error":
                        self._send(401, {"status_code": 7, "status_message": seen, "success": False})
                    case "expired":
                        self._send(401, {"status_code": 3, "status_message": seen, "success": False})
                    case "unavailable":
                        self._send(503, {"errors": [seen, body]}, {"Retry-After": "0"})
                    case "text":
                        self._send(200, f"<html>{seen}</html>")
                    case "success":
                        self._send(200, {"status_code": 1, "status_message": seen, "success": True})
                    case "redirect":
                        self._send(302, {}, {"Location": f"{server.base_url}{self.path}"})
                    case "reset":
                        self.close_connection = True
                    case "not HTTP":
                        self._send_raw(f"{seen}\r\n\r\n")
                    case "no header":
                        self._send_raw(f"HTTP/1.1 200 OK\r\n{seen}\r\n\r\n{{}}")
                    case "harmless":
                        self._send(200, {"id": 550, "success": True, "results": [], **TOKENS})
                    case _:
                        self._send(200, {"results": seen, "id": seen, "success": [seen], "page": {seen: seen}})

            do_GET = do_POST = do_DELETE = do_PUT = _respond  # noqa: N815  (names of the library)

            def _send(self, status: int, content: Any, headers: dict[str, str] | None = None) -> None:
                body = (content if isinstance(content, str) else json.dumps(content)).encode()
                self.send_response(status)
                for name, value in (headers or {}).items():
                    self.send_header(name, value)
                self.send_header("Cache-Control", "public, max-age=3600")
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", f"{len(body)}")
                self.end_headers()
                self.wfile.write(body)

            def _send_raw(self, text: str) -> None:
                self.wfile.write(text.encode())
                self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Handler


def _claims(text: str) -> str:
    """Return the contents of the tokens in a text: their payloads, as they are and decoded, and the values in them."""
    payloads = re.findall(r"eyJ[\w-]*\.(eyJ[\w-]+)\.", text)
    decoded = [urlsafe_b64decode(f"{payload}===").decode() for payload in payloads]
    values = [str(value) for each in decoded for value in json.loads(each).values()]
    return " ".join([*payloads, *decoded, *values])


def _values(target: str, body: str) -> str:
    """Return the values of a request without their names."""
    parts = urlsplit(target)
    values = [value for _, value in parse_qsl(parts.query)]
    values += parts.path.split("/")
    values += map(str, json.loads(body).values()) if body else []
    return " ".join(values)
