"""The embedded TMDB without a socket: an httpx transport that asks the application in this process."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import NoReturn, TypeAlias

import anyio
import httpx
from starlette.types import ASGIApp, Message, Receive, Scope

from .middleware import CONNECTION

_Sleep: TypeAlias = Callable[[float], Awaitable[None]]


class InProcessTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers requests of httpx clients, sync and async, without a port and without a thread.

        server = TMDBServer()
        with TMDB(server.access_token, transport=server.transport) as tmdb:
            print(tmdb.movies.details(550).title)

    Every host leads here. Faults act as they do over a socket: a wait that is longer than the client's read timeout is
    an `httpx.ReadTimeout`, a reset connection an `httpx.ReadError`, half a body an `httpx.RemoteProtocolError`. Bodies
    come whole, also to who streams them.

    It may be used by several clients and threads at once, and after a client closed it.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Ask an application.

        Args:
            app: The application, as `create_app` makes it.
        """
        self._app = app

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request; also inside of a running event loop, which is not used."""
        exchange = _Exchange(request, request.read(), _sleep)
        run_to_end(exchange.run(self._app))
        return exchange.response()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request."""
        exchange = _Exchange(request, await request.aread(), anyio.sleep)
        await exchange.run(self._app)
        return exchange.response()


class _Exchange:
    """One request and its answer."""

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
        return httpx.Response(
            self._start["status"],
            headers=self._start["headers"],
            content=None,
            stream=httpx.ByteStream(bytes(self._content)),
        )

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
            self._content += message.get("body", b"")

    # What faults do.

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


async def _sleep(seconds: float) -> None:
    time.sleep(seconds)  # noqa: ASYNC251  # there is no loop: `run_to_end` is what drives this


def run_to_end(coroutine: Coroutine[object, None, None]) -> None:
    """Run what never waits for an event loop, without one: there may be a loop running in this thread.

    Args:
        coroutine: What to run.

    Raises:
        RuntimeError: It waits for an event loop.
    """
    try:
        coroutine.send(None)
    except StopIteration:
        return
    coroutine.close()
    raise RuntimeError("the application waits for an event loop")
