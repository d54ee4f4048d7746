"""The connections of the async client's default engine: a network backend for httpcore, the library below httpx."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, Any, Final

import httpcore
from aiohappyeyeballs import start_connection  # pyright: ignore[reportUnknownVariableType]

from tmdb_facade._runtime.connection_tasks import AsyncConnection
from tmdb_facade._runtime.exchange_limits import EXCHANGE, Closable, limit_seconds

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

    SocketOptions = Iterable[Any] | None


#: Seconds that closing the async client waits for connections that are being opened.
CLOSE_TIMEOUT = 1.0
#: Seconds after which the next address of a host is tried beside the last one, as RFC 8305 recommends.
HAPPY_EYEBALLS_DELAY = 0.25

_ASYNCIO_NAMES: Final = {"client_addr": "sockname", "server_addr": "peername"}


class AsyncBackend(httpcore.AsyncNetworkBackend):
    """A network backend whose connections end their operations with the call's deadline, and which knows them.

    Each connection is opened in a task of its own: the libraries lose one that is open when they are cancelled.
    """

    def __init__(self) -> None:
        """Start without connections."""
        self._streams: set[AsyncStream] = set()
        self._connecting: set[asyncio.Task[httpcore.AsyncNetworkStream]] = set()

    async def aclose(self) -> None:
        """Close the connections. Those that are being opened get a second, so that none is lost."""
        if self._connecting:
            _, late = await asyncio.wait(self._connecting, timeout=CLOSE_TIMEOUT)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        for stream in list(self._streams):
            await stream.aclose()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  (the library's protocol, as below)
        local_address: str | None = None,
        socket_options: SocketOptions = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to a server or a proxy; its addresses share the timeout.

        A local address and socket options have no effect: the pool passes none.
        """
        timeout = limit_seconds(timeout, httpcore.ConnectTimeout)
        task = asyncio.create_task(self._connect(host, port, timeout))
        self._connecting.add(task)
        task.add_done_callback(self._connected)
        try:
            with _waiting(_Connecting(task)):
                return await asyncio.shield(task)
        except asyncio.CancelledError:
            exchange = asyncio.current_task()
            # The end of `asyncio.run` cancels both, and reports an exchange that then fails otherwise.
            if not task.cancelled() or (exchange is not None and exchange.cancelling()):
                raise
        raise httpcore.ConnectError("the call was cancelled")

    async def _connect(self, host: str, port: int, timeout: float | None) -> AsyncStream:  # noqa: ASYNC109
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(timeout):
                addresses = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
                connection = await start_connection(addresses, happy_eyeballs_delay=HAPPY_EYEBALLS_DELAY)
                _, protocol = await loop.create_connection(AsyncConnection, sock=connection)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout("the time to connect has passed") from error
        except (OSError, RuntimeError, UnicodeError) as error:
            raise httpcore.ConnectError(error) from error
        return AsyncStream(protocol, self._streams)

    def _connected(self, task: asyncio.Task[httpcore.AsyncNetworkStream]) -> None:
        self._connecting.discard(task)
        if not task.cancelled():
            task.exception()  # retrieved, for an exchange that is cancelled


class _Connecting:
    """A connection that is being opened."""

    def __init__(self, task: asyncio.Task[httpcore.AsyncNetworkStream]) -> None:
        self._task = task

    async def aclose(self) -> None:
        """Stop opening it."""
        self._task.cancel()


class _waiting:  # noqa: N801  (a context manager; a generator would cost more than the operation)
    """The exchange of this task waits for a connection."""

    __slots__ = ("_exchange",)

    def __init__(self, connection: Closable) -> None:
        self._exchange = EXCHANGE.get()
        if self._exchange is not None:
            self._exchange.waits_for = connection

    def __enter__(self) -> None: ...

    def __exit__(self, *error: object) -> None:
        if self._exchange is not None:
            self._exchange.waits_for = None


class AsyncStream(httpcore.AsyncNetworkStream):
    """A connection whose operations end with the call's deadline."""

    def __init__(self, connection: AsyncConnection, streams: set[AsyncStream]) -> None:
        """Wrap the connection, and add it to the open ones."""
        self._connection = connection
        self._streams = streams
        streams.add(self)
        exchange = EXCHANGE.get()
        if exchange is not None:
            exchange.opened.append(self)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        """Read up to `max_bytes`; wait for at least one."""
        timeout = limit_seconds(timeout, httpcore.ReadTimeout)
        with _waiting(self):
            return await self._connection.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """Write the whole buffer."""
        timeout = limit_seconds(timeout, httpcore.WriteTimeout)
        with _waiting(self):
            await self._connection.write(buffer, timeout)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore.AsyncNetworkStream:
        """Start TLS on the connection."""
        limit = limit_seconds(timeout, httpcore.ConnectTimeout)
        with _waiting(self):
            try:
                await self._connection.start_tls(ssl_context, server_hostname, limit)
            except OSError as error:
                await self.aclose()
                raise httpcore.ConnectError(error) from error
        return self

    async def aclose(self) -> None:
        """Close the connection."""
        self._streams.discard(self)
        self._connection.close()
        await asyncio.sleep(0)  # asyncio closes the socket in its next turn

    def get_extra_info(self, info: str) -> Any:
        """Return information about the connection, by httpcore's names."""
        if info == "is_readable":
            return self._connection.is_readable()
        return self._connection.get_extra_info(_ASYNCIO_NAMES.get(info, info))
