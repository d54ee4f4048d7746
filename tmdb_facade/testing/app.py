"""The embedded TMDB as an ASGI application: it lets clients in, finds the operation, and answers as TMDB does."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable
from uuid import uuid4

import msgspec
from starlette.applications import Starlette
from starlette.datastructures import Headers, QueryParams
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import Mount
from starlette.types import Receive, Scope, Send

from tmdb_bindings.operations import OPERATIONS
from tmdb_facade.errors import TMDBCode

from .append import append_blocks
from .call import Call, JSONObject
from .catalogue import Catalogue, builtin
from .credentials import Credentials, make_credentials
from .errors import Refusal
from .handlers import ROUTES
from .routing import Route, Router

# How long a refusal says that it may be kept. A cache must not believe it: TMDB labels errors so.
_ERRORS_MAX_AGE = {401: 300, 404: 6 * 3600}


def create_app(catalogue: Catalogue | None = None, *, credentials: Credentials | None = None) -> Starlette:
    """Make an embedded TMDB to run in a server or in process.

    Args:
        catalogue: What it answers from; the package's own when not given.
        credentials: What it accepts; `make_credentials()` when not given.

    Returns:
        The ASGI application.
    """
    api = _API(catalogue or builtin(), credentials or make_credentials())
    # Level 1: answers go over the loopback, where compressing costs more than it saves.
    gzip = Middleware(GZipMiddleware, minimum_size=500, compresslevel=1)
    return Starlette(routes=[Mount("/", app=api)], middleware=[gzip])


def all_routes(served: Iterable[Route] = ROUTES) -> list[Route]:
    """Return a route for every operation of the bindings; those that nothing serves yet refuse with 501, code 2."""
    routes = {(route.method, _shape(route.path)): route for route in served}
    for operation in OPERATIONS:
        key = operation.method, _shape(operation.path)
        routes.setdefault(key, Route(operation.method, operation.path, _not_served))
    return list(routes.values())


def _shape(template: str) -> tuple[str, ...]:
    """A template without its parameters' names, which documents change now and then."""
    return tuple("{}" if part.startswith("{") else part for part in template.split("/"))


def _not_served(call: Call) -> JSONObject:
    raise Refusal.of(TMDBCode.INVALID_SERVICE)


class _API:
    """The JSON part of the application; pages for people will stand beside it."""

    def __init__(self, catalogue: Catalogue, credentials: Credentials) -> None:
        self._catalogue = catalogue
        self._credentials = credentials
        self._router = Router(all_routes())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        query = dict(QueryParams(scope["query_string"]))
        try:
            max_age, body = self._answer(scope["method"], scope["path"], headers, query)
            response = _response(headers, 200, body, max_age)
        except Refusal as refusal:
            status = refusal.http_status
            response = _response(headers, status, refusal.body, _ERRORS_MAX_AGE.get(status, 0))
        await response(scope, receive, send)

    def _answer(self, method: str, path: str, headers: Headers, query: dict[str, str]) -> tuple[int, JSONObject]:
        # Before the path is looked at: without credentials TMDB says 401 to any path, even to one that is not there.
        self._let_in(headers, query)
        path = _resolved(path)
        match = self._router.require(method, path)
        call = Call(self._catalogue, self._credentials, match.path, query)
        body = match.route.handler(call)
        if match.route.appends:
            append_blocks(self._router, path, call, body)
        return match.route.max_age, body

    def _let_in(self, headers: Headers, query: dict[str, str]) -> None:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        by_token = scheme.lower() == "bearer" and token == self._credentials.access_token
        if not by_token and query.get("api_key") != self._credentials.api_key:
            raise Refusal.of(TMDBCode.INVALID_API_KEY)


def _resolved(path: str) -> str:
    """Resolve `..` in a path that is decoded already, as TMDB's edge does: `movie/x%2F..%2F550` is `movie/550`."""
    if "/." not in path and "//" not in path:
        return path
    return "/" + posixpath.normpath(path).lstrip("/")


def _response(asked: Headers, status: int, body: object, max_age: int) -> Response:
    content = msgspec.json.encode(body)
    headers = {
        "cache-control": f"public, max-age={max_age}",
        "content-type": "application/json;charset=utf-8",
        "etag": f'W/"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"',
        "vary": "Origin",
        "x-task-id": uuid4().hex,
    }
    if status == 200 and headers["etag"] in (tag.strip() for tag in asked.get("if-none-match", "").split(",")):
        del headers["content-type"]
        return Response(None, 304, headers)
    return Response(content, status, headers)
