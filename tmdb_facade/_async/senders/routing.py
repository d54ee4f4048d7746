"""Send each request through the proxy that the environment names for its host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade._core.client.settings import proxy_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from tmdb_facade._async.senders.sender import AsyncSender
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest
    from tmdb_facade._runtime.exchange_tasks import Exchanges


class AsyncRouting:
    """Chooses the route of each request by its host: the API's hosts and the image servers may need different proxies.

    Hosts with the same proxy, or without one, share their connections.
    """

    def __init__(self, open_route: Callable[[str | None], AsyncSender], base_url: str, exchanges: Exchanges) -> None:
        """Open the route to the base URL.

        Args:
            open_route: Opens the senders of a proxy's URL, or of direct connections.
            base_url: The validated base URL.
            exchanges: The running exchanges of all routes.

        Raises:
            InvalidArgumentError: The environment's value is not the URL of a proxy.
        """
        self._open = open_route
        self._exchanges = exchanges
        self._routes: dict[str | None, AsyncSender] = {}
        self._hosts: dict[str, AsyncSender] = {}
        self._route(base_url)

    async def send(self, request: OutgoingRequest, call: Call) -> Answer:
        """Send a request by the route of its host.

        Raises:
            InvalidArgumentError: The environment's value is not the URL of a proxy.
        """
        return await self._route(request.url).send(request, call)

    def _route(self, url: str) -> AsyncSender:
        host = "/".join(url.split("/", 3)[:3])
        route = self._hosts.get(host)
        if route is None:
            proxy = proxy_for(url)
            # Not a lock but `setdefault`, which is atomic: a route without requests has no connections.
            route = self._routes.get(proxy) or self._routes.setdefault(proxy, self._open(proxy))
            self._hosts[host] = route
        return route

    async def aclose(self) -> None:
        """End the exchanges and close all routes."""
        await self._exchanges.aclose(self._close_routes)

    async def _close_routes(self) -> None:
        for route in list(self._routes.values()):
            await route.aclose()
