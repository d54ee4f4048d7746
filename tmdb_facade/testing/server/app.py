"""The embedded TMDB as an ASGI application."""

from __future__ import annotations

from typing import Literal, TypeAlias
from urllib.parse import urlsplit

import msgspec
from starlette.applications import Starlette
from starlette.datastructures import Headers, QueryParams
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue import Catalogue, builtin
from tmdb_facade.testing.faults.api import Faults
from tmdb_facade.testing.faults.error_answers import FaultAnswer
from tmdb_facade.testing.faults.request_log import LoggedRequest, RequestLog
from tmdb_facade.testing.faults.request_pattern import IMAGES
from tmdb_facade.testing.faults.rules import Outcome
from tmdb_facade.testing.handlers import ROUTES, UNDOCUMENTED
from tmdb_facade.testing.handlers.append import append_blocks
from tmdb_facade.testing.protocol.headers import ERRORS_MAX_AGE, answer_headers, cors_headers, etag_matches
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONAnswer, JSONObject, Reply, RequestContext
from tmdb_facade.testing.protocol.routing import METHODS, Router, resolved
from tmdb_facade.testing.state.credentials import Credentials, make_credentials
from tmdb_facade.testing.state.records import Account
from tmdb_facade.testing.state.store import State

from . import approval_pages
from .compression import Compression
from .image_app import ImageApp
from .middleware import LOGGED, OUTCOME, Middleware

ImageHost: TypeAlias = Literal["own", "tmdb"]

_TMDB_HOSTS = frozenset({"api.themoviedb.org", "api.tmdb.org"})


def create_app(
    catalogue: Catalogue | None = None,
    *,
    credentials: Credentials | None = None,
    state: State | None = None,
    faults: Faults | None = None,
    requests: RequestLog | None = None,
    images: ImageHost = "own",
) -> ASGIApp:
    """Create an embedded TMDB to run in a server or in process.

    Args:
        catalogue: The facts to answer from; by default the built-in catalogue.
        credentials: The credentials to accept; by default `make_credentials()`.
        state: Users, sessions, ratings and lists; by default a new state.
        faults: The faults to inject; by default none. Faults can cut connections only in `TMDBServer` and
            `InProcessTransport`.
        requests: The log of requests; by default requests are not available.
        images: The image server that the configuration names: `own`, so that a program's images come from this
            application, or `tmdb`. To requests for a host of TMDB it always names TMDB's.

    Returns:
        The ASGI application.
    """
    catalogue, credentials = catalogue or builtin(), credentials or make_credentials()
    state = state or State(catalogue, credentials)
    faults = Faults() if faults is None else faults
    api = _API(catalogue, credentials, state, faults, images)
    pages_and_api = Starlette(routes=approval_pages.routes(state))
    # Not a route: Starlette's patterns do not match paths with a line break.
    pages_and_api.router.default = api
    compressed = Compression(_Dispatcher(pages_and_api, api))
    # Images are not compressed: they would lack `Content-Length`, and real images do not shrink.
    return Middleware(ImageApp(compressed, catalogue), faults, RequestLog() if requests is None else requests)


class _Dispatcher:
    """Sends each request to the approval pages or to the API, unless a fault answers it."""

    def __init__(self, pages_and_api: ASGIApp, api: ASGIApp) -> None:
        self._pages_and_api = pages_and_api
        self._api = api
        # Browsers send a preflight request before a token. TMDB's answer to it is not known, only that browsers work.
        self._preflight = CORSMiddleware(api, allow_origins=["*"], allow_methods=METHODS, allow_headers=["*"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        outcome: Outcome | None = scope.get(OUTCOME)
        if outcome is not None and isinstance(outcome.failure, FaultAnswer):
            logged: LoggedRequest = scope[LOGGED]
            logged.record_body(await Request(scope, receive).body())
            status, body, headers = outcome.failure
            headers = {**headers, **cors_headers(Headers(scope=scope))}
            await Response(body, status, headers)(scope, receive, send)
        elif scope["type"] == "http" and scope["method"] == "OPTIONS":
            await self._preflight(scope, receive, send)
        elif scope["type"] == "http" and not scope["path"].startswith("/auth"):
            # Skip Starlette, whose routes are for the pages.
            await self._api(scope, receive, send)
        else:
            await self._pages_and_api(scope, receive, send)


class _API:
    """The JSON API, without the approval pages."""

    def __init__(
        self, catalogue: Catalogue, credentials: Credentials, state: State, faults: Faults, images: ImageHost
    ) -> None:
        self._catalogue = catalogue
        self._credentials = credentials
        self._state = state
        self._faults = faults
        self._images = images
        self._router = Router([*ROUTES, *UNDOCUMENTED])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        reply = Reply()
        logged: LoggedRequest = scope[LOGGED]
        outcome: Outcome | None = scope.get(OUTCOME)
        try:
            content = b"" if scope["method"] == "GET" else await Request(scope, receive).body()
            logged.record_body(content)
            with self._state.lock:
                max_age, body = self._answer(scope, headers, content, reply)
            if outcome is not None and outcome.drifts:
                # Copy the body: handlers share parts of the catalogue in their answers.
                body = msgspec.json.decode(msgspec.json.encode(body))
                self._faults.change(outcome, body)
            response = _response(headers, reply, body, max_age)
        except Refusal as refusal:
            reply = Reply(refusal.http_status)
            response = _response(headers, reply, refusal.body, ERRORS_MAX_AGE.get(reply.status, 0))
        await response(scope, receive, send)

    def _answer(self, scope: Scope, headers: Headers, content: bytes, reply: Reply) -> tuple[int, JSONAnswer]:
        query = dict(QueryParams(scope["query_string"]))
        outcome: Outcome | None = scope.get(OUTCOME)
        if outcome is not None and outcome.repeats_first_page:
            query["page"] = "1"
        # Authenticate before routing: without credentials TMDB answers 401 for every path, even an unknown one.
        user = self._authenticate(headers, query)
        scope[LOGGED].user = self._username(user, query)
        path = resolved(scope["path"])
        match = self._router.require(scope["method"], path)
        origin = f"{scope['scheme']}://{headers.get('host', 'localhost')}"
        context = RequestContext(
            catalogue=self._catalogue,
            credentials=self._credentials,
            state=self._state,
            path=match.path,
            query=query,
            body=_parse_body(content),
            user=user,
            origin=origin,
            images_url=None
            if self._images == "tmdb" or urlsplit(origin).hostname in _TMDB_HOSTS
            else f"{origin}{IMAGES}",
            reply=reply,
        )
        body = match.route.handler(context)
        if match.route.appends and isinstance(body, dict):
            append_blocks(self._router, path, context, body)
        return match.route.max_age, body

    def _authenticate(self, headers: Headers, query: dict[str, str]) -> Account | None:
        """Validate the credentials; return the owner of a user's access token."""
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


def _parse_body(body: bytes) -> JSONObject:
    """Parse a body as a JSON object, whatever its content type; no body is an empty object."""
    if not body:
        return {}
    try:
        return msgspec.json.decode(body, type=JSONObject)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Refusal.of(TMDBCode.INPUT_NOT_VALID) from error


def _response(request_headers: Headers, reply: Reply, body: object, max_age: int) -> Response:
    content = msgspec.json.encode(body)
    headers = {**answer_headers(request_headers, content, max_age), **reply.headers}
    if reply.status == 200 and etag_matches(headers["etag"], request_headers.get("if-none-match", "")):
        del headers["content-type"]
        return Response(None, 304, headers)
    return Response(content, reply.status, headers)
