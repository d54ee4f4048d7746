"""The approval pages, as a browser without scripts uses them."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.testing.state.test_auth import post, v3_token, v4_token
from tmdb_facade.testing import TMDBServer, User


class Buttons(HTMLParser):
    """The buttons and fields of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what can be filled in or pressed."""
        values = dict(attrs)
        if tag in ("input", "button"):
            self.found.append(values.get("value") or values.get("name") or "")


@pytest.fixture
def browser(server: TMDBServer) -> Iterator[httpx.Client]:
    """A client that keeps cookies and knows no credentials."""
    with httpx.Client(base_url=server.base_url) as client:
        yield client


def log_in(browser: httpx.Client, page: str, user: User) -> None:
    """Log in on a page, and be led back to it."""
    answer = browser.post(page, data={"do": "log in", "username": user.username, "password": user.password})
    assert (answer.status_code, answer.headers["location"]) == (303, page)


def test_a_user_logs_in_and_approves(app: httpx.Client, browser: httpx.Client, user: User) -> None:
    """First the page asks who it is, then for the decision, which makes the token worth a session."""
    token = v3_token(app)
    page = f"/authenticate/{token}"
    assert Buttons(browser.get(page).text).found == ["username", "password", "log in", "deny"]
    log_in(browser, page, user)
    decision = browser.get(page)
    assert decision.headers["content-type"] == "text/html; charset=utf-8"
    assert Buttons(decision.text).found == ["approve", "deny"]
    assert user.username in decision.text
    done = browser.post(page, data={"do": "approve"})
    assert (done.status_code, done.headers["location"]) == (303, "/authenticate/allow")
    assert token in done.headers["authentication-callback"]
    assert browser.get("/authenticate/allow").status_code == 200
    assert post(app, "/3/authentication/session/new", request_token=token)[0] == 200


def test_who_is_logged_in_decides_at_once(app: httpx.Client, browser: httpx.Client, user: User) -> None:
    """The browser is remembered, for both versions."""
    first = f"/authenticate/{v3_token(app)}"
    log_in(browser, first, user)
    for page in (f"/authenticate/{v3_token(app)}", f"/auth/access?request_token={v4_token(app)}"):
        assert Buttons(browser.get(page).text).found == ["approve", "deny"]


def test_a_wrong_password_is_said(app: httpx.Client, browser: httpx.Client, user: User) -> None:
    """The page asks again, and nobody is logged in."""
    page = f"/authenticate/{v3_token(app)}"
    for name, password in ((user.username, "x"), ("nobody", "x"), ("curator", "")):
        answer = browser.post(page, data={"do": "log in", "username": name, "password": password})
        assert answer.status_code == 401
        assert "wrong" in answer.text
    assert "log in" in Buttons(browser.get(page).text).found


def test_nobody_approves_without_logging_in(app: httpx.Client, browser: httpx.Client) -> None:
    """A made-up form is answered with the login page, and the token stays as it is."""
    token = v3_token(app)
    answer = browser.post(f"/authenticate/{token}", data={"do": "approve"})
    assert "log in" in Buttons(answer.text).found
    assert post(app, "/3/authentication/session/new", request_token=token) == (401, 17)


@pytest.mark.parametrize("target", ["https://example.org/done", "myapp://done?x=1"])
@pytest.mark.parametrize(("decision", "told"), [("approve", "approved"), ("deny", "denied")])
def test_v3_leads_back_to_the_application(
    app: httpx.Client, browser: httpx.Client, user: User, target: str, decision: str, told: str
) -> None:
    """The token and the decision come along, after what the address has of its own."""
    token = v3_token(app)
    page = str(httpx.URL(f"/authenticate/{token}", params={"redirect_to": target}))
    log_in(browser, page, user)
    location = browser.post(page, data={"do": decision}).headers["location"]
    assert location.startswith(target)
    given = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items() if name != "x"}
    assert given == {"request_token": token, told: "true"}


@pytest.mark.parametrize("target", [None, "https://example.org/done"])
def test_v4_leads_to_where_the_token_says(
    app: httpx.Client, browser: httpx.Client, user: User, target: str | None
) -> None:
    """Nothing is added; without an address there is a page that says that it is done."""
    token = v4_token(app, **({"redirect_to": target} if target else {}))
    page = f"/auth/access?request_token={token}"
    log_in(browser, page, user)
    done = browser.post(page, data={"do": "approve"})
    assert done.headers["location"] == (target or "/auth/access/approve")
    assert target or browser.get(done.headers["location"]).status_code == 200
    assert post(app, "/4/auth/access_token", request_token=token)[1]["account_id"] == user.account_object_id


def test_v4_can_be_denied_without_logging_in(app: httpx.Client, browser: httpx.Client) -> None:
    """To refuse, nobody needs an account."""
    token = v4_token(app)
    done = browser.post(f"/auth/access?request_token={token}", data={"do": "deny"})
    assert done.headers["location"] == "/auth/access/deny"
    assert browser.get("/auth/access/deny").status_code == 200
    assert post(app, "/4/auth/access_token", request_token=token) == (401, 17)


def test_an_expired_or_unknown_token_has_no_page(app: httpx.Client, browser: httpx.Client, server: TMDBServer) -> None:
    """Nor has a token of the other version."""
    three, four = v3_token(app), v4_token(app)
    wrong = [f"/authenticate/{four}", f"/auth/access?request_token={three}", "/authenticate/x", "/auth/access"]
    assert [browser.get(page).status_code for page in wrong] == [404] * 4
    server.clock.advance(minutes=60)
    assert browser.get(f"/authenticate/{three}").status_code == 404


def test_names_are_escaped(app: httpx.Client, browser: httpx.Client, server: TMDBServer) -> None:
    """A user cannot write the page."""
    page = f"/authenticate/{v3_token(app)}"
    log_in(browser, page, server.login("<script>"))
    assert "<script>" not in browser.get(page).text
