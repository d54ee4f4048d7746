"""The embedded TMDB as an ASGI application: it lets clients in, finds the operation, and answers as TMDB does."""

from __future__ import annotations

import hashlib
from secrets import token_hex

import msgspec
from starlette.applications import Starlette
from starlette.datastructures import Headers, QueryParams
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue import Catalogue, builtin
from tmdb_facade.testing.faults.api import Faults
from tmdb_facade.testing.faults.error_answers import FaultAnswer
from tmdb_facade.testing.faults.request_log import LoggedRequest, RequestLog
from tmdb_facade.testing.faults.rules import Outcome
from tmdb_facade.testing.handlers import ROUTES, UNDOCUMENTED
from tmdb_facade.testing.handlers.append import append_blocks
from tmdb_facade.testing.protocol.headers import JSON_TYPE, is_known, open_to_all
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONAnswer, JSONObject, Reply, RequestContext
from tmdb_facade.testing.protocol.routing import METHODS, Router, resolved
from tmdb_facade.testing.state import Account, State
from tmdb_facade.testing.state.credentials import Credentials, make_credentials

from . import approval_pages
from .image_app import ImageApp
from .middleware import LOGGED, OUTCOME, Middleware

# How long a refusal says that it may be kept. A cache must not believe it: TMDB labels errors so.
_ERRORS_MAX_AGE = {401: 300, 404: 6 * 3600}


def create_app(
    catalogue: Catalogue | None = None,
    *,
    credentials: Credentials | None = None,
    state: State | None = None,
    faults: Faults | None = None,
    requests: RequestLog | None = None,
) -> ASGIApp:
    """Make an embedded TMDB to run in a server or in process.

    Args:
        catalogue: What it answers from; the package's own when not given.
        credentials: What it accepts; `make_credentials()` when not given.
        state: What it remembers; a new state when not given.
        faults: What goes wrong in it; nothing when not given. Connections can be cut where `TMDBServer` runs it, and in
            `InProcessTransport`.
        requests: Where it logs what it is asked; a log that nobody sees when not given.

    Returns:
        The ASGI application.
    """
    catalogue, credentials = catalogue or builtin(), credentials or make_credentials()
    state = state or State(catalogue, credentials)
    faults = Faults() if faults is None else faults
    api = _API(catalogue, credentials, state, faults)
    pages_and_api = Starlette(routes=approval_pages.routes(state))
    # Not a route of its own: Starlette's patterns miss a path with a line break in it.
    pages_and_api.router.default = api
    # Level 1: answers go over the loopback, where compressing costs more than it saves.
    zipped = GZipMiddleware(_Answers(pages_and_api, api), minimum_size=500, compresslevel=1)
    # Images come as they are: compressed they would lack their length, and the real ones gain nothing by it.
    return Middleware(ImageApp(zipped, catalogue), faults, RequestLog() if requests is None else requests)


class _Answers:
    """Sends a request on to the pages or to the API, unless a fault answers in their place."""

    def __init__(self, pages_and_api: ASGIApp, api: ASGIApp) -> None:
        self._pages_and_api = pages_and_api
        self._api = api
        # A browser asks before it sends a token. What TMDB says then is not known, but that browsers use it is.
        self._preflight = CORSMiddleware(api, allow_origins=["*"], allow_methods=METHODS, allow_headers=["*"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        outcome: Outcome | None = scope.get(OUTCOME)
        if outcome is not None and isinstance(outcome.failure, FaultAnswer):
            logged: LoggedRequest = scope[LOGGED]
            logged.sent(await Request(scope, receive).body())
            status, body, headers = outcome.failure
            headers = {**headers, **open_to_all(Headers(scope=scope))}
            await Response(body, status, headers)(scope, receive, send)
        elif scope["type"] == "http" and scope["method"] == "OPTIONS":
            await self._preflight(scope, receive, send)
        elif scope["type"] == "http" and not scope["path"].startswith("/auth"):
            # Past Starlette, whose routes are for the pages.
            await self._api(scope, receive, send)
        else:
            await self._pages_and_api(scope, receive, send)


class _API:
    """The JSON part of the application; pages for people stand beside it."""

    def __init__(self, catalogue: Catalogue, credentials: Credentials, state: State, faults: Faults) -> None:
        self._catalogue = catalogue
        self._credentials = credentials
        self._state = state
        self._faults = faults
        self._router = Router([*ROUTES, *UNDOCUMENTED])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        query = dict(QueryParams(scope["query_string"]))
        reply = Reply()
        logged: LoggedRequest = scope[LOGGED]
        outcome: Outcome | None = scope.get(OUTCOME)
        try:
            sent = b"" if scope["method"] == "GET" else await Request(scope, receive).body()
            logged.sent(sent)
            with self._state.lock:
                max_age, body = self._answer(scope, headers, query, sent, reply, logged)
            if outcome is not None and outcome.drifts:
                # A copy: handlers put parts of the catalogue into their answers.
                body = msgspec.json.decode(msgspec.json.encode(body))
                self._faults.change(outcome, body)
            response = _response(headers, reply, body, max_age)
        except Refusal as refusal:
            reply = Reply(refusal.http_status)
            response = _response(headers, reply, refusal.body, _ERRORS_MAX_AGE.get(reply.status, 0))
        await response(scope, receive, send)

    def _answer(
        self,
        scope: Scope,
        headers: Headers,
        query: dict[str, str],
        sent: bytes,
        reply: Reply,
        logged: LoggedRequest,
    ) -> tuple[int, JSONAnswer]:
        # Before the path is looked at: without credentials TMDB says 401 to any path, even to one that is not there.
        user = self._let_in(headers, query)
        logged.user = self._username(user, query)
        path = resolved(scope["path"])
        match = self._router.require(scope["method"], path)
        origin = f"{scope['scheme']}://{headers.get('host', 'localhost')}"
        context = RequestContext(
            self._catalogue, self._credentials, self._state, match.path, query, _sent(sent), user, origin, reply
        )
        body = match.route.handler(context)
        if match.route.appends and isinstance(body, dict):
            append_blocks(self._router, path, context, body)
        return match.route.max_age, body

    def _let_in(self, headers: Headers, query: dict[str, str]) -> Account | None:
        """Look at the credentials, and return whose they are when they are a user's."""
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            if token == self._credentials.access_token:
                return None
            if token in self._state.data.access_tokens:
                return self._state.data.accounts[self._state.data.access_tokens[token]]
        if query.get("api_key") != self._credentials.api_key:
            raise Refusal.of(TMDBCode.INVALID_API_KEY)
        return None

    def _username(self, user: Account | None, query: dict[str, str]) -> str | None:
        data = self._state.data
        if user is None and "session_id" in query and query["session_id"] in data.sessions:
            user = data.accounts[data.sessions[query["session_id"]]]
        return None if user is None else user.username


def _sent(body: bytes) -> JSONObject:
    """Read a body, which is a JSON object whatever its content type says; none is like an empty one."""
    if not body:
        return {}
    try:
        return msgspec.json.decode(body, type=JSONObject)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Refusal.of(TMDBCode.INPUT_NOT_VALID) from error


def _response(asked: Headers, reply: Reply, body: object, max_age: int) -> Response:
    content = msgspec.json.encode(body)
    headers = {
        "cache-control": f"public, max-age={max_age}",
        "content-type": JSON_TYPE,
        "etag": f'W/"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"',
        "vary": "Origin",
        "x-task-id": token_hex(16),
        **open_to_all(asked),
        **reply.headers,
    }
    if reply.status == 200 and is_known(headers["etag"], asked.get("if-none-match", "")):
        del headers["content-type"]
        return Response(None, 304, headers)
    return Response(content, reply.status, headers)
