"""Send requests through an engine of the user's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tmdb_facade._core.sending.engine import check_response

if TYPE_CHECKING:
    from tmdb_facade._async.engines.engine import AsyncEngine
    from tmdb_facade._core.sending.engine import EngineRequest, EngineResponse
    from tmdb_facade._runtime.exchange_tasks import Exchanges


class AsyncUserEngine:
    """Keeps a user's engine to the limit of connections, and ends its exchanges with the client."""

    def __init__(self, engine: AsyncEngine, exchanges: Exchanges) -> None:
        self._engine = engine
        self._exchanges = exchanges

    async def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request through the user's engine.

        Raises:
            EngineError: There was no whole response.
            ClientClosedError: The client is closed.
            InvalidArgumentError: The engine returned something else than a valid `EngineResponse`.
        """
        return check_response(
            await self._exchanges.run_cancellable(partial(self._engine.send, request), request.deadline)
        )

    async def aclose(self) -> None:
        """End the exchanges and close the user's engine."""
        await self._exchanges.aclose(self._engine.aclose)
