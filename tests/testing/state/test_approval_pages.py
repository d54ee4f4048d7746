"""The approval pages, as a browser without JavaScript uses them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
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


def cookies_of(answer: httpx.Response) -> dict[str, tuple[str, str]]:
    """Return the value and the other attributes of the cookies that an answer sets, by path."""
    found: dict[str, tuple[str, str]] = {}
    for header in answer.headers.get_list("set-cookie"):
        pair, *attributes = header.split("; ")
        path = next(attribute.removeprefix("Path=") for attribute in attributes if attribute.startswith("Path="))
        found[path] = (pair.partition("=")[2], "; ".join(sorted(set(attributes) - {f"Path={path}"})))
    return found


def test_every_page_is_private_and_runs_nothing(
    app: httpx.Client, browser: httpx.Client, server: TMDBServer, user: User
) -> None:
    page, decided = f"/authenticate/{v3_token(app)}", v3_token(app)
    server.deny(decided)
    answers = [browser.get(page), browser.post(page, data={"do": "approve"})]
    log_in(browser, page, user)
    unsafe = "/auth/access?redirect_to=x"
    answers += [
        browser.get(path) for path in (page, "/authenticate/allow", f"/authenticate/{decided}", "/auth/access", unsafe)
    ]
    assert [answer.status_code for answer in answers] == [200, 403, 200, 200, 409, 404, 400]
    for answer in answers:
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-frame-options"] == "DENY"
        policy = answer.headers["content-security-policy"].split("; ")
        assert {"default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"} <= set(policy)
        assert "<script" not in answer.text
        assert "embedded TMDB server of tmdb-facade" in answer.text


@pytest.mark.parametrize(
    ("target", "sources"), [("https://example.org/", "'self' http: https:"), ("myapp://done", "'self' myapp:")]
)
def test_policy_lets_forms_lead_to_the_application(
    app: httpx.Client, browser: httpx.Client, target: str, sources: str
) -> None:
    answer = browser.get(f"/auth/access?request_token={v4_token(app, redirect_to=target)}")
    assert f"form-action {sources};" in answer.headers["content-security-policy"]


def test_form_without_its_token_does_nothing(app: httpx.Client, browser: httpx.Client, user: User) -> None:
    """The token belongs to the login and to the request token."""
    token = v3_token(app)
    page, other = f"/authenticate/{token}", f"/authenticate/{v3_token(app)}"
    before = Form(browser.get(page).text).hidden["form_token"]
    log_in(browser, page, user)
    for form_token in ("", "x", before, Form(browser.get(other).text).hidden["form_token"]):
        for decision in ("approve", "deny", "log out"):
            answer = browser.post(page, data={"do": decision, "form_token": form_token})
            assert (answer.status_code, "out of date" in answer.text) == (403, True)
            assert user.username in answer.text
    assert post(app, "/3/authentication/session/new", request_token=token) == (401, 17)
    assert submit(browser, page, do="approve").status_code == 303


def test_form_without_a_cookie_asks_for_cookies(app: httpx.Client, browser: httpx.Client, user: User) -> None:
    token = v3_token(app)
    page = f"/authenticate/{token}"
    log_in(browser, page, user)
    hidden = Form(browser.get(page).text).hidden
    browser.cookies.clear()
    answer = browser.post(page, data={"do": "approve", **hidden})
    assert (answer.status_code, "needs cookies" in answer.text) == (400, True)
    assert f'href="{page}"' in answer.text
    assert post(app, "/3/authentication/session/new", request_token=token) == (401, 17)


def test_cookie_is_for_the_pages_only_and_changes_with_every_login(
    app: httpx.Client, browser: httpx.Client, user: User
) -> None:
    """An application on another port of this computer does not receive it, and a cookie from before cannot be used."""
    page = f"/authenticate/{v3_token(app)}"
    first = cookies_of(browser.get(page))
    assert first.keys() == {"/authenticate", "/auth"}
    assert {attributes for _, attributes in first.values()} == {"HttpOnly; SameSite=lax"}
    second = cookies_of(submit(browser, page, do="log in", username=user.username, password=user.password))
    assert "log out" in Form(browser.get(page).text).names
    third = cookies_of(submit(browser, page, do="log out"))
    values = [{value for value, _ in cookies.values()} for cookies in (first, second, third)]
    assert [len(found) for found in values] == [1, 1, 1]
    assert len(values[0] | values[1] | values[2]) == 3
    assert cookies_of(browser.get(page)) == {}
    for earlier in values[:2]:
        browser.cookies.clear()
        browser.cookies.set("embedded_tmdb_login", *earlier)
        assert "log in" in Form(browser.get(page).text).names


def test_cookie_over_https_is_secure(server: TMDBServer, app: httpx.Client) -> None:
    page = f"https://localhost/authenticate/{v3_token(app)}"
    with httpx.Client(transport=server.transport) as browser:
        assert {attributes for _, attributes in cookies_of(browser.get(page)).values()} == {
            "HttpOnly; SameSite=lax; Secure"
        }


@pytest.mark.parametrize(("first", "parameter"), [("approve", "approved"), ("deny", "denied")])
def test_decided_request_stays_decided(
    app: httpx.Client, browser: httpx.Client, user: User, first: str, parameter: str
) -> None:
    """The page has no form; it links to the application."""
    token = v3_token(app)
    page = str(httpx.URL(f"/authenticate/{token}", params={"redirect_to": "https://example.org/done?x=1"}))
    log_in(browser, page, user)
    hidden = Form(browser.get(page).text).hidden
    submit(browser, page, do=first)
    outcome = 200 if first == "approve" else 401
    for answer in (browser.get(page), *(browser.post(page, data={"do": do, **hidden}) for do in ("approve", "deny"))):
        assert (answer.status_code, Form(answer.text).names) == (409, [])
        assert f"already {parameter}" in answer.text
        assert f"https://example.org/done?x=1&amp;request_token={token}&amp;{parameter}=true" in answer.text
    assert post(app, "/3/authentication/session/new", request_token=token)[0] == outcome


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        (None, "no address: you go back yourself"),
        ("http://127.0.0.1:5000/x", "an application on this computer, 127.0.0.1:5000"),
        ("http://[::1]:5000/x", "an application on this computer, [::1]:5000"),
        ("https://app.localhost/x", "an application on this computer, app.localhost"),
        ("https://Example.org/x", "example.org"),
        ("https://127.0.0.1@example.org/x", "example.org"),
        ("https://ex\u0430mple.org/x", "xn--exmple-4nf.org"),
        ("myapp://done", "an app on this device, which opens myapp: links"),
    ],
)
def test_page_shows_where_the_browser_returns_to(
    app: httpx.Client, browser: httpx.Client, user: User, target: str | None, shown: str
) -> None:
    """On the login page and on the decision page."""
    page = f"/auth/access?request_token={v4_token(app, **({'redirect_to': target} if target else {}))}"
    assert f"<dt>Returns to</dt><dd>{shown}</dd>" in browser.get(page).text
    log_in(browser, page, user)
    assert f"<dt>Returns to</dt><dd>{shown}</dd>" in browser.get(page).text


def test_page_shows_when_the_request_expires(app: httpx.Client, browser: httpx.Client, server: TMDBServer) -> None:
    server.clock.stop(datetime(2026, 1, 31, 18, 30, tzinfo=UTC))
    page = f"/authenticate/{v3_token(app)}"
    assert '<time datetime="2026-01-31T19:30:00Z">19:30 UTC</time>, in 60 minutes' in browser.get(page).text
    server.clock.advance(minutes=59, seconds=30)
    assert "in 1 minute<" in browser.get(page).text
    server.clock.advance(minutes=1)
    assert "It was valid until 19:30 UTC" in browser.get(page).text
