"""Answer the requests to the admin API and its page."""

from __future__ import annotations

import msgspec
from starlette.datastructures import Headers, QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from tmdb_facade.testing.protocol.hosts import read_address
from tmdb_facade.testing.server.controls import Controls
from tmdb_facade.testing.server.front import mount_of
from tmdb_facade.testing.server.middleware import limited

from . import page
from .access import Admin, refusal
from .api import OPERATIONS, AdminCall, UnknownObjectError
from .app import PREFIX

# No `access-control-allow-origin`: pages of other origins cannot read an answer.
_HEADERS = {
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
}


async def answer(scope: Scope, receive: Receive, send: Send, controls: Controls, admin: Admin) -> None:
    """Answer a request.

    Args:
        scope: The ASGI scope.
        receive: Receives the body.
        send: Sends the response.
        controls: The parts of the server.
        admin: Who may use the admin API.
    """
    headers, address = Headers(scope=scope), read_address(scope["headers"])
    reason = refusal(scope["method"], headers, scope["client"][0] if scope.get("client") else None, admin)
    try:
        if reason is not None:
            response = _error(403, reason)
        else:
            call = AdminCall(
                controls=controls,
                path=scope["path"].removeprefix(PREFIX),
                query=dict(QueryParams(scope["query_string"])),
                body=await Request(scope, limited(receive)).body(),
                base_url=f"{address.scheme or scope['scheme']}://{address.host or 'localhost'}{mount_of(scope)}",
            )
            response = _response("GET" if scope["method"] == "HEAD" else scope["method"], call)
    except HTTPException as error:
        response = _error(error.status_code, error.detail)
    except ClientDisconnect:
        return
    await response(scope, receive, send)


def _response(method: str, call: AdminCall) -> Response:
    if call.path == "":
        # Relative: a proxy or another application may have this path below one of its own.
        return RedirectResponse(f"{PREFIX.removeprefix('/')}/", 307, _HEADERS)
    if call.path == "/":
        if method != "GET":
            return _not_allowed("GET")
        return page.response(call.controls, call.base_url, call.query.get("query"))
    name = call.path.removeprefix("/")
    operations = OPERATIONS.get(name) or OPERATIONS.get(f"{name.rpartition('/')[0]}/{{id}}")
    if operations is None:
        return _error(404, f"the admin API has no path {call.path!r}; it has {', '.join(OPERATIONS)}")
    if method not in operations:
        return _not_allowed(", ".join(operations))
    try:
        content = operations[method](call)
    except ValueError as error:
        return _error(400, str(error))
    except UnknownObjectError as error:
        return _error(404, str(error))
    return Response(None, 204, _HEADERS) if content is None else _json(200, content)


def _not_allowed(methods: str) -> Response:
    response = _error(405, f"this path has the methods {methods}")
    response.headers["allow"] = methods
    return response


def _error(status: int, message: str) -> Response:
    return _json(status, {"error": message})


def _json(status: int, content: object) -> Response:
    return Response(msgspec.json.encode(content), status, _HEADERS, "application/json")
