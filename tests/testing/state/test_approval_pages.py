"""The approval pages, as a browser without JavaScript uses them."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.testing.state.requesting import post, v3_token, v4_token
from tmdb_facade.testing import TMDBServer, User


class Form(HTMLParser):
    """The inputs and buttons of a page.

    Attributes:
        names: The names of its inputs and the values of its buttons, without hidden ones.
        hidden: The values of its hidden inputs by name.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.hidden: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect an input or a button."""
        values = {name: value or "" for name, value in attrs}
        if values.get("type") == "hidden":
            self.hidden[values["name"]] = values["value"]
        elif tag in ("input", "button"):
            self.names.append(values["name"] if tag == "input" else values["value"])


@pytest.fixture
def browser(server: TMDBServer) -> Iterator[httpx.Client]:
    """Return a client that keeps cookies and has no credentials."""
    with httpx.Client(timeout=30, base_url=server.base_url) as client:
        yield client


def submit(browser: httpx.Client, page: str, **values: str) -> httpx.Response:
    """Open a page and submit its form."""
    return browser.post(page, data={**Form(browser.get(page).text).hidden, **values})


def log_in(browser: httpx.Client, page: str, user: User) -> None:
    """Log in on a page, which redirects to itself."""
    answer = submit(browser, page, do="log in", username=user.username, password=user.password)
    assert (answer.status_code, answer.headers["location"]) == (303, page)


def test_user_logs_in_and_approves_a_v3_token(app: httpx.Client, browser: httpx.Client, user: User) -> None:
    """The first page is the login, the second the decision."""
    token = v3_token(app)
    page = f"/authenticate/{token}"
    assert Form(browser.get(page).text).names == ["username", "password", "log in", "deny"]
    log_in(browser, page, user)
    decision = browser.get(page)
    assert decision.headers["content-type"] == "text/html; charset=utf-8"
    assert Form(decision.text).names == ["log out", "approve", "deny"]
    assert user.username in decision.text
    done = submit(browser, page, do="approve")
    assert (done.status_code, done.headers["location"]) == (303, "/authenticate/allow")
    assert token in done.headers["authentication-callback"]
    assert browser.get("/authenticate/allow").status_code == 200
    assert post(app, "/3/authentication/session/new", request_token=token)[0] == 200


def test_logged_in_browser_sees_the_decision_page(app: httpx.Client, browser: httpx.Client, user: User) -> None:
    """The login is valid for v3 and v4."""
    first = f"/authenticate/{v3_token(app)}"
    log_in(browser, first, user)
    for page in (f"/authenticate/{v3_token(app)}", f"/auth/access?request_token={v4_token(app)}"):
        assert Form(browser.get(page).text).names == ["log out", "approve", "deny"]


def test_wrong_password_shows_the_login_page_again(app: httpx.Client, browser: httpx.Client, user: User) -> None:
    page = f"/authenticate/{v3_token(app)}"
    for name, password in ((user.username, "x"), ("nobody", "x"), ("curator", "")):
        answer = submit(browser, page, do="log in", username=name, password=password)
        assert answer.status_code == 401
        assert "wrong" in answer.text
    assert "log in" in Form(browser.get(page).text).names


def test_approving_without_a_login_shows_the_login_page(app: httpx.Client, browser: httpx.Client) -> None:
    """The token stays unapproved."""
    token = v3_token(app)
    answer = submit(browser, f"/authenticate/{token}", do="approve")
    assert "log in" in Form(answer.text).names
    assert post(app, "/3/authentication/session/new", request_token=token) == (401, 17)


@pytest.mark.parametrize("target", ["https://example.org/done", "myapp://done?x=1"])
@pytest.mark.parametrize(("decision", "parameter"), [("approve", "approved"), ("deny", "denied")])
def test_v3_redirects_with_token_and_decision(
    app: httpx.Client, browser: httpx.Client, user: User, target: str, decision: str, parameter: str
) -> None:
    """They are added to the query of `redirect_to`."""
    token = v3_token(app)
    page = str(httpx.URL(f"/authenticate/{token}", params={"redirect_to": target}))
    log_in(browser, page, user)
    location = submit(browser, page, do=decision).headers["location"]
    assert location.startswith(target)
    added = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items() if name != "x"}
    assert added == {"request_token": token, parameter: "true"}


UNSAFE = [
    "http://[::1",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "//example.org",
    "/\\\\example.org",
    "https:example.org",
    "https:\\\\example.org",
    "https://example.org\\@example.net",
    "https://example.org/\r\nset-cookie: x=1",
    "/done",
    "example.org",
]


@pytest.mark.parametrize("target", UNSAFE)
def test_unsafe_redirect_to_is_400(app: httpx.Client, browser: httpx.Client, user: User, target: str) -> None:
    """Neither version redirects a browser to it."""
    token = v3_token(app)
    log_in(browser, f"/authenticate/{token}", user)
    page = str(httpx.URL(f"/authenticate/{token}", params={"redirect_to": target}))
    for answer in (browser.get(page), submit(browser, page, do="approve")):
        assert (answer.status_code, "location" in answer.headers) == (400, False)
    assert post(app, "/3/authentication/session/new", request_token=token)[0] == 401
    assert post(app, "/4/auth/request_token", redirect_to=target)[0] == 400


@pytest.mark.parametrize("target", [None, "https://example.org/done"])
def test_v4_redirects_to_the_tokens_redirect_to(
    app: httpx.Client, browser: httpx.Client, user: User, target: str | None
) -> None:
    """Nothing is added to the URL; without a URL, a page shows the decision."""
    token = v4_token(app, **({"redirect_to": target} if target else {}))
    page = f"/auth/access?request_token={token}"
    log_in(browser, page, user)
    done = submit(browser, page, do="approve")
    assert done.headers["location"] == (target or "/auth/access/approve")
    assert target or browser.get(done.headers["location"]).status_code == 200
    assert post(app, "/4/auth/access_token", request_token=token)[1]["account_id"] == user.account_object_id


def test_v4_token_can_be_denied_without_a_login(app: httpx.Client, browser: httpx.Client) -> None:
    token = v4_token(app)
    done = submit(browser, f"/auth/access?request_token={token}", do="deny")
    assert done.headers["location"] == "/auth/access/deny"
    assert browser.get("/auth/access/deny").status_code == 200
    assert post(app, "/4/auth/access_token", request_token=token) == (401, 17)


def test_expired_or_unknown_token_has_no_page(app: httpx.Client, browser: httpx.Client, server: TMDBServer) -> None:
    """A token of the other version has none either."""
    v3, v4 = v3_token(app), v4_token(app)
    wrong = [f"/authenticate/{v4}", f"/auth/access?request_token={v3}", "/authenticate/x", "/auth/access"]
    assert [browser.get(page).status_code for page in wrong] == [404] * 4
    server.clock.advance(minutes=60)
    assert browser.get(f"/authenticate/{v3}").status_code == 404


def test_approval_page_escapes_the_user_name(app: httpx.Client, browser: httpx.Client, server: TMDBServer) -> None:
    page = f"/authenticate/{v3_token(app)}"
    log_in(browser, page, server.login("<script>"))
    assert "<script>" not in browser.get(page).text
