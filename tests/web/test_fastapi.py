"""Logins in FastAPI: routers, prefixes and the schema, which Starlette does not have."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from tests.web.browser import callback_of, decide
from tests.web.conftest import HOST, SECRET
from tmdb_facade import AsyncTMDB, UserCredentials
from tmdb_facade.testing import TMDBServer
from tmdb_facade.web.starlette import login_routes


async def signed_in(request: Request, user: UserCredentials) -> Response:
    """Show the kinds of the user's credentials."""
    return PlainTextResponse(repr(user))


@pytest.fixture
async def browser(server: TMDBServer) -> AsyncIterator[httpx.AsyncClient]:
    """Yield a browser of an application whose logins are in a router with a prefix."""
    async with AsyncTMDB(server.access_token, base_url=server.base_url) as tmdb:
        app = FastAPI()
        app.include_router(APIRouter(routes=login_routes(tmdb, signed_in, secret=SECRET)), prefix="/accounts")
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HOST) as browser:
            yield browser


async def test_login_in_an_included_router_comes_back_below_its_prefix(
    browser: httpx.AsyncClient, server: TMDBServer
) -> None:
    begun = await browser.get("/accounts/tmdb/login")
    assert callback_of(begun.headers["location"]).startswith(f"{HOST}/accounts/tmdb/callback?state=")
    page = await browser.get(decide(server, begun.headers["location"]))
    assert (page.status_code, page.text) == (200, "<UserCredentials account_id=1 session_id>")


async def test_head_request_to_an_included_router_does_not_use_up_the_login(
    browser: httpx.AsyncClient, server: TMDBServer
) -> None:
    """FastAPI makes new routes of those of a router, and these accept HEAD."""
    assert (await browser.head("/accounts/tmdb/login")).status_code == 405
    begun = await browser.get("/accounts/tmdb/login")
    callback = decide(server, begun.headers["location"])
    assert (await browser.head(callback)).status_code == 405
    assert (await browser.get(callback)).status_code == 200


async def test_routes_are_not_in_the_schema_of_the_interface(browser: httpx.AsyncClient) -> None:
    assert (await browser.get("/openapi.json")).json()["paths"] == {}
