"""Middleware that logs requests and applies faults."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Collection, Iterable
from typing import NoReturn, Protocol, TypeAlias

import anyio
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tmdb_facade.testing.faults.api import Faults
from tmdb_facade.testing.faults.conditions import Peer, Sender
from tmdb_facade.testing.faults.outcome import Cut, Outcome, RawBytes
from tmdb_facade.testing.faults.request_log import LoggedRequest, RequestLog

from .delivery import Part, SentAnswer, damaged, pace

# Keys of an ASGI scope: the log's entry of the request, and the outcome that faults decided on.
LOGGED = "tmdb_facade.logged"
OUTCOME = "tmdb_facade.outcome"
# Key of a scope for the function that returns its connection. Without it, faults can only delay answers.
CONNECTION = "tmdb_facade.connection"
# Key of a scope for the function that returns the clients of all open connections.
OPEN_PEERS = "tmdb_facade.open_peers"

#: The size in bytes of the largest request body.
MAX_REQUEST_SIZE = 4 << 20


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

    async def write(self, data: bytes) -> None:
        """Write to the socket, past the HTTP layer of the server."""
        ...

    async def send_unframed(self, answer: SentAnswer) -> None:
        """Send an answer whose body ends with the connection, and close the connection."""
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
        """SentAnswer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        logged = LoggedRequest(scope["method"], scope["path"], scope["query_string"], scope["headers"])
        self._requests.add(logged)
        scope[LOGGED] = logged

        async def log_status(message: Message) -> None:
            if message["type"] == "http.response.start":
                logged.record_status(message["status"])
            await send(message)

        receive = limited(receive)
        outcome = self._faults.decide(scope["method"], scope["path"], _sender(scope))
        try:
            if outcome is None:
                await self._app(scope, receive, log_status)
            else:
                logged.faults = tuple(outcome.faults)
                scope[OUTCOME] = outcome
                await self._apply(scope, receive, send, outcome, logged)
        except HTTPException as error:
            await PlainTextResponse(error.detail, error.status_code)(scope, receive, log_status)
        except ClientDisconnect:
            # Nobody reads an answer.
            return

    async def _apply(self, scope: Scope, receive: Receive, send: Send, outcome: Outcome, logged: LoggedRequest) -> None:
        connect: Connect | None = scope.get(CONNECTION)
        connection = connect(scope, receive) if connect else _UnknownConnection()
        if outcome.failure is Cut.BEFORE or isinstance(outcome.failure, RawBytes):
            logged.record_body(await Request(scope, receive).body())
            if await connection.wait(outcome.delay):
                if outcome.failure is Cut.BEFORE:
                    await connection.reset()
                else:
                    await connection.write(outcome.failure.data)
                    await connection.close()
            return
        delivery = _Delivery(outcome, connection, logged, send, has_body=scope["method"] != "HEAD")
        await self._app(scope, receive, delivery.collect)


def _sender(scope: Scope) -> Sender:
    peer: Peer = scope.get("client") or ("", 0)
    open_peers: Callable[[], Collection[Peer]] | None = scope.get(OPEN_PEERS)
    return Sender(peer, open_peers, scope["headers"], scope["query_string"])


def limited(receive: Receive) -> Receive:
    """Return a `receive` that answers 413 to a body beyond `MAX_REQUEST_SIZE`."""
    size = 0

    async def receive_limited() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size <= MAX_REQUEST_SIZE:
            return message
        # uvicorn drops the rest of the body, so a client that sends all of it before it reads receives the answer too.
        raise HTTPException(413)

    return receive_limited


class _Delivery:
    """Collects an answer, then sends it late, slowly or in part."""

    def __init__(
        self, outcome: Outcome, connection: Connection, logged: LoggedRequest, send: Send, *, has_body: bool
    ) -> None:
        self._outcome = outcome
        self._connection = connection
        self._logged = logged
        self._send = send
        self._has_body = has_body
        self._start: Message = {}
        self._body = b""

    async def collect(self, message: Message) -> None:
        """Collect a message of the application; the last one starts the delivery."""
        if message["type"] == "http.response.start":
            self._start = message
            return
        if self._has_body:
            self._body += message.get("body", b"")
        if not message.get("more_body", False):
            await self._deliver()

    async def _deliver(self) -> None:
        outcome, connection = self._outcome, self._connection
        # Drift is applied after the first decision, so its names are known only now.
        self._logged.faults = tuple(outcome.faults)
        if not await connection.wait(outcome.delay):
            return
        answer = damaged(SentAnswer(self._start["status"], self._start["headers"], self._body), outcome.failure)
        self._logged.record_status(answer.status)
        if outcome.failure is Cut.WITHOUT_LENGTH:
            await connection.send_unframed(answer)
        elif outcome.answer_rate < math.inf:
            if await self._send_parts(pace(answer.raw(), rate=outcome.answer_rate), connection.write):
                await connection.close()
        else:
            await self._send({**self._start, "headers": answer.headers})
            parts = pace(answer.body, rate=outcome.body_rate, seconds=outcome.slowness)
            if not await self._send_parts(parts, self._send_body):
                return
            if outcome.failure in (Cut.IN_THE_MIDDLE, Cut.IN_A_CHUNK):
                await connection.close()
            else:
                await self._send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _send_parts(self, parts: Iterable[Part], send: Callable[[bytes], Awaitable[None]]) -> bool:
        """Send the parts in time; return whether the client is still connected."""
        for part in parts:
            if not await self._connection.wait(part.wait):
                return False
            await send(part.data)
        return True

    async def _send_body(self, data: bytes) -> None:
        await self._send({"type": "http.response.body", "body": data, "more_body": True})


class _UnknownConnection:
    """A connection of a server whose connections are not accessible."""

    async def wait(self, seconds: float) -> bool:
        await anyio.sleep(seconds)
        return True

    async def reset(self) -> NoReturn:
        raise ConnectionResetError("this server cannot reset connections: use TMDBServer or its transport")

    async def close(self) -> NoReturn:
        raise ConnectionResetError("this server cannot close connections: use TMDBServer or its transport")

    async def write(self, data: bytes) -> NoReturn:
        raise ConnectionResetError("this server cannot write to connections: use TMDBServer")

    async def send_unframed(self, answer: SentAnswer) -> NoReturn:
        raise ConnectionResetError("this server cannot close connections: use TMDBServer or its transport")


async def wait_for_disconnect(receive: Callable[[], Awaitable[Message]]) -> None:
    """Wait until the client or the server has closed the connection."""
    while (await receive())["type"] != "http.disconnect":
        pass
