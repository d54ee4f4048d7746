"""Engines as a user may write them, over httpx's clients."""

from __future__ import annotations

import httpx

from tmdb_facade import EngineError, EngineRequest, EngineResponse, Failure


class ExampleEngine:
    """An engine of a user's own for the sync client."""

    def __init__(self) -> None:
        self._client = httpx.Client(timeout=5)

    def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read the whole response."""
        try:
            with self._client.stream(
                request.method, request.url, headers=request.headers, content=request.body, timeout=_timeout(request)
            ) as response:
                body = b""
                for part in response.iter_raw():
                    body += part
                    left = request.deadline.seconds_left()
                    if left is not None and left <= 0:
                        raise httpx.ReadTimeout("the deadline has passed")
                return EngineResponse(response.status_code, response.headers.multi_items(), body)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            failure = _describe(error)
        raise EngineError(failure)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()


class AsyncExampleEngine:
    """An engine of a user's own for the async client."""

    def __init__(self) -> None:
        self._client = httpx.AsyncClient(timeout=5)

    async def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read the whole response."""
        try:
            response = await self._client.request(
                request.method, request.url, headers=request.headers, content=request.body, timeout=_timeout(request)
            )
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            failure = _describe(error)
        else:
            return EngineResponse(response.status_code, response.headers.multi_items(), response.content)
        raise EngineError(failure)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def _timeout(request: EngineRequest) -> httpx.Timeout:
    timeouts = request.timeouts or {}
    return httpx.Timeout(5, connect=timeouts.get("connect", 5), read=timeouts.get("read", 5))


def _describe(error: Exception) -> Failure:
    """Describe an error, without any more knowledge than its class gives."""
    return Failure(
        type(error).__name__,
        is_sent=not isinstance(error, httpx.ConnectError),
        is_timeout=isinstance(error, httpx.TimeoutException),
    )
