"""Send requests through aiohttp. No other module imports it."""

from __future__ import annotations

import asyncio
import base64
import os
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit
from weakref import finalize

from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from aiohttp.client_exceptions import (
    ClientConnectorCertificateError,
    ClientHttpProxyError,
    ClientOSError,
    ClientResponseError,
    InvalidURL,
    NonHttpUrlClientError,
    ServerDisconnectedError,
)
from yarl import URL

from tmdb_facade._core.sending.bodies import MAX_BODY, TOO_LARGE
from tmdb_facade._core.sending.engine import EngineRequest, EngineResponse
from tmdb_facade._core.sending.failures import CERTIFICATE_ADVICE, OVERDUE, EngineError, Failure, certificates_advice
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from ssl import SSLContext

    from aiohttp import ClientHandlerType, ClientRequest, ClientResponse
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace

    from tmdb_facade._core.sending.engine import Deadline, Timeouts
    from tmdb_facade._runtime.exchange_tasks import Exchanges

#: Seconds that an unused connection stays open. Servers close theirs after a minute or more.
IDLE_TIMEOUT: Final = 15.0
#: Bytes of a line of a response's head, as many as other engines accept.
MAX_LINE: Final = 65536

_OWN_HEADERS = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")
_ERRORS = (ClientError, OSError, ValueError, RuntimeError)


class AiohttpEngine:
    """An engine over aiohttp, which ends an exchange at once when its task is cancelled."""

    def __init__(self, proxy: str | None, max_connections: int, exchanges: Exchanges) -> None:
        """Open no connection.

        Args:
            proxy: The URL of a proxy, or `None`.
            max_connections: The maximum number of open connections.
            exchanges: The running exchanges.

        Raises:
            InvalidArgumentError: aiohttp does not support the proxy.
        """
        self._exchanges = exchanges
        self._proxy, self._proxy_headers = _read_proxy(proxy)
        self._connector = _Connector(limit=max_connections, keepalive_timeout=IDLE_TIMEOUT)
        self._session = ClientSession(
            connector=self._connector,
            cookie_jar=DummyCookieJar(),
            auto_decompress=False,
            skip_auto_headers=_OWN_HEADERS,
            middlewares=(_send_once,),
            max_line_size=MAX_LINE,
            max_field_size=MAX_LINE,
        )
        self._context: SSLContext | None = None
        self._timeouts: dict[tuple[float | None, float | None], ClientTimeout] = {}
        # The library logs sessions that are not closed: those of forked processes and of loops that ended early.
        finalize(self, self._session.detach)

    async def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read the whole response.

        Raises:
            EngineError: There was no whole response.
            ClientClosedError: The client is closed.
        """
        exchange = _Exchange(self, request)
        return await self._exchanges.run(exchange.run, request.deadline, exchange.abandon)

    async def request(self, request: EngineRequest) -> ClientResponse:
        """Send a request and read the head of the response."""
        is_tunnelled = request.url.startswith("https:")
        is_secure = is_tunnelled or (self._proxy is not None and self._proxy.scheme == "https")
        headers = request.headers
        if self._proxy_headers is not None and not is_tunnelled:
            # The library sends a proxy's headers to tunnels only.
            headers = {**headers, **self._proxy_headers}
        return await self._session.request(
            request.method,
            URL(request.url, encoded=True),
            headers=headers,
            data=request.body,
            allow_redirects=False,
            timeout=self._timeout(request.timeouts or {}, request.deadline),
            proxy=self._proxy,
            proxy_headers=self._proxy_headers,
            ssl=self._certificates() if is_secure else True,
        )

    def _timeout(self, timeouts: Timeouts, deadline: Deadline) -> ClientTimeout:
        """Return the library's timeouts: the time to open a connection, and the time between two parts of the response."""
        key = timeouts.get("connect"), timeouts.get("read")
        found = self._timeouts.get(key)
        if found is None:
            if len(self._timeouts) > 100:
                self._timeouts.clear()
            found = self._timeouts[key] = ClientTimeout(
                total=None, connect=key[0], sock_read=key[1], ceil_threshold=1e9
            )
        return found

    def _certificates(self) -> SSLContext:
        """Return the context with the trusted certificates, loaded by the first request over TLS.

        Raises:
            EngineError: The certificates that the environment names cannot be read.
        """
        if self._context is None:
            from tmdb_facade._runtime.tls import loaded_context

            try:
                self._context = loaded_context()
            except OSError as error:
                failure = Failure(str(error), is_sent=False, is_permanent=True, advice=certificates_advice(os.environ))
            else:
                return self._context
            raise EngineError(failure)
        return self._context

    async def aclose(self) -> None:
        """End the exchanges and close the connections."""
        await self._exchanges.aclose(self._session.close)


class _Exchange:
    """One request and its response.

    Attributes:
        is_sent: Whether the request may have reached the server: whether it has a connection.
    """

    __slots__ = ("_engine", "_request", "_task", "is_sent")

    def __init__(self, engine: AiohttpEngine, request: EngineRequest) -> None:
        self._engine = engine
        self._request = request
        self._task: asyncio.Task[EngineResponse] | None = None
        self.is_sent = False

    async def run(self) -> EngineResponse:
        """Send the request and read the response.

        Raises:
            EngineError: There was no whole response.
        """
        self._task = asyncio.current_task()
        _EXCHANGE.set(self)
        limit = asyncio.timeout(self._request.deadline.seconds_left())
        try:
            async with limit:
                response = await self._engine.request(self._request)
                try:
                    body = await _read(response)
                finally:
                    response.close()
        except EngineError as error:
            failure = error.failure
        except _ERRORS as error:
            failure = OVERDUE if limit.expired() else _describe(error)
        else:
            return EngineResponse(response.status, response.headers.items(), body)
        # Raised here: within the except block, the error would refer to the URL.
        raise EngineError(failure if self.is_sent else failure._replace(is_sent=False))

    async def abandon(self) -> None:
        """Cancel the exchange."""
        if self._task is not None:
            self._task.cancel()


#: The exchange of this task.
_EXCHANGE: ContextVar[_Exchange] = ContextVar("tmdb_facade_aiohttp_exchange")


class _Connector(TCPConnector):
    """The connections of an engine."""

    async def connect(self, req: ClientRequest, traces: list[Trace], timeout: ClientTimeout) -> Connection:  # noqa: ASYNC109
        """Return a connection, and mark the exchange as sent."""
        connection = await super().connect(req, traces, timeout)
        _EXCHANGE.get().is_sent = True
        return connection

    def __del__(self, _warnings: object = None, /) -> None:
        """Leave the connections alone: they may belong to the parent of this process, or to a loop that has ended."""


async def _send_once(request: ClientRequest, handler: ClientHandlerType) -> ClientResponse:
    """Send a request without the library's own retry.

    Raises:
        EngineError: The connection failed.
    """
    try:
        return await handler(request)
    except (ClientOSError, ServerDisconnectedError) as error:
        failure = _describe(error)
    raise EngineError(failure)


async def _read(response: ClientResponse) -> bytes:
    """Read the body as it was sent, up to the size limit."""
    parts: list[bytes] = []
    size = 0
    while part := await response.content.readany():
        size += len(part)
        if size > MAX_BODY:
            raise EngineError(Failure(TOO_LARGE, is_permanent=True))
        parts.append(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _read_proxy(proxy: str | None) -> tuple[URL | None, dict[str, str] | None]:
    """Return the proxy's address, and the headers with its credentials.

    Raises:
        InvalidArgumentError: The library does not support the proxy.
    """
    if proxy is None:
        return None, None
    parts = urlsplit(proxy)
    if parts.scheme not in ("http", "https"):
        raise InvalidArgumentError("proxy", "must be an HTTP proxy for the engine 'aiohttp'")
    address = URL(parts._replace(netloc=parts.netloc.rpartition("@")[2], path="").geturl(), encoded=True)
    if parts.username is None:
        return address, None
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return address, {"Proxy-Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


def _describe(error: Exception) -> Failure:
    """Describe an error of the library. The messages of some contain the URL."""
    is_timeout = isinstance(error, TimeoutError)
    if isinstance(error, ClientConnectorCertificateError):
        reason = str(error.certificate_error)
        return Failure(reason, is_sent=False, is_permanent=True, advice=CERTIFICATE_ADVICE)
    if isinstance(error, (ValueError, RuntimeError, InvalidURL, NonHttpUrlClientError)):
        return Failure("the request cannot be sent", is_sent=False, is_permanent=True)
    if isinstance(error, ClientHttpProxyError):
        return Failure(f"the proxy answered {error.status} {error.message}", is_sent=False)
    if is_timeout:
        reason = "a timeout has passed"
    elif isinstance(error, ClientResponseError):
        reason = error.message or "the response is not HTTP"
    elif isinstance(error, OSError) and error.strerror:
        reason = error.strerror
    else:
        reason = str(error) or type(error).__name__
    return Failure(reason, is_timeout=is_timeout)
