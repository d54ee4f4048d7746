"""Authorize requests with the credential of the application or the user, and pass them to the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from tmdb_facade._core.answer.answer import Answer
from tmdb_facade._core.answer.headers import Headers
from tmdb_facade._core.client.users import credential_for, user_secrets
from tmdb_facade._core.sending.engine import EngineRequest
from tmdb_facade._core.sending.failures import EngineError, connection_error, explain_timeout

if TYPE_CHECKING:
    from tmdb_facade._async.engines.engine import AsyncEngine
    from tmdb_facade._core.client.credentials import Credential
    from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest


class AsyncAuthorizing:
    """Adds the credential to requests to TMDB's API; requests to other servers get none.

    It is the last sender before the engine, and changes a copy. Neither the errors that it raises nor their tracebacks
    refer to that copy.
    """

    def __init__(self, engine: AsyncEngine, credential: Credential, proxy: str | None) -> None:
        self._engine = engine
        self._credential = credential
        self._proxy = proxy

    async def send(self, request: OutgoingRequest, call: Call) -> Answer:
        """Send a copy of the request with the credential.

        Raises:
            APIConnectionError: There was no response.
        """
        call.proxy = self._proxy
        try:
            response = await self._engine.send(self._authorized(request, call))
        except EngineError as error:
            # Not the failure: tracebacks show variables, and its reason may contain secrets.
            failed = connection_error(
                explain_timeout(error.failure, call),
                request,
                self._proxy,
                self._credential.secret,
                *user_secrets(call.options.user),
            )
        else:
            return Answer(response.status, Headers(response.headers), response.body, request.shown_url)
        # Raised here: within the except block, the error would refer to the frames of the engine.
        try:
            raise failed
        finally:
            del failed  # it would refer to this frame, and the frame to it

    def _authorized(self, request: OutgoingRequest, call: Call) -> EngineRequest:
        method, url, headers, body, operation, _, secrets = request
        if operation is not None:
            scheme, secret = credential_for(operation, self._credential, call.options.user)
            if scheme == "bearer":
                headers = {**headers, "Authorization": f"Bearer {secret}"}
            else:
                url = f"{url}{'&' if '?' in url else '?'}api_key={quote(secret, safe='')}"
        return EngineRequest(method, url, headers, body, call.options.timeout, call.deadline, operation, secrets)

    async def aclose(self) -> None:
        """Close the engine."""
        await self._engine.aclose()
