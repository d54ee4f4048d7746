"""The approval pages in a real browser: approve, deny, come back, come late, come twice."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.application import Application
from tests.browser.chromium import Page, Tab
from tests.browser.logins import VERSIONS, Login, Version, begin, finish
from tmdb_facade import TMDB
from tmdb_facade.testing import TMDBServer

pytestmark = pytest.mark.browser

DECIDE = "Allow access to your account?"
# TMDB's codes of a request token that is open, denied, and gone.
OPEN = {3: 17, 4: 41}
DENIED = 17
GONE = 33


def address(page: Page) -> tuple[str, dict[str, list[str]]]:
    """Return the path and the query of a page."""
    parts = urlsplit(page.url)
    return parts.path, parse_qs(parts.query)


def returned(application: Application, login: Login, decision: str) -> tuple[str, dict[str, list[str]]]:
    """Return the path and the query with which the browser returns to the application."""
    added = {"request_token": [login.token], decision: ["true"]} if login.version == 3 else {}
    return urlsplit(application.url).path, {"id": ["7"], **added}


@pytest.mark.parametrize("version", VERSIONS)
def test_approval_returns_to_the_application_and_signs_in(
    browser: Tab, tmdb: TMDB, server: TMDBServer, application: Application, version: Version
) -> None:
    """The application receives no cookie of the server, although cookies are valid for all ports."""
    login = begin(tmdb, version, application.url)
    assert browser.goto(login.page).headings == ["Log in"]
    assert browser.log_in("ada").headings == [DECIDE]
    page = browser.click("Approve")
    assert address(page) == returned(application, login, "approved")
    assert [cookie for _, cookie in application.received] == [None]
    assert page.complaints == []
    assert finish(tmdb, server, login) == "ada"


@pytest.mark.parametrize("version", VERSIONS)
def test_denial_returns_to_the_application_and_signs_nobody_in(
    logged_in: Tab, tmdb: TMDB, server: TMDBServer, application: Application, version: Version
) -> None:
    login = begin(tmdb, version, application.url)
    logged_in.goto(login.page)
    assert address(logged_in.click("Deny")) == returned(application, login, "denied")
    assert finish(tmdb, server, login) == DENIED


def test_denial_needs_no_login(browser: Tab, tmdb: TMDB, server: TMDBServer, application: Application) -> None:
    login = begin(tmdb, 4, application.url)
    browser.goto(login.page)
    assert browser.click("Deny").url == application.url
    assert finish(tmdb, server, login) == DENIED


@pytest.mark.parametrize(
    ("version", "button", "heading"), [(3, "Approve", "Access approved"), (4, "Deny", "Access denied")]
)
def test_decision_without_an_application_on_the_web_has_a_page(
    logged_in: Tab, tmdb: TMDB, version: Version, button: str, heading: str
) -> None:
    """A reload of this page does nothing."""
    logged_in.goto(begin(tmdb, version).page)
    assert logged_in.click(button).headings == [heading]
    logged_in.do("reload")
    assert logged_in.page.headings == [heading]


@pytest.mark.parametrize("version", VERSIONS)
def test_closed_tab_leaves_the_request_open_until_it_expires(
    logged_in: Tab, tmdb: TMDB, server: TMDBServer, version: Version
) -> None:
    login = begin(tmdb, version)
    tab = logged_in.another()
    tab.goto(login.page)
    tab.do("close")
    assert finish(tmdb, server, login) == OPEN[version]
    assert logged_in.goto(login.page).headings == [DECIDE]
    server.clock.advance(minutes=60)
    assert logged_in.click("Approve").headings == ["This request has expired"]
    assert finish(tmdb, server, login) == GONE


@pytest.mark.parametrize("version", VERSIONS)
def test_back_after_the_approval_shows_that_it_is_done(
    logged_in: Tab, tmdb: TMDB, server: TMDBServer, application: Application, version: Version
) -> None:
    """The page has no form anymore, before and after the application has used the token."""
    login = begin(tmdb, version, application.url)
    logged_in.goto(login.page)
    logged_in.click("Approve")
    logged_in.do("back")
    assert (logged_in.page.headings, logged_in.page.buttons) == (["This request was already approved"], [])
    assert finish(tmdb, server, login) == "ada"
    logged_in.do("reload")
    assert (logged_in.page.headings, logged_in.page.buttons) == (["This request is no longer valid"], [])
    assert len(application.received) == 1


@pytest.mark.parametrize(("version", "second"), [(3, "Approve"), (4, "Deny")])
def test_second_decision_in_another_tab_changes_nothing(
    logged_in: Tab, tmdb: TMDB, server: TMDBServer, application: Application, version: Version, second: str
) -> None:
    login = begin(tmdb, version, application.url)
    logged_in.goto(login.page)
    other = logged_in.another()
    other.goto(login.page)
    logged_in.click("Approve")
    page = other.click(second)
    assert (page.status, page.headings) == (409, ["This request was already approved"])
    assert len(application.received) == 1
    assert finish(tmdb, server, login) == "ada"


def test_double_click_approves_once(logged_in: Tab, tmdb: TMDB, server: TMDBServer) -> None:
    """The page is that of one approval, or says that the request was already approved."""
    login = begin(tmdb, 3)
    logged_in.goto(login.page)
    logged_in.do("double_click", name="Approve")
    assert "approved" in logged_in.page.headings[0]
    assert finish(tmdb, server, login) == "ada"


def test_two_logins_in_one_browser_do_not_mix(
    logged_in: Tab, tmdb: TMDB, server: TMDBServer, application: Application
) -> None:
    """Each tab returns to its own address, with its own token."""
    first, second = begin(tmdb, 3, application.at("/first")), begin(tmdb, 4, application.at("/second"))
    other = logged_in.another()
    logged_in.goto(first.page)
    other.goto(second.page)
    assert urlsplit(other.click("Deny").url).path == "/second"
    assert urlsplit(logged_in.click("Approve").url).path == "/first"
    assert finish(tmdb, server, first) == "ada"
    assert finish(tmdb, server, second) == DENIED


def test_two_browsers_log_in_different_users(
    logged_in: Tab, scripting_browser: Tab, tmdb: TMDB, server: TMDBServer
) -> None:
    first, second = begin(tmdb, 3), begin(tmdb, 4)
    logged_in.goto(first.page)
    scripting_browser.goto(second.page)
    scripting_browser.log_in("bob")
    for tab in (scripting_browser, logged_in):
        tab.click("Approve")
    assert finish(tmdb, server, first) == "ada"
    assert finish(tmdb, server, second) == "bob"


def test_application_may_redirect_to_another_origin(logged_in: Tab, tmdb: TMDB, application: Application) -> None:
    """Chromium applies the policy of a page with a form to all redirects that follow."""
    application.redirects["/callback"] = application.at("/home", host="localhost")
    logged_in.goto(begin(tmdb, 3, application.url).page)
    assert logged_in.click("Approve").url == application.at("/home", host="localhost")
