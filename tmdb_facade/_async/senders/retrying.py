"""Retry requests that failed temporarily."""

from __future__ import annotations

from typing import cast

from tmdb_facade._async.senders.exchange import TRANSIENT_ERRORS, send_whole
from tmdb_facade._core.retry import is_transient
from tmdb_facade._runtime.http import FILE, RETRIES, AsyncBaseTransport, HTTPError, Request, Response


class AsyncRetrying(AsyncBaseTransport):
    """Retries requests after temporary failures of the network or TMDB, up to their `tmdb_retries`.

    It reads responses whole, so a connection that breaks in the middle of one is retried as well. Downloads are written
    to their file here.
    """

    def __init__(self, inner: AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: Request) -> Response:
        """Send the request, with retries."""
        retries = cast("int", request.extensions.get(RETRIES, 0))
        if not retries and FILE not in request.extensions:
            return await self._inner.handle_async_request(request)
        try:
            response = await send_whole(self._inner, request)
        except TRANSIENT_ERRORS as error:
            if not retries:
                raise
            first: Response | HTTPError = error
        else:
            if not retries or not is_transient(response.status_code, response.headers, response.content):
                return response
            first = response
        # Imported here: the retry library is slow to import, and most programs never need it.
        from tmdb_facade._async.senders.retry_loop import send_with_retries

        return await send_with_retries(self._inner, request, first, retries)

    async def aclose(self) -> None:
        """Close the inner transport."""
        await self._inner.aclose()
