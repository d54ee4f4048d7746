"""The admin page in a real browser: a developer watches an application, and steers the server."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.browser.application import Application
from tests.browser.chromium import Tab
from tmdb_facade import TMDB, NotFoundError, ServerError
from tmdb_facade.testing import TMDBServer

pytestmark = pytest.mark.browser

ROWS = "#live-requests tbody tr"


def test_developer_watches_requests_and_steers_the_server(
    scripting_browser: Tab, tmdb: TMDB, server: TMDBServer, screenshots: Path
) -> None:
    tab, impatient = scripting_browser, tmdb.with_options(max_retries=0)
    tab.goto(f"{server.base_url}/__tmdb__/?query=fight")
    assert "550" in tab.do("texts", selector="#catalogue tbody tr")[-2]

    # An application makes requests.
    tmdb.movies.details(550)
    with pytest.raises(NotFoundError):
        tmdb.movies.details(999)
    tab.do("wait_for", selector=ROWS, text="/3/movie/999")
    assert "404" in tab.do("texts", selector=ROWS)[0]

    # Faults: on, hit, off.
    tab.do("fill", label="On", value="movies_details")
    tab.do("push", name="Add error")
    tab.do("push", name="Add latency")
    tab.do("wait_for", selector="#live-faults li", text="latency 2 s on movies_details")
    tab.do("push", name="Remove latency 2 s")
    tab.do("wait_for", selector="#message", text="Removed the fault")
    with pytest.raises(ServerError):
        impatient.movies.details(550)
    tab.do("wait_for", selector=ROWS, text="status 503")
    tab.do("fill", label="On", value="no_such_operation")
    tab.do("push", name="Add connection reset")
    tab.do("wait_for", selector="[role=alert]", text="no_such_operation")
    assert [fault.name for fault in server.faults] == ["status 503"]

    # A user: the page shows a session.
    tab.do("push", name="Log in as ada")
    tab.do("wait_for", selector="#login", text="Session id")
    [session] = tab.do("texts", selector="#new-session")
    assert tmdb.with_options(session_id=session).account.details().username == "ada"

    # A login without its own page.
    token = tmdb.auth.create_request_token().request_token
    tab.do("wait_for", selector="#live-tokens", text="open for 60 min")
    tab.do("fill", label="Approve as", value="bob")
    tab.do("push", name=f"Approve v3 token {token[-8:]}")
    tab.do("wait_for", selector="#live-tokens", text="approved by bob")
    tmdb.auth.create_session(token)

    # The clock.
    before = server.clock.now()
    tab.do("push", name="+1 day")
    tab.do("wait_for", selector="#message", text="One day later")
    assert server.clock.now() - before >= timedelta(days=1)

    assert tab.do("inspect", folder=str(screenshots), name="admin") == []
    page = tab.page
    # The one refused request: the unknown operation.
    assert [complaint for complaint in page.complaints if "400" not in complaint] == []
    assert {url for url in page.requests if not url.startswith(f"{server.base_url}/__tmdb__/")} <= {"data:,"}


def test_page_of_another_origin_cannot_use_the_server(
    scripting_browser: Tab, server: TMDBServer, application: Application
) -> None:
    """Neither read nor write, even with requests for which browsers ask nobody."""
    url = f"{server.base_url}/__tmdb__"
    fault = {"method": "POST", "body": '{"fault": "status", "status": 503}'}
    for host in ("127.0.0.1", "localhost"):
        scripting_browser.goto(application.at("/", host))
        assert "TypeError" in scripting_browser.do("request", url=f"{url}/credentials", options={})
        assert "TypeError" in scripting_browser.do("request", url=f"{url}/faults", options=fault)
        scripting_browser.do("request", url=f"{url}/faults", options={**fault, "mode": "no-cors"})
        scripting_browser.do("request", url=f"{url}/requests", options={"method": "DELETE"})
    assert list(server.faults) == []
    scripting_browser.goto(f"{url}/")
    assert scripting_browser.do("request", url=f"{url}/faults", options=fault) == 200
    assert len(server.faults) == 1
