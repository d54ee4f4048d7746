"""An engine as a user may write it: over the standard library, with a connection for each request."""

from __future__ import annotations

import asyncio
import http.client
import socket
import ssl
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from tmdb_facade import EngineError, EngineRequest, EngineResponse, Failure

MAX_BODY = 64 * 1024 * 1024
_BODY_METHODS = {"POST", "PUT", "PATCH"}


class OwnEngine:
    """An engine of the sync client. A deadline applies to each operation of a socket."""

    def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read the whole response."""
        parts = urlsplit(request.url)
        host, port = _address(parts)
        timeouts = request.timeouts or {}
        left = request.deadline.seconds_left()
        connect, read = timeouts.get("connect"), timeouts.get("read")
        is_sent = False
        try:
            connection = socket.create_connection((host, port), _smaller(connect, left))
            with connection:
                if parts.scheme == "https":
                    connection = ssl.create_default_context().wrap_socket(connection, server_hostname=host)
                is_sent = True
                connection.settimeout(_smaller(read, left))
                with connection:
                    connection.sendall(_head(request, parts) + (request.body or b""))
                    received = http.client.HTTPResponse(connection, method=request.method)
                    received.begin()
                    body = b""
                    while part := received.read1(65536):
                        body += part
                        left = request.deadline.seconds_left()
                        if len(body) > MAX_BODY or (left is not None and left <= 0):
                            break
                    else:
                        if received.length:
                            raise http.client.IncompleteRead(body)
                        return EngineResponse(received.status, received.getheaders(), body)
                    if len(body) > MAX_BODY:
                        failure = Failure("the body is too large", is_permanent=True)
                    else:
                        failure = Failure("the deadline has passed", is_timeout=True)
        except (OSError, http.client.HTTPException, ValueError) as error:
            failure = _describe(error, is_sent=is_sent)
        raise EngineError(failure)

    def close(self) -> None:
        """Close nothing: no connection outlives its request."""


class AsyncOwnEngine:
    """An engine of the async client. Cancelling it closes its connection."""

    async def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read the whole response."""
        parts = urlsplit(request.url)
        host, port = _address(parts)
        timeouts = request.timeouts or {}
        is_sent = False
        try:
            context = ssl.create_default_context() if parts.scheme == "https" else None
            async with asyncio.timeout(timeouts.get("connect")):
                reader, writer = await asyncio.open_connection(host, port, ssl=context, limit=2**20)
            is_sent = True
            try:
                writer.write(_head(request, parts) + (request.body or b""))
                async with asyncio.timeout(timeouts.get("read")):
                    head = _read_head(await reader.readuntil(b"\r\n\r\n"))
                return EngineResponse(head.status, head.headers, await _read_body(reader, head, timeouts.get("read")))
            finally:
                writer.transport.abort()
        except EngineError as error:
            failure = error.failure
        except (OSError, ValueError, IndexError, EOFError, asyncio.LimitOverrunError) as error:
            failure = _describe(error, is_sent=is_sent)
        raise EngineError(failure)

    async def aclose(self) -> None:
        """Close nothing: no connection outlives its request."""


class _Head(NamedTuple):
    status: int
    headers: list[tuple[str, str]]


def _read_head(data: bytes) -> _Head:
    lines = data.decode("latin-1").split("\r\n")[:-2]
    version, status = lines[0].split(" ")[:2]
    if not version.startswith("HTTP/1."):
        raise ValueError("not HTTP")
    pairs = [line.split(":", 1) for line in lines[1:]]
    return _Head(int(status), [(name.lower(), value.strip()) for name, value in pairs])


async def _read_body(reader: asyncio.StreamReader, head: _Head, timeout: float | None) -> bytes:  # noqa: ASYNC109
    headers = dict(head.headers)
    length = int(headers["content-length"]) if "content-length" in headers else None
    if head.status in (204, 304):
        return b""
    body = b""
    while length is None or len(body) < length:
        async with asyncio.timeout(timeout):
            part = await reader.read(65536)
        if not part:
            break
        body += part
        if len(body) > MAX_BODY:
            raise EngineError(Failure("the body is too large", is_permanent=True))
    if length is not None and len(body) < length:
        raise EOFError("the body is incomplete")
    return body


def _address(parts: SplitResult) -> tuple[str, int]:
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _head(request: EngineRequest, parts: SplitResult) -> bytes:
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    headers = {"Host": parts.netloc, **request.headers, "Connection": "close"}
    if request.body is not None or request.method in _BODY_METHODS:
        headers["Content-Length"] = str(len(request.body or b""))
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"{request.method} {target} HTTP/1.1\r\n{lines}\r\n".encode()


def _smaller(first: float | None, second: float | None) -> float | None:
    found = [seconds for seconds in (first, second) if seconds is not None]
    return max(min(found), 0.001) if found else None


def _describe(error: Exception, *, is_sent: bool) -> Failure:
    is_untrusted = isinstance(error, ssl.SSLCertVerificationError)
    return Failure(
        str(error) or type(error).__name__,
        is_sent=is_sent,
        is_timeout=isinstance(error, TimeoutError),
        is_permanent=is_untrusted,
    )
