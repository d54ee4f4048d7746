"""Authorize requests with the client's credential."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from tmdb_facade._core.sending.failures import EngineError, connection_error

if TYPE_CHECKING:
    from tmdb_facade._async.senders.sender import AsyncSender
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.client.credentials import Credential
    from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest


class AsyncAuthorizing:
    """Adds the credential to requests to TMDB's API; requests to other servers get none.

    It is the last sender before the engine, and changes a copy. Neither the errors that it raises nor their tracebacks
    refer to that copy.
    """

    def __init__(self, engine: AsyncSender, credential: Credential, proxy: str | None) -> None:
        self._engine = engine
        self._secret = credential.secret
        self._bearer = f"Bearer {credential.secret}" if credential.scheme == "bearer" else None
        self._key = quote(credential.secret, safe="")
        self._proxy = proxy

    async def send(self, request: OutgoingRequest, call: Call) -> Answer:
        """Send a copy of the request with the credential.

        Raises:
            APIConnectionError: There was no response.
        """
        try:
            answer = await self._engine.send(self._authorized(request), call)
        except EngineError as error:
            failure = error.failure
        else:
            return answer._replace(url=request.url)
        # Raised here: within the except block, the error would refer to the frames of the engine.
        raise connection_error(failure, request, self._proxy, self._secret)

    def _authorized(self, request: OutgoingRequest) -> OutgoingRequest:
        if request.operation is None:
            return request
        if self._bearer is not None:
            return request._replace(headers={**request.headers, "Authorization": self._bearer})
        return request._replace(url=f"{request.url}{'&' if '?' in request.url else '?'}api_key={self._key}")

    async def aclose(self) -> None:
        """Close the engine."""
        await self._engine.aclose()
