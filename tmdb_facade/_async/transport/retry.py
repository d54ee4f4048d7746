"""The layer that sends again what failed for the moment."""

from __future__ import annotations

from typing import cast

from tmdb_facade._core.downloads import File, check_type, empty, missing_part
from tmdb_facade._core.extensions import FILE, RETRIES
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
    `tmdb_retries` passes as it is, but for a download, which is written to its file here.
    """

    def __init__(self, inner: AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: Request) -> Response:
        """Send the request on, perhaps several times."""
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
        # Imported here: it costs a sixth of what httpx costs, event loops included, and most programs never need it.
        from tmdb_facade._async.transport.again import send_again

        return await send_again(self._inner, request, first, retries)

    async def aclose(self) -> None:
        """Close the layers below."""
        await self._inner.aclose()


async def send_whole(inner: AsyncBaseTransport, request: Request) -> Response:
    """Send a request, and read the whole answer; that to a download goes to its `tmdb_file` part by part."""
    response = await inner.handle_async_request(request)
    file = cast("File | None", request.extensions.get(FILE))
    try:
        if file is None or response.status_code != 200:
            await response.aread()
            return response
        return await _save(response, request, file)
    finally:
        await response.aclose()


async def _save(response: Response, request: Request, file: File) -> Response:
    """Write an answer to a file, and give what is left of it."""
    check_type(response.headers, url=str(request.url), status=response.status_code)
    empty(file)
    async for part in response.aiter_bytes():
        file.write(part)
    problem = missing_part(response.headers, file.tell())
    if problem is not None:
        raise RemoteProtocolError(problem, request=request)
    return Response(response.status_code, request=request)
