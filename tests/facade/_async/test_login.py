"""Logins against the embedded TMDB: each outcome, and that nothing of a login stays open."""

from __future__ import annotations

import io
import socket
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import attrs
import pytest

from tests.facade.fake_browser import FakeBrowser
from tmdb_facade import (
    TMDB,
    AsyncTMDB,
    AuthenticationError,
    InvalidArgumentError,
    LoginDeniedError,
    LoginError,
    LoginExpiredError,
    LoginTimeoutError,
    LoginUnavailableError,
    ResponseEvent,
    ServerError,
    UserCredentials,
)
from tmdb_facade._core.client.user_credentials import fingerprint
from tmdb_facade.testing import TMDBServer

LOGIN = "tmdb_facade._async.signing_in.login"
FLOWS = "tmdb_facade._async.signing_in.flows"
VERSIONS = pytest.mark.parametrize("version", [3, 4])
EXCHANGES = {3: "auth_create_session", 4: "v4_auth_create_access_token"}


@pytest.fixture(autouse=True)
def no_browser_but_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behave as on a machine without a browser, whatever the tests run on, and give slow machines time to show a page."""
    monkeypatch.setattr(f"{LOGIN}.is_browser_local", lambda: False)
    monkeypatch.setattr(f"{LOGIN}.CALLED_SECONDS", 60.0)


@pytest.fixture(autouse=True)
def nothing_is_left_open() -> Iterator[None]:
    """Check that no thread of a login is left; open sockets are warnings, which fail a test anyway."""
    yield
    for thread in threading.enumerate():
        if thread.name == "tmdb-facade browser":
            thread.join(30)  # the test's own browser may still read its last page
        assert not (thread.name.startswith(("tmdb-facade browser", "tmdb-facade callback")) and thread.is_alive())


@pytest.fixture
def fast_polls(monkeypatch: pytest.MonkeyPatch) -> None:
    """Poll without the usual delays."""

    def short(polls: int, *, is_redirected: bool) -> float:
        return 0.01

    monkeypatch.setattr(f"{LOGIN}.poll_delay", short)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that lets the time of a login pass."""

    def jump(url: str) -> None:
        monkeypatch.setattr(f"{LOGIN}.monotonic", lambda: time.monotonic() + 60)

    return jump


@pytest.fixture
def server() -> Iterator[TMDBServer]:
    with TMDBServer() as server:
        yield server


def client(server: TMDBServer, **options: Any) -> AsyncTMDB:
    return AsyncTMDB(server.access_token, base_url=server.base_url, **options)


async def log_in(tmdb: AsyncTMDB, version: int, **arguments: Any) -> UserCredentials:
    """Log in with either version, for at most a minute."""
    login = cast("Any", tmdb.auth.login if version == 3 else tmdb.v4.auth.login)
    return cast("UserCredentials", await login(**{"timeout": 60.0, **arguments}))


def token_of(url: str) -> str:
    """Return the request token of an approval URL."""
    parts = urlsplit(url)
    return parse_qs(parts.query).get("request_token", [parts.path.rpartition("/")[2]])[0]


def after_exchange(version: int, number: int, act: Callable[[], object]) -> Callable[[ResponseEvent], None]:
    """Return a hook that acts after some requests for the credentials."""
    seen: list[ResponseEvent] = []

    def hook(event: ResponseEvent) -> None:
        if event.request.operation == EXCHANGES[version]:
            seen.append(event)
            if len(seen) == number:
                act()

    return hook


def decide(server: TMDBServer, *, approve: bool = True) -> Callable[[str], None]:
    """Return a function that decides as soon as the URL is shown."""

    def act(url: str) -> None:
        (server.approve if approve else server.deny)(token_of(url))

    return act


class Store:
    """A store in memory; or one that fails, always or when it saves."""

    def __init__(self, error: BaseException | None = None, *, is_readable: bool = True) -> None:
        self.saved: dict[str, UserCredentials] = {}
        self._error = error
        self._is_readable = is_readable

    def load(self, profile: str) -> UserCredentials | None:
        """Return a user."""
        if self._error is not None and not self._is_readable:
            raise self._error
        return self.saved.get(profile)

    def save(self, profile: str, user: UserCredentials) -> None:
        """Save a user."""
        if self._error is not None:
            raise self._error
        self.saved[profile] = user


# The browser comes back


async def test_login_in_the_browser_returns_a_session(server: TMDBServer) -> None:
    browser = FakeBrowser()
    async with client(server) as tmdb:
        user = await log_in(tmdb, 3, open_browser=browser, app_name="Ada & Co")
        assert browser.is_done.wait(30)
        assert (await tmdb.account.details(session_id=user.session_id)).username == "demo"
    assert user.access_token is None
    assert user.application == fingerprint(server.access_token)
    assert user.created_at is not None
    assert browser.failures == []
    assert browser.heading == "Signed in"
    assert "<strong>Ada &amp; Co</strong>" in browser.page


async def test_v4_login_in_the_browser_returns_an_access_token(server: TMDBServer) -> None:
    browser = FakeBrowser()
    async with client(server) as tmdb:
        user = await log_in(tmdb, 4, open_browser=browser)
    assert browser.is_done.wait(30)
    assert (user.session_id, browser.failures, browser.heading) == (None, [], "Signed in")
    assert user.account_object_id is not None
    async with AsyncTMDB(user.access_token, base_url=server.base_url) as tmdb:
        assert (await tmdb.v4.account.favorite_movies(user.account_object_id).page(1)).results == []


async def test_v4_login_without_an_account_id_returns_usable_credentials(server: TMDBServer) -> None:
    answer = b'{"success": true, "access_token": "t0ken", "account_id": ""}'
    server.faults.body(answer, on="v4_auth_create_access_token")
    async with client(server) as tmdb:
        user = await log_in(tmdb, 4, open_browser=FakeBrowser())
        assert user == attrs.evolve(user, access_token="t0ken", account_object_id=None)
        tmdb.as_user(user)


@VERSIONS
async def test_denied_login_raises_and_tells_the_user(server: TMDBServer, version: int) -> None:
    browser = FakeBrowser("deny")
    async with client(server) as tmdb:
        with pytest.raises(LoginDeniedError, match="the user has denied the login"):
            await log_in(tmdb, version, open_browser=browser)
    assert browser.is_done.wait(30)
    assert browser.heading == "Access denied"


@VERSIONS
async def test_no_token_is_in_the_address_of_a_page_or_opened_by_the_browsers_command(
    server: TMDBServer, version: int
) -> None:
    browser = FakeBrowser()
    async with client(server) as tmdb:
        await log_in(tmdb, version, open_browser=browser)
    assert browser.is_done.wait(30)
    [opened] = browser.urls
    token = next(token_of(str(visit.url)) for visit in browser.visits if str(visit.url).startswith(server.base_url))
    started, *at_tmdb, called_back, page = browser.visits
    assert token in f"{at_tmdb[0].url}"
    assert opened == f"{started.url}"
    assert token not in f"{opened} {page.url} {page.text} {called_back.headers}"
    assert (called_back.status_code, called_back.headers["location"]) == (303, page.url.path)
    assert len({started.url.path, called_back.url.path, page.url.path}) == 3


@VERSIONS
async def test_the_last_page_loads_nothing_and_is_not_stored(server: TMDBServer, version: int) -> None:
    browser = FakeBrowser()
    async with client(server) as tmdb:
        await log_in(tmdb, version, open_browser=browser)
    assert browser.is_done.wait(30)
    for visit in browser.visits[0], *browser.visits[-2:]:
        assert visit.headers["content-security-policy"].startswith("default-src 'none'; style-src 'unsafe-inline';")
        assert visit.headers["referrer-policy"] == "no-referrer"
        assert visit.headers["cache-control"] == "no-store"
    for loading in ("<script", "<img", "<link", "src=", "url(", "@import", "http:", "https:"):
        assert loading not in browser.page


async def test_server_of_a_login_is_closed_at_its_end(server: TMDBServer) -> None:
    browser = FakeBrowser()
    async with client(server) as tmdb:
        await log_in(tmdb, 3, open_browser=browser)
    assert browser.is_done.wait(30)
    address = urlsplit(browser.urls[0])
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((address.hostname or "", address.port or 0), 30)


async def test_two_logins_at_once_do_not_disturb_each_other(server: TMDBServer) -> None:
    """The second one starts and ends while the user of the first one decides."""
    others: list[UserCredentials] = []
    server.login("ada")

    def other_login() -> None:
        with TMDB(server.access_token, base_url=server.base_url) as tmdb:
            others.append(tmdb.auth.login(timeout=60, open_browser=FakeBrowser(username="ada")))

    browser = FakeBrowser()
    browser.before_decision = other_login
    async with client(server) as tmdb:
        user = await log_in(tmdb, 3, open_browser=browser)
        assert [(await tmdb.account.details(session_id=one.session_id)).username for one in (user, *others)] == [
            "demo",
            "ada",
        ]


@VERSIONS
async def test_foreign_and_repeated_visits_do_not_end_a_login(server: TMDBServer, version: int) -> None:
    """Requests of another program or tab arrive before the user decides, and the callback comes twice."""
    browser = FakeBrowser()
    browser.visits_before = ["/", "/favicon.ico", f"/{'x' * 32}?request_token=1&approved=true"]
    browser.repeats_callback = True
    async with client(server) as tmdb:
        user = await log_in(tmdb, version, open_browser=browser)
    assert browser.is_done.wait(30)
    assert user.session_id or user.access_token
    assert browser.heading == "Signed in"
    assert [visit.status_code for visit in browser.foreign_visits] == [404, 404, 404, 303]


# Polling


@VERSIONS
async def test_login_without_redirect_polls_until_the_approval(
    server: TMDBServer, version: int, fast_polls: None
) -> None:
    shown: list[str] = []
    hook = after_exchange(version, 3, lambda: server.approve(token_of(shown[0])))
    async with client(server, on_response=hook) as tmdb:
        user = await log_in(tmdb, version, redirect=False, on_url=shown.append)
    assert user.session_id or user.access_token
    assert len(server.requests.of(EXCHANGES[version])) == 4
    [url] = shown
    assert "redirect_to" not in url


@pytest.mark.usefixtures("fast_polls")
async def test_approval_in_another_browser_ends_a_login_whose_tab_was_closed(server: TMDBServer) -> None:
    shown: list[str] = []
    hook = after_exchange(3, 1, lambda: server.approve(token_of(shown[0])))
    async with client(server, on_response=hook) as tmdb:
        user = await log_in(tmdb, 3, open_browser=FakeBrowser("look"), on_url=shown.append)
    assert user.session_id


@pytest.mark.usefixtures("fast_polls")
async def test_polling_continues_after_temporary_failures(server: TMDBServer) -> None:
    server.faults.status(503, times=2, on=EXCHANGES[3])
    async with client(server, max_retries=0) as tmdb:
        user = await log_in(tmdb, 3, on_url=decide(server))
    assert user.session_id
    assert len(server.requests.of(EXCHANGES[3])) == 3


@pytest.mark.usefixtures("fast_polls")
async def test_denied_v4_login_ends_the_polling(server: TMDBServer) -> None:
    async with client(server) as tmdb:
        with pytest.raises(LoginDeniedError):
            await log_in(tmdb, 4, on_url=decide(server, approve=False))


@pytest.mark.usefixtures("fast_polls")
async def test_denied_v3_login_without_redirect_is_a_timeout(server: TMDBServer, later: Callable[[str], None]) -> None:
    """TMDB's answer is the same before the decision."""
    hook = after_exchange(3, 2, lambda: later(""))
    async with client(server, on_response=hook) as tmdb:
        with pytest.raises(LoginTimeoutError):
            await log_in(tmdb, 3, on_url=decide(server, approve=False))


@VERSIONS
@pytest.mark.usefixtures("fast_polls")
async def test_login_without_a_decision_times_out(
    server: TMDBServer, version: int, later: Callable[[str], None]
) -> None:
    async with client(server) as tmdb:
        with pytest.raises(LoginTimeoutError, match="not approved the login within 60 seconds") as caught:
            await log_in(tmdb, version, open_browser=FakeBrowser("look"), on_url=later)
    assert isinstance(caught.value, TimeoutError)
    assert isinstance(caught.value, LoginError)


@pytest.mark.usefixtures("fast_polls")
async def test_timeout_reports_the_latest_failed_request(server: TMDBServer, later: Callable[[str], None]) -> None:
    server.faults.status(503, on=EXCHANGES[3])
    async with client(server, max_retries=0) as tmdb:
        with pytest.raises(LoginTimeoutError, match="the latest request failed: auth_create_session: HTTP 503"):
            await log_in(tmdb, 3, on_url=later)


def fallback(expires_at: object, now: object, default: float) -> float:
    """Return the lifetime of a request token of which TMDB did not say when it expires."""
    return default


def expire(server: TMDBServer, url: str) -> None:
    """Let the request token expire on TMDB's side."""
    server.clock.advance(hours=2)


def use(server: TMDBServer, url: str) -> None:
    """Use the request token in another program."""
    server.approve(token_of(url))
    with TMDB(server.access_token, base_url=server.base_url) as other:
        if "/authenticate/" in url:
            other.auth.create_session(token_of(url))
        else:
            other.v4.auth.create_access_token(token_of(url))


@pytest.mark.parametrize("event", [expire, use])
@pytest.mark.usefixtures("fast_polls")
async def test_request_token_of_v4_that_is_gone_ends_a_login(
    server: TMDBServer, event: Callable[[TMDBServer, str], None]
) -> None:
    async with client(server) as tmdb:
        with pytest.raises(LoginExpiredError, match="has expired or has been used already"):
            await log_in(tmdb, 4, on_url=partial(event, server))


@pytest.mark.parametrize(
    ("event", "message"),
    [
        (expire, "TMDB code 33 INVALID_REQUEST_TOKEN"),
        (use, "the request token has expired before the user approved it"),
    ],
)
@pytest.mark.usefixtures("fast_polls")
async def test_login_of_v3_ends_when_its_request_token_is_gone(
    server: TMDBServer, monkeypatch: pytest.MonkeyPatch, event: Callable[[TMDBServer, str], None], message: str
) -> None:
    """TMDB has one code for a token that is not approved yet and for one that has been used."""
    monkeypatch.setattr(f"{FLOWS}.V3_LIFETIME", 0.5)
    monkeypatch.setattr(f"{FLOWS}.seconds_until", fallback)
    async with client(server) as tmdb:
        with pytest.raises(LoginExpiredError, match=message):
            await log_in(tmdb, 3, on_url=partial(event, server))


# Opening and showing


@pytest.mark.usefixtures("fast_polls")
async def test_url_is_written_to_stderr_if_no_browser_opens(
    server: TMDBServer, capsys: pytest.CaptureFixture[str], later: Callable[[str], None]
) -> None:
    """It contains no address of this machine, as the user may open it on another one."""
    opened: list[str] = []

    def missing(url: str) -> bool:
        opened.append(url)
        later(url)
        return False

    async with client(server) as tmdb:
        with pytest.raises(LoginTimeoutError):
            await log_in(tmdb, 3, open_browser=missing, app_name="Ada")
    written = capsys.readouterr()
    assert "To sign in to Ada, approve it in a browser at" in written.err
    assert f"    {server.base_url}/authenticate/" in written.err
    assert "redirect_to" not in written.err
    assert written.out == ""
    assert len(opened) == 1


async def test_login_without_browser_and_stderr_is_unavailable(
    server: TMDBServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for stream in (None, closed_stream()):
        monkeypatch.setattr("sys.stderr", stream)
        async with client(server) as tmdb:
            with pytest.raises(LoginUnavailableError, match="no browser to open, and no stderr"):
                await log_in(tmdb, 3, open_browser=False)


def closed_stream() -> io.StringIO:
    stream = io.StringIO()
    stream.close()
    return stream


async def test_error_of_the_function_that_opens_a_browser_is_raised(server: TMDBServer) -> None:
    def broken(url: str) -> bool:
        raise ZeroDivisionError

    async with client(server) as tmdb:
        with pytest.raises(ZeroDivisionError):
            await log_in(tmdb, 3, open_browser=broken)


async def test_login_without_a_loopback_address_is_unavailable(
    server: TMDBServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(address: tuple[str, int]) -> socket.socket:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr("tmdb_facade._runtime.callback_server.socket.create_server", taken)
    async with client(server) as tmdb:
        with pytest.raises(LoginUnavailableError, match=r"cannot listen on 127\.0\.0\.1.*pass redirect=False"):
            await log_in(tmdb, 3, open_browser=FakeBrowser())
    assert len(server.requests) == 0


async def test_interrupted_login_closes_its_server(server: TMDBServer) -> None:
    """A `KeyboardInterrupt` reaches the caller."""

    def interrupt(url: str) -> None:
        raise KeyboardInterrupt

    async with client(server) as tmdb:
        with pytest.raises(KeyboardInterrupt):
            await log_in(tmdb, 3, open_browser=FakeBrowser("look"), on_url=interrupt)


@pytest.mark.parametrize(
    "wrong",
    [
        {"timeout": 0},
        {"timeout": "60"},
        {"redirect": 1},
        {"open_browser": "firefox"},
        {"on_url": 1},
        {"app_name": ""},
        {"app_name": "a\nb"},
        {"app_name": "x" * 61},
        {"store": "a file"},
        {"profile": " "},
        {"profile": "a b"},
    ],
    ids=str,
)
async def test_invalid_argument_of_a_login_is_rejected(server: TMDBServer, wrong: dict[str, Any]) -> None:
    [name] = wrong
    async with client(server) as tmdb:
        for version in (3, 4):
            with pytest.raises(InvalidArgumentError, match=name):
                await log_in(tmdb, version, **wrong)
        with pytest.raises(InvalidArgumentError, match="convert"):
            await log_in(tmdb, 4, convert=1)
    assert len(server.requests) == 0


# Credentials


@VERSIONS
async def test_login_stores_the_credentials(server: TMDBServer, version: int) -> None:
    store = Store()
    async with client(server) as tmdb:
        user = await log_in(tmdb, version, open_browser=FakeBrowser(), store=store, profile="ada")
    assert store.saved == {"ada": user}


async def test_login_returns_the_id_of_the_account(server: TMDBServer) -> None:
    """A client of the user need not look it up."""
    with server.state.lock:
        [account] = [each for each in server.state.data.accounts.values() if each.username == "demo"]
    async with client(server) as tmdb:
        by_browser = await log_in(tmdb, 3, open_browser=FakeBrowser())
        converted = await log_in(tmdb, 4, open_browser=FakeBrowser(), convert=True)
        by_password = await tmdb.auth.login_with_password(username="demo", password="demo")
    assert [by_browser.account_id, converted.account_id, by_password.account_id] == [account.id] * 3


async def test_login_succeeds_without_the_id_of_the_account(server: TMDBServer) -> None:
    fail = after_exchange(3, 1, lambda: server.faults.status(503, on="/3/**"))
    async with client(server, max_retries=0, on_response=fail) as tmdb:
        user = await log_in(tmdb, 3, open_browser=FakeBrowser())
    assert user.session_id
    assert user.account_id is None


async def test_store_that_cannot_be_used_ends_a_login_before_the_approval(server: TMDBServer) -> None:
    browser = FakeBrowser()
    async with client(server) as tmdb:
        with pytest.raises(OSError, match="no keyring"):
            await log_in(tmdb, 3, open_browser=browser, store=Store(OSError("no keyring"), is_readable=False))
    assert browser.urls == []
    assert server.requests.total == 0


@VERSIONS
@pytest.mark.parametrize("error", [OSError("full"), KeyboardInterrupt("full")], ids=["failure", "Ctrl-C"])
async def test_credentials_that_cannot_be_stored_are_revoked(
    server: TMDBServer, version: int, error: BaseException
) -> None:
    browser = FakeBrowser()
    async with client(server) as tmdb:
        with pytest.raises(type(error), match="full"):
            await log_in(tmdb, version, open_browser=browser, store=Store(error))
    assert browser.is_done.wait(30)
    if isinstance(error, Exception):
        assert browser.heading == "Not signed in"
    with server.state.lock:
        assert len(server.state.data.sessions) == 1  # that of the server itself
        assert server.state.data.access_tokens == {}


async def test_one_approval_serves_both_versions(server: TMDBServer) -> None:
    async with client(server) as tmdb:
        user = await log_in(tmdb, 4, open_browser=FakeBrowser(), convert=True)
        assert (await tmdb.account.details(session_id=user.session_id)).username == "demo"
    assert user.access_token


async def test_access_token_that_cannot_be_converted_is_revoked(server: TMDBServer) -> None:
    server.faults.status(500, on="auth_create_session_from_v4_token")
    async with client(server, max_retries=0) as tmdb:
        with pytest.raises(ServerError):
            await log_in(tmdb, 4, open_browser=FakeBrowser(), convert=True)
    with server.state.lock:
        assert server.state.data.access_tokens == {}


# Passwords


async def test_login_with_password_returns_a_session(server: TMDBServer) -> None:
    async with client(server) as tmdb:
        user = await tmdb.auth.login_with_password(username="demo", password="demo")
        assert (await tmdb.account.details(session_id=user.session_id)).username == "demo"
        with pytest.raises(AuthenticationError):
            await tmdb.auth.login_with_password(username="demo", password="wrong")
    assert user.application == fingerprint(server.access_token)


async def test_time_limit_of_a_login_includes_the_first_request(server: TMDBServer) -> None:
    server.faults.latency(30, on="auth_create_request_token")
    async with client(server, total_timeout=60) as tmdb:
        with pytest.raises(LoginTimeoutError, match=r"the latest request failed: .*auth_create_request_token"):
            await log_in(tmdb, 3, timeout=0.1)
