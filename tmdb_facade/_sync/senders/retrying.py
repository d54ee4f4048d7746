# Made from tmdb_facade/_async/senders/retrying.py by `make sync`: edit that file, never this one.
"""Retry requests that failed temporarily."""

from __future__ import annotations

from typing import cast

from tmdb_facade._core.retry import is_transient
from tmdb_facade._runtime.http import FILE, RETRIES, BaseTransport, HTTPError, Request, Response
from tmdb_facade._sync.senders.exchange import TRANSIENT_ERRORS, send_whole


class Retrying(BaseTransport):
    """Retries requests after temporary failures of the network or TMDB, up to their `tmdb_retries`.

    It reads responses whole, so a connection that breaks in the middle of one is retried as well. Downloads are written
    to their file here.
    """

    def __init__(self, inner: BaseTransport) -> None:
        self._inner = inner

    def handle_request(self, request: Request) -> Response:
        """Send the request, with retries."""
        retries = cast("int", request.extensions.get(RETRIES, 0))
        if not retries and FILE not in request.extensions:
            return self._inner.handle_request(request)
        try:
            response = send_whole(self._inner, request)
        except TRANSIENT_ERRORS as error:
            if not retries:
                raise
            first: Response | HTTPError = error
        else:
            if not retries or not is_transient(response.status_code, response.headers, response.content):
                return response
            first = response
        # Imported here: the retry library is slow to import, and most programs never need it.
        from tmdb_facade._sync.senders.retry_loop import send_with_retries

        return send_with_retries(self._inner, request, first, retries)

    def close(self) -> None:
        """Close the inner transport."""
        self._inner.close()
