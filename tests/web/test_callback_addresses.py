"""The URL to which TMDB redirects the browser: beside the page that began the login, wherever that is."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.test import Client, override_settings
from django.urls import include, path
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount

from tests.web.browser import callback_of, decide
from tests.web.conftest import HOST, SECRET, configure_django
from tmdb_facade import TMDB, AsyncTMDB, UserCredentials
from tmdb_facade.testing import TMDBServer
from tmdb_facade.web.django import login_urls
from tmdb_facade.web.starlette import login_routes


async def signed_in(request: Request, user: UserCredentials) -> Response:
    """Show the kinds of the user's credentials."""
    return PlainTextResponse(repr(user))


def signed_in_django(request: HttpRequest, user: UserCredentials) -> HttpResponseBase:
    """Show the kinds of the user's credentials."""
    return HttpResponse(repr(user))


@pytest.mark.parametrize(
    ("begin", "root_path", "kind"),
    [
        ("/tmdb/login", "", "session_id"),
        ("/v4/login", "", "access_token"),
        ("/accounts/tmdb/login", "", "session_id"),
        ("/r%C3%A9sum%C3%A9/tmdb/login", "", "session_id"),
        ("/app/tmdb/login", "/app", "session_id"),
    ],
)
async def test_starlette_login_comes_back_to_its_own_callback(
    server: TMDBServer, begin: str, root_path: str, kind: str
) -> None:
    async with AsyncTMDB(server.access_token, base_url=server.base_url) as tmdb:
        routes = login_routes(tmdb, signed_in, secret=SECRET)
        app = Starlette(
            routes=[
                *routes,
                *login_routes(tmdb, signed_in, secret=SECRET, kind="v4", prefix="/v4"),
                Mount("/accounts", routes=routes, name="accounts"),
                Mount("/r\u00e9sum\u00e9", app=Starlette(routes=routes), name="resume"),
            ]
        )
        transport = httpx.ASGITransport(app, root_path=root_path)
        async with httpx.AsyncClient(transport=transport, base_url=HOST) as browser:
            begun = await browser.get(begin)
            page = await browser.get(decide(server, begun.headers["location"]))
    assert page.status_code == 200
    assert kind in page.text


async def test_starlette_callback_has_the_root_path_that_a_proxy_removes(server: TMDBServer) -> None:
    async with AsyncTMDB(server.access_token, base_url=server.base_url) as tmdb:
        app = Starlette(routes=login_routes(tmdb, signed_in, secret=SECRET))
        transport = httpx.ASGITransport(app, root_path="/app")
        async with httpx.AsyncClient(transport=transport, base_url=HOST) as browser:
            begun = await browser.get("/tmdb/login")
    assert callback_of(begun.headers["location"]).startswith(f"{HOST}/app/tmdb/callback?state=")
    assert "Path=/app/tmdb/" in begun.headers["set-cookie"]


@pytest.mark.parametrize(
    ("begin", "kind"),
    [("/tmdb/login", "session_id"), ("/v4/login", "access_token"), ("/accounts/tmdb/login", "session_id")],
)
def test_django_login_comes_back_to_its_own_callback(server: TMDBServer, begin: str, kind: str) -> None:
    configure_django()
    with TMDB(server.access_token, base_url=server.base_url) as tmdb:
        urls = login_urls(tmdb, signed_in_django, secret=SECRET)
        patterns: list[Any] = [
            *urls,
            *login_urls(tmdb, signed_in_django, secret=SECRET, kind="v4", prefix="v4"),
            path("accounts/", include((urls, "accounts"))),
        ]
        with override_settings(ROOT_URLCONF=type("urls", (), {"urlpatterns": patterns})):
            browser = Client(SERVER_NAME="app.example")
            begun: Any = browser.get(begin, secure=True)
            page: Any = browser.get(decide(server, begun["location"]), secure=True)
    assert page.status_code == 200
    assert kind in page.content.decode()
