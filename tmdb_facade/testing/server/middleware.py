"""Middleware that logs requests and applies faults."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import NoReturn, Protocol, TypeAlias

import anyio
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tmdb_facade.testing.faults.api import Faults
from tmdb_facade.testing.faults.request_log import LoggedRequest, RequestLog
from tmdb_facade.testing.faults.rules import Cut, Outcome

# Keys of an ASGI scope: the log's entry of the request, and the outcome that faults decided on.
LOGGED = "tmdb_facade.logged"
OUTCOME = "tmdb_facade.outcome"
# Key of a scope for the function that returns its connection. Without it, faults can only delay answers.
CONNECTION = "tmdb_facade.connection"

# The number of parts of a slow body.
_PARTS = 10


class Connection(Protocol):
    """The connection operations that faults need and ASGI does not have."""

    async def wait(self, seconds: float) -> bool:
        """Wait, but stop early when the client disconnects; return whether it is still connected."""
        ...

    async def reset(self) -> None:
        """Reset the connection."""
        ...

    async def close(self) -> None:
        """Close the connection after sending the written data."""
        ...


Connect: TypeAlias = Callable[[Scope, Receive], Connection]


class Middleware:
    """Logs requests, and applies faults to their answers."""

    def __init__(self, app: ASGIApp, faults: Faults, requests: RequestLog) -> None:
        """Wrap an application."""
        self._app = app
        self._faults = faults
        self._requests = requests

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        logged = LoggedRequest(scope["method"], scope["path"], scope["query_string"], scope["headers"])
        self._requests.add(logged)
        scope[LOGGED] = logged
        outcome = self._faults.decide(scope["method"], scope["path"])
        if outcome is not None:
            logged.faults = tuple(outcome.faults)
            scope[OUTCOME] = outcome
            await self._apply(scope, receive, send, outcome, logged)
            return

        async def log_status(message: Message) -> None:
            if message["type"] == "http.response.start":
                logged.record_status(message["status"])
            await send(message)

        await self._app(scope, receive, log_status)

    async def _apply(self, scope: Scope, receive: Receive, send: Send, outcome: Outcome, logged: LoggedRequest) -> None:
        connect: Connect | None = scope.get(CONNECTION)
        connection = connect(scope, receive) if connect else _UnknownConnection()
        if outcome.failure is Cut.BEFORE:
            logged.record_body(await Request(scope, receive).body())
            if await connection.wait(outcome.delay):
                await connection.reset()
            return
        delivery = _Delivery(outcome, connection, logged, send)
        await self._app(scope, receive, delivery.collect)


class _Delivery:
    """Collects an answer, then sends it late, slowly or in part."""

    def __init__(self, outcome: Outcome, connection: Connection, logged: LoggedRequest, send: Send) -> None:
        self._outcome = outcome
        self._connection = connection
        self._logged = logged
        self._send = send
        self._start: Message = {}
        self._body = b""

    async def collect(self, message: Message) -> None:
        """Collect a message of the application; the last one starts the delivery."""
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body += message.get("body", b"")
        if not message.get("more_body", False):
            await self._deliver()

    async def _deliver(self) -> None:
        outcome, connection = self._outcome, self._connection
        # Drift is applied after the first decision, so its names are known only now.
        self._logged.faults = tuple(outcome.faults)
        if not await connection.wait(outcome.delay):
            return
        self._logged.record_status(self._start["status"])
        await self._send(self._start)
        is_cut = outcome.failure is Cut.IN_THE_MIDDLE
        body = self._body[: len(self._body) // 2] if is_cut else self._body
        parts = list(_parts(body)) if outcome.slowness else [body]
        for number, part in enumerate(parts):
            if number and not await connection.wait(outcome.slowness / (len(parts) - 1)):
                return
            await self._send({"type": "http.response.body", "body": part, "more_body": True})
        if is_cut:
            await connection.close()
        else:
            await self._send({"type": "http.response.body", "body": b"", "more_body": False})


def _parts(body: bytes) -> Iterator[bytes]:
    size = max(1, -(-len(body) // _PARTS))
    for start in range(0, len(body), size):
        yield body[start : start + size]


class _UnknownConnection:
    """A connection of a server whose connections are not accessible."""

    async def wait(self, seconds: float) -> bool:
        await anyio.sleep(seconds)
        return True

    async def reset(self) -> NoReturn:
        raise ConnectionResetError("this server cannot reset connections: use TMDBServer or its transport")

    async def close(self) -> NoReturn:
        raise ConnectionResetError("this server cannot close connections: use TMDBServer or its transport")


async def wait_for_disconnect(receive: Callable[[], Awaitable[Message]]) -> None:
    """Wait until the client or the server has closed the connection."""
    while (await receive())["type"] != "http.disconnect":
        pass
