"""Logins of web applications, through every way on which they show something.

These are the sealed login, the errors and their frames, the pages with their headers, the log and the streams. On purpose, a
login shows its approval URL and its cookie to the browser that begins it.
"""

from __future__ import annotations

import traceback
from base64 import urlsafe_b64decode
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest
from hypothesis import given, settings

from tests.facade.support import TOKEN
from tests.security.conftest import Output
from tests.security.echo_server import EchoServer
from tests.security.test_secrets import SECRETS, Secrets, find, texts_of
from tests.web.browser import decide, token_in
from tests.web.conftest import SECRET, Browser
from tmdb_facade import TMDB, LoginFlow, TMDBError
from tmdb_facade._core.signing_in.login_flow import state_name
from tmdb_facade._core.signing_in.secret import Secret
from tmdb_facade._core.signing_in.web_login import failure_text, find_login, login_cookie
from tmdb_facade.testing import TMDBServer

CALLBACK = "https://app.example/tmdb/callback"
OTHER_SECRET = "another secret of an application"


def flow_of(secrets: Secrets, version: int = 3) -> LoginFlow:
    """Return a login whose state is the session of the secrets."""
    return LoginFlow(
        api_version=4 if version == 4 else 3,
        request_token=secrets.request_token,
        state=secrets.session,
        expires_at=datetime(2100, 1, 1, tzinfo=UTC),
        approval_url=f"https://www.themoviedb.org/authenticate/{secrets.request_token}?redirect_to={CALLBACK}?state={secrets.session}",
    )


class Sealed:
    """A login, and what an application does with it.

    Attributes:
        flow: The login.
        text: The sealed login, which is a secret as well: it is the browser's cookie.
    """

    def __init__(self, secrets: Secrets) -> None:
        """Seal a login with the API key of the secrets."""
        self.secrets = secrets
        self.flow = flow_of(secrets)
        self.text = self.flow.seal(secrets.key)

    def unseal(self, text: Any, secret: Any) -> object:
        """Decrypt a text."""
        return LoginFlow.unseal(text, secret)

    def seal(self, secret: Any) -> object:
        """Encrypt the login, whose text is no secret for this test then."""
        return [len(self.flow.seal(secret))]

    def find(self, state: str, **cookies: str) -> object:
        """Find the login of a callback."""
        query = {"state": state, "request_token": self.secrets.request_token, "approved": "true"}
        return find_login(query, {state_name(state): self.text, **cookies}, Secret(self.secrets.key))

    def complete(self, state: Any, **changes: Any) -> object:
        """Complete the login, which fails before a request."""
        with TMDB(self.secrets.token) as tmdb:
            return tmdb.auth.complete_login(attrs.evolve(self.flow, **changes), state)


#: What shows the login itself, or fails.
USES: dict[str, Callable[[Sealed], object]] = {
    "login": lambda sealed: sealed.flow,
    "again": lambda sealed: sealed.unseal(sealed.text, [OTHER_SECRET, sealed.secrets.key]),
    "other secret": lambda sealed: sealed.unseal(sealed.text, OTHER_SECRET),
    "damaged text": lambda sealed: sealed.unseal(f"{sealed.text[:-8]}AAAAAAA=", sealed.secrets.key),
    "cut text": lambda sealed: sealed.unseal(sealed.text[:50], sealed.secrets.key),
    "bytes": lambda sealed: sealed.unseal(sealed.text.encode(), sealed.secrets.key),
    "unpaired surrogate": lambda sealed: sealed.unseal(f"{sealed.text}\ud800", sealed.secrets.key),
    "short secret to unseal": lambda sealed: sealed.unseal(sealed.text, sealed.secrets.key[:15]),
    "secret that is none": lambda sealed: sealed.unseal(sealed.text, [sealed.secrets.key, None]),
    "short secret to seal": lambda sealed: sealed.seal(sealed.secrets.key[:15]),
    "secret with an unpaired surrogate": lambda sealed: sealed.seal(f"{sealed.secrets.key}\ud800"),
    "secret as bytes": lambda sealed: sealed.seal(sealed.secrets.key.encode()),
    "number": lambda sealed: sealed.seal([sealed.secrets.key, 5]),
    "found": lambda sealed: sealed.find(sealed.secrets.session),
    "cookie of another login": lambda sealed: sealed.find(sealed.secrets.guest),
    "no cookie": lambda sealed: sealed.find("", other=sealed.text),
    "other state": lambda sealed: sealed.complete(sealed.secrets.guest),
    "state as bytes": lambda sealed: sealed.complete(sealed.secrets.session.encode()),
    "other version": lambda sealed: sealed.complete(sealed.secrets.session, api_version=4),
    "expired": lambda sealed: sealed.complete(sealed.secrets.session, expires_at=datetime(2000, 1, 1, tzinfo=UTC)),
}


@pytest.mark.parametrize("use", USES)
@settings(max_examples=5, deadline=None)
@given(secrets=SECRETS)
def test_sealed_login_shows_no_secret(use: str, secrets: Secrets) -> None:
    """Neither do errors about it, and they do not show the application's secret or the sealed text either."""
    sealed = Sealed(secrets)
    try:
        result = USES[use](sealed)
        shown = [f"{result!r} {result}"]
    except TMDBError as error:
        shown = list(texts_of(error))
    assert find(secrets, shown) == []
    assert not any(text in each for text in (secrets.key[:15], sealed.text[:50]) for each in shown)


@settings(max_examples=20, deadline=None)
@given(secrets=SECRETS)
def test_cookie_of_a_login_shows_no_secret(secrets: Secrets) -> None:
    """Not even decoded; its name is no part of the state."""
    cookie = login_cookie(flow_of(secrets), Secret(SECRET), CALLBACK)
    shown = [repr(cookie), urlsafe_b64decode(cookie["value"]).decode("latin-1"), str(cookie)]
    assert find(secrets, shown) == []
    assert not any(SECRET in text for text in shown)
    assert cookie["key"].removeprefix("tmdb_login_") not in secrets.session


def exchange(version: int) -> str:
    """Return the operation that ends a login."""
    return "auth_create_session" if version == 3 else "v4_auth_create_access_token"


def approve(server: TMDBServer, flow: LoginFlow) -> None:
    server.approve(flow.request_token)


def deny(server: TMDBServer, flow: LoginFlow) -> None:
    server.deny(flow.request_token)


def look_away(server: TMDBServer, flow: LoginFlow) -> None:
    pass


def expire(server: TMDBServer, flow: LoginFlow) -> None:
    server.clock.advance(hours=2)


def break_down(server: TMDBServer, flow: LoginFlow) -> None:
    """Answer with an error that repeats the request token."""
    body = f'{{"status_code": 11, "status_message": "cannot use {flow.request_token}", "success": false}}'
    server.faults.body(body, status=500, on=exchange(flow.api_version))


def answer_nothing(server: TMDBServer, flow: LoginFlow) -> None:
    server.approve(flow.request_token)
    server.faults.body(b'{"success": true}', on=exchange(flow.api_version))


def refuse_to_convert(server: TMDBServer, flow: LoginFlow) -> None:
    server.approve(flow.request_token)
    server.faults.status(404, on="auth_create_session_from_v4_token")


def hang_up(server: TMDBServer, flow: LoginFlow) -> None:
    server.faults.connection_reset(on=exchange(flow.api_version))


#: What happens before the browser comes back.
EVENTS: dict[str, Callable[[TMDBServer, LoginFlow], None]] = {
    "approved": approve,
    "denied": deny,
    "not decided": look_away,
    "expired": expire,
    "server error": break_down,
    "answer without a token": answer_nothing,
    "not converted": refuse_to_convert,
    "no answer": hang_up,
}


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize("event", EVENTS)
def test_steps_of_a_web_login_show_no_secret(
    server: TMDBServer, random_names: list[str], issued: list[str], output: Output, version: int, event: str
) -> None:
    """The second use of each login fails."""
    shown: list[str] = []

    def show(event: object) -> None:
        shown.append(f"{event!r} {event}")

    with TMDB(server.access_token, base_url=server.base_url, max_retries=0, on_request=show, on_response=show) as tmdb:
        auth: Any = tmdb.auth if version == 3 else tmdb.v4.auth
        flow = auth.begin_login(CALLBACK)
        EVENTS[event](server, flow)
        options = {"convert": True} if event == "not converted" and version == 4 else {}
        for _ in range(2):
            try:
                show(auth.complete_login(flow, flow.state, **options))
            except TMDBError as error:
                shown += texts_of(error)
        show(flow)
        show(vars(tmdb))
    assert random_names == [flow.state]
    written = output.read()
    secrets = (*random_names, *issued)
    assert [secret for secret in secrets if any(secret in text for text in (*shown, *written.texts))] == []
    assert written.stderr == ""


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize("answer", ["error", "text", "drift", "reset", "unavailable", "harmless"])
def test_web_login_that_cannot_begin_shows_no_secret(
    random_names: list[str], output: Output, version: int, answer: str
) -> None:
    """Not even if TMDB's message repeats the address of the callback, which has the state."""
    address = "javascript:alert(1)" if answer == "harmless" else CALLBACK
    with EchoServer() as server, TMDB(TOKEN, base_url=server.base_url, max_retries=0) as tmdb:
        server.answer = answer
        auth: Any = tmdb.auth if version == 3 else tmdb.v4.auth
        with pytest.raises(TMDBError) as caught:
            auth.begin_login(address)
    written = output.read()
    [state] = random_names
    shown = (*texts_of(caught.value), *written.texts, written.stderr)
    assert not any(secret in text for secret in (state, TOKEN) for text in shown)


# Routes


def frames_of_routes(error: BaseException) -> Iterator[str]:
    """Yield the variables of our routes' frames. The framework's own object for the request shows its URL."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if Path(frame.f_code.co_filename).parent.name == "web" and "tmdb_facade" in frame.f_code.co_filename:
            yield repr({name: value for name, value in frame.f_locals.items() if name != "request"})


class Visit:
    """The responses of an application, and the errors that it has seen."""

    def __init__(self, framework: str, patch: pytest.MonkeyPatch) -> None:
        """Observe the default page of failures."""
        self.shown: list[str] = []
        self.cookies: list[str] = []
        self.module = f"tmdb_facade.web.{'django' if framework == 'django' else 'starlette'}"

        def text(error: TMDBError) -> str:
            self.fail(error)
            return failure_text(error)

        patch.setattr(f"{self.module}.failure_text", text)

    def fail(self, error: Exception) -> None:
        """Keep what an error shows."""
        self.shown += [*texts_of(error), *frames_of_routes(error)]

    def begin(self, browser: Browser) -> str:
        """Begin a login; return the approval URL, which is shown on purpose, as is the cookie."""
        response = browser.get("/tmdb/login")
        self.cookies += browser.cookies().values()
        url = response.headers["location"]
        shown = self._keep(response, dict(browser.cookies()))
        assert shown.count(url) == 1
        self.shown[-1] = shown.replace(url, "")
        return url

    def get(self, browser: Browser, path: str) -> int:
        """Request a page; return its status."""
        response = browser.get(path)
        self._keep(response, {})
        return response.status_code

    def _keep(self, response: httpx.Response, cookies: dict[str, str]) -> str:
        text = f"{response.headers.multi_items()} {response.text}"
        for value in cookies.values():
            text = text.replace(value, "")
        self.shown.append(text)
        return text


def deny_login(visit: Visit, browser: Browser, server: TMDBServer) -> None:
    callback = decide(server, visit.begin(browser), approved=False)
    assert visit.get(browser, callback) == 400


def repeat_callback(visit: Visit, browser: Browser, server: TMDBServer) -> None:
    callback = decide(server, visit.begin(browser))
    assert [visit.get(browser, callback) for _ in range(2)] == [200, 400]


def use_another_browser(visit: Visit, browser: Browser, server: TMDBServer) -> None:
    callback = decide(server, visit.begin(browser))
    other = browser.other()
    visit.begin(other)
    assert visit.get(other, callback) == 400


def change_state(visit: Visit, browser: Browser, server: TMDBServer) -> None:
    callback = decide(server, visit.begin(browser))
    assert visit.get(browser, callback.replace("state=", "state=x")) == 400
    assert visit.get(browser, callback.replace("state=", "other=")) == 400


def come_late(visit: Visit, browser: Browser, server: TMDBServer) -> None:
    callback = decide(server, visit.begin(browser))
    server.clock.advance(hours=2)
    assert visit.get(browser, callback) == 400


def meet_a_server_error(visit: Visit, browser: Browser, server: TMDBServer) -> None:
    url = visit.begin(browser)
    callback = decide(server, url)
    body = f'{{"status_code": 11, "status_message": "cannot use {token_in(url)}", "success": false}}'
    for version in (3, 4):
        server.faults.body(body, status=500, on=exchange(version))
    assert visit.get(browser, callback) == 400


def fail_to_begin(visit: Visit, browser: Browser, server: TMDBServer) -> None:
    for operation in ("auth_create_request_token", "v4_auth_create_request_token"):
        server.faults.status(500, on=operation)
    assert visit.get(browser, "/tmdb/login") == 400


def meet_a_fault_of_the_program(visit: Visit, browser: Browser, server: TMDBServer) -> None:
    callback = decide(server, visit.begin(browser))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("login_cookie", "used_cookie"):
            patch.setattr(f"{visit.module}.{name}", divide_by_zero)
        for path in ("/tmdb/login", callback):
            with pytest.raises(ZeroDivisionError) as caught:
                browser.get(path)
            visit.fail(caught.value)


def divide_by_zero(*arguments: object) -> None:
    raise ZeroDivisionError


VISITS = [
    deny_login,
    repeat_callback,
    use_another_browser,
    change_state,
    come_late,
    meet_a_server_error,
    fail_to_begin,
    meet_a_fault_of_the_program,
]


@pytest.mark.parametrize("visit", VISITS)
@pytest.mark.parametrize("options", [{"kind": "v3"}, {"kind": "v4+v3"}], ids=lambda each: each["kind"])
def test_routes_show_no_secret(
    framework: str,
    server: TMDBServer,
    browser: Browser,
    random_names: list[str],
    issued: list[str],
    output: Output,
    monkeypatch: pytest.MonkeyPatch,
    visit: Callable[[Visit, Browser, TMDBServer], None],
) -> None:
    """Visitors do not see one in a page or its headers, and neither does the program in an error or the log."""
    seen = Visit(framework, monkeypatch)
    visit(seen, browser, server)
    written = output.read()
    secrets = (*random_names, *issued, *seen.cookies, SECRET, server.access_token)
    shown = (*seen.shown, *written.texts, written.stderr)
    assert [secret for secret in secrets if any(secret in text for text in shown)] == []
