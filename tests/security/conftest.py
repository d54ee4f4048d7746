"""Fixtures: the engines, the web applications, a login's loopback server, and what a test writes and logs."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from tests.engines.conftest import observer as observer
from tests.facade.test_callback_server import opened as opened
from tests.facade.test_callback_server import woken as woken
from tests.web.conftest import browser as browser
from tests.web.conftest import framework as framework
from tests.web.conftest import options as options
from tests.web.conftest import server as server
from tmdb_facade.testing import TMDBServer

#: The embedded TMDB and the tests' own browsers, which show their own requests.
_OTHER_LOGGERS = ("httpx", "httpcore", "uvicorn")


class Written(NamedTuple):
    """What was written since the last reading.

    Attributes:
        texts: The messages of the log and of warnings, and stdout.
        stderr: What was written to stderr.
    """

    texts: list[str]
    stderr: str


class Output:
    """The log, the warnings, and the streams of a test."""

    def __init__(
        self, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], recwarn: pytest.WarningsRecorder
    ) -> None:
        caplog.set_level(logging.DEBUG)
        self._caplog = caplog
        self._capfd = capfd
        self._warnings = recwarn

    def read(self) -> Written:
        """Return what was written."""
        streams = self._capfd.readouterr()
        records = [record for record in self._caplog.records if not record.name.startswith(_OTHER_LOGGERS)]
        logged = [f"{record.getMessage()} {record.exc_text or ''}" for record in records]
        return Written([*logged, *(str(warning.message) for warning in self._warnings), streams.out], streams.err)


@pytest.fixture
def output(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], recwarn: pytest.WarningsRecorder
) -> Output:
    """Return what the test writes and logs, and its warnings, which are not errors then."""
    return Output(caplog, capfd, recwarn)


@pytest.fixture
def random_names(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the random paths, and the states, of all logins."""
    names: list[str] = []
    make = secrets.token_urlsafe

    def record(size: int | None = None) -> str:
        names.append(make(size))
        return names[-1]

    monkeypatch.setattr(secrets, "token_urlsafe", record)
    monkeypatch.setattr("tmdb_facade._core.signing_in.login_flow.token_urlsafe", record)
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
