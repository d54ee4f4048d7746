# Made from tmdb_facade/_async/senders/authorizing.py by `make sync`: edit that file, never this one.
"""The layer that adds the client's credential."""

from __future__ import annotations

from urllib.parse import quote

from tmdb_facade._core.client.credentials import Credential
from tmdb_facade._runtime.http import OPERATION, URL, BaseTransport, Headers, Request, Response


class AuthLayer(BaseTransport):
    """Adds the credential to a copy of each request of an operation; what goes to other servers gets none.

    A copy, so that whatever stands above (a cache, an error, a log) never holds a request with a credential in it.
    """

    def __init__(self, inner: BaseTransport, credential: Credential) -> None:
        self._inner = inner
        self._bearer = f"Bearer {credential.secret}" if credential.scheme == "bearer" else None
        self._key = quote(credential.secret, safe="")

    def handle_request(self, request: Request) -> Response:
        """Send the request on, with the credential."""
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
        """Close the layers below."""
        self._inner.close()
