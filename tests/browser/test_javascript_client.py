"""A client for Node with TMDB's fixed host, whose user signs in in a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.chromium import Tab
from tests.clients.node import running as running_program
from tmdb_facade.testing import TMDBServer

pytestmark = [pytest.mark.browser, pytest.mark.node]


@pytest.fixture
def open_server() -> Iterator[TMDBServer]:
    """Yield a server that accepts the program's key, with the user ada."""
    with TMDBServer(any_key=True) as server:
        server.login("ada")
        yield server


def test_user_of_moviedb_promise_approves_in_the_browser(browser: Tab, open_server: TMDBServer) -> None:
    with running_program("moviedb_promise", open_server) as program:
        path = [program.result for _ in range(5)][-1]
        browser.goto(f"{open_server.base_url}{path}")
        browser.log_in("ada")
        browser.click("Approve")
        program.go_on()
        assert [program.result for _ in range(3)] == ["ada", [[550], [[603, 8.5]]], []]
