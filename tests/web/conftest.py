"""The same application in Starlette, FastAPI and Django, without a network between browser and application."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from http.cookies import SimpleCookie
from typing import Any, Protocol

import django
import httpx
import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.test import Client, override_settings
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute

from tmdb_facade import TMDB, AsyncTMDB, UserCredentials
from tmdb_facade.testing import TMDBServer
from tmdb_facade.web.django import login_urls
from tmdb_facade.web.starlette import login_routes

SECRET = "a secret of this application"
HOST = "https://app.example"


class Browser(Protocol):
    """A browser that keeps cookies and follows no redirect.

    Attributes:
        users: The users that the application has signed in.
    """

    users: list[UserCredentials]

    def get(self, path: str, method: str = "GET", *, host: str = "app.example") -> httpx.Response:
        """Request a page of the application."""
        ...

    def cookies(self) -> dict[str, str]:
        """Return the cookies."""
        ...

    def other(self) -> Browser:
        """Return another browser, without cookies, of the same application."""
        ...


class StarletteBrowser:
    """A browser of the Starlette or FastAPI application."""

    def __init__(self, app: Starlette, users: list[UserCredentials], runner: asyncio.Runner) -> None:
        self.users = users
        self._app = app
        self._runner = runner
        self._client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HOST)

    def get(self, path: str, method: str = "GET", *, host: str = "app.example") -> httpx.Response:
        """Request a page."""
        return self._runner.run(self._client.request(method, path, headers={"host": host}))

    def cookies(self) -> dict[str, str]:
        """Return the cookies."""
        return dict(self._client.cookies)

    def other(self) -> StarletteBrowser:
        """Return another browser."""
        return StarletteBrowser(self._app, self.users, self._runner)


class DjangoBrowser:
    """A browser of the Django project."""

    def __init__(self, users: list[UserCredentials]) -> None:
        self.users = users
        self._client = Client(SERVER_NAME="app.example")

    def get(self, path: str, method: str = "GET", *, host: str = "app.example") -> httpx.Response:
        """Request a page."""
        answer: Any = self._client.generic(method, path, secure=True, HTTP_HOST=host)
        headers = [*answer.items(), *(("set-cookie", each.OutputString()) for each in answer.cookies.values())]
        return httpx.Response(answer.status_code, headers=headers, content=answer.content)

    def cookies(self) -> dict[str, str]:
        """Return the cookies."""
        jar: SimpleCookie = self._client.cookies
        return {name: morsel.value for name, morsel in jar.items() if morsel.value}

    def other(self) -> DjangoBrowser:
        """Return another browser."""
        return DjangoBrowser(self.users)


def fastapi_app(routes: list[BaseRoute]) -> Starlette:
    """Return a FastAPI application with routes, as the guide adds them."""
    from fastapi import FastAPI  # imported here: it takes half a second

    app = FastAPI()
    app.router.routes += routes
    return app


def configure_django() -> None:
    """Configure the Django project, which a process can have only once."""
    if not settings.configured:
        settings.configure(ALLOWED_HOSTS=["app.example"], SECRET_KEY=SECRET)
        django.setup()


@pytest.fixture
def server() -> Iterator[TMDBServer]:
    """Yield a running embedded TMDB."""
    with TMDBServer() as server:
        yield server


@pytest.fixture(params=["starlette", "fastapi", "django"])
def framework(request: pytest.FixtureRequest) -> str:
    """Return the name of the framework."""
    return str(request.param)


@pytest.fixture
def options() -> dict[str, Any]:
    """Return the options of the routes."""
    return {}


@pytest.fixture
def browser(framework: str, server: TMDBServer, options: dict[str, Any]) -> Iterator[Browser]:
    """Yield a browser of the application."""
    users: list[UserCredentials] = []
    options = {"secret": SECRET, **options}
    if framework != "django":

        async def signed_in(request: Request, user: UserCredentials) -> Response:
            users.append(user)
            return PlainTextResponse("welcome")

        client = AsyncTMDB(server.access_token, base_url=server.base_url)
        routes = login_routes(client, signed_in, **options)
        app = Starlette(routes=routes) if framework == "starlette" else fastapi_app(routes)
        with asyncio.Runner() as runner:
            yield StarletteBrowser(app, users, runner)
            runner.run(client.aclose())
        return

    def signed_in_django(request: HttpRequest, user: UserCredentials) -> HttpResponseBase:
        users.append(user)
        return HttpResponse("welcome")

    configure_django()
    with TMDB(server.access_token, base_url=server.base_url) as tmdb:
        module = type("urls", (), {"urlpatterns": login_urls(tmdb, signed_in_django, **options)})
        with override_settings(ROOT_URLCONF=module):
            yield DjangoBrowser(users)
