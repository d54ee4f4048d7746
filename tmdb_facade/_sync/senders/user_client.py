# Made from tmdb_facade/_async/senders/user_client.py by `make sync`: edit that file, never this one.
"""The innermost layer that sends through a client of the user."""

from __future__ import annotations

from tmdb_facade._core.logs import redact_log
from tmdb_facade._runtime.http import BaseTransport, Client, Headers, Request, Response


class UserClient(BaseTransport):
    """Sends through a user's HTTP client, with that client's own headers, cookies, parameters and hooks.

    It never closes that client.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def handle_request(self, request: Request) -> Response:
        """Send the request as the user's client would send its own."""
        redact_log("httpx", request.url.host)
        outgoing = self._client.build_request(
            request.method,
            request.url,
            headers=self._without_defaults(request.headers),
            # A client with parameters of its own puts them in the place of those in the URL, unless it gets both.
            params=request.url.params if self._client.params else None,
            content=request.read(),
            extensions=request.extensions,
        )
        return self._client.send(outgoing, stream=True)

    def _without_defaults(self, headers: Headers) -> Headers:
        """Leave out what the user's client says otherwise; what the library says by default counts as nothing."""
        own = self._client.headers
        kept = headers.copy()
        kept.pop("accept-encoding", None)
        if own.get("accept", "*/*") != "*/*":
            kept.pop("accept", None)
        if not own.get("user-agent", "python-httpx/").startswith("python-httpx/"):
            kept.pop("user-agent", None)
        return kept
