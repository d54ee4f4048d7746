"""Record the tests' cassettes over HTTP (`make record`).

    python -m scripts.record [--live] [--output DIR] [SCENARIO ...]

Cassettes are recorded from an embedded TMDB. With --live (`make record LIVE=1`) they are recorded from the live TMDB, which
needs TMDB_ACCESS_TOKEN. Scenarios of users need TMDB_SESSION_ID (version 3) or TMDB_USER_ACCESS_TOKEN (version 4) and undo
their changes. A scenario that needs more, such as a person who approves a request token, is reported and skipped.

A cassette contains the calls of one scenario of `scripts/scenarios/`. The scenario also checks the answers: if one is not
as expected, the difference is printed and the cassette stays unchanged. Recording unchanged answers changes no file.
"""

from __future__ import annotations

import argparse
import ast
import base64
import json
import linecache
import os
import reprlib
import sys
import traceback
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest

from scripts.paths import ROOT
from scripts.scenarios._sync.scenarios import SCENARIOS
from scripts.scenarios._sync.source import MissingCredentialError, Source, User
from scripts.scenarios.embedded import Embedded
from tmdb_facade import TMDBError, __version__
from tmdb_facade._core.redaction import redact
from tmdb_facade.testing import Recording, TMDBServer, use_cassette

CASSETTES = ROOT / "tests" / "cassettes"

TMDB_HOSTS = (".themoviedb.org", ".tmdb.org")


class Live(Source):
    """The live TMDB, or the server at TMDB_BASE_URL."""

    def __init__(self, settings: Mapping[str, str]) -> None:
        """Read the credentials from `TMDB_*` settings."""
        super().__init__()
        self._settings = settings
        self.base_url = settings.get("TMDB_BASE_URL")
        host = urlsplit(self.base_url or "").hostname or "api.themoviedb.org"
        self.name = "TMDB" if f".{host}".endswith(TMDB_HOSTS) else host

    def _setting(self, name: str) -> str:
        if not (value := self._settings.get(name)):
            raise MissingCredentialError(f"{name} is not set")
        return value

    @property
    def access_token(self) -> str:
        """The application's access token."""
        return self._setting("TMDB_ACCESS_TOKEN")

    def session_id(self) -> str:
        """Return a user's session id."""
        return self._setting("TMDB_SESSION_ID")

    def user(self) -> User:
        """Return a version 4 user."""
        token = self._setting("TMDB_USER_ACCESS_TOKEN")
        return User(token, object_id(token))

    def login(self) -> tuple[str, str]:
        """Raise: a password does not belong in an environment variable."""
        raise MissingCredentialError("it needs a username and password")

    def approve(self, request_token: str) -> None:
        """Raise: approval needs a person and a browser."""
        raise MissingCredentialError("it needs a person who approves a request token")

    def deny(self, request_token: str) -> None:
        """Raise: denial needs a person and a browser."""
        raise MissingCredentialError("this scenario needs a person who denies a request token")


def object_id(token: str) -> str:
    """Return the account object id in a user's version 4 access token.

    Raises:
        MissingCredentialError: The token has none.
    """
    try:
        part = token.split(".")[1]
        subject = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))["sub"]
    except (IndexError, KeyError, TypeError, ValueError):
        raise MissingCredentialError("TMDB_USER_ACCESS_TOKEN is not a user's access token") from None
    return str(subject)


def main(arguments: list[str] | None = None) -> int:
    """Run the program.

    Returns:
        0, 1 if an answer was not as a scenario expects, or 2 if the arguments are invalid.
    """
    parser = argparse.ArgumentParser(prog="record", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--live", action="store_true", help="record from the live TMDB; needs TMDB_ACCESS_TOKEN")
    parser.add_argument("--output", type=Path, default=CASSETTES, metavar="DIR", help="the folder of the cassettes")
    parser.add_argument("scenarios", nargs="*", metavar="SCENARIO", help="record only these, such as movies/details")
    options = parser.parse_args(arguments)
    folder: Path = options.output
    names: list[str] = options.scenarios or list(SCENARIOS)
    if unknown := [name for name in names if name not in SCENARIOS]:
        parser.error(f"unknown scenario: {', '.join(unknown)}")
    if options.live and not os.environ.get("TMDB_ACCESS_TOKEN"):
        parser.error("--live needs TMDB_ACCESS_TOKEN")
    with open_source(live=options.live) as source:
        recording = Recording(source.name, f"tmdb-facade {__version__}", datetime.now(UTC).date())
        results = [record(name, folder / f"{name}.yaml", source, recording) for name in names]
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        if name not in SCENARIOS:
            path.unlink()
            print(f"removed       {name}: no scenario has that name")
    return 0 if all(results) else 1


@contextmanager
def open_source(*, live: bool) -> Generator[Embedded | Live]:
    """Yield the source to record from, without the environment's `TMDB_*` settings that would change the requests."""
    settings = {name: value for name, value in os.environ.items() if name.startswith("TMDB_")}
    with patch.dict(os.environ):
        for name in settings.keys() - {"TMDB_LOG", *(_CONNECTION_SETTINGS if live else ())}:
            del os.environ[name]
        if live:
            source = Live(settings)
            print(f"recording from {source.name}: the answers contain its texts; do not publish these cassettes")
            yield source
        else:
            with TMDBServer(images="tmdb") as server:
                yield Embedded(server)


# Settings of the connection to the live TMDB.
_CONNECTION_SETTINGS = ("TMDB_PROXY", "TMDB_TIMEOUT", "TMDB_MAX_RETRIES")


def record(name: str, path: Path, source: Source, recording: Recording) -> bool:
    """Record one scenario; return False if an answer was not as expected."""
    before = path.read_bytes() if path.exists() else None
    source.begin()
    try:
        with use_cassette(path, record=recording):
            SCENARIOS[name](source)
    except MissingCredentialError as error:
        print(f"not recorded  {name}: {error}")
        return True
    except (AssertionError, TMDBError, pytest.fail.Exception) as error:
        print(f"DIFFERENT     {name}, {difference(error, name.rpartition('/')[2])}")
        return False
    after = path.read_bytes()
    print(f"{'new' if before is None else 'unchanged' if before == after else 'changed':<13} {name}")
    return True


def difference(error: BaseException, scenario: str) -> str:
    """Return the line of the scenario that failed, and for a comparison both values."""
    shown = f"{type(error).__name__}: {error}"
    for frame, number in reversed(list(traceback.walk_tb(error.__traceback__))):
        if frame.f_code.co_name == scenario:
            line = linecache.getline(frame.f_code.co_filename, number).strip()
            return f"line {number}: {line}\n              {_compared_values(line, frame) or shown}"
    return shown


def _compared_values(line: str, frame: FrameType) -> str | None:
    """Return the values of all sides of a failed comparison, or None if the line is not a complete comparison."""
    with suppress(SyntaxError, ValueError):
        [statement] = ast.parse(line).body
        if isinstance(statement, ast.Assert) and isinstance(statement.test, ast.Compare):
            names = {**frame.f_globals, **frame.f_locals}
            sides = [statement.test.left, *statement.test.comparators]
            return " | ".join(redact(reprlib.repr(eval(ast.unparse(side), names))) for side in sides)
    return None


if __name__ == "__main__":
    sys.exit(main())
