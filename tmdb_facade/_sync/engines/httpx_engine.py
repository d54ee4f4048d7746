# Made from tmdb_facade/_async/engines/httpx_engine.py by `make sync`: edit that file, never this one.
"""Send requests through a transport of httpx, a user's transport or a user's HTTP client."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from tmdb_facade._core.logs import redact_connection_logs, redact_log
from tmdb_facade._core.sending.engine import EngineRequest, EngineResponse
from tmdb_facade._core.sending.failures import EngineError
from tmdb_facade._runtime.exchange_limits import EXCHANGE, Exchange, exchange_secrets
from tmdb_facade._runtime.failures import OTHER_ERRORS, describe_failure
from tmdb_facade._runtime.http import BaseTransport, Client, Headers, Request, Response
from tmdb_facade._runtime.transports import TRANSPORT_ERRORS
from tmdb_facade._sync.engines.bodies import read_parts

if TYPE_CHECKING:
    from tmdb_facade._runtime.exchange_threads import Exchanges

#: The key of a request's `extensions` with the operation's record; absent for downloads.
OPERATION: Final = "tmdb_operation"

# Encodings that `plain_body` reads, within the size limit; the HTTP library decodes others, which only users' clients ask
# for.
_OUR_ENCODINGS = frozenset({"", "gzip", "deflate", "identity", "x-gzip"})

_ERRORS: Final[tuple[type[Exception], ...]] = (*TRANSPORT_ERRORS.errors, *OTHER_ERRORS)


class HttpxEngine:
    """An engine over a transport of httpx."""

    def __init__(self, transport: BaseTransport, exchanges: Exchanges, proxy: str | None = None) -> None:
        """Use a transport.

        Args:
            transport: The transport, which is closed with the engine.
            exchanges: The running exchanges.
            proxy: The URL of the transport's proxy, as far as it is known.
        """
        redact_connection_logs(exchange_secrets)
        self._transport = transport
        self._exchanges = exchanges
        self._proxy = proxy

    def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read the whole response.

        Raises:
            EngineError: There was no whole response.
            ClientClosedError: The client is closed.
        """
        exchange = Exchange(request, self._proxy)
        return self._exchanges.run(partial(self._exchange, request, exchange), request.deadline, exchange.abandon)

    def _exchange(self, request: EngineRequest, exchange: Exchange) -> EngineResponse:
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
            response = self._transport.handle_request(outgoing)
            try:
                body = _read(response, exchange)
            finally:
                response.close()
        except _ERRORS as error:
            failure = describe_failure(error, TRANSPORT_ERRORS)
        else:
            return EngineResponse(response.status_code, response.headers.multi_items(), body)
        finally:
            EXCHANGE.reset(token)
        raise EngineError(failure)

    def close(self) -> None:
        """End the exchanges and close the transport; a user's HTTP client stays open."""
        self._exchanges.close(self._transport.close)


def _extensions(request: EngineRequest) -> dict[str, object]:
    """Return the request extensions: the operation's record, and the timeouts."""
    extensions: dict[str, object] = {OPERATION: request.operation} if request.operation is not None else {}
    timeouts = request.limited_timeouts()
    # Without a timeout here, a user's HTTP client applies its own.
    if timeouts is not None:
        extensions["timeout"] = timeouts
    return extensions


def _read(response: Response, exchange: Exchange) -> bytes:
    """Read the body as it was sent, up to the size limit and the deadline."""
    encodings = response.headers.get("content-encoding", "").lower().split(",")
    is_ours = _OUR_ENCODINGS.issuperset(map(str.strip, encodings)) and not response.is_stream_consumed
    return read_parts(response.iter_raw() if is_ours else response.iter_bytes(), exchange)


class UserClient(BaseTransport):
    """Sends requests through a user's HTTP client, with that client's headers, cookies, parameters and hooks.

    It never closes the client.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def handle_request(self, request: Request) -> Response:
        """Send the request through the user's client."""
        redact_log("httpx", request.url.host, exchange_secrets)
        outgoing = self._client.build_request(
            request.method,
            request.url,
            headers=self._without_defaults(request.headers),
            # A client with default parameters replaces the URL's parameters, unless they are passed as well.
            params=request.url.params if self._client.params else None,
            content=request.content,
            extensions=request.extensions,
        )
        return self._client.send(outgoing, stream=True)

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
