# Made from tmdb_facade/_async/senders/reporting.py by `make sync`: edit that file, never this one.
"""Report requests and responses to the client's hooks and the log."""

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

_NO_HOOKS = Hooks()


class Reporting(BaseTransport):
    """Reports each request and its response or failure, retries included.

    It wraps the authorizing transport, so it never sees the client's credential; other secrets are redacted. The
    request carries the hooks, as clients that share connections can have different hooks.
    """

    def __init__(self, inner: BaseTransport) -> None:
        self._inner = inner

    def handle_request(self, request: Request) -> Response:
        """Send the request; call the hooks before and after."""
        hooks = cast("Hooks", request.extensions.get(HOOKS, _NO_HOOKS))
        if hooks == _NO_HOOKS and not logger.isEnabledFor(logging.INFO):
            return self._inner.handle_request(request)
        event = _before(request, hooks)
        start = perf_counter()
        try:
            response = self._inner.handle_request(request)
        except HTTPError as error:
            _after(hooks, ResponseEvent(event, None, perf_counter() - start, error=type(error).__name__))
            raise
        seconds = perf_counter() - start
        _after(hooks, ResponseEvent(event, response.status_code, seconds, request_id(response.headers)))
        return response

    def close(self) -> None:
        """Close the inner transport."""
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
