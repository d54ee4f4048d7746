"""Decode answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade._core.answer.answer import Answer
from tmdb_facade._core.client.users import user_secrets
from tmdb_facade._core.redaction import find_proxy_secrets, redact
from tmdb_facade._core.sending.bodies import BodyError, BodyTooLargeError, plain_body
from tmdb_facade._core.sending.failures import hide_echoes
from tmdb_facade._core.signing_in.advice import explain
from tmdb_facade.errors import InvalidAnswerError, TMDBError

if TYPE_CHECKING:
    from tmdb_facade._async.senders.sender import AsyncSender
    from tmdb_facade._core.client.credentials import Credential
    from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest


class AsyncDecoding:
    """Adds the value to each answer.

    It stands below the retries, so that an answer which is not whole is requested again.
    """

    def __init__(self, inner: AsyncSender, credential: Credential) -> None:
        self._inner = inner
        self._credential = credential

    async def send(self, request: OutgoingRequest, call: Call) -> Answer:
        """Send a request, and decompress and decode its answer.

        Raises:
            APIStatusError: The answer is an error.
            InvalidAnswerError: The answer is damaged.
            DriftError: The answer contradicts its type.
        """
        answer = await self._inner.send(request, call)
        if answer.status == 304 and request.expects(304):
            return answer  # the cache has the body
        try:
            return self._decoded(answer, request, call)
        except TMDBError as error:
            # Not in a variable: tracebacks show variables.
            hide_echoes(
                error,
                request,
                self._credential.secret,
                *user_secrets(call.options.user),
                *find_proxy_secrets(call.proxy),
            )
            options = call.options
            has_hook = options.on_session_expired is not None
            explained = explain(error, request, self._credential, options.user, has_hook=has_hook)
            if explained is error:
                raise
        # Raised here: within the except block, the error would refer to the one that it replaces.
        try:
            raise explained
        finally:
            del explained

    def _decoded(self, answer: Answer, request: OutgoingRequest, call: Call) -> Answer:
        try:
            # Never in a variable: tracebacks show variables, and a body may repeat secrets.
            plain = Answer(
                answer.status,
                answer.headers,
                plain_body(answer.body, answer.headers.get("content-encoding", "").lower()),
                answer.url,
            )
        except BodyError as error:
            reason, is_retryable = str(error), not isinstance(error, BodyTooLargeError)
        else:
            return call.decode(plain)
        if not 200 <= answer.status < 300:
            return call.decode(answer)  # raises the error of the status
        operation = None if request.operation is None else request.operation.id
        damaged = InvalidAnswerError(
            reason, http_status=answer.status, operation=operation, url=redact(request.shown_url)
        )
        damaged.is_retryable = is_retryable
        raise damaged

    async def aclose(self) -> None:
        """Close the inner sender."""
        await self._inner.aclose()
