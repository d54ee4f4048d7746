"""Interrupted logins: a cancelled task, Ctrl-C, and a client that is closed meanwhile."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Iterator

import pytest

from tests.facade.fake_browser import FakeBrowser
from tmdb_facade import TMDB, AsyncTMDB, ClientClosedError
from tmdb_facade.testing import TMDBServer


@pytest.fixture
def server() -> Iterator[TMDBServer]:
    with TMDBServer() as server:
        yield server


def callback_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "tmdb-facade callback"]


@pytest.mark.parametrize("redirect", [True, False])
async def test_cancelled_login_closes_its_server(server: TMDBServer, redirect: bool) -> None:
    shown = asyncio.Event()
    async with AsyncTMDB(server.access_token, base_url=server.base_url) as tmdb:
        login = asyncio.create_task(
            tmdb.auth.login(redirect=redirect, open_browser=FakeBrowser("look"), on_url=lambda url: shown.set())
        )
        await shown.wait()
        assert bool(callback_threads()) is redirect
        login.cancel()
        with pytest.raises(asyncio.CancelledError):
            await login
    assert callback_threads() == []


def test_ctrl_c_ends_a_login_and_closes_its_server(server: TMDBServer) -> None:
    main = threading.main_thread().ident or 0

    def press(url: str) -> None:
        threading.Timer(0.05, signal.pthread_kill, (main, signal.SIGINT)).start()

    with TMDB(server.access_token, base_url=server.base_url) as tmdb, pytest.raises(KeyboardInterrupt):
        tmdb.auth.login(open_browser=FakeBrowser("look"), on_url=press)
    assert callback_threads() == []


def test_client_that_is_closed_ends_its_login(server: TMDBServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmdb_facade._core.signing_in.limits.FIRST_DELAY", 0.01)
    monkeypatch.setattr("tmdb_facade._core.signing_in.limits.LONGEST_DELAY", 0.01)
    tmdb = TMDB(server.access_token, base_url=server.base_url)
    with pytest.raises(ClientClosedError):
        tmdb.auth.login(open_browser=FakeBrowser("look"), on_url=lambda url: tmdb.close())
    assert callback_threads() == []


async def test_event_loop_is_free_while_a_login_waits(server: TMDBServer) -> None:
    """Other tasks run, and approve."""
    browser = FakeBrowser("look")
    shown = asyncio.Event()
    async with AsyncTMDB(server.access_token, base_url=server.base_url) as tmdb:
        login = asyncio.create_task(tmdb.auth.login(open_browser=browser, on_url=lambda url: shown.set()))
        await shown.wait()
        assert (await tmdb.movies.details(550)).title == "Fight Club"
        login.cancel()
        with pytest.raises(asyncio.CancelledError):
            await login
