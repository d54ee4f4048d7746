"""What stands before the application: it keeps the request log, and does what faults ask for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import NoReturn, Protocol, TypeAlias

import anyio
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tmdb_facade.testing.faults.api import Faults
from tmdb_facade.testing.faults.request_log import LoggedRequest, RequestLog
from tmdb_facade.testing.faults.rules import Cut, Outcome

# Where a scope says what is known of its request.
LOGGED = "tmdb_facade.logged"
OUTCOME = "tmdb_facade.outcome"
# Where a scope says what makes its connection; a server that puts nothing there gets one that only waits.
CONNECTION = "tmdb_facade.connection"

# In how many parts a slow body comes.
_PARTS = 10


class Connection(Protocol):
    """What a fault does to a connection, which ASGI has no message for."""

    async def wait(self, seconds: float) -> bool:
        """Wait, but no longer than there is somebody to answer, and tell whether there still is."""
        ...

    async def reset(self) -> None:
        """Reset it."""
        ...

    async def close(self) -> None:
        """Close it when all that was written is sent."""
        ...


Connect: TypeAlias = Callable[[Scope, Receive], Connection]


class Middleware:
    """Lets requests through to an application, but for what faults do to them."""

    def __init__(self, app: ASGIApp, faults: Faults, requests: RequestLog) -> None:
        """Stand before an application.

        Args:
            app: What answers.
            faults: What goes wrong.
            requests: Where requests are logged.
        """
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
            await self._misbehave(scope, receive, send, outcome, logged)
            return

        async def watched(message: Message) -> None:
            if message["type"] == "http.response.start":
                logged.answered(message["status"])
            await send(message)

        await self._app(scope, receive, watched)

    async def _misbehave(
        self, scope: Scope, receive: Receive, send: Send, outcome: Outcome, logged: LoggedRequest
    ) -> None:
        connect: Connect = scope.get(CONNECTION, _Plain)
        connection = connect(scope, receive)
        if outcome.failure is Cut.BEFORE:
            logged.sent(await Request(scope, receive).body())
            if await connection.wait(outcome.delay):
                await connection.reset()
            return
        delivery = _Delivery(outcome, connection, logged, send)
        await self._app(scope, receive, delivery.take)


class _Delivery:
    """An answer on its way: collected whole, then sent late, slowly, or in part."""

    def __init__(self, outcome: Outcome, connection: Connection, logged: LoggedRequest, send: Send) -> None:
        self._outcome = outcome
        self._connection = connection
        self._logged = logged
        self._send = send
        self._start: Message = {}
        self._body = b""

    async def take(self, message: Message) -> None:
        """Take a message of the application's; the last one sets the answer off."""
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body += message.get("body", b"")
        if not message.get("more_body", False):
            await self._deliver()

    async def _deliver(self) -> None:
        outcome, connection = self._outcome, self._connection
        # Drift is known only now.
        self._logged.faults = tuple(outcome.faults)
        if not await connection.wait(outcome.delay):
            return
        self._logged.answered(self._start["status"])
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


class _Plain:
    """A connection of a server that nothing is known about."""

    def __init__(self, scope: Scope, receive: Receive) -> None:
        pass

    async def wait(self, seconds: float) -> bool:
        await anyio.sleep(seconds)
        return True

    async def reset(self) -> NoReturn:
        raise ConnectionResetError("this server cannot reset connections: use TMDBServer, or its transport")

    async def close(self) -> NoReturn:
        raise ConnectionResetError("this server cannot cut connections: use TMDBServer, or its transport")


async def until_gone(receive: Callable[[], Awaitable[Message]]) -> None:
    """Wait until the client or the server has closed the connection."""
    while (await receive())["type"] != "http.disconnect":
        pass
