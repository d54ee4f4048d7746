"""Logins through every way on which they show something: the log, stderr, warnings, errors, frames and the browser's command.

The approval URL, which stderr and `on_url` show on purpose, is the only place with a request token.
"""

from __future__ import annotations

import logging
import secrets
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.facade.fake_browser import FakeBrowser
from tests.security.test_secrets import texts_of
from tmdb_facade import TMDB
from tmdb_facade.testing import TMDBServer


@pytest.fixture
def server() -> Iterator[TMDBServer]:
    with TMDBServer() as server:
        yield server


@pytest.fixture
def random_names(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the random paths of all logins."""
    names: list[str] = []
    make = secrets.token_urlsafe

    def record(size: int | None = None) -> str:
        names.append(make(size))
        return names[-1]

    monkeypatch.setattr(secrets, "token_urlsafe", record)
    return names


@pytest.fixture
def issued(server: TMDBServer, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return all secrets that the server issues."""
    values: list[str] = []
    for name in ("secret", "token"):
        make: Callable[..., str] = getattr(server.state, name)

        def record(*args: Any, make: Callable[..., str] = make, **kwargs: Any) -> str:
            values.append(make(*args, **kwargs))
            return values[-1]

        monkeypatch.setattr(server.state, name, record)
    return values


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
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    version: int,
    ending: str,
) -> None:
    caplog.set_level(logging.DEBUG)
    shown: list[str] = []
    options: dict[str, Any] = {"timeout": 60, **LOGINS[ending]}
    browser = options["open_browser"] = options["open_browser"]()

    def show(event: object) -> None:
        shown.append(f"{event!r} {event}")

    with (
        warnings.catch_warnings(record=True) as caught,
        TMDB(server.access_token, base_url=server.base_url, on_request=show, on_response=show) as tmdb,
    ):
        warnings.simplefilter("always")
        login: Callable[..., object] = tmdb.auth.login if version == 3 else tmdb.v4.auth.login
        try:
            shown.append(repr(login(**options)))
        except BaseException as error:  # noqa: BLE001  (its texts are the subject)
            shown += texts_of(error)
        shown.append(repr(vars(tmdb)))
    if isinstance(browser, FakeBrowser):
        assert browser.is_done.wait(60)
    written = capfd.readouterr()
    shown += [str(warning.message) for warning in caught]
    # The fake browser and the server log their own requests.
    shown += [
        record.getMessage() for record in caplog.records if not record.name.startswith(("httpx", "httpcore", "uvicorn"))
    ]
    assert len(random_names) == 3
    assert issued
    found = [secret for secret in (*random_names, *issued) for text in (*shown, written.out) if secret in text]
    assert found == []
    assert not any(name in written.err for name in random_names)
