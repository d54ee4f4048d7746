"""The embedded TMDB as an ASGI application."""

from __future__ import annotations

from contextlib import nullcontext
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

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
from tmdb_facade.testing.faults.outcome import Outcome
from tmdb_facade.testing.faults.request_log import LoggedRequest, RequestLog
from tmdb_facade.testing.faults.request_pattern import IMAGES
from tmdb_facade.testing.handlers import ROUTES, UNDOCUMENTED
from tmdb_facade.testing.handlers.append import append_blocks
from tmdb_facade.testing.protocol.headers import ERRORS_MAX_AGE, cors_headers, jsonp_callback
from tmdb_facade.testing.protocol.hosts import WEBSITE_URL, Site
from tmdb_facade.testing.protocol.parameters import body_credentials
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import Reply, RequestContext
from tmdb_facade.testing.protocol.routing import METHODS, Router, resolved
from tmdb_facade.testing.state.credentials import Credentials, Keys, make_credentials
from tmdb_facade.testing.state.records import Account
from tmdb_facade.testing.state.store import State

from . import approval_pages
from .admin.access import Admin
from .admin.app import AdminApp
from .answers import AnswerCache, EncodedAnswer
from .compression import Compression
from .controls import Controls
from .front import Front, is_at_tmdb, mount_of, serves
from .image_app import ImageApp
from .leniency import Leniencies
from .middleware import LOGGED, OUTCOME, Middleware
from .status_messages import MessageTexts, StatusMessages

ImageHost: TypeAlias = Literal["own", "tmdb"]


def create_app(
    catalogue: Catalogue | None = None,
    *,
    credentials: Credentials | None = None,
    any_key: bool = False,
    state: State | None = None,
    faults: Faults | None = None,
    requests: RequestLog | None = None,
    images: ImageHost = "own",
    leniencies: Leniencies | None = None,
    status_messages: StatusMessages | Path | str | None = None,
    admin: Admin = "local",
) -> ASGIApp:
    """Create an embedded TMDB to run in a server or in process.

    Args:
        catalogue: The facts to answer from; by default the built-in catalogue.
        credentials: The credentials to accept; by default `make_credentials()`.
        any_key: Accept every API key and access token, except an empty one.
        state: Users, sessions, ratings and lists; by default a new state.
        faults: The faults to inject; by default none. Faults can cut connections only in `TMDBServer` and
            `InProcessTransport`.
        requests: The log of requests; by default requests are not available.
        images: The image server that the configuration names: `own`, so that a program's images come from this
            application, or `tmdb`. To requests for a host of TMDB it always names TMDB's.
        leniencies: What the server is lenient about; by default all that TMDB is.
        status_messages: Texts of `status_message`, by status code, or a JSON file of them, as for `TMDBServer`.
        admin: Who may use the admin API and page under `/__tmdb__/`: programs and browsers of this computer (`local`), of
            every computer (`everyone`), or nobody (`nobody`).

    Returns:
        The ASGI application.

    Raises:
        StatusMessagesError: `status_messages` cannot be used.
    """
    catalogue, credentials = catalogue or builtin(), credentials or make_credentials()
    state = state or State(catalogue, credentials)
    faults = Faults(clock=state.clock.seconds) if faults is None else faults
    leniencies = leniencies or Leniencies()
    texts = MessageTexts(status_messages)
    api = _API(catalogue, credentials, state, faults, Keys(credentials, any_key), leniencies, texts, images)
    pages_and_api = Starlette(routes=approval_pages.routes(state))
    # Not a route: Starlette's patterns do not match paths with a line break.
    pages_and_api.router.default = api
    dispatcher = _Dispatcher(Compression(pages_and_api), api, texts)
    # Images are not compressed: they would lack `Content-Length`, and real images do not shrink.
    requests = RequestLog() if requests is None else requests
    app = Front(Middleware(ImageApp(dispatcher, catalogue), faults, requests))
    # Outermost: who may use the admin API depends on the headers that clients sent, not on those of proxies.
    return AdminApp(app, Controls(catalogue, credentials, state, faults, requests, leniencies), admin)


class _Dispatcher:
    """Sends each request to the approval pages or to the API, unless a fault answers it."""

    def __init__(self, pages_and_api: ASGIApp, api: ASGIApp, texts: MessageTexts) -> None:
        self._pages_and_api = pages_and_api
        self._api = api
        self._texts = texts
        # Browsers send a preflight request before a token. TMDB's answer to it is not known, only that browsers work.
        self._preflight = CORSMiddleware(api, allow_origins=["*"], allow_methods=METHODS, allow_headers=["*"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        outcome: Outcome | None = scope.get(OUTCOME)
        if outcome is not None and isinstance(outcome.failure, FaultAnswer):
            logged: LoggedRequest = scope[LOGGED]
            logged.record_body(await Request(scope, receive).body())
            status, body, headers = outcome.failure
            headers = {**headers, **cors_headers(Headers(scope=scope))}
            if self._texts:
                body = self._texts.apply_to_json(body)
            await Compression(Response(body, status, headers))(scope, receive, send)
        elif scope["type"] == "http" and scope["method"] == "OPTIONS":
            await self._preflight(scope, receive, send)
        elif scope["type"] == "http" and not (scope["path"].startswith("/auth") and serves(scope, Site.WEBSITE)):
            # Skip Starlette, whose routes are for the pages.
            await self._api(scope, receive, send)
        else:
            await self._pages_and_api(scope, receive, send)


class _API:
    """The JSON API, without the approval pages."""

    def __init__(
        self,
        catalogue: Catalogue,
        credentials: Credentials,
        state: State,
        faults: Faults,
        keys: Keys,
        leniencies: Leniencies,
        texts: MessageTexts,
        images: ImageHost,
    ) -> None:
        self._catalogue = catalogue
        self._credentials = credentials
        self._state = state
        self._faults = faults
        self._keys = keys
        self._images = images
        self._leniencies = leniencies
        self._texts = texts
        self._router = _router()
        self._answers = AnswerCache()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        logged: LoggedRequest = scope[LOGGED]
        outcome: Outcome | None = scope.get(OUTCOME)
        try:
            content = b"" if scope["method"] == "GET" else await Request(scope, receive).body()
            logged.record_body(content)
            with self._state.lock.reading():
                answer = self._answer(scope, headers, content, outcome)
        except Refusal as refusal:
            status = refusal.http_status
            callback = jsonp_callback(scope["query_string"])
            answer = EncodedAnswer(
                self._texts.apply(refusal.body), ERRORS_MAX_AGE.get(status, 0), status, callback=callback
            )
        sent = answer.sent(scope["method"], headers)
        await send({"type": "http.response.start", "status": sent.status, "headers": sent.headers})
        await send({"type": "http.response.body", "body": sent.body})

    def _answer(self, scope: Scope, headers: Headers, content: bytes, outcome: Outcome | None) -> EncodedAnswer:
        parameters = QueryParams(scope["query_string"]).multi_items() if scope["query_string"] else []
        query = dict(parameters)
        repeats = len(parameters) > len(query)
        if content:
            query = {**body_credentials(content), **query}
        if outcome is not None and outcome.repeats_first_page:
            query["page"] = "1"
        # Authenticate before routing: without credentials TMDB answers 401 for every path, even an unknown one.
        has_token, user = self._authenticate(headers, query)
        scope[LOGGED].user = self._username(user, query)
        key = scope["method"], scope["path"], scope["query_string"]
        if outcome is None and (known := self._answers.get(key)):
            return known
        # Before the page of a fault: a client that repeats a parameter never sees it.
        if repeats:
            raise Refusal.bad_request()
        path = resolved(scope["path"])
        match = self._router.require(scope["method"], path)
        origin = f"{scope['scheme']}://{headers.get('host', 'localhost')}{mount_of(scope)}"
        is_tmdb = is_at_tmdb(scope)
        route = match.route
        context = RequestContext(
            catalogue=self._catalogue,
            credentials=self._credentials,
            state=self._state,
            operation=route.path,
            path=match.path,
            query=query,
            content=content,
            has_token=has_token,
            user=user,
            website=WEBSITE_URL if is_tmdb else origin,
            images_url=None if is_tmdb or self._images == "tmdb" else f"{origin}{IMAGES}",
            reply=Reply(),
        )
        # Answers that caches may store change nothing.
        with self._state.lock if route.max_age == 0 else nullcontext():
            body = route.handler(context)
        if route.appends and isinstance(body, dict) and (route.leniency is None or route.leniency in self._leniencies):
            append_blocks(self._router, path, context, body)
        if outcome is not None and outcome.drifts:
            # Copy the body: handlers share parts of the catalogue in their answers.
            body = msgspec.json.decode(msgspec.json.encode(body))
            self._faults.change(outcome, body)
        told: object = body
        if self._texts and not isinstance(body, list):
            told = self._texts.apply(body)
        reply, callback = context.reply, jsonp_callback(scope["query_string"])
        answer = EncodedAnswer(told, route.max_age, reply.status, reply.headers, callback=callback)
        if route.fixed and outcome is None and "append_to_response" not in query:
            self._answers.store(key, answer)
        return answer

    def _authenticate(self, headers: Headers, query: dict[str, str]) -> tuple[bool, Account | None]:
        """Validate the credentials; return whether they are an access token, and its owner if it is a user's."""
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            if token in self._state.data.access_tokens:
                return True, self._state.data.accounts[self._state.data.access_tokens[token]]
            if self._keys.accept_token(token):
                return True, None
        if not self._keys.accept_api_key(query.get("api_key", "")):
            raise Refusal.of(TMDBCode.INVALID_API_KEY)
        return False, None

    def _username(self, user: Account | None, query: dict[str, str]) -> str | None:
        data = self._state.data
        if user is None and "session_id" in query and query["session_id"] in data.sessions:
            user = data.accounts[data.sessions[query["session_id"]]]
        return None if user is None else user.username


@cache
def _router() -> Router:
    """Return the router of all operations, which the servers of a process share."""
    return Router([*ROUTES, *UNDOCUMENTED])
