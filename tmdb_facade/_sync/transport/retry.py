# Made from tmdb_facade/_async/transport/retry.py by `make sync`: edit that file, never this one.
"""The layer that sends again what failed for the moment."""

from __future__ import annotations

from typing import cast

from tmdb_facade._core.extensions import RETRIES
from tmdb_facade._core.retry import is_transient
from tmdb_facade._runtime.http import (
    BaseTransport,
    HTTPError,
    NetworkError,
    RemoteProtocolError,
    Request,
    Response,
    TimeoutException,
)

#: What the network does today and not tomorrow.
TRANSIENT_ERRORS = (TimeoutException, NetworkError, RemoteProtocolError)


class RetryLayer(BaseTransport):
    """Sends a request again, as often as its `tmdb_retries` says, when the network or TMDB fails for the moment.

    It reads answers whole: a connection that breaks in the middle of one is a failure like any other. What has no
    `tmdb_retries` passes as it is.
    """

    def __init__(self, inner: BaseTransport) -> None:
        self._inner = inner

    def handle_request(self, request: Request) -> Response:
        """Send the request on, perhaps several times."""
        retries = cast("int", request.extensions.get(RETRIES, 0))
        if not retries:
            return self._inner.handle_request(request)
        try:
            response = send_whole(self._inner, request)
        except TRANSIENT_ERRORS as error:
            first: Response | HTTPError = error
        else:
            if not is_transient(response.status_code, response.headers, response.content):
                return response
            first = response
        # Imported here: it costs a sixth of what httpx costs, event loops included, and most programs never need it.
        from tmdb_facade._sync.transport.again import send_again

        return send_again(self._inner, request, first, retries)

    def close(self) -> None:
        """Close the layers below."""
        self._inner.close()


def send_whole(inner: BaseTransport, request: Request) -> Response:
    """Send a request, and read the whole answer."""
    response = inner.handle_request(request)
    try:
        response.read()
    finally:
        response.close()
    return response
