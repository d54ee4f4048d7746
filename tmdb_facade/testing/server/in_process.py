"""An httpx transport that calls the embedded TMDB in this process, without a socket."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import NoReturn, TypeAlias

import anyio
import httpx
from starlette.types import ASGIApp, Message, Receive, Scope

from .delivery import SentAnswer
from .middleware import CONNECTION

_Sleep: TypeAlias = Callable[[float], Awaitable[None]]


class InProcessTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers the requests of sync and async httpx clients without a port or a thread.

        server = TMDBServer()
        with TMDB(server.access_token, transport=server.transport) as tmdb:
            print(tmdb.movies.details(550).title)

    It answers requests to any host. Faults act as over a socket: a delay beyond the client's read timeout raises
    `httpx.ReadTimeout`, a reset connection `httpx.ReadError`, half a body `httpx.RemoteProtocolError`. Faults that need a
    socket, a connection limit and dripping headers, raise `RuntimeError`. Bodies are not streamed.

    Several clients and threads may use a transport at the same time, also after a client has closed it.

    Attributes:
        is_in_process: Tells the client that passwords are not sent over a network.
    """

    is_in_process: bool = True

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application that `create_app` returned."""
        self._app = app

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; works inside a running event loop too, and does not use it."""
        exchange = _Exchange(request, request.read(), _sleep)
        run_to_end(exchange.run(self._app))
        return exchange.response()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request."""
        exchange = _Exchange(request, await request.aread(), anyio.sleep)
        await exchange.run(self._app)
        return exchange.response()


class _Exchange:
    """A request and its answer; also the `Connection` that faults act on."""

    def __init__(self, request: httpx.Request, body: bytes, sleep: _Sleep) -> None:
        self._request = request
        self._body = body
        self._sleep = sleep
        self._start: Message = {}
        self._content = bytearray()
        self._received = False

    async def run(self, app: ASGIApp) -> None:
        request = self._request
        url = request.url
        scope: Scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": request.method,
            "scheme": url.scheme,
            "path": url.path,
            "raw_path": url.raw_path.partition(b"?")[0],
            "query_string": url.query,
            "root_path": "",
            "headers": [(name.lower(), value) for name, value in request.headers.raw],
            "client": ("127.0.0.1", 0),
            "server": (url.host, url.port),
            CONNECTION: self._connect,
        }
        await app(scope, self._receive, self._send)

    def response(self) -> httpx.Response:
        stream = httpx.ByteStream(bytes(self._content))
        return httpx.Response(self._start["status"], headers=self._start["headers"], stream=stream)

    def _connect(self, scope: Scope, receive: Receive) -> _Exchange:
        return self

    async def _receive(self) -> Message:
        if self._received:
            return {"type": "http.disconnect"}
        self._received = True
        return {"type": "http.request", "body": self._body, "more_body": False}

    async def _send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        else:
            # uvicorn drops the body of an answer to HEAD too.
            self._content += b"" if self._request.method == "HEAD" else message.get("body", b"")

    async def wait(self, seconds: float) -> bool:
        timeout: float | None = self._request.extensions.get("timeout", {}).get("read")
        if timeout is None or seconds <= timeout:
            await self._sleep(seconds)
            return True
        await self._sleep(timeout)
        raise httpx.ReadTimeout("timed out", request=self._request)

    async def reset(self) -> NoReturn:
        raise httpx.ReadError("[Errno 104] Connection reset by peer", request=self._request)

    async def close(self) -> NoReturn:
        message = f"peer closed connection without sending complete message body (received {len(self._content)} bytes)"
        raise httpx.RemoteProtocolError(message, request=self._request)

    async def write(self, data: bytes) -> NoReturn:
        raise RuntimeError(
            "writing to a connection needs the socket of TMDBServer: use server.base_url, not server.transport"
        )

    async def send_unframed(self, answer: SentAnswer) -> None:
        self._start = {"status": answer.status, "headers": answer.headers}
        self._content += answer.body


async def _sleep(seconds: float) -> None:
    time.sleep(seconds)  # noqa: ASYNC251  # there is no event loop: `run_to_end` drives the coroutine


def run_to_end(coroutine: Coroutine[object, None, None]) -> None:
    """Run a coroutine without an event loop, as this thread may have a running one already.

    Raises:
        RuntimeError: The coroutine waits for an event loop.
    """
    try:
        coroutine.send(None)
    except StopIteration:
        return
    coroutine.close()
    raise RuntimeError("the application needs an event loop: use an async client")
