"""A front end in a browser, made for TMDB, runs on the embedded one without knowing."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.application import Application
from tests.browser.chromium import Tab
from tmdb_facade import TMDBCode
from tmdb_facade.testing import TMDBServer

pytestmark = pytest.mark.browser

FILES = Path(__file__).with_name("front_end")


@pytest.fixture
def address(application: Application, server: TMDBServer) -> str:
    """Return the address of the front end, whose only settings are those of its configuration."""
    for file in FILES.iterdir():
        application.pages[f"/{file.name}"] = file.read_text("utf-8")
    settings = {"API": server.base_url, "WEBSITE": server.base_url, "ACCESS_TOKEN": server.access_token}
    application.pages["/config.js"] = "".join(f'export const {name} = "{value}";\n' for name, value in settings.items())
    return application.at("/index.html", host="localhost")


def test_front_end_searches_shows_details_and_keeps_a_watchlist(
    scripting_browser: Tab, server: TMDBServer, address: str, screenshots: Path
) -> None:
    tab = scripting_browser
    tab.goto(address)

    tab.do("fill", label="Search", value="fight club")
    tab.do("press", key="Enter")
    tab.do("wait_for", selector="#results", text="Fight Club")
    assert tab.do("load_images") == []
    assert tab.do("inspect", folder=str(screenshots), name="front-end") == []
    tab.do("push", name="Fight Club")
    tab.do("wait_for", selector="#details", text="Edward Norton as")
    assert tab.do("load_images") == []

    # The login page returns to the front end, here after a denial and then after an approval.
    assert tab.click("Log in").headings == ["Log in"]
    tab.click("Deny")
    tab.do("wait_for", selector="#error", text="You are not logged in.")
    tab.click("Log in")
    tab.log_in("ada")
    tab.click("Approve")
    tab.do("wait_for", selector="#user", text="ada")

    tab.do("fill", label="Search", value="godfather")
    tab.do("press", key="Enter")
    tab.do("push", name="The Godfather")
    tab.do("push", name="Add to watchlist")
    tab.do("wait_for", selector="#results", text="The Godfather")
    tab.do("reload")
    tab.do("wait_for", selector="#user", text="ada")
    tab.do("push", name="Watchlist")
    tab.do("wait_for", selector="#results", text="The Godfather")
    ada = server.state.account_named("ada")
    assert ada is not None
    assert [mark.id for mark in ada.watchlist.values()] == [238]

    # In an outage, it shows the message of the answer.
    with server.faults.status(503):
        tab.do("push", name="Watchlist")
        tab.do("wait_for", selector="#error", text=TMDBCode.SERVICE_OFFLINE.meaning)

    page = tab.page
    assert [complaint for complaint in page.complaints if "503" not in complaint] == []
    hosts = {urlsplit(url).netloc for url in page.requests if not url.startswith("data:")}
    assert hosts == {urlsplit(address).netloc, urlsplit(server.base_url).netloc}
