"""Callbacks that reach the wrong tab, another browser, or come several times: of `login()` and of a web application."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Semaphore
from urllib.parse import urlsplit

import pytest

from examples.web_app import create_app
from tests.browser.chromium import Page, Tab
from tests.browser.running_logins import LogIn, RunningLogin, v3_login, v4_login
from tests.web.browser import callback_of, token_in
from tmdb_facade import AsyncTMDB
from tmdb_facade._core.signing_in.http_head import Head
from tmdb_facade._core.signing_in.loopback_site import LoopbackSite
from tmdb_facade.testing import TMDBServer
from tmdb_facade.testing.server.listening import listen
from tmdb_facade.testing.server.server_thread import ServerThread

pytestmark = pytest.mark.browser

LOGINS: dict[int, LogIn] = {3: partial(v3_login, name="Version 3"), 4: partial(v4_login, name="Version 4")}
EXCHANGES = {3: "auth_create_session", 4: "v4_auth_create_access_token"}


def approve(server: TMDBServer, approval: Page) -> str:
    """Approve the request of an approval page, and return the callback that it redirects to."""
    server.approve(token_in(approval.url), "ada")
    return callback_of(approval.url)


def successes(server: TMDBServer, version: int) -> int:
    """Return how many requests for a session or an access token have succeeded."""
    return sum(request.status == 200 for request in server.requests.of(EXCHANGES[version]))


def test_callback_in_the_tab_of_another_login_ends_its_own_login(
    executor: ThreadPoolExecutor, logged_in: Tab, server: TMDBServer
) -> None:
    """The page names the login that has ended; the other one goes on, and its tab leads back to its approval page."""
    first = RunningLogin(executor, LOGINS[3], server, logged_in)
    other_tab = logged_in.another()
    other = RunningLogin(executor, LOGINS[4], server, other_tab)
    callback = approve(server, first.approval)

    mixed = urlsplit(callback)._replace(netloc=urlsplit(other.start).netloc).geturl()
    page = other_tab.goto(mixed)
    assert (page.status, page.headings) == (404, ["This page is not available"])
    assert not first.result.done()

    page = other_tab.goto(callback)
    assert (page.headings, page.title) == (["Signed in"], "Signed in: Version 3")
    first.result.result(120)
    assert not other.result.done()
    logged_in.do("reload")
    assert logged_in.page.buttons == []

    other_tab.goto(other.approval.url)
    assert other_tab.click("Approve").title == "Signed in: Version 4"
    other.result.result(120)
    assert (successes(server, 3), successes(server, 4)) == (1, 1)


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> Semaphore:
    """Return a semaphore that is released whenever a page begins to wait for the end of its login; it waits for long."""
    begun = Semaphore(0)
    has_to_wait = LoopbackSite.has_to_wait

    def count(site: LoopbackSite, head: Head) -> bool:
        waits = has_to_wait(site, head)
        if waits:
            begun.release()
        return waits

    monkeypatch.setattr(LoopbackSite, "has_to_wait", count)
    monkeypatch.setattr("tmdb_facade._runtime.callback_server.PAGE_SECONDS", 120.0)
    return begun


def test_callbacks_that_arrive_at_once_end_their_login_once(
    executor: ThreadPoolExecutor,
    logged_in: Tab,
    server: TMDBServer,
    waiting: Semaphore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They arrive before the decision: all of their pages wait for it, and the login of another tab is not disturbed."""

    def poll_delay(polls: int, *, is_redirected: bool) -> float:
        return 0.1

    monkeypatch.setattr("tmdb_facade._async.signing_in.login.poll_delay", poll_delay)
    first = RunningLogin(executor, LOGINS[4], server, logged_in)
    other_tab = logged_in.another()
    other = RunningLogin(executor, LOGINS[3], server, other_tab)
    opened = executor.submit(logged_in.open_at_once, callback_of(first.approval.url), 3)
    for _ in range(3):
        assert waiting.acquire(timeout=120)
    assert not first.result.done()
    approve(server, first.approval)
    assert [page.title for page in opened.result(120)] == ["Signed in: Version 4"] * 3
    first.result.result(120)
    assert successes(server, 4) == 1
    assert not other.result.done()
    assert other_tab.click("Approve").title == "Signed in: Version 3"
    other.result.result(120)


class WebServer(ServerThread):
    """The web application of the examples, which closes its client when it stops."""

    def __init__(self, tmdb: AsyncTMDB) -> None:
        super().__init__(create_app(tmdb, "a secret of this application"), listen("127.0.0.1", 0))
        self._tmdb = tmdb

    @property
    def url(self) -> str:
        """The address of the application's home page."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def login_url(self) -> str:
        """The address that begins a login."""
        return f"{self.url}tmdb/login"

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Shut down, and close the client in the loop that has used it."""
        await super().shutdown(sockets)
        await self._tmdb.aclose()


@pytest.fixture
def web(server: TMDBServer) -> Iterator[WebServer]:
    """Yield the running web application."""
    web = WebServer(AsyncTMDB(server.access_token, base_url=server.base_url))
    web.start()
    yield web
    web.stop()


def test_callback_in_another_tab_of_the_browser_signs_in_once(
    logged_in: Tab, server: TMDBServer, web: WebServer
) -> None:
    """The tab that has begun the login is signed in as well, and the callback is used up in both."""
    callback = approve(server, logged_in.goto(web.login_url))
    other = logged_in.another()
    page = other.goto(callback)
    assert (page.url, page.buttons[-1]) == (web.url, "Sign out")
    assert logged_in.goto(web.url).buttons[-1] == "Sign out"
    for tab in (logged_in, other):
        page = tab.goto(callback)
        assert (page.status, page.headings) == (400, ["Not signed in"])
        assert "has ended it already" in page.text
    assert successes(server, 3) == 1


def test_callback_in_another_browser_is_refused_and_the_right_one_completes_it(
    logged_in: Tab, scripting_browser: Tab, server: TMDBServer, web: WebServer
) -> None:
    approval = logged_in.goto(web.login_url)
    page = scripting_browser.goto(callback_of(approval.url))
    assert (page.status, page.headings) == (400, ["Not signed in"])
    assert "This browser has not begun this login" in page.text
    assert "Sign in with TMDB" in scripting_browser.goto(web.url).text
    page = logged_in.click("Approve")
    assert (page.url, page.buttons[-1]) == (web.url, "Sign out")
    assert "Sign in with TMDB" in scripting_browser.goto(web.url).text
    assert successes(server, 3) == 1
