"""Send requests through aiohttp. No other module imports it."""

from __future__ import annotations

import base64
import os
from contextvars import ContextVar
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit
from weakref import finalize

from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from aiohttp.client_exceptions import (
    ClientConnectorCertificateError,
    ClientConnectorError,
    ClientHttpProxyError,
    ClientOSError,
    ClientPayloadError,
    ClientResponseError,
    NonHttpUrlClientError,
    ServerDisconnectedError,
)
from yarl import URL

from tmdb_facade._core.sending.bodies import MAX_BODY, TOO_LARGE
from tmdb_facade._core.sending.engine import EngineRequest, EngineResponse
from tmdb_facade._core.sending.failures import CERTIFICATE_ADVICE, EngineError, Failure, certificates_advice
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from ssl import SSLContext

    from aiohttp import ClientHandlerType, ClientRequest, ClientResponse
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace

    from tmdb_facade._core.sending.engine import Timeouts
    from tmdb_facade._runtime.exchange_tasks import Exchanges

#: Seconds that an unused connection stays open. Servers close theirs after a minute or more.
IDLE_TIMEOUT: Final = 15.0
#: Bytes of a line of a response's head, as many as other engines accept.
MAX_LINE: Final = 65536
#: The most pairs of timeouts to keep.
MAX_TIMEOUTS: Final = 100

_OWN_HEADERS = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")
_UNSENDABLE = (NonHttpUrlClientError, ValueError, RuntimeError)
_ERRORS = (ClientError, OSError, *_UNSENDABLE)


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
        self._connector = _Connector(limit=max_connections, keepalive_timeout=IDLE_TIMEOUT, timeout_ceil_threshold=inf)
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
        _IS_SENT.set(False)
        try:
            return await self._exchanges.run_cancellable(partial(self._exchange, request), request.deadline)
        except EngineError as error:
            failure = error.failure
        raise EngineError(failure if _IS_SENT.get() else failure._replace(is_sent=False))

    async def _exchange(self, request: EngineRequest) -> EngineResponse:
        headers, is_secure = request.headers, request.url.startswith("https:")
        if self._proxy is not None:
            if not is_secure:
                headers = {**headers, **self._proxy_headers}  # the library sends these with CONNECT only
            is_secure = is_secure or self._proxy.scheme == "https"
        try:
            response = await self._session.request(
                request.method,
                URL(request.url, encoded=True),
                headers=headers,
                data=request.body,
                allow_redirects=False,
                timeout=self._timeout(request.timeouts or {}),
                proxy=self._proxy,
                proxy_headers=self._proxy_headers,
                ssl=self._certificates() if is_secure else True,
            )
            try:
                body = await _read(response)
            finally:
                response.close()
        except EngineError as error:
            failure = error.failure
        except _ERRORS as error:
            failure = _describe(error)
        else:
            return EngineResponse(response.status, response.headers.items(), body)
        # Raised here: within the except block, the error would refer to the URL.
        raise EngineError(failure)

    def _timeout(self, timeouts: Timeouts) -> ClientTimeout:
        """Return the library's timeouts: for opening a connection, and between two parts of the response."""
        key = timeouts.get("connect"), timeouts.get("read")
        found = self._timeouts.get(key)
        if found is None:
            if len(self._timeouts) >= MAX_TIMEOUTS:
                self._timeouts.clear()
            # The library would round long timeouts up to whole seconds.
            found = ClientTimeout(connect=key[0], sock_read=key[1], ceil_threshold=inf)
            self._timeouts[key] = found
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


#: Whether this task's request may have reached the server: whether it has a connection.
_IS_SENT: ContextVar[bool] = ContextVar("tmdb_facade_is_sent")


class _Connector(TCPConnector):
    """The connections of an engine."""

    async def connect(self, req: ClientRequest, traces: list[Trace], timeout: ClientTimeout) -> Connection:  # noqa: ASYNC109
        """Return a connection, and mark the task's request as sent."""
        connection = await super().connect(req, traces, timeout)
        _IS_SENT.set(True)
        return connection

    def __del__(self, *_: object) -> None:
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


def _read_proxy(proxy: str | None) -> tuple[URL | None, dict[str, str]]:
    """Return the proxy's address, and the headers with its credentials.

    Raises:
        InvalidArgumentError: The library does not support the proxy.
    """
    if proxy is None:
        return None, {}
    parts = urlsplit(proxy)
    if parts.scheme not in ("http", "https"):
        raise InvalidArgumentError(
            "proxy", "must be an HTTP proxy for the engine 'aiohttp'; engine='httpx' supports SOCKS"
        )
    address = URL(parts._replace(netloc=parts.netloc.rpartition("@")[2], path="").geturl(), encoded=True)
    if parts.username is None:
        return address, {}
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return address, {"Proxy-Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


def _describe(error: Exception) -> Failure:
    """Describe an error of the library, without the URL."""
    if isinstance(error, ClientConnectorCertificateError):
        reason = str(error.certificate_error)
        return Failure(reason, is_sent=False, is_permanent=True, advice=CERTIFICATE_ADVICE)
    if isinstance(error, _UNSENDABLE):
        return Failure("the request cannot be sent", is_sent=False, is_permanent=True)
    if isinstance(error, TimeoutError):
        return Failure("a timeout has passed", is_timeout=True)
    if isinstance(error, ClientHttpProxyError):
        return Failure(f"the proxy answered {error.status} {error.message}", is_sent=False)
    if isinstance(error, ServerDisconnectedError):
        return Failure("the server has closed the connection")  # its message is the beginning of the response
    if isinstance(error, ClientPayloadError):
        return Failure("the body is incomplete")
    if isinstance(error, ClientConnectorError):
        error = error.os_error
    text = error.message if isinstance(error, ClientResponseError) else str(error)
    return Failure(text.partition("\n")[0].rstrip(":") or type(error).__name__)
