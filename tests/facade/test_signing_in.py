"""Decisions of logins: delays, time limits, conclusions from errors, the surroundings, names and pages."""

from __future__ import annotations

import asyncio
import io
import os
import sys
import threading
from datetime import UTC, datetime, timedelta
from math import inf
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmdb_facade import (
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    AuthorizationPendingError,
    InvalidAnswerError,
    InvalidArgumentError,
    LoginDeniedError,
    LoginExpiredError,
    LoginTimeoutError,
    LoginUnavailableError,
    RateLimitError,
    ServerError,
    TMDBCode,
    TMDBError,
)
from tmdb_facade._core.signing_in.http_head import HeadError, is_complete, parse_head
from tmdb_facade._core.signing_in.limits import TimeLimit, poll_delay, seconds_until
from tmdb_facade._core.signing_in.options import read_login_options
from tmdb_facade._core.signing_in.outcomes import LoginOutcome, conclude, outcome_of
from tmdb_facade._core.signing_in.pages import outcome_page
from tmdb_facade._core.signing_in.secret import Secret, without_frames
from tmdb_facade._core.signing_in.surroundings import has_local_browser, program_name
from tmdb_facade._runtime.http import is_in_process
from tmdb_facade._runtime.login_browser import BrowserOpening, print_approval_url, qr_code
from tmdb_facade.testing import TMDBServer

URL = Secret("https://www.themoviedb.org/authenticate/5ec2e7")


def test_poll_delays_grow_from_two_to_ten_seconds() -> None:
    assert [poll_delay(polls) for polls in range(6)] == [2, 3, 4.5, 6.75, 10, 10]
    assert poll_delay(1_000_000) == 10
    assert poll_delay(0, is_redirected=True) == 10


@pytest.mark.parametrize(
    ("expires_in", "expected"),
    [(timedelta(minutes=60), 3600), (timedelta(seconds=-1), 900), (timedelta(0), 900), (None, 900)],
)
def test_new_token_never_counts_as_expired(expires_in: timedelta | None, expected: float) -> None:
    """Not even if this machine's clock is ahead of TMDB's."""
    now = datetime(2026, 8, 7, tzinfo=UTC)
    assert seconds_until(None if expires_in is None else now + expires_in, now, 900) == expected


def test_time_limit_ends_with_the_first_of_both_limits() -> None:
    assert TimeLimit(300, 1300, 1200).left(1100) == 100
    assert TimeLimit(300, 1300, 1400).left(1100) == 200
    assert TimeLimit(300, 1300).left(1400) == 0
    assert TimeLimit(300, 1300).request_seconds(1400) == 5
    assert TimeLimit(300, 1300, inf).error(1299, None) is None
    assert isinstance(TimeLimit(300, 1300, 1400).error(1300, None), LoginTimeoutError)
    assert isinstance(TimeLimit(300, 1300, 1200).error(1200, None), LoginExpiredError)
    assert str(TimeLimit(300, 1300).error(1300, "HTTP 503")).endswith("; the latest request failed: HTTP 503")


def not_retryable(error: APIConnectionError | InvalidAnswerError) -> TMDBError:
    error.is_retryable = False
    return error


GOES_ON: tuple[TMDBError, ...] = (
    APIConnectionError("no"),
    APITimeoutError("no"),
    ServerError("no", http_status=503),
    RateLimitError("no", http_status=429),
    InvalidAnswerError("no"),
    AuthorizationPendingError("no", http_status=422, code=41),
)
ENDS: tuple[TMDBError, ...] = (
    not_retryable(APIConnectionError("untrusted certificate")),
    not_retryable(InvalidAnswerError("no session")),
    AuthenticationError("no", http_status=401, code=TMDBCode.INVALID_API_KEY),
    AuthenticationError("no", http_status=401),
)


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize("is_called", [False, True])
def test_conclude_goes_on_after_temporary_errors_only(version: int, is_called: bool) -> None:
    for error in GOES_ON:
        assert conclude(error, version, is_called=is_called) is None
    for error in ENDS:
        assert conclude(error, version, is_called=is_called) is error
    used = conclude(AuthenticationError("no", http_status=401, code=33), version, is_called=is_called)
    assert isinstance(used, LoginExpiredError)


@pytest.mark.parametrize(
    ("version", "is_called", "is_denied"), [(3, False, False), (3, True, True), (4, False, True), (4, True, True)]
)
def test_code_17_of_version_3_means_denied_only_after_a_decision(
    version: int, is_called: bool, is_denied: bool
) -> None:
    concluded = conclude(AuthenticationError("no", http_status=401, code=17), version, is_called=is_called)
    assert isinstance(concluded, LoginDeniedError) is is_denied
    assert (concluded is None) is not is_denied


def test_outcome_of_an_error_is_what_the_page_says() -> None:
    errors = LoginDeniedError("no"), LoginExpiredError("no"), LoginTimeoutError("no"), LoginUnavailableError("no")
    assert [outcome_of(error) for error in (*errors, OSError())] == [
        LoginOutcome.DENIED,
        LoginOutcome.EXPIRED,
        LoginOutcome.FAILED,
        LoginOutcome.FAILED,
        LoginOutcome.FAILED,
    ]


@pytest.mark.parametrize(
    ("environ", "platform", "files", "expected"),
    [
        ({}, "darwin", (), True),
        ({}, "win32", (), True),
        ({"DISPLAY": ":0"}, "linux", (), True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", (), True),
        ({"BROWSER": "firefox"}, "linux", (), True),
        ({}, "linux", (), False),
        ({"DISPLAY": ""}, "linux", (), False),
        ({"DISPLAY": ":10", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, "linux", (), False),
        ({"SSH_TTY": "/dev/ttys001"}, "darwin", (), False),
        ({"DISPLAY": ":0"}, "linux", ("/.dockerenv",), False),
        ({"DISPLAY": ":0", "container": "podman"}, "linux", (), False),
        ({"DISPLAY": ":0", "KUBERNETES_SERVICE_HOST": "10.0.0.1"}, "linux", (), False),
    ],
)
def test_browser_is_local_unless_the_environment_says_otherwise(
    environ: dict[str, str], platform: str, files: tuple[str, ...], expected: bool
) -> None:
    assert has_local_browser(environ, platform, files.__contains__) is expected


@pytest.mark.parametrize(
    ("argument", "name"),
    [
        ("/srv/ada/watchlist.py", "watchlist"),
        ("/usr/bin/watchlist", "watchlist"),
        ("/lib/python3/site-packages/watchlist/__main__.py", "watchlist"),
        ("", "A Python program"),
        ("-c", "A Python program"),
        ("/srv/ada/watch\nlist\udcff.py", "watchlist"),
        ("/srv/ada/\n.py", "A Python program"),
        ("-m", "A Python program"),
        ("/x/" + "a" * 100 + ".py", "a" * 60),
    ],
)
def test_program_name_is_that_of_its_file(argument: str, name: str) -> None:
    assert program_name(argument) == name


@given(st.binary(max_size=300))
def test_any_bytes_are_a_head_or_an_error_with_a_status(data: bytes) -> None:
    try:
        outcome: str | int = parse_head(data).path[:1]
    except HeadError as error:
        outcome = error.status
    assert outcome in ("/", 400)


def test_head_is_complete_with_its_empty_line() -> None:
    head = b"GET /a?b=c HTTP/1.1\r\nHOST: 127.0.0.1:80 \r\n\r\n"
    assert not is_complete(head[:-1])
    assert is_complete(head)
    assert parse_head(head) == ("GET", "/a", "127.0.0.1:80")


@pytest.mark.parametrize("outcome", [*LoginOutcome, None])
def test_page_names_the_program_without_its_markup(outcome: LoginOutcome | None) -> None:
    page = outcome_page("<i>&$name", outcome)
    assert "<strong>&lt;i&gt;&amp;$name</strong>" in page
    assert "<i>" not in page


def test_secret_has_no_repr_and_can_be_erased() -> None:
    secret = Secret("5ec2e7")
    assert "5ec2e7" not in f"{secret!r} {secret}"
    secret.erase()
    with pytest.raises(RuntimeError, match="erased"):
        secret.get()


def test_errors_without_frames_have_none_in_their_causes() -> None:
    def fail() -> None:
        try:
            raise OSError
        except OSError as error:
            raise ValueError("wrong") from error

    with pytest.raises(ValueError, match="wrong") as caught:
        fail()
    error = caught.value
    without_frames(error)
    assert error.__traceback__ is None
    assert error.__cause__ is not None
    assert error.__cause__.__traceback__ is None


class Terminal(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


def written(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *, is_opened: bool, columns: int = 200) -> str:
    """Return what is written about a login to stderr."""
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((columns, 60)))
    monkeypatch.setattr(sys, "stderr", stream)
    assert print_approval_url(URL, "Ada", is_opened=is_opened)
    return stream.getvalue()


def test_terminal_gets_a_qr_code_only_if_no_browser_was_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    text = written(monkeypatch, Terminal(), is_opened=False)
    assert URL.get() in text
    assert "▄" in text
    assert "▄" not in written(monkeypatch, Terminal(), is_opened=True)
    assert "▄" not in written(monkeypatch, io.StringIO(), is_opened=False)
    assert "▄" not in written(monkeypatch, Terminal(), is_opened=False, columns=20)


def test_terminal_without_block_characters_gets_the_url_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Ascii(Terminal):
        def write(self, text: str) -> int:
            return super().write(text.encode("ascii").decode())

    assert URL.get() in written(monkeypatch, Ascii(), is_opened=False)


def test_qr_code_needs_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    size = os.terminal_size((200, 60))
    assert qr_code(URL, size) is not None
    monkeypatch.setitem(sys.modules, "segno", None)
    assert qr_code(URL, size) is None


def test_transport_in_this_process_is_recognized() -> None:
    import httpx

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200)

    assert is_in_process(httpx.MockTransport(answer))
    assert is_in_process(TMDBServer().transport)
    with httpx.HTTPTransport() as transport:
        assert not is_in_process(transport)


@pytest.mark.parametrize("value", [" ", 'firefox "%s'])
def test_malformed_browser_variable_opens_no_browser(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """`webbrowser` reads the variable when it is first used, and raises other errors than its own."""
    monkeypatch.setenv("BROWSER", value)
    monkeypatch.delitem(sys.modules, "webbrowser", raising=False)
    is_known = threading.Event()
    opening = BrowserOpening(None, URL, is_known.set)
    assert is_known.wait(30)
    assert (opening.is_opened, opening.error) == (False, None)


@pytest.mark.parametrize("name", ["open_browser", "on_url"])
def test_coroutine_functions_of_a_login_are_rejected(name: str) -> None:
    """Nobody would await them, and the user would never see the URL."""
    functions: dict[str, Any] = {"open_browser": True, "on_url": None, name: asyncio.sleep}
    with pytest.raises(InvalidArgumentError, match=f"{name} must be .*without async"):
        read_login_options(60, True, functions["open_browser"], functions["on_url"], "Tests", None, "default")
