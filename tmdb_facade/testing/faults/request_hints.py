"""The likely causes of failed requests, for people who read the request log."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .request_pattern import operation_of

if TYPE_CHECKING:
    from .request_log import LoggedRequest

_UNAUTHORIZED, _NOT_FOUND = 401, 404

# Paths of records that only the catalogue has. Users create lists, ratings and sessions.
_RECORD = re.compile(r"/3/(movie|tv|person|collection|company|network|keyword|credit|review)/")


def likely_cause(request: LoggedRequest) -> str | None:
    """Return the likely cause of the error that a request got, as `LoggedRequest.hint` does."""
    if request.faults:
        return None
    if request.status == _UNAUTHORIZED:
        return _unauthorized(request)
    return _not_found(request) if request.status == _NOT_FOUND else None


def _unauthorized(request: LoggedRequest) -> str | None:
    if request.credential is None:
        return "it has no API key or access token"
    if request.path.startswith("/4/"):
        return None  # It may also be a token without a user, or of another one.
    if {"session_id", "guest_session_id"} & request.query.keys():
        return "the server does not know this key or this session"
    return "the server does not know this key: use its own, or accept every key with any_key"


def _not_found(request: LoggedRequest) -> str | None:
    if request.operation is not None:
        return "the catalogue has no such record" if _RECORD.match(request.path) else None
    if operation_of(request.method, f"/3{request.path}") is not None:
        return f"the path lacks its version: /3{request.path}"
    return None
