"""The web application: signing in, and forms that other sites cannot send."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest

from examples.web_app import COOKIE, create_app
from tests.web.browser import decide
from tmdb_facade import AsyncTMDB
from tmdb_facade.testing import TMDBServer

HOST = "https://app.example"


@pytest.fixture
def server() -> Iterator[TMDBServer]:
    """Yield a running embedded TMDB."""
    with TMDBServer() as server:
        yield server


@pytest.fixture
async def browser(server: TMDBServer) -> AsyncIterator[httpx.AsyncClient]:
    """Yield a browser of the application."""
    async with AsyncTMDB(server.access_token, base_url=server.base_url) as tmdb:
        app = create_app(tmdb, "a secret of this application", ["app.example"])
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HOST) as browser:
            yield browser


async def sign_in(browser: httpx.AsyncClient, server: TMDBServer) -> str:
    """Sign the demo user in, and return the page."""
    begun = await browser.get("/tmdb/login")
    signed_in = await browser.get(decide(server, begun.headers["location"]))
    assert signed_in.headers["location"] == "/"
    return (await browser.get("/")).text


def form_token(page: str) -> str:
    """Return the token of the page's forms."""
    tokens: set[str] = set(re.findall(r'name="token" value="([^"]+)"', page))
    [token] = tokens
    return token


async def test_user_signs_in_and_edits_their_movies(browser: httpx.AsyncClient, server: TMDBServer) -> None:
    assert "Sign in with TMDB" in (await browser.get("/")).text
    token = form_token(await sign_in(browser, server))
    assert "Fight Club" in (await browser.get("/?query=fight")).text
    await browser.post("/watchlist", data={"token": token, "movie": "550", "listed": "yes"})
    await browser.post("/ratings", data={"token": token, "movie": "550", "rating": "8.5"})
    page = (await browser.get("/")).text
    assert "Fight Club (1999)" in page
    assert 'value="8.5"' in page
    await browser.post("/watchlist", data={"token": token, "movie": "550", "listed": "no"})
    assert "Fight Club" not in (await browser.get("/")).text


@pytest.mark.parametrize("token", [None, "", "wrong"])
@pytest.mark.parametrize("path", ["/watchlist", "/ratings", "/sign-out"])
async def test_form_of_another_site_changes_nothing(
    browser: httpx.AsyncClient, server: TMDBServer, path: str, token: str | None
) -> None:
    await sign_in(browser, server)
    fields = {"movie": "550", "listed": "yes", "rating": "1"} | ({} if token is None else {"token": token})
    assert (await browser.post(path, data=fields)).status_code == 403
    assert "Fight Club" not in (await browser.get("/")).text
    assert "Sign out" in (await browser.get("/")).text


async def test_session_that_was_set_before_signing_in_is_not_signed_in(
    browser: httpx.AsyncClient, server: TMDBServer
) -> None:
    """An attacker who has planted a session id in the victim's browser does not get the victim's session."""
    browser.cookies.set(COOKIE, "planted", domain="app.example", path="/")
    await sign_in(browser, server)
    assert browser.cookies[COOKIE] != "planted"
    browser.cookies.clear()
    browser.cookies.set(COOKIE, "planted", domain="app.example", path="/")
    assert "Sign in with TMDB" in (await browser.get("/")).text


async def test_signing_out_revokes_the_session(browser: httpx.AsyncClient, server: TMDBServer) -> None:
    token = form_token(await sign_in(browser, server))
    deletions = [request for request in server.requests if request.method == "DELETE"]
    assert deletions == []
    old = browser.cookies[COOKIE]
    await browser.post("/sign-out", data={"token": token})
    assert [request.status for request in server.requests if request.method == "DELETE"] == [200]
    browser.cookies.set(COOKIE, old, domain="app.example", path="/")
    assert "Sign in with TMDB" in (await browser.get("/")).text


async def test_session_that_was_revoked_at_tmdb_is_signed_out(browser: httpx.AsyncClient, server: TMDBServer) -> None:
    await sign_in(browser, server)
    server.reset()  # forgets all sessions
    assert (await browser.get("/")).headers["location"] == "/"
    assert "Sign in with TMDB" in (await browser.get("/")).text


@pytest.mark.parametrize("path", ["/watchlist", "/ratings", "/sign-out"])
async def test_form_after_the_session_was_revoked_signs_out(
    browser: httpx.AsyncClient, server: TMDBServer, path: str
) -> None:
    token = form_token(await sign_in(browser, server))
    server.reset()  # forgets all sessions
    fields = {"token": token, "movie": "550", "listed": "yes", "rating": "1"}
    assert (await browser.post(path, data=fields)).headers["location"] == "/"
    assert "Sign in with TMDB" in (await browser.get("/")).text


async def test_signing_out_works_after_the_session_was_revoked(browser: httpx.AsyncClient, server: TMDBServer) -> None:
    token = form_token(await sign_in(browser, server))
    server.reset()  # forgets all sessions
    assert (await browser.post("/sign-out", data={"token": token})).headers["location"] == "/"
    assert "Sign in with TMDB" in (await browser.get("/")).text


async def test_impossible_rating_is_explained(browser: httpx.AsyncClient, server: TMDBServer) -> None:
    token = form_token(await sign_in(browser, server))
    page = await browser.post("/ratings", data={"token": token, "movie": "550", "rating": "99"})
    assert (page.status_code, "This did not work" in page.text) == (400, True)


async def test_pages_are_neither_framed_nor_stored(browser: httpx.AsyncClient, server: TMDBServer) -> None:
    await sign_in(browser, server)
    page = await browser.get("/")
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"


async def test_login_at_a_foreign_host_is_refused(browser: httpx.AsyncClient, server: TMDBServer) -> None:
    """A foreign name that leads to the application would get the callback, with which its owner can sign in."""
    refused = await browser.get("/tmdb/login", headers={"host": "evil.example"})
    assert refused.status_code == 400
    assert len(server.requests) == 0


async def test_wrong_rating_shows_the_problem(browser: httpx.AsyncClient, server: TMDBServer) -> None:
    token = form_token(await sign_in(browser, server))
    page = await browser.post("/ratings", data={"token": token, "movie": "550", "rating": "7.3"})
    assert page.status_code == 400
    assert "in steps of 0.5, got 7.3" in page.text
