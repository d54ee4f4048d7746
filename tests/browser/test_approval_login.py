"""The login on the approval pages in a real browser: passwords, cookies, other users, other sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.application import Application
from tests.browser.chromium import Chromium, Tab
from tests.browser.logins import begin, finish
from tmdb_facade import TMDB
from tmdb_facade.testing import TMDBServer

pytestmark = pytest.mark.browser

DECIDE = "Allow access to your account?"


def test_wrong_password_is_an_alert_and_can_be_corrected(browser: Tab, tmdb: TMDB) -> None:
    browser.goto(begin(tmdb, 3).page)
    page = browser.log_in("ada", "wrong")
    assert (page.status, page.title) == (401, "Error: Log in - embedded TMDB")
    assert page.alerts == ["The user name or the password is wrong."]
    browser.do("fill", label="Password", value="ada")
    assert browser.click("Log in").headings == [DECIDE]


def test_log_out_lets_another_user_decide(logged_in: Tab, tmdb: TMDB, server: TMDBServer) -> None:
    login = begin(tmdb, 4)
    assert "ada" in logged_in.goto(login.page).text
    assert logged_in.click("Log out").headings == ["Log in"]
    assert "bob" in logged_in.log_in("bob").text
    logged_in.click("Approve")
    assert finish(tmdb, server, login) == "bob"


def test_browser_without_cookies_is_told_so(chromium: Chromium, tmdb: TMDB, tmp_path: Path) -> None:
    """The login page would come again and again otherwise."""
    browser = chromium.open_without_cookies(tmp_path)
    browser.goto(begin(tmdb, 3).page)
    page = browser.log_in("ada")
    browser.do("close_browser")
    assert (page.status, page.headings, page.buttons) == (400, ["This page needs cookies"], [])


def test_form_of_an_earlier_login_does_nothing(logged_in: Tab, tmdb: TMDB, server: TMDBServer) -> None:
    """Another tab has changed the user since; the page that follows names the user, and works."""
    login = begin(tmdb, 3)
    logged_in.goto(login.page)
    other = logged_in.another()
    other.goto(begin(tmdb, 4).page)
    other.click("Log out")
    other.log_in("bob")
    page = logged_in.click("Approve")
    assert (page.status, page.headings) == (403, [DECIDE])
    assert page.alerts == ["This page was out of date, so nothing was done. Check it, and decide again."]
    assert "bob" in page.text
    logged_in.click("Approve")
    assert finish(tmdb, server, login) == "bob"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_form_of_another_page_approves_nothing(
    logged_in: Tab, tmdb: TMDB, server: TMDBServer, application: Application, host: str
) -> None:
    """127.0.0.1 is the server's own site, so the browser sends the cookie; localhost is another site."""
    login = begin(tmdb, 3)
    application.pages["/"] = (
        f'<title>Other</title><form method="post" action="{login.page}"><button name="do" value="approve">Win</button></form>'
    )
    logged_in.goto(application.at("/", host))
    page = logged_in.click("Win")
    assert (page.url, page.status) == (login.page, 403 if host == "127.0.0.1" else 400)
    assert finish(tmdb, server, login) == 17


def test_page_cannot_be_framed(browser: Tab, tmdb: TMDB, application: Application) -> None:
    application.pages["/"] = f'<title>Other</title><iframe src="{begin(tmdb, 3).page}"></iframe>'
    assert any("frame-ancestors" in complaint for complaint in browser.goto(application.at("/")).complaints)
