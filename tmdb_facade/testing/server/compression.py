"""Middleware that compresses answers. Starlette's needs an event loop for large bodies, which in process does not exist."""

from __future__ import annotations

import re
import zlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: The size in bytes of the smallest body that is compressed.
MINIMUM_SIZE = 500
# On the loopback interface, better compression costs more than it saves.
_LEVEL = 1
_EXCLUDED = re.compile(r"gzip\s*;\s*q=0(?:\.0*)?\s*(?:,|$)")


def accepts_gzip(accept_encoding: str) -> bool:
    """Return whether an `Accept-Encoding` header names gzip, and not to exclude it (`gzip;q=0`)."""
    return "gzip" in accept_encoding and (";" not in accept_encoding or _EXCLUDED.search(accept_encoding) is None)


def compress(body: bytes) -> bytes:
    """Compress a body with gzip."""
    return zlib.compress(body, _LEVEL, zlib.MAX_WBITS | 16)


class Compression:
    """Compresses answers of other applications than the API with gzip for clients that accept it. Answers must not be streamed."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        is_accepted = accepts_gzip(Headers(scope=scope).get("accept-encoding", ""))
        start: Message = {}

        async def send_compressed(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            body = message.get("body", b"")
            headers = MutableHeaders(raw=start["headers"])
            if len(body) >= MINIMUM_SIZE and "content-encoding" not in headers:
                headers.add_vary_header("Accept-Encoding")
                if is_accepted:
                    body = compress(body)
                    headers["content-encoding"] = "gzip"
                    headers["content-length"] = f"{len(body)}"
            await send(start)
            await send({**message, "body": body})

        await self._app(scope, receive, send_compressed if scope["type"] == "http" else send)
