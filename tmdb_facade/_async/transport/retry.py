"""The layer that sends again what failed for the moment."""

from __future__ import annotations

from typing import cast

from tmdb_facade._core.extensions import RETRIES
from tmdb_facade._core.retry import is_transient
from tmdb_facade._runtime.http import (
    AsyncBaseTransport,
    HTTPError,
    NetworkError,
    RemoteProtocolError,
    Request,
    Response,
    TimeoutException,
)

#: What the network does today and not tomorrow.
TRANSIENT_ERRORS = (TimeoutException, NetworkError, RemoteProtocolError)


class AsyncRetryLayer(AsyncBaseTransport):
    """Sends a request again, as often as its `tmdb_retries` says, when the network or TMDB fails for the moment.

    It reads answers whole: a connection that breaks in the middle of one is a failure like any other. What has no
    `tmdb_retries` passes as it is.
    """

    def __init__(self, inner: AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: Request) -> Response:
        """Send the request on, perhaps several times."""
        retries = cast("int", request.extensions.get(RETRIES, 0))
        if not retries:
            return await self._inner.handle_async_request(request)
        try:
            response = await send_whole(self._inner, request)
        except TRANSIENT_ERRORS as error:
            first: Response | HTTPError = error
        else:
            if not is_transient(response.status_code, response.headers, response.content):
                return response
            first = response
        # Imported here: it costs a sixth of what httpx costs, event loops included, and most programs never need it.
        from tmdb_facade._async.transport.again import send_again

        return await send_again(self._inner, request, first, retries)

    async def aclose(self) -> None:
        """Close the layers below."""
        await self._inner.aclose()


async def send_whole(inner: AsyncBaseTransport, request: Request) -> Response:
    """Send a request, and read the whole answer."""
    response = await inner.handle_async_request(request)
    try:
        await response.aread()
    finally:
        await response.aclose()
    return response
