"""The approval pages for keyboards, screen readers, phones and dark screens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.application import Application
from tests.browser.chromium import Tab
from tests.browser.logins import begin, finish
from tmdb_facade import TMDB
from tmdb_facade.testing import TMDBServer

pytestmark = pytest.mark.browser

DECIDE = "Allow access to your account?"


def focus_next(browser: Tab) -> str:
    """Press Tab; return the name of the element that has the focus, and shows it."""
    browser.do("press", key="Tab")
    focused: dict[str, Any] = browser.do("focused")
    assert focused["is_visible"], focused
    return str(focused["name"])


def test_keyboard_reaches_every_control_in_order(browser: Tab, tmdb: TMDB, server: TMDBServer) -> None:
    login = begin(tmdb, 3)
    browser.goto(login.page)
    assert focus_next(browser) == "User name"
    browser.do("type", text="ada")
    assert focus_next(browser) == "Password"
    browser.do("type", text="ada")
    assert [focus_next(browser) for _ in range(2)] == ["Log in", "Deny"]
    browser.do("press", key="Shift+Tab")
    browser.do("enter")
    assert browser.page.headings == [DECIDE]
    assert [focus_next(browser) for _ in range(3)] == ["Log out", "Approve", "Deny"]
    browser.do("press", key="Shift+Tab")
    browser.do("enter")
    assert browser.page.headings == ["Access approved"]
    assert finish(tmdb, server, login) == "ada"


def test_enter_in_the_password_logs_in(browser: Tab, tmdb: TMDB) -> None:
    """It neither denies nor approves."""
    browser.goto(begin(tmdb, 3).page)
    browser.do("fill", label="User name", value="ada")
    browser.do("fill", label="Password", value="ada")
    browser.do("enter")
    assert browser.page.headings == [DECIDE]


def test_approve_and_deny_have_the_same_size(logged_in: Tab, tmdb: TMDB) -> None:
    logged_in.goto(begin(tmdb, 3).page)
    approve, deny = logged_in.do("boxes", names=["Approve", "Deny"])
    assert approve == deny
    assert min(approve) >= 44


def open_login(browser: Tab, tmdb: TMDB, server: TMDBServer, application: Application) -> None:
    """Open the login page."""
    browser.goto(begin(tmdb, 3, application.url).page)


def open_failed_login(browser: Tab, tmdb: TMDB, server: TMDBServer, application: Application) -> None:
    """Open the login page after a wrong password."""
    browser.goto(begin(tmdb, 4, application.url).page)
    browser.log_in("ada", "wrong")


def open_decision(browser: Tab, tmdb: TMDB, server: TMDBServer, application: Application) -> None:
    """Open the decision page."""
    browser.goto(begin(tmdb, 3, application.url).page)
    browser.log_in("ada")


def open_decision_with_long_names(browser: Tab, tmdb: TMDB, server: TMDBServer, application: Application) -> None:
    """Open the decision page of a user and an application whose names have no place to break."""
    name = "a" * 80
    server.login(name)
    browser.goto(begin(tmdb, 3, f"https://{name[:60]}.{name[:60]}.example.org/done").page)
    browser.log_in(name)


def open_out_of_date(browser: Tab, tmdb: TMDB, server: TMDBServer, application: Application) -> None:
    """Open the decision page after another tab has logged out."""
    open_decision(browser, tmdb, server, application)
    other = browser.another()
    open_login(other, tmdb, server, application)
    other.click("Log out")
    browser.click("Approve")


def open_approved(browser: Tab, tmdb: TMDB, server: TMDBServer, application: Application) -> None:
    """Open the page after an approval."""
    browser.goto(begin(tmdb, 4).page)
    browser.log_in("ada")
    browser.click("Approve")


def open_denied(browser: Tab, tmdb: TMDB, server: TMDBServer, application: Application) -> None:
    """Open the page after a denial."""
    browser.goto(begin(tmdb, 3).page)
    browser.click("Deny")


def open_decided(browser: Tab, tmdb: TMDB, server: TMDBServer, application: Application) -> None:
    """Open the page of a request that was approved before."""
    login = begin(tmdb, 3, application.url)
    server.approve(login.token)
    browser.goto(login.page)


def open_expired(browser: Tab, tmdb: TMDB, server: TMDBServer, application: Application) -> None:
    """Open the page of an expired request."""
    login = begin(tmdb, 3)
    server.clock.advance(hours=1)
    browser.goto(login.page)


def open_used(browser: Tab, tmdb: TMDB, server: TMDBServer, application: Application) -> None:
    """Open the page of a token that the application has used."""
    login = begin(tmdb, 4)
    server.approve(login.token)
    finish(tmdb, server, login)
    browser.goto(login.page)


def open_without_cookies(browser: Tab, tmdb: TMDB, server: TMDBServer, application: Application) -> None:
    """Open the page for browsers without cookies."""
    login = begin(tmdb, 3)
    # The cookie of a page of another site is not sent.
    application.pages["/"] = f'<title>Other</title><form method="post" action="{login.page}"><button>Go</button></form>'
    browser.goto(application.at("/", "localhost"))
    browser.click("Go")


PAGES = {
    "login": open_login,
    "login-failed": open_failed_login,
    "decision": open_decision,
    "decision-long-names": open_decision_with_long_names,
    "out-of-date": open_out_of_date,
    "approved": open_approved,
    "denied": open_denied,
    "already-approved": open_decided,
    "expired": open_expired,
    "used": open_used,
    "cookies": open_without_cookies,
}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible_and_loads_nothing(
    scripting_browser: Tab,
    tmdb: TMDB,
    server: TMDBServer,
    application: Application,
    screenshots: Path,
    name: str,
) -> None:
    """axe finds no problem, and nothing is wider than the screen, on a desktop and a phone, light and dark."""
    open_page: Callable[..., None] = PAGES[name]
    open_page(scripting_browser, tmdb, server, application)
    page = scripting_browser.page
    assert scripting_browser.do("inspect", folder=str(screenshots), name=f"approval-{name}") == []
    assert [heading for heading in page.headings if heading] == page.headings[:1]
    assert "not themoviedb.org" in page.text
    assert {
        url for url in page.requests if not url.startswith((server.base_url, application.at("/", "localhost")))
    } <= {"data:,"}
