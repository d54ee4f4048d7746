"""Send requests through httpcore, the library below httpx."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tmdb_facade._async.engines.bodies import read_parts
from tmdb_facade._core.logs import redact_connection_logs
from tmdb_facade._core.sending.engine import EngineRequest, EngineResponse
from tmdb_facade._core.sending.failures import EngineError
from tmdb_facade._runtime.exchange_limits import EXCHANGE, Exchange, exchange_secrets
from tmdb_facade._runtime.failures import OTHER_ERRORS, describe_failure
from tmdb_facade._runtime.network_tasks import AsyncBackend
from tmdb_facade._runtime.pools import open_async_pool, pool_errors, pool_request, text_headers
from tmdb_facade._runtime.recorders import observes_async_transport

if TYPE_CHECKING:
    from tmdb_facade._async.engines.engine import AsyncEngine
    from tmdb_facade._runtime.exchange_tasks import Exchanges


class AsyncHttpcoreEngine:
    """The default engine.

    It sends without httpx, whose requests and responses cost more than all the rest. While a recorder, a mock or a tracer
    observes the transports of httpx, it sends through one of them, over the same connections.
    """

    def __init__(self, proxy: str | None, max_connections: int, exchanges: Exchanges) -> None:
        """Open no connection.

        Args:
            proxy: The URL of a proxy, or `None`.
            max_connections: The maximum number of open connections.
            exchanges: The running exchanges.
        """
        redact_connection_logs(exchange_secrets)
        self._backend = AsyncBackend()
        self._pool = open_async_pool(proxy, max_connections, self._backend)
        self._proxy = proxy
        self._kinds = pool_errors(proxy)
        self._errors = (*self._kinds.errors, *OTHER_ERRORS)
        self._exchanges = exchanges
        self._observed: AsyncEngine | None = None

    async def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read the whole response.

        Raises:
            EngineError: There was no whole response.
            ClientClosedError: The client is closed.
        """
        if observes_async_transport():
            return await self._observed_engine().send(request)
        exchange = Exchange(request, self._proxy)
        return await self._exchanges.run(partial(self._exchange, request, exchange), request.deadline, exchange.abandon)

    async def _exchange(self, request: EngineRequest, exchange: Exchange) -> EngineResponse:
        exchange.deadline = request.deadline.at
        token = EXCHANGE.set(exchange)
        try:
            response = await self._pool.handle_async_request(pool_request(request))
            try:
                body = await read_parts(response.aiter_stream(), exchange)
            finally:
                await response.aclose()
        except self._errors as error:
            failure = describe_failure(error, self._kinds)
        else:
            return EngineResponse(response.status, text_headers(response.headers), body)
        finally:
            EXCHANGE.reset(token)
        raise EngineError(failure)

    def _observed_engine(self) -> AsyncEngine:
        if self._observed is None:
            from tmdb_facade._async.engines.httpx_engine import AsyncHttpxEngine
            from tmdb_facade._runtime.transports import async_transport_over

            self._observed = AsyncHttpxEngine(async_transport_over(self._pool), self._exchanges, self._proxy)
        return self._observed

    async def aclose(self) -> None:
        """End the exchanges and close the connections."""
        await self._exchanges.aclose(self._close_connections)

    async def _close_connections(self) -> None:
        await self._backend.aclose()
        await self._pool.aclose()
