"""The web site of the examples: from a search to the offers of a country, on a desktop and a phone."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from examples.movie_site.app import create_app
from tests.browser.chromium import Page, Tab
from tmdb_facade import AsyncTMDB
from tmdb_facade.testing import TMDBServer
from tmdb_facade.testing.server.listening import listen

pytestmark = pytest.mark.browser

IMAGES = "https://image.tmdb.org/"
SECONDS = 60


@pytest.fixture
def site(server: TMDBServer) -> Iterator[str]:
    """Yield the address of the running web site."""
    app = create_app(lambda: AsyncTMDB(server.access_token, base_url=server.base_url, cache="memory"))
    running = uvicorn.Server(uvicorn.Config(app, lifespan="on", ws="none", log_config=None))
    (listener,) = listen("127.0.0.1", 0)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
    thread.start()
    while not running.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    running.should_exit = True
    thread.join(SECONDS)
    assert not thread.is_alive()


@pytest.fixture
def tab(scripting_browser: Tab, server: TMDBServer) -> Tab:
    """Return a tab that gets TMDB's images from the embedded server."""
    scripting_browser.do("redirect_requests", **{"from": IMAGES, "to": f"{server.base_url}/"})
    return scripting_browser


def check(tab: Tab, page: Page, screenshots: Path, name: str) -> None:
    """Check that a page has all its images and no accessibility problem, and keep pictures of it."""
    assert (page.status, page.complaints) == (200, [])
    assert tab.do("load_images") == []
    assert tab.do("inspect", folder=str(screenshots), name=f"movie-site-{name}") == []
    assert "not endorsed" in page.text


def test_visitor_searches_and_sees_offers_of_their_country(
    tab: Tab, server: TMDBServer, site: str, screenshots: Path
) -> None:
    check(tab, tab.goto(site), screenshots, "home")
    tab.do("fill", label="Title or name", value="star")
    page = tab.click("Search")
    assert page.headings == ["Results for “star”"]
    assert "Star Wars" in page.text
    check(tab, page, screenshots, "search")
    page = tab.goto(f"{site}/movies/550")
    assert "R in US" in page.text
    tab.do("select", label="Country", value="DE")
    page = tab.click("Show")
    assert page.headings == ["Fight Club"]
    for text in ("18 in DE", "Disney Plus", "JustWatch", "Edward Norton", "Narrator"):
        assert text in page.text, text
    check(tab, page, screenshots, "movie")
    page = tab.goto(f"{site}/tv/1396")
    assert "16 in DE" in page.text
    check(tab, page, screenshots, "series")
    check(tab, tab.goto(f"{site}/people/287"), screenshots, "person")
