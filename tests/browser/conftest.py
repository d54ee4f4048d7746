"""A browser, an embedded TMDB, and an application that signs users in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.browser.application import Application
from tests.browser.chromium import Chromium, Tab
from tmdb_facade import TMDB
from tmdb_facade.testing import TMDBServer
from tmdb_facade.testing.server.browser_cookie import NAME as COOKIE


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """Yield a Chromium process for all tests."""
    with Chromium() as running:
        yield running


@pytest.fixture(scope="session")
def _browser(chromium: Chromium) -> Tab:
    return chromium.open()


@pytest.fixture(scope="session")
def _scripting_browser(chromium: Chromium) -> Tab:
    return chromium.open(scripts=True)


@pytest.fixture
def browser(_browser: Tab) -> Tab:
    """Return the tab of a browser that runs no scripts and has no cookies."""
    _browser.do("reset")
    return _browser


@pytest.fixture
def scripting_browser(_scripting_browser: Tab) -> Tab:
    """Return the tab of a browser that runs scripts and has no cookies, for what looks into pages."""
    _scripting_browser.do("reset")
    return _scripting_browser


@pytest.fixture
def logged_in(browser: Tab, server: TMDBServer) -> Tab:
    """Return the tab of a browser in which ada is logged in, without the login page."""
    ada = server.state.account_named("ada")
    assert ada is not None
    with server.state.lock:
        server.state.data.logins["ada's browser"] = ada.id
    for path in ("/authenticate", "/auth"):
        browser.do("add_cookie", name=COOKIE, value="ada's browser", domain="127.0.0.1", path=path)
    return browser


@pytest.fixture(scope="session")
def running() -> Iterator[TMDBServer]:
    """Start one server for all tests."""
    with TMDBServer() as server:
        yield server


@pytest.fixture
def server(running: TMDBServer) -> TMDBServer:
    """Return the server with the users ada and bob."""
    running.reset()
    for username in ("ada", "bob"):
        running.login(username)
    return running


@pytest.fixture
def tmdb(server: TMDBServer) -> Iterator[TMDB]:
    """Return a client with the application's credentials."""
    with TMDB(server.access_token, base_url=server.base_url) as client:
        yield client


@pytest.fixture
def application() -> Iterator[Application]:
    """Return the application's web server."""
    with Application() as application:
        yield application


@pytest.fixture
def executor() -> Iterator[ThreadPoolExecutor]:
    """Return threads for logins."""
    with ThreadPoolExecutor() as executor:
        yield executor


@pytest.fixture(scope="session")
def screenshots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the screenshots: SCREENSHOTS, or else a temporary one."""
    folder = Path(os.environ.get("SCREENSHOTS") or tmp_path_factory.mktemp("screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
