"""An open connection of the async client, by asyncio's transports."""

from __future__ import annotations

import asyncio
import select
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

import httpcore

if TYPE_CHECKING:
    import ssl

#: The bytes that are received ahead of `read`; a server that sends more has to wait.
READ_AHEAD = 256 * 1024


class AsyncConnection(asyncio.Protocol):
    """An open connection. One task at a time reads from it, and one writes to it."""

    def __init__(self) -> None:
        """Start without bytes."""
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._lowest: asyncio.Transport | None = None
        self._parts: deque[bytes] = deque()
        self._size = 0
        self._is_reading = True
        self._is_writable = True
        self._is_ended = False
        self._error: Exception | None = None
        self._reader: asyncio.Future[None] | None = None
        self._writer: asyncio.Future[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        # Not always an instance: uvloop has classes of its own.
        self._transport = self._lowest = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Keep bytes for `read`."""
        self._parts.append(data)
        self._size += len(data)
        # Below TLS, where a pause loses nothing: uvloop drops what its TLS has not handed out when the server closes.
        if self._size > READ_AHEAD and self._is_reading and self._lowest is not None:
            self._is_reading = False
            self._lowest.pause_reading()
        _wake(self._reader)

    def eof_received(self) -> bool:
        """Note that the server sends nothing more, and let the transport close: a server that has ended cannot answer."""
        self._is_ended = True
        _wake(self._reader)
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        """Note that the connection is closed."""
        self._end(exc)

    def pause_writing(self) -> None:
        """Hold back `write`, since the server does not read."""
        self._is_writable = False

    def resume_writing(self) -> None:
        """Let `write` go on."""
        self._is_writable = True
        _wake(self._writer)

    def _end(self, error: Exception | None) -> None:
        self._is_ended = True
        self._error = self._error or error
        self._transport = self._lowest = None
        _wake(self._reader)
        _wake(self._writer)

    async def read(self, max_bytes: int, timeout: float | None) -> bytes:  # noqa: ASYNC109  (a timer is cheaper)
        """Return up to `max_bytes`, as soon as there is one; nothing at the end of the connection.

        Raises:
            httpcore.ReadError: The connection broke.
            httpcore.ReadTimeout: Nothing arrived in time.
        """
        while not self._parts:
            if self._error is not None:
                raise httpcore.ReadError(self._error) from self._error
            if self._is_ended:
                return b""
            self._reader = self._loop.create_future()
            try:
                await _wait(self._reader, timeout, httpcore.ReadTimeout)
            finally:
                self._reader = None
        part = self._parts.popleft()
        if len(part) > max_bytes:
            self._parts.appendleft(part[max_bytes:])
            part = part[:max_bytes]
        self._size -= len(part)
        if not self._is_reading and self._size <= READ_AHEAD // 2 and self._lowest is not None:
            self._is_reading = True
            self._lowest.resume_reading()
        return part

    async def write(self, buffer: bytes, timeout: float | None) -> None:  # noqa: ASYNC109
        """Write the whole buffer.

        Raises:
            httpcore.WriteError: The connection broke.
            httpcore.WriteTimeout: The server did not read in time.
        """
        if self._transport is not None:
            self._transport.write(buffer)
        while not self._is_writable and self._transport is not None:
            self._writer = self._loop.create_future()
            try:
                await _wait(self._writer, timeout, httpcore.WriteTimeout)
            finally:
                self._writer = None
        if self._transport is None:
            raise httpcore.WriteError(self._error or "the connection is closed") from self._error

    async def start_tls(self, context: ssl.SSLContext, host: str | None, timeout: float | None) -> None:  # noqa: ASYNC109
        """Start TLS.

        Raises:
            OSError: The handshake failed, or the server has sent bytes before it.
            httpcore.ConnectTimeout: It took too long.
        """
        transport = self._transport
        if self._parts:  # whoever sent them, they must not count as received by TLS
            raise ConnectionAbortedError("the server sent bytes before the TLS handshake")
        if transport is not None:
            try:
                async with asyncio.timeout(timeout):
                    transport = await self._loop.start_tls(transport, self, context, server_hostname=host)
            except TimeoutError as error:
                raise httpcore.ConnectTimeout("the TLS handshake took too long") from error
        # A connection that is closed during the handshake is not always an error of the library.
        if transport is None or self._transport is None:
            raise ConnectionAbortedError("the connection was closed")
        self._transport = transport

    def close(self) -> None:
        """Close the connection at once. What waits for it gets an error."""
        transport = self._transport
        self._end(ConnectionAbortedError("the connection was closed"))
        if transport is not None:
            transport.abort()

    def is_readable(self) -> bool:
        """Return whether there is something to read, or the end of the connection.

        An unused connection should have neither.
        """
        return bool(self._parts) or self._is_ended or _has_input(self.get_extra_info("socket"))

    def get_extra_info(self, name: str) -> Any:
        """Return information about the connection, by asyncio's names."""
        return None if self._transport is None else self._transport.get_extra_info(name)


def _wake(waiter: asyncio.Future[None] | None) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)


async def _wait(waiter: asyncio.Future[None], seconds: float | None, error: Callable[[str], Exception]) -> None:
    """Wait until a future is done; a timer costs less than `asyncio.timeout`."""
    if seconds is None:
        await waiter
        return
    timer = waiter.get_loop().call_later(seconds, _expire, waiter, error)
    try:
        await waiter
    finally:
        timer.cancel()


def _expire(waiter: asyncio.Future[None], error: Callable[[str], Exception]) -> None:
    if not waiter.done():
        waiter.set_exception(error("the time has passed"))


def _has_input(connection: Any) -> bool:
    """Return whether a socket has bytes, or its end, which the event loop has not read yet."""
    if connection is None:
        return True
    if not hasattr(select, "poll"):  # Windows
        return bool(select.select([connection], [], [], 0)[0])
    poll = select.poll()
    poll.register(connection, select.POLLIN)
    return bool(poll.poll(0))
