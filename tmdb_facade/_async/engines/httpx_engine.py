"""Send requests through httpx's transports, a user's transport or a user's HTTP client."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from time import monotonic
from typing import TYPE_CHECKING, Final

from tmdb_facade._core.logs import redact_connection_logs, redact_log
from tmdb_facade._core.sending.bodies import MAX_BODY, TOO_LARGE
from tmdb_facade._core.sending.engine import EngineRequest, EngineResponse
from tmdb_facade._core.sending.failures import OVERDUE, EngineError, Failure
from tmdb_facade._runtime.exchange_limits import EXCHANGE, Exchange
from tmdb_facade._runtime.failures import FAILURES, describe_failure
from tmdb_facade._runtime.http import AsyncBaseTransport, AsyncClient, Headers, Request, Response
from tmdb_facade._runtime.network import AsyncNetwork
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_facade._runtime.exchange_tasks import Exchanges

#: The key of a request's `extensions` with the operation's record; absent for downloads.
OPERATION: Final = "tmdb_operation"

# Encodings that `plain_body` reads, within the size limit; the HTTP library decodes others, which only users' clients ask
# for.
_OUR_ENCODINGS = frozenset({"", "gzip", "deflate", "identity", "x-gzip"})


def open_httpx_engine(
    proxy: str | None,
    max_connections: int,
    transport: AsyncBaseTransport | None,
    http_client: AsyncClient | None,
    exchanges: Exchanges,
) -> AsyncHttpxEngine:
    """Open the engine of a client.

    Raises:
        InvalidArgumentError: The proxy needs a package that is not installed.
    """
    redact_connection_logs()
    if proxy is not None and proxy.startswith("socks") and find_spec("socksio") is None:
        raise InvalidArgumentError("proxy", "needs the package socksio: pip install 'httpx[socks]'")
    if http_client is not None:
        transport = AsyncUserClient(http_client)
    return AsyncHttpxEngine(transport or AsyncNetwork(proxy, max_connections), exchanges)


class AsyncHttpxEngine:
    """An engine over a transport of httpx."""

    def __init__(self, transport: AsyncBaseTransport, exchanges: Exchanges) -> None:
        self._transport = transport
        self._exchanges = exchanges

    async def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read the whole response.

        Raises:
            EngineError: There was no whole response.
            ClientClosedError: The client is closed.
        """
        exchange = Exchange()
        return await self._exchanges.run(partial(self._exchange, request, exchange), request.deadline, exchange.abandon)

    async def _exchange(self, request: EngineRequest, exchange: Exchange) -> EngineResponse:
        exchange.deadline = request.deadline.at
        token = EXCHANGE.set(exchange)
        try:
            outgoing = Request(
                request.method,
                request.url,
                headers=request.headers,
                content=request.body,
                extensions=_extensions(request),
            )
            response = await self._transport.handle_async_request(outgoing)
            try:
                body = await _read(response, exchange)
            finally:
                await response.aclose()
        except FAILURES as error:
            failure = describe_failure(error)
        else:
            return EngineResponse(response.status_code, response.headers.multi_items(), body)
        finally:
            EXCHANGE.reset(token)
        raise EngineError(failure)

    async def aclose(self) -> None:
        """End the exchanges and close the transport; a user's HTTP client stays open."""
        await self._exchanges.aclose(self._transport.aclose)


def _extensions(request: EngineRequest) -> dict[str, object]:
    """Return the request extensions: the operation's record, and the timeouts, none of them beyond the deadline."""
    extensions: dict[str, object] = {OPERATION: request.operation} if request.operation is not None else {}
    left = request.deadline.seconds_left()
    # Without a timeout here, a user's HTTP client applies its own.
    if request.timeouts is not None:
        extensions["timeout"] = {
            phase: seconds if left is None or (seconds is not None and seconds <= left) else max(left, 0.001)
            for phase, seconds in request.timeouts.items()
        }
    return extensions


async def _read(response: Response, exchange: Exchange) -> bytes:
    """Read the body as it was sent, up to the size limit and the deadline."""
    encodings = response.headers.get("content-encoding", "").lower().split(",")
    is_ours = _OUR_ENCODINGS.issuperset(map(str.strip, encodings)) and not response.is_stream_consumed
    chunks: list[bytes] = []
    size = 0
    async for chunk in response.aiter_raw() if is_ours else response.aiter_bytes():
        size += len(chunk)
        _check_limits(size, exchange)
        chunks.append(chunk)
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _check_limits(size: int, exchange: Exchange) -> None:
    """Check the received bytes and the deadline.

    Raises:
        EngineError: The body is too large, or the deadline has passed.
    """
    if size > MAX_BODY:
        raise EngineError(Failure(TOO_LARGE, is_permanent=True))
    if exchange.deadline is not None and monotonic() > exchange.deadline:
        raise EngineError(OVERDUE)


class AsyncUserClient(AsyncBaseTransport):
    """Sends requests through a user's HTTP client, with that client's headers, cookies, parameters and hooks.

    It never closes the client.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def handle_async_request(self, request: Request) -> Response:
        """Send the request through the user's client."""
        redact_log("httpx", request.url.host)
        outgoing = self._client.build_request(
            request.method,
            request.url,
            headers=self._without_defaults(request.headers),
            # A client with default parameters replaces the URL's parameters, unless they are passed as well.
            params=request.url.params if self._client.params else None,
            content=request.content,
            extensions=request.extensions,
        )
        return await self._client.send(outgoing, stream=True)

    def _without_defaults(self, headers: Headers) -> Headers:
        """Remove our defaults for headers that the user has set; the library's own defaults do not count."""
        own = self._client.headers
        ours = headers.copy()
        ours.pop("accept-encoding", None)
        if own.get("accept", "*/*") != "*/*":
            ours.pop("accept", None)
        if not own.get("user-agent", "python-httpx/").startswith("python-httpx/"):
            ours.pop("user-agent", None)
        return ours
