"""Sign users in with TMDB in a Starlette or FastAPI application.

    async def signed_in(request: Request, user: UserCredentials) -> Response:
        request.session["tmdb"] = await keep(user)
        return RedirectResponse("/", 303)

    app.router.routes += login_routes(tmdb, signed_in, secret=os.environ["SECRET"])

A link or button to `/tmdb/login` begins a login.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from html import escape
from typing import TypeAlias
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from tmdb_facade import AsyncTMDB, UserCredentials
from tmdb_facade._core.signing_in.sealing import AppSecret, check_app_secret
from tmdb_facade._core.signing_in.secret import Secret
from tmdb_facade._core.signing_in.web_login import (
    FAILURES,
    LoginKind,
    check_callback_url,
    check_client,
    check_login_kind,
    cookie_path,
    failure_text,
    find_login,
    login_cookie,
    login_paths,
    surplus_cookies,
    used_cookie,
)
from tmdb_facade.errors import TMDBError

OnLogin: TypeAlias = Callable[[Request, UserCredentials], Awaitable[Response]]
OnFailure: TypeAlias = Callable[[Request, TMDBError], Awaitable[Response]]
_Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]

_PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


def login_routes(
    tmdb: AsyncTMDB,
    on_login: OnLogin,
    *,
    secret: str | Sequence[str],
    on_failure: OnFailure | None = None,
    kind: LoginKind = "v3",
    prefix: str = "/tmdb",
    callback_url: str | None = None,
) -> list[BaseRoute]:
    """Return the routes `{prefix}/login`, which begins a login, and `{prefix}/callback`, which ends it.

    Args:
        tmdb: The application's client.
        on_login: Called with the user's credentials. Store them on the server, renew the id of the browser's session, and
            return a redirect: the callback's URL contains a request token, which is used up.
        secret: A secret of the application, of at least 16 random characters; or several, of which the first one encrypts.
        on_failure: Called with the error if the user denied, the login expired, this browser had not begun it, or a request
            failed. By default the user sees a short page.
        kind: `v3` for a session, `v4` for an access token, `v4+v3` for both by one approval.
        prefix: The path below which the routes are.
        callback_url: The absolute URL of the callback, if the application does not know its own: behind a proxy that ends
            TLS, or at several names. By default it is made from the request, whose `Host` the application has to check
            (Starlette's `TrustedHostMiddleware`): whoever receives a callback can sign in as its user.

    Raises:
        InvalidArgumentError: An argument has a wrong value.
    """
    app_secret: AppSecret = Secret(secret)
    # Tracebacks show the variables of this frame, and those of the routes.
    del secret
    check_login_kind(kind)
    check_callback_url(callback_url)
    begin_path, callback_path = login_paths(prefix)
    check_app_secret(app_secret)
    check_client(tmdb, AsyncTMDB)

    def callback_of(request: Request) -> str:
        return callback_url or _callback_beside(request)

    async def begin(request: Request) -> Response:
        callback = callback_of(request)
        try:
            if kind == "v3":
                flow = await tmdb.auth.begin_login(callback)
            else:
                flow = await tmdb.v4.auth.begin_login(callback)
        except FAILURES as error:
            response = await (on_failure or _failure_page)(request, error)
            response.headers.update(_PRIVATE)
            return response
        cookie = login_cookie(flow, app_secret, callback)
        response = RedirectResponse(flow.approval_url, 303, headers=_PRIVATE)
        for name in surplus_cookies(request.cookies):
            response.delete_cookie(name, path=cookie_path(callback))
        response.set_cookie(**cookie, samesite="lax")
        return response

    async def complete(request: Request) -> Response:
        try:
            flow = find_login(request.query_params, request.cookies, app_secret)
            if kind == "v3":
                user = await tmdb.auth.complete_login(flow, flow.state)
            else:
                user = await tmdb.v4.auth.complete_login(flow, flow.state, convert=kind == "v4+v3")
        except TMDBError as error:
            response = await (on_failure or _failure_page)(request, error)
            name = used_cookie(request.query_params.get("state"), error)
        else:
            response = await on_login(request, user)
            name = used_cookie(request.query_params.get("state"))
        if name is not None:
            response.delete_cookie(name, path=cookie_path(callback_of(request)))
        response.headers.update(_PRIVATE)
        return response

    return [
        Route(f"/{begin_path}", _get_only(begin), methods=["GET"], name="tmdb_login"),
        Route(f"/{callback_path}", _get_only(complete), methods=["GET"], name="tmdb_login_callback"),
    ]


def _get_only(endpoint: _Endpoint) -> _Endpoint:
    """Return an endpoint that rejects HEAD, by which a program that checks links would use up the login.

    Routes add HEAD to GET, also when FastAPI makes new ones of those of an included router.
    """

    async def answer(request: Request) -> Response:
        if request.method != "GET":
            return PlainTextResponse("Method Not Allowed", 405, headers={"Allow": "GET"})
        return await endpoint(request)

    return answer


def _callback_beside(request: Request) -> str:
    """Return the URL of the callback beside the requested page, in whatever application the routes are mounted."""
    root, path = request.scope.get("root_path", "").rstrip("/"), request.scope["path"]
    if not path.startswith(f"{root}/"):  # a proxy has removed it
        path = f"{root}{path}"
    return f"{request.url.scheme}://{request.url.netloc}{quote(path.rpartition('/')[0])}/callback"


async def _failure_page(request: Request, error: TMDBError) -> Response:
    page = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Not signed in</title><h1>Not signed in</h1><p>{escape(failure_text(error))}</p>"
    )
    return HTMLResponse(page, 400, headers={"Content-Security-Policy": "default-src 'none'"})
