"""One exchange with TMDB: send a request and read the whole response."""

from __future__ import annotations

from typing import cast

from tmdb_facade._core.answer.downloads import File, check_type, empty, missing_part
from tmdb_facade._runtime.http import (
    FILE,
    AsyncBaseTransport,
    NetworkError,
    RemoteProtocolError,
    Request,
    Response,
    TimeoutException,
)

#: Transport errors worth retrying.
TRANSIENT_ERRORS = (TimeoutException, NetworkError, RemoteProtocolError)


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
