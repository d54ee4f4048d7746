# Made from tmdb_facade/_async/senders/reporting.py by `make sync`: edit that file, never this one.
"""The layer that tells hooks and the log what is sent and what comes back."""

from __future__ import annotations

import logging
from time import perf_counter
from typing import cast

from tmdb_facade._core.answer.error_mapping import request_id
from tmdb_facade._core.endpoint import Operation
from tmdb_facade._core.events import Hooks, RequestEvent, ResponseEvent
from tmdb_facade._core.logs import log_request, log_response, logger
from tmdb_facade._core.redaction import redact
from tmdb_facade._runtime.http import ATTEMPT, HOOKS, OPERATION, BaseTransport, HTTPError, Request, Response

_NOBODY = Hooks()


class EventsLayer(BaseTransport):
    """Tells of each request that really goes out, retries included, and of what came of it.

    It stands above auth: what it sees holds no credential of the client, and the rest is redacted. Whom it tells, the
    request's `tmdb_hooks` say: clients that share connections need not share hooks.
    """

    def __init__(self, inner: BaseTransport) -> None:
        self._inner = inner

    def handle_request(self, request: Request) -> Response:
        """Send the request on."""
        hooks = cast("Hooks", request.extensions.get(HOOKS, _NOBODY))
        if hooks == _NOBODY and not logger.isEnabledFor(logging.INFO):
            return self._inner.handle_request(request)
        asked = _before(request, hooks)
        start = perf_counter()
        try:
            response = self._inner.handle_request(request)
        except HTTPError as error:
            _after(hooks, ResponseEvent(asked, None, perf_counter() - start, error=type(error).__name__))
            raise
        seconds = perf_counter() - start
        _after(hooks, ResponseEvent(asked, response.status_code, seconds, request_id(response.headers)))
        return response

    def close(self) -> None:
        """Close the layers below."""
        self._inner.close()


def _before(request: Request, hooks: Hooks) -> RequestEvent:
    operation = cast("Operation | None", request.extensions.get(OPERATION))
    name = operation.id if operation is not None else ""
    attempt = cast("int", request.extensions.get(ATTEMPT, 1))
    event = RequestEvent(name, request.method, redact(str(request.url)), attempt)
    log_request(event)
    if hooks.on_request is not None:
        hooks.on_request(event)
    return event


def _after(hooks: Hooks, event: ResponseEvent) -> None:
    log_response(event)
    if hooks.on_response is not None:
        hooks.on_response(event)
