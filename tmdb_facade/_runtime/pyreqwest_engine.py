"""Send requests through pyreqwest, an HTTP library in Rust. No other module imports it."""

from __future__ import annotations

import os
from datetime import timedelta
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from pyreqwest.client import SyncClientBuilder
from pyreqwest.exceptions import (
    BuilderError,
    ClientClosedError,
    DecodeError,
    DetailedPyreqwestError,
    PoolTimeoutError,
    PyreqwestError,
    RequestTimeoutError,
)
from pyreqwest.proxy import ProxyBuilder

from tmdb_facade._core.sending.bodies import MAX_BODY, TOO_LARGE
from tmdb_facade._core.sending.engine import SHORTEST_TIMEOUT, EngineRequest, EngineResponse
from tmdb_facade._core.sending.failures import CERTIFICATE_ADVICE, EngineError, Failure, certificates_advice
from tmdb_facade._runtime.forks import is_forked
from tmdb_facade._runtime.interruptible import Interruptible

if TYPE_CHECKING:
    from pyreqwest.client import SyncClient
    from pyreqwest.http import HeaderMap
    from pyreqwest.response import SyncResponseBodyReader

    from tmdb_facade._core.sending.engine import Timeouts
    from tmdb_facade._runtime.exchange_threads import Exchanges

#: Seconds that an unused connection stays open. Servers close theirs after a minute or more.
IDLE_TIMEOUT = 15.0
#: The most pairs of timeouts whose connections are kept: the library has timeouts for each client only.
MAX_CLIENTS = 4

_PART = 65536
_ERRORS = (PyreqwestError, ValueError, RuntimeError)
_WITHOUT_BODY = frozenset({"POST", "PUT", "PATCH"})
# The one sign among the causes of an error that the request was not sent.
_NOT_CONNECTED = "client error (Connect)"


class PyreqwestEngine:
    """An engine over pyreqwest. It cannot end an exchange early: one that is closed or interrupted goes on unseen."""

    def __init__(self, proxy: str | None, max_connections: int, exchanges: Exchanges) -> None:
        """Open no connection.

        Args:
            proxy: The URL of a proxy, or `None`.
            max_connections: The maximum number of open connections.
            exchanges: The running exchanges.
        """
        self._proxy = proxy
        self._max_connections = max_connections
        self._exchanges = exchanges
        self._clients: dict[tuple[float | None, float | None, bool], SyncClient] = {}
        self._lock = Lock()
        self._is_closed = False
        self._interruptible = Interruptible()

    def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read the whole response.

        Raises:
            EngineError: There was no whole response.
            ClientClosedError: The client is closed.
        """
        exchange = partial(self._interruptible.run, partial(self._exchange, request))
        return self._exchanges.run(exchange, request.deadline, None)

    def _exchange(self, request: EngineRequest) -> EngineResponse:
        method, url, headers, body, timeouts, deadline, *_ = request
        left = deadline.seconds_left()
        try:
            client = self._client(timeouts or {}, is_secure=url.startswith("https:"))
            builder = client.request(method, url).headers(headers)
            if left is not None:
                builder = builder.timeout(timedelta(seconds=max(left, SHORTEST_TIMEOUT)))
            if body:
                builder = builder.body_bytes(body)
            elif method in _WITHOUT_BODY:
                builder = builder.header("Content-Length", "0")
            with builder.build_streamed() as response:
                return EngineResponse(response.status, _pairs(response.headers), _read(response.body_reader))
        except EngineError as error:
            failure = error.failure
        except _ERRORS as error:
            failure = _describe(error)
        # Raised here: within the except block, the error would refer to the URL.
        raise EngineError(failure)

    def _client(self, timeouts: Timeouts, *, is_secure: bool) -> SyncClient:
        """Return the client for a pair of timeouts.

        Raises:
            EngineError: The engine is closed.
        """
        key = timeouts.get("connect"), timeouts.get("read"), is_secure
        client = self._clients.get(key)
        if client is None:
            with self._lock:
                if self._is_closed:  # nobody would close the new client
                    raise EngineError(Failure("the engine is closed", is_sent=False, is_permanent=True))
                client = self._clients.get(key)
                if client is None:
                    if len(self._clients) >= MAX_CLIENTS:
                        # Its running exchanges keep it until they end.
                        del self._clients[next(iter(self._clients))]
                    client = self._clients[key] = _open_client(*key, self._proxy, self._max_connections)
        return client

    def close(self) -> None:
        """End the exchanges and close the connections."""
        self._exchanges.close(self._close_clients)

    def _close_clients(self) -> None:
        with self._lock:
            self._is_closed = True
            clients, self._clients = self._clients, {}
        for client in clients.values():
            client.close()
        self._interruptible.close()
        # Idle connections are closed with the last reference to their client.


def _open_client(
    connect: float | None, read: float | None, is_secure: bool, proxy: str | None, max_connections: int
) -> SyncClient:
    """Open a client.

    Raises:
        EngineError: The certificates that the environment names cannot be read, or the proxy's URL is not supported.
    """

    def configured() -> SyncClientBuilder:
        builder = SyncClientBuilder().follow_redirects(False).no_proxy().referer(False)
        # Bodies are decompressed by our own rule, whatever their headers say.
        builder = builder.gzip(False).deflate(False).brotli(False).zstd(False)
        builder = builder.pool_idle_timeout(timedelta(seconds=IDLE_TIMEOUT)).pool_max_idle_per_host(max_connections)
        if connect is not None:
            builder = builder.connect_timeout(timedelta(seconds=connect))
        if read is not None:
            builder = builder.read_timeout(timedelta(seconds=read))
        if proxy is not None:
            builder = builder.proxy(ProxyBuilder.all(proxy))
        # The library's own thread does not exist in a forked process.
        return builder.runtime_multithreaded(True) if is_forked() else builder

    try:
        return configured().build()
    except BuilderError:
        advice = certificates_advice(os.environ)
        if advice is None or not is_secure:
            import certifi  # as httpx does: some systems have no certificates of their own

            with open(certifi.where(), "rb") as file:
                return configured().add_root_certificate_pem(file.read()).build()
    raise EngineError(Failure("no certificates could be read", is_sent=False, is_permanent=True, advice=advice))


def _pairs(headers: HeaderMap) -> list[tuple[str, str]]:
    """Return the headers. Values that are not UTF-8 are left out."""
    try:
        return list(headers.items())
    except ValueError:
        pairs: list[tuple[str, str]] = []
    for name in dict.fromkeys(headers.keys()):
        try:
            pairs += [(name, value) for value in headers.getall(name)]
        except ValueError:
            continue
    return pairs


def _read(reader: SyncResponseBodyReader) -> bytes:
    """Read the body as it was sent, up to the size limit."""
    part = reader.read(_PART)
    if part is None:
        return b""
    parts = [part]
    size = len(part)
    while (part := reader.read(_PART)) is not None:
        size += len(part)
        if size > MAX_BODY:
            raise EngineError(Failure(TOO_LARGE, is_permanent=True))
        parts.append(part)
    return b"".join(parts)


def _describe(error: Exception) -> Failure:
    """Describe an error by its causes: its class does not tell what happened, and its message contains the URL."""
    causes: list[str] = []
    if isinstance(error, DetailedPyreqwestError):
        causes = [cause["message"] for cause in error.details["causes"] or []][1:]
    reason = causes[-1] if causes else type(error).__name__
    if isinstance(error, (ValueError, RuntimeError)) and not isinstance(error, ClientClosedError | DecodeError):
        text = "the request cannot be sent" if isinstance(error, ValueError) else str(error)
        return Failure(text, is_sent=False, is_permanent=True)
    is_sent = _NOT_CONNECTED not in causes and not isinstance(error, PoolTimeoutError)
    is_untrusted = not is_sent and any("certificate" in cause for cause in causes)
    return Failure(
        reason,
        is_sent=is_sent,
        is_timeout=isinstance(error, RequestTimeoutError),
        is_permanent=is_untrusted,
        advice=CERTIFICATE_ADVICE if is_untrusted else None,
    )
