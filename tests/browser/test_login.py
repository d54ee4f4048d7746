"""`login()` in a real browser: through the approval pages, back to the page of its own loopback server."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.application import Application
from tests.browser.chromium import Tab
from tests.browser.running_logins import NAME, LogIn, RunningLogin, v3_login, v4_login
from tmdb_facade import LoginDeniedError, LoginExpiredError
from tmdb_facade._core.signing_in.outcomes import LoginOutcome
from tmdb_facade._core.signing_in.pages import outcome_page, problem_page
from tmdb_facade.testing import TMDBServer

pytestmark = pytest.mark.browser

LOGINS = pytest.mark.parametrize("log_in", [v3_login, v4_login])


@LOGINS
def test_approved_login_lands_on_a_page_without_a_token_in_its_address(
    executor: ThreadPoolExecutor, logged_in: Tab, server: TMDBServer, log_in: LogIn
) -> None:
    """The history leads back to the approval page: the address with the token was one redirect."""
    login = RunningLogin(executor, log_in, server, logged_in)
    assert f"an application on this computer, {urlsplit(login.start).netloc}" in login.approval.text
    page = logged_in.click("Approve")
    user = login.result.result(120)
    assert (user.session_id or user.access_token) is not None
    assert (page.headings, page.title) == (["Signed in"], f"Signed in: {NAME}")
    assert f"{NAME} may now use your TMDB account. You can close this tab." in page.text
    assert urlsplit(page.url).netloc == urlsplit(login.start).netloc
    assert (urlsplit(page.url).query, page.complaints) == ("", [])
    logged_in.do("back")
    assert logged_in.page.url == login.approval.url
    assert logged_in.page.buttons == []


@LOGINS
def test_denied_login_says_so(executor: ThreadPoolExecutor, logged_in: Tab, server: TMDBServer, log_in: LogIn) -> None:
    login = RunningLogin(executor, log_in, server, logged_in)
    page = logged_in.click("Deny")
    with pytest.raises(LoginDeniedError):
        login.result.result(120)
    assert (page.headings, page.title) == (["Access denied"], f"Access denied: {NAME}")
    assert f"You have denied {NAME} access" in page.text


def test_two_logins_at_once_in_one_browser_do_not_mix(
    executor: ThreadPoolExecutor, logged_in: Tab, server: TMDBServer
) -> None:
    """The decision in one tab is not that of the other tab's login."""
    first = RunningLogin(executor, v3_login, server, logged_in)
    other = logged_in.another()
    second = RunningLogin(executor, v3_login, server, other)
    assert other.click("Deny").headings == ["Access denied"]
    with pytest.raises(LoginDeniedError):
        second.result.result(120)
    assert not first.result.done()
    assert logged_in.click("Approve").headings == ["Signed in"]
    assert first.result.result(120).session_id is not None


def test_start_address_works_in_one_tab_only(executor: ThreadPoolExecutor, logged_in: Tab, server: TMDBServer) -> None:
    """The command line of a browser shows it to other users of the computer. The first tab's login goes on."""
    login = RunningLogin(executor, v3_login, server, logged_in)
    page = logged_in.another().goto(login.start)
    assert (page.status, page.headings) == (410, ["This page is not available"])
    assert logged_in.click("Approve").headings == ["Signed in"]
    login.result.result(120)


def test_login_whose_request_expires_in_the_browser_ends(
    executor: ThreadPoolExecutor, logged_in: Tab, server: TMDBServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The approval page says that the request has expired; the login says it when it polls."""

    def poll_delay(polls: int, *, is_redirected: bool) -> float:
        return 0.1

    monkeypatch.setattr("tmdb_facade._sync.signing_in.login.poll_delay", poll_delay)
    login = RunningLogin(executor, v3_login, server, logged_in)
    server.clock.advance(hours=1)
    assert logged_in.click("Approve").headings == ["This request has expired"]
    with pytest.raises(LoginExpiredError):
        login.result.result(120)


PAGES = {
    "signed-in": outcome_page(NAME, LoginOutcome.APPROVED),
    "denied": outcome_page(NAME, LoginOutcome.DENIED),
    "expired": outcome_page(NAME, LoginOutcome.EXPIRED),
    "failed": outcome_page("N" * 60, LoginOutcome.FAILED),
    # A page that changed while it is inspected would have no problems that stay.
    "waiting": outcome_page(NAME, None).replace('content="2"', 'content="86400"'),
    "used": problem_page(NAME, 410),
}


@pytest.mark.parametrize("name", PAGES)
def test_page_of_a_login_is_accessible(
    scripting_browser: Tab, application: Application, screenshots: Path, name: str
) -> None:
    """axe finds no problem, and nothing is wider than the screen, on a desktop and a phone, light and dark."""
    application.pages["/"] = PAGES[name]
    scripting_browser.goto(application.at("/"))
    assert scripting_browser.do("inspect", folder=str(screenshots), name=f"login-{name}") == []
