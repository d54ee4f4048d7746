"""Engines as a user may write them: the one of the guide, and one over httpx's client."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

import httpx

from tmdb_facade import EngineError, EngineRequest, EngineResponse, Failure

MAX_BODY = 64 * 1024 * 1024


class StandardEngine:
    """An engine over the standard library. Each request has its own connection."""

    def __init__(self) -> None:
        self._sockets: set[socket.socket] = set()

    def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read the whole response."""
        parts = urlsplit(request.url)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        timeouts = request.limited_timeouts() or {}  # none of them is longer than the seconds left
        connection = kind(parts.netloc, timeout=timeouts.get("connect"))
        is_sent = False
        try:
            connection.connect()
            is_sent = True
            with self._watch(connection.sock, request, timeouts.get("read")):
                target = request.url.partition(parts.netloc)[2]
                connection.request(request.method, target, request.body, dict(request.headers))
                with connection.getresponse() as response:
                    body = response.read(MAX_BODY + 1)
            if len(body) > MAX_BODY:
                raise EngineError(Failure("the body is larger than 64 MiB", is_permanent=True))
            if response.length:  # the bytes that are missing
                raise http.client.IncompleteRead(body)
            if seconds_left(request) <= 0:
                raise TimeoutError
            return EngineResponse(response.status, response.getheaders(), body)
        except (OSError, http.client.HTTPException) as error:
            is_timeout = isinstance(error, TimeoutError) or seconds_left(request) <= 0
            failure = Failure(type(error).__name__, is_sent=is_sent, is_timeout=is_timeout)
        finally:
            connection.close()
        raise EngineError(failure)

    @contextmanager
    def _watch(self, connected: socket.socket | None, request: EngineRequest, read: float | None) -> Generator[None]:
        """Shut the socket down at the deadline. A read timeout starts again with each byte that arrives."""
        if connected is None:  # a recorder, such as vcrpy, opens the connection later or not at all
            yield
            return
        connected.settimeout(read)
        timer = threading.Timer(seconds_left(request), shut_down, [connected])
        timer.start()
        self._sockets.add(connected)
        try:
            yield
        finally:
            self._sockets.discard(connected)
            timer.cancel()

    def close(self) -> None:
        """End the running exchanges."""
        for connected in list(self._sockets):
            shut_down(connected)


def seconds_left(request: EngineRequest) -> float:
    """Return the seconds until the deadline."""
    left = request.deadline.seconds_left()
    return threading.TIMEOUT_MAX if left is None else left


def shut_down(connected: socket.socket) -> None:
    """End all waits for a socket, also for one with TLS, whose own method is not for other threads."""
    with suppress(OSError):  # it is closed already
        socket.socket.shutdown(connected, socket.SHUT_RDWR)


class AsyncExampleEngine:
    """An engine of a user's own for the async client."""

    def __init__(self) -> None:
        self._client = httpx.AsyncClient(timeout=5)

    async def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read the whole response."""
        try:
            response = await self._client.request(
                request.method, request.url, headers=request.headers, content=request.body, timeout=_timeout(request)
            )
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            failure = _describe(error)
        else:
            return EngineResponse(response.status_code, response.headers.multi_items(), response.content)
        raise EngineError(failure)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def _timeout(request: EngineRequest) -> httpx.Timeout:
    timeouts = request.timeouts or {}
    return httpx.Timeout(5, connect=timeouts.get("connect", 5), read=timeouts.get("read", 5))


def _describe(error: Exception) -> Failure:
    """Describe an error, without any more knowledge than its class gives."""
    return Failure(
        type(error).__name__,
        is_sent=not isinstance(error, httpx.ConnectError),
        is_timeout=isinstance(error, httpx.TimeoutException),
    )
