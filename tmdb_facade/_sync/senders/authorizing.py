# Made from tmdb_facade/_async/senders/authorizing.py by `make sync`: edit that file, never this one.
"""Authorize requests with the client's credential."""

from __future__ import annotations

from urllib.parse import quote

from tmdb_facade._core.client.credentials import Credential
from tmdb_facade._runtime.http import OPERATION, URL, BaseTransport, Headers, Request, Response


class Authorizing(BaseTransport):
    """Adds the credential to requests to TMDB's API; requests to other servers get none.

    It changes a copy, so that the outer transports, errors and logs never see a request with a credential.
    """

    def __init__(self, inner: BaseTransport, credential: Credential) -> None:
        self._inner = inner
        self._bearer = f"Bearer {credential.secret}" if credential.scheme == "bearer" else None
        self._key = quote(credential.secret, safe="")

    def handle_request(self, request: Request) -> Response:
        """Send a copy of the request with the credential."""
        if OPERATION not in request.extensions:
            return self._inner.handle_request(request)
        url, headers = request.url, Headers(request.headers)
        if self._bearer is not None:
            headers["Authorization"] = self._bearer
        else:
            url = URL(f"{url}{'&' if url.query else '?'}api_key={self._key}")
        return self._inner.handle_request(
            Request(request.method, url, headers=headers, stream=request.stream, extensions=request.extensions)
        )

    def close(self) -> None:
        """Close the inner transport."""
        self._inner.close()
