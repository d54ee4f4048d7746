"""Logins of a program, whose approval pages are open in tabs of the browser."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import TypeAlias

from tests.browser.chromium import Page, Tab
from tmdb_facade import TMDB, AsyncTMDB, UserCredentials
from tmdb_facade.testing import TMDBServer

NAME = "Film & Fern"
OpenBrowser: TypeAlias = Callable[[str], bool]
LogIn: TypeAlias = Callable[[TMDBServer, OpenBrowser], UserCredentials]


def v3_login(server: TMDBServer, open_browser: OpenBrowser, name: str = NAME) -> UserCredentials:
    """Log in with v3, in threads."""
    with TMDB(server.access_token, base_url=server.base_url) as tmdb:
        return tmdb.auth.login(open_browser=open_browser, app_name=name, on_url=print, timeout=120)


def v4_login(server: TMDBServer, open_browser: OpenBrowser, name: str = NAME) -> UserCredentials:
    """Log in with v4, in asyncio."""

    async def log_in() -> UserCredentials:
        async with AsyncTMDB(server.access_token, base_url=server.base_url) as tmdb:
            return await tmdb.v4.auth.login(open_browser=open_browser, app_name=name, on_url=print, timeout=120)

    return asyncio.run(log_in())


class RunningLogin:
    """A login that waits for the decision of the user, whose browser shows the approval page.

    Attributes:
        result: The login's result.
        start: The address that the login has opened.
        approval: What the browser showed then.
    """

    def __init__(self, executor: ThreadPoolExecutor, log_in: LogIn, server: TMDBServer, tab: Tab) -> None:
        """Start a login, and wait until it has opened its page in a tab."""
        self._tab = tab
        self._is_open = Event()
        self.start: str = ""
        self.result: Future[UserCredentials] = executor.submit(log_in, server, self._open)
        assert self._is_open.wait(120)
        self.approval: Page = tab.page

    def _open(self, url: str) -> bool:
        self.start = url
        self._tab.goto(url)
        self._is_open.set()
        return True
