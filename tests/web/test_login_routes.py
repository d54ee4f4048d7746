"""Logins of web applications: the same for every framework."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlsplit

import pytest

from tests.web.browser import begin, callback_of, decide, token_in
from tests.web.conftest import SECRET, Browser
from tmdb_facade import TMDB, AsyncTMDB, InvalidArgumentError, LoginFlow
from tmdb_facade._core.signing_in.login_flow import state_name
from tmdb_facade._core.signing_in.web_login import surplus_cookies
from tmdb_facade.testing import TMDBServer
from tmdb_facade.web.django import login_urls
from tmdb_facade.web.starlette import login_routes

LONG_URL = f"https://app.example/{'folder/' * 140}callback"


def login_cookies(browser: Browser) -> list[str]:
    """Return the names of the cookies of logins."""
    return [name for name in browser.cookies() if name.startswith("tmdb_login_")]


@pytest.mark.parametrize("options", [{"kind": kind} for kind in ("v3", "v4", "v4+v3")], ids=lambda each: each["kind"])
def test_login_signs_the_user_in(browser: Browser, server: TMDBServer, options: dict[str, Any]) -> None:
    page = browser.get(decide(server, begin(browser.get)))
    assert (page.status_code, page.text) == (200, "welcome")
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    [user] = browser.users
    assert (user.session_id is not None, user.access_token is not None) == (
        "v3" in options["kind"],
        "v4" in options["kind"],
    )
    assert user.created_at is not None
    if user.session_id is not None:
        with TMDB(server.access_token, base_url=server.base_url, session_id=user.session_id) as tmdb:
            assert tmdb.account.details().username == "demo"
    assert login_cookies(browser) == []


@pytest.mark.parametrize("options", [{"kind": "v3"}, {"kind": "v4"}], ids=lambda each: each["kind"])
def test_denied_login_shows_a_page(browser: Browser, server: TMDBServer) -> None:
    page = browser.get(decide(server, begin(browser.get), approved=False))
    assert page.status_code == 400
    assert "You have denied" in page.text
    assert browser.users == []


def test_visitor_does_not_read_what_is_for_developers(browser: Browser, server: TMDBServer) -> None:
    callback = decide(server, begin(browser.get))
    server.faults.status(500, on="auth_create_session")
    page = browser.get(callback)
    assert page.status_code == 400
    assert "TMDB does not answer at the moment: load this page again" in page.text
    assert "500" not in page.text


def test_page_can_be_loaded_again_after_a_temporary_failure(browser: Browser, server: TMDBServer) -> None:
    callback = decide(server, begin(browser.get))
    with server.faults.status(500, on="auth_create_session"):
        assert browser.get(callback).status_code == 400
    assert browser.get(callback).status_code == 200
    assert len(browser.users) == 1


@pytest.mark.parametrize("options", [{"kind": "v4"}])
def test_login_that_the_user_has_not_decided_goes_on(browser: Browser, server: TMDBServer) -> None:
    """A callback that the user opens by hand does not end it."""
    url = begin(browser.get)
    query = urlsplit(callback_of(url))
    page = browser.get(f"{query.path}?{query.query}")
    assert page.status_code == 400
    assert "neither approved nor denied" in page.text
    assert browser.get(decide(server, url)).status_code == 200


@pytest.mark.parametrize(
    "options", [{"kind": kind, "callback_url": LONG_URL} for kind in ("v3", "v4")], ids=lambda each: each["kind"]
)
def test_cookie_of_a_login_with_a_long_callback_fits_into_a_browser(browser: Browser) -> None:
    """Browsers drop cookies of more than 4,096 bytes."""
    assert len(browser.get("/tmdb/login").headers["set-cookie"]) < 4096


def test_cookie_is_private_and_shows_no_secret(browser: Browser) -> None:
    response = browser.get("/tmdb/login")
    url = response.headers["location"]
    cookie = response.headers["set-cookie"]
    attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert {"httponly", "secure", "samesite=lax", "path=/tmdb/"} <= attributes
    [age] = [int(each.partition("=")[2]) for each in attributes if each.startswith("max-age")]
    assert 3500 < age <= 3600
    state = callback_of(url).partition("state=")[2]
    assert token_in(url) not in cookie
    assert state not in cookie


def test_callback_of_another_browser_is_refused(browser: Browser, server: TMDBServer) -> None:
    """An attacker cannot sign a victim in to the attacker's account: the victim's browser has not begun the login."""
    callback = decide(server, begin(browser.get))
    victim = browser.other()
    assert victim.get(callback).status_code == 400
    begin(victim.get)
    assert victim.get(callback).status_code == 400
    assert browser.users == []
    assert browser.get(callback).status_code == 200


def test_callback_works_once(browser: Browser, server: TMDBServer) -> None:
    callback = decide(server, begin(browser.get))
    assert browser.get(callback).status_code == 200
    assert browser.get(callback).status_code == 400
    assert len(browser.users) == 1


@pytest.mark.parametrize("path", ["/tmdb/login", "/tmdb/callback"])
def test_head_request_neither_begins_nor_completes_a_login(browser: Browser, server: TMDBServer, path: str) -> None:
    callback = decide(server, begin(browser.get))
    asked = callback if path == "/tmdb/callback" else path
    assert browser.get(asked, "HEAD").status_code == 405
    assert browser.get(callback).status_code == 200


def test_login_that_cannot_begin_shows_a_page(browser: Browser, server: TMDBServer) -> None:
    server.faults.status(404, on="auth_create_request_token")
    page = browser.get("/tmdb/login")
    assert page.status_code == 400
    assert "Not signed in" in page.text
    assert page.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("options", [{"kind": "v4+v3"}])
def test_access_token_that_cannot_be_converted_is_revoked(browser: Browser, server: TMDBServer) -> None:
    server.faults.status(404, on="auth_create_session_from_v4_token")
    assert browser.get(decide(server, begin(browser.get))).status_code == 400
    assert [request.status for request in server.requests if request.operation == "v4_auth_logout"] == [200]


def test_cookies_of_other_programs_are_left_alone() -> None:
    """No cookie can be set with some of the names that browsers send."""
    foreign = [f"tmdb_login_{number} a" for number in range(9)]
    assert surplus_cookies(foreign) == []
    own = [state_name(f"{number}") for number in range(5)]
    assert surplus_cookies([*own, *foreign]) == sorted(own)


def test_two_tabs_log_in_at_the_same_time(browser: Browser, server: TMDBServer) -> None:
    first, second = begin(browser.get), begin(browser.get)
    assert browser.get(decide(server, second)).status_code == 200
    assert browser.get(decide(server, first)).status_code == 200


def test_logins_that_are_never_completed_do_not_fill_the_browser(browser: Browser, server: TMDBServer) -> None:
    urls = [begin(browser.get) for _ in range(12)]
    assert len(login_cookies(browser)) <= 5
    assert browser.get(decide(server, urls[-1])).status_code == 200


@pytest.mark.parametrize("query", ["", "?state=", "?state=wrong", "?state=%00%ff", "?approved=true&request_token=x"])
def test_callback_without_its_state_is_refused(browser: Browser, query: str) -> None:
    begin(browser.get)
    page = browser.get(f"/tmdb/callback{query}")
    assert page.status_code == 400
    assert "has not begun" in page.text


def test_expired_login_shows_a_page(browser: Browser, server: TMDBServer) -> None:
    url = begin(browser.get)
    callback = decide(server, url)
    server.clock.advance(minutes=61)
    page = browser.get(callback)
    assert page.status_code == 400
    assert "expired" in page.text


def test_login_survives_a_restart_and_a_new_secret(server: TMDBServer) -> None:
    with TMDB(server.access_token, base_url=server.base_url) as tmdb:
        flow = tmdb.auth.begin_login("https://app.example/done?a=1")
        text = flow.seal("the old secret of the app")
        assert flow.request_token not in text
        assert flow.state not in repr(flow)
        assert LoginFlow.unseal(text, "another secret of an app") is None
        assert LoginFlow.unseal(text[:-4] + "AAAA", "the old secret of the app") is None
        again = LoginFlow.unseal(text, ["the new secret of the app", "the old secret of the app"])
        assert again is not None
        assert again == flow
        server.approve(flow.request_token)
        user = tmdb.auth.complete_login(again, again.state)
        assert tmdb.account.details(session_id=user.session_id).username == "demo"


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("/done", "an absolute URL"),
        ("https://[", "an absolute URL"),
        ("https://app.example:port/done", "an absolute URL"),
        ("javascript:alert(1)", "an absolute URL"),
        ("https://app.example/done#top", "without a fragment"),
        ("https://app.example/done?state=1", "without the parameter"),
    ],
)
def test_callback_url_is_checked_before_a_request(server: TMDBServer, url: str, problem: str) -> None:
    with TMDB(server.access_token, base_url=server.base_url) as tmdb:
        for auth in (tmdb.auth, tmdb.v4.auth):
            with pytest.raises(InvalidArgumentError, match=problem):
                auth.begin_login(url)
    assert list(server.requests) == []


def test_wrong_arguments_of_a_login_are_rejected(server: TMDBServer) -> None:
    wrong: Any = None
    with pytest.raises(InvalidArgumentError, match="text must be text"):
        LoginFlow.unseal(wrong, "a secret of this application")
    with TMDB(server.access_token, base_url=server.base_url) as tmdb:
        flow = tmdb.auth.begin_login("https://app.example/done")
        assert not flow.has_state("\ud800")
        with pytest.raises(InvalidArgumentError, match="flow must be a LoginFlow, got NoneType"):
            tmdb.auth.complete_login(wrong, flow.state)


def test_login_of_the_other_version_is_refused(server: TMDBServer) -> None:
    with TMDB(server.access_token, base_url=server.base_url) as tmdb:
        flow = tmdb.auth.begin_login("https://app.example/done")
        with pytest.raises(InvalidArgumentError, match="is a login of version 3"):
            tmdb.v4.auth.complete_login(flow, flow.state)


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "v5"},
        {"callback_url": "/callback"},
        {"callback_url": "https://["},
        {"callback_url": "https:///callback"},
    ]
    + [{"callback_url": "https://app.example/callback?state="}, {"callback_url": 5}]
    + [{"secret": secret} for secret in ("short", [], None, ["a secret of this application", None])],
    ids=str,
)
def test_options_of_routes_are_checked_when_they_are_made(changed: dict[str, Any]) -> None:
    on_login: Any = None
    options: dict[str, Any] = {"secret": SECRET, **changed}
    with pytest.raises(InvalidArgumentError) as caught:
        login_routes(AsyncTMDB("token"), on_login, **options)
    assert caught.value.parameter in changed


def test_client_of_the_other_kind_is_refused_when_the_routes_are_made() -> None:
    on_login: Any = None
    sync, asynchronous = cast("Any", TMDB("token")), cast("Any", AsyncTMDB("token"))
    with pytest.raises(InvalidArgumentError, match="tmdb must be of type AsyncTMDB"):
        login_routes(sync, on_login, secret=SECRET)
    with pytest.raises(InvalidArgumentError, match="tmdb must be of type TMDB"):
        login_urls(asynchronous, on_login, secret=SECRET)


@pytest.mark.parametrize(
    ("options", "folder"),
    [
        ({"prefix": "accounts/tmdb"}, "/accounts/tmdb"),
        ({"prefix": "/accounts/tmdb/"}, "/accounts/tmdb"),
        ({"prefix": ""}, ""),
        ({"prefix": "/"}, ""),
    ],
)
def test_prefix_may_have_slashes_around_it(browser: Browser, server: TMDBServer, folder: str) -> None:
    page = browser.get(decide(server, begin(browser.get, f"{folder}/login")))
    assert page.text == "welcome"


@pytest.mark.parametrize("host", ["app.example:99999", "app.example:0"])
def test_login_with_a_malformed_host_shows_a_page(browser: Browser, server: TMDBServer, host: str) -> None:
    assert browser.get("/tmdb/login", host=host).status_code == 400
    assert list(server.requests) == []
