"""Report requests and responses to the client's hooks and the log."""

from __future__ import annotations

import logging
from time import perf_counter
from typing import TYPE_CHECKING

from tmdb_facade._core.answer.error_mapping import request_id
from tmdb_facade._core.events import RequestEvent, ResponseEvent
from tmdb_facade._core.logs import log_request, log_response, logger
from tmdb_facade._core.redaction import redact

if TYPE_CHECKING:
    from tmdb_facade._async.senders.sender import AsyncSender
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest


class AsyncReporting:
    """Reports each request and its response or failure, retries included.

    It stands above the authorizing sender, so it never sees the client's credential; other secrets are redacted. The
    call carries the hooks, as clients that share connections can have different hooks.
    """

    def __init__(self, inner: AsyncSender) -> None:
        self._inner = inner

    async def send(self, request: OutgoingRequest, call: Call) -> Answer:
        """Send the request; call the hooks before and after."""
        if not is_reported(call):
            return await self._inner.send(request, call)
        event = _before(request, call)
        start = perf_counter()
        try:
            answer = await self._inner.send(request, call)
        except BaseException as error:  # also a cancellation, so that each event of a request has one of its end
            report(request, call, ResponseEvent(event, None, perf_counter() - start, error=type(error).__name__))
            raise
        seconds = perf_counter() - start
        report(request, call, ResponseEvent(event, answer.status, seconds, request_id(answer.headers)))
        return answer

    async def aclose(self) -> None:
        """Close the inner sender."""
        await self._inner.aclose()


def is_reported(call: Call) -> bool:
    """Return whether there is a hook or a log."""
    options = call.options
    return options.on_request is not None or options.on_response is not None or logger.isEnabledFor(logging.INFO)


def request_event(request: OutgoingRequest, call: Call) -> RequestEvent:
    """Build the event of a request."""
    name = request.operation.id if request.operation is not None else ""
    return RequestEvent(name, request.method, redact(request.shown_url), call.attempt)


def _before(request: OutgoingRequest, call: Call) -> RequestEvent:
    event = request_event(request, call)
    log_request(event)
    if call.options.on_request is not None:
        call.options.on_request(event)
    return event


def report(request: OutgoingRequest, call: Call, event: ResponseEvent) -> None:
    """Report a response or failure to the log and the hook."""
    log_response(event)
    if call.options.on_response is None:
        return
    try:
        call.options.on_response(event)
    except Exception as error:
        if event.status is not None and request.expects(event.status):
            raise
        call.hook_error = type(error).__name__  # the failure of the request matters more
