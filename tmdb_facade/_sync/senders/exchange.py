# Made from tmdb_facade/_async/senders/exchange.py by `make sync`: edit that file, never this one.
"""One exchange with TMDB: send a request and read the whole response."""

from __future__ import annotations

from typing import BinaryIO, cast

from tmdb_facade._core.answer.downloads import check_content_type, clear_file, find_missing_bytes
from tmdb_facade._runtime.http import (
    FILE,
    BaseTransport,
    NetworkError,
    RemoteProtocolError,
    Request,
    Response,
    TimeoutException,
)

#: Transport errors worth retrying.
TRANSIENT_ERRORS = (TimeoutException, NetworkError, RemoteProtocolError)


def send_whole(inner: BaseTransport, request: Request) -> Response:
    """Send a request and read the whole response. Write a download to its `tmdb_file` in chunks."""
    response = inner.handle_request(request)
    file = cast("BinaryIO | None", request.extensions.get(FILE))
    try:
        if file is None or response.status_code != 200:
            response.read()
            return response
        return _save(response, request, file)
    finally:
        response.close()


def _save(response: Response, request: Request, file: BinaryIO) -> Response:
    """Write the body to a file, and return a response without it."""
    check_content_type(response.headers, url=str(request.url), status=response.status_code)
    clear_file(file)
    for chunk in response.iter_bytes():
        file.write(chunk)
    problem = find_missing_bytes(response.headers, file.tell())
    if problem is not None:
        raise RemoteProtocolError(problem, request=request)
    return Response(response.status_code, request=request)
