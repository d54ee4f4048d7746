"""Send requests through a user's HTTP client."""

from __future__ import annotations

from tmdb_facade._core.logs import redact_log
from tmdb_facade._runtime.http import AsyncBaseTransport, AsyncClient, Headers, Request, Response


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
            content=await request.aread(),
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
