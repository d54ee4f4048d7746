"""Logins through every way on which they show something: the log, stderr, warnings, errors, frames and the browser's command.

The approval URL, which stderr and `on_url` show on purpose, is the only place with a request token.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable
from typing import Any

import pytest
import segno

from tests.facade.fake_browser import FakeBrowser
from tests.facade.support import TOKEN
from tests.security.conftest import Output
from tests.security.echo_server import EchoServer
from tests.security.test_secrets import texts_of
from tests.web.browser import token_in
from tmdb_facade import TMDB, ResponseEvent, TMDBError
from tmdb_facade.testing import TMDBServer


class FailingStore:
    """A store that fails when it saves."""

    def load(self, profile: str) -> None:
        """Contain nothing."""

    def save(self, profile: str, user: object) -> None:
        """Fail."""
        raise PermissionError("the disk is full")


def fail(url: str) -> None:
    raise ZeroDivisionError


def fail_to_open(url: str) -> bool:
    raise ZeroDivisionError


def end_program(url: str) -> None:
    sys.exit()


def do_nothing(url: str) -> None:
    pass


LOGINS: dict[str, dict[str, Any]] = {
    "approved": {"open_browser": FakeBrowser},
    "denied": {"open_browser": lambda: FakeBrowser("deny")},
    "not stored": {"open_browser": FakeBrowser, "store": FailingStore()},
    "not decided": {"open_browser": lambda: FakeBrowser("look"), "on_url": do_nothing, "timeout": 0.5},
    "not shown": {"open_browser": lambda: FakeBrowser("look"), "on_url": fail},
    "not opened": {"open_browser": lambda: fail_to_open},
    "interrupted": {"open_browser": lambda: FakeBrowser("look"), "on_url": end_program},
}


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize("ending", LOGINS)
def test_login_shows_no_secret(
    server: TMDBServer,
    random_names: list[str],
    issued: list[str],
    output: Output,
    version: int,
    ending: str,
) -> None:
    shown: list[str] = []
    options: dict[str, Any] = {"timeout": 60, **LOGINS[ending]}
    browser = options["open_browser"] = options["open_browser"]()

    def show(event: object) -> None:
        shown.append(f"{event!r} {event}")

    with TMDB(server.access_token, base_url=server.base_url, on_request=show, on_response=show) as tmdb:
        login: Callable[..., object] = tmdb.auth.login if version == 3 else tmdb.v4.auth.login
        try:
            shown.append(repr(login(**options)))
        except BaseException as error:  # noqa: BLE001  (its texts are the subject)
            shown += texts_of(error)
        shown.append(repr(vars(tmdb)))
    if isinstance(browser, FakeBrowser):
        assert browser.is_done.wait(60)
    written = output.read()
    assert len(random_names) == 3
    assert issued
    found = [secret for secret in (*random_names, *issued) for text in (*shown, *written.texts) if secret in text]
    assert found == []
    assert not any(name in written.stderr for name in random_names)


@pytest.mark.parametrize("answer", ["error", "text", "drift", "unavailable"])
def test_login_that_cannot_begin_shows_no_address_of_its_server(
    random_names: list[str], output: Output, answer: str
) -> None:
    """Not even if TMDB's message repeats the address of the callback."""
    with EchoServer() as server, TMDB(TOKEN, base_url=server.base_url, max_retries=0) as tmdb:
        server.answer = answer
        with pytest.raises(TMDBError) as caught:
            tmdb.v4.auth.login(open_browser=FakeBrowser())
    written = output.read()
    assert len(random_names) == 3
    shown = (*texts_of(caught.value), *written.texts, written.stderr)
    assert not any(name in text for name in random_names for text in shown)


class Terminal(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


def open_nothing(url: str) -> bool:
    return False


def short_delay(polls: int, *, is_redirected: bool) -> float:
    return 0.01


def qr_code_of(url: str) -> str:
    """Return the QR code of a URL, as a terminal shows it."""
    text = io.StringIO()
    segno.make_qr(url, error="l").terminal(text, border=2, compact=True)
    return text.getvalue()


@pytest.mark.parametrize("version", [3, 4])
def test_terminal_shows_the_approval_url_in_both_forms_and_nothing_else(
    server: TMDBServer,
    random_names: list[str],
    issued: list[str],
    output: Output,
    monkeypatch: pytest.MonkeyPatch,
    version: int,
) -> None:
    """The QR code is that of the URL. TMDB's tokens of version 4 contain the callback's address, those of version 3 do not."""
    terminal = Terminal()
    urls: list[str] = []

    def approve(event: ResponseEvent) -> None:
        if not urls and event.request.operation in ("auth_create_session", "v4_auth_create_access_token"):
            urls.extend(re.findall(r"http\S+", terminal.getvalue()))
            server.approve(token_in(urls[0]))

    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((400, 200)))
    monkeypatch.setattr("tmdb_facade._sync.signing_in.login.poll_delay", short_delay)
    with (
        monkeypatch.context() as patched,
        TMDB(server.access_token, base_url=server.base_url, on_response=approve) as tmdb,
    ):
        patched.setattr(sys, "stderr", terminal)
        login: Callable[..., object] = tmdb.auth.login if version == 3 else tmdb.v4.auth.login
        login(open_browser=open_nothing, app_name="Ada", timeout=60)
    [url] = urls
    expected = f"To sign in to Ada, approve it in a browser at\n\n    {url}\n\n{qr_code_of(url)}\n"
    assert terminal.getvalue() == expected
    assert not any(name in url for name in random_names)
    assert [secret for secret in issued if secret in url] == [token_in(url)]
    written = output.read()
    assert not any(secret in text for secret in (*random_names, *issued) for text in (*written.texts, written.stderr))
    assert written.stderr == ""
