"""Sign users in with TMDB in a Django project.

    def signed_in(request: HttpRequest, user: UserCredentials) -> HttpResponse:
        request.session.cycle_key()
        request.session["tmdb"] = keep(user)
        return redirect("/")

    urlpatterns = [*login_urls(tmdb, signed_in), ...]

A link or button to `/tmdb/login` (`{% url "tmdb_login" %}`) begins a login.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.views.decorators.http import require_GET

from tmdb_facade import TMDB, UserCredentials
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

OnLogin: TypeAlias = Callable[[HttpRequest, UserCredentials], HttpResponseBase]
OnFailure: TypeAlias = Callable[[HttpRequest, TMDBError], HttpResponseBase]

_PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>Not signed in</title><h1>Not signed in</h1><p>{}</p>"
)


def login_urls(
    tmdb: TMDB,
    on_login: OnLogin,
    *,
    secret: str | Sequence[str] | None = None,
    on_failure: OnFailure | None = None,
    kind: LoginKind = "v3",
    prefix: str = "tmdb",
    callback_url: str | None = None,
) -> list[URLPattern]:
    """Return the URL patterns `{prefix}/login`, which begins a login, and `{prefix}/callback`, which ends it.

    Args:
        tmdb: The project's client.
        on_login: Called with the user's credentials. Store them on the server, renew the session's key, and return a
            redirect: the callback's URL contains a request token, which is used up.
        secret: A secret of at least 16 random characters; or several, of which the first one encrypts. By default the
            project's `SECRET_KEY` and `SECRET_KEY_FALLBACKS`.
        on_failure: Called with the error if the user denied, the login expired, this browser had not begun it, or a request
            failed. By default the user sees a short page.
        kind: `v3` for a session, `v4` for an access token, `v4+v3` for both by one approval.
        prefix: The path below which the views are.
        callback_url: The absolute URL of the callback, if the project does not know its own. By default it is made from
            the request.

    Raises:
        InvalidArgumentError: An argument has a wrong value.
    """
    app_secret: AppSecret | None = None if secret is None else Secret(secret)
    # Tracebacks show the variables of this frame, and those of the views.
    del secret
    check_login_kind(kind)
    check_callback_url(callback_url)
    begin_path, callback_path = login_paths(prefix)
    if app_secret is not None:
        check_app_secret(app_secret)
    check_client(tmdb, TMDB)

    def secrets() -> AppSecret:
        return Secret([settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]) if app_secret is None else app_secret

    def callback_of(request: HttpRequest) -> str:
        return callback_url or request.build_absolute_uri("callback")  # beside the requested page

    @require_GET
    def begin(request: HttpRequest) -> HttpResponseBase:
        callback = callback_of(request)
        try:
            flow = tmdb.auth.begin_login(callback) if kind == "v3" else tmdb.v4.auth.begin_login(callback)
        except FAILURES as error:
            return _private((on_failure or _failure_page)(request, error))
        cookie = login_cookie(flow, secrets(), callback)
        response = redirect(flow.approval_url)
        for name in surplus_cookies(request.COOKIES):
            response.delete_cookie(name, path=cookie_path(callback))
        response.set_cookie(**cookie, samesite="Lax")
        return _private(response)

    @require_GET
    def complete(request: HttpRequest) -> HttpResponseBase:
        try:
            flow = find_login(request.GET.dict(), request.COOKIES, secrets())
            if kind == "v3":
                user = tmdb.auth.complete_login(flow, flow.state)
            else:
                user = tmdb.v4.auth.complete_login(flow, flow.state, convert=kind == "v4+v3")
        except TMDBError as error:
            response = (on_failure or _failure_page)(request, error)
            name = used_cookie(request.GET.get("state"), error)
        else:
            response = on_login(request, user)
            name = used_cookie(request.GET.get("state"))
        if name is not None:
            response.delete_cookie(name, path=cookie_path(callback_of(request)))
        return _private(response)

    return [
        path(begin_path, begin, name="tmdb_login"),
        path(callback_path, complete, name="tmdb_login_callback"),
    ]


def _private(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _failure_page(request: HttpRequest, error: TMDBError) -> HttpResponseBase:
    headers = {"Content-Security-Policy": "default-src 'none'"}
    return HttpResponse(format_html(_PAGE, failure_text(error)), status=400, headers=headers)
