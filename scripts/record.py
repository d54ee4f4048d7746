"""Record the tests' cassettes, over HTTP: `make record`.

    python -m scripts.record [--live] [--output DIR] [SCENARIO ...]

They are recorded from an embedded TMDB, and with --live (`make record LIVE=1`) from the real one, for which
TMDB_ACCESS_TOKEN is needed. Scenarios of users take TMDB_SESSION_ID (version 3) and TMDB_USER_ACCESS_TOKEN (version 4);
what they change they change back. What needs more, as somebody who approves a request token, is named, and its cassette
stays as it was.

What a cassette holds are the calls of a scenario in `scripts/scenarios/`; what must come back is checked meanwhile, so a
difference between what is expected and what comes is named here, and the cassette stays as it was. Recording the same
again changes nothing.
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
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest

from scripts.paths import ROOT
from scripts.scenarios._sync.scenarios import SCENARIOS
from scripts.scenarios._sync.source import NotGivenError, Source, User
from scripts.scenarios.embedded import Embedded
from tmdb_facade import TMDBError, __version__
from tmdb_facade._core.redaction import redact
from tmdb_facade.testing import Recording, TMDBServer, use_cassette

CASSETTES = ROOT / "tests" / "cassettes"

TMDB_HOSTS = (".themoviedb.org", ".tmdb.org")


class Live(Source):
    """The real TMDB, or what stands at TMDB_BASE_URL."""

    def __init__(self, settings: Mapping[str, str]) -> None:
        """Record with what the environment says."""
        super().__init__()
        self._settings = settings
        self.base_url = settings.get("TMDB_BASE_URL")
        host = urlsplit(self.base_url or "").hostname or "api.themoviedb.org"
        self.name = "TMDB" if f".{host}".endswith(TMDB_HOSTS) else host

    def _given(self, name: str) -> str:
        if not (value := self._settings.get(name)):
            raise NotGivenError(f"{name} is not set")
        return value

    @property
    def access_token(self) -> str:
        """The application's token."""
        return self._given("TMDB_ACCESS_TOKEN")

    def session_id(self) -> str:
        """Give the session of a user."""
        return self._given("TMDB_SESSION_ID")

    def user(self) -> User:
        """Give a user."""
        token = self._given("TMDB_USER_ACCESS_TOKEN")
        return User(token, object_id(token))

    def login(self) -> tuple[str, str]:
        """Give nothing: nobody's password belongs into an environment."""
        raise NotGivenError("it needs a user's name and password")

    def approve(self, request_token: str) -> None:
        """Approve nothing: that takes a person and a browser."""
        raise NotGivenError("it needs a person who approves a request token")

    def deny(self, request_token: str) -> None:
        """Refuse nothing: that takes a person too."""
        raise NotGivenError("it needs a person who refuses a request token")


def object_id(token: str) -> str:
    """Read from a user's version 4 token whose it is.

    Raises:
        NotGivenError: It does not say so.
    """
    try:
        part = token.split(".")[1]
        subject = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))["sub"]
    except (IndexError, KeyError, TypeError, ValueError):
        raise NotGivenError("TMDB_USER_ACCESS_TOKEN does not say whose it is") from None
    return str(subject)


def main(arguments: list[str] | None = None) -> int:
    """Run the program.

    Returns:
        0, or 1 when something else came back than a scenario expects, or 2 when there is nothing to record from.
    """
    parser = argparse.ArgumentParser(prog="record", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--live", action="store_true", help="record from the real TMDB, with TMDB_ACCESS_TOKEN")
    parser.add_argument("--output", type=Path, default=CASSETTES, metavar="DIR", help="where the cassettes are")
    parser.add_argument("scenarios", nargs="*", metavar="SCENARIO", help="record only these, as in movies/details")
    options = parser.parse_args(arguments)
    folder: Path = options.output
    wanted: list[str] = options.scenarios or list(SCENARIOS)
    if unknown := [name for name in wanted if name not in SCENARIOS]:
        parser.error(f"no scenario is called {', '.join(unknown)}")
    if options.live and not os.environ.get("TMDB_ACCESS_TOKEN"):
        parser.error("--live needs TMDB_ACCESS_TOKEN")
    with where_from(live=options.live) as source:
        recording = Recording(source.name, f"tmdb-facade {__version__}", datetime.now(UTC).date())
        results = [record(name, folder / f"{name}.yaml", source, recording) for name in wanted]
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        if name not in SCENARIOS:
            path.unlink()
            print(f"removed       {name}: no scenario has that name")
    return 0 if all(results) else 1


@contextmanager
def where_from(*, live: bool) -> Generator[Embedded | Live]:
    """Choose what to record from, with nothing of the environment's that could change what is asked."""
    settings = {name: value for name, value in os.environ.items() if name.startswith("TMDB_")}
    harmless = {"TMDB_LOG", *(_TRANSPORT if live else ())}
    kept = {name: value for name, value in os.environ.items() if name not in settings or name in harmless}
    with patch.dict(os.environ, kept, clear=True):
        if live:
            source = Live(settings)
            print(
                f"recording from {source.name}: answers hold its texts, so compare the cassettes, do not publish them"
            )
            yield source
        else:
            with TMDBServer() as server:
                yield Embedded(server)


# How the live TMDB is reached.
_TRANSPORT = ("TMDB_PROXY", "TMDB_TIMEOUT", "TMDB_MAX_RETRIES")


def record(name: str, path: Path, source: Source, recording: Recording) -> bool:
    """Record one scenario.

    Returns:
        Whether nothing came back that it does not expect.
    """
    before = path.read_bytes() if path.exists() else None
    source.begin()
    try:
        with use_cassette(path, record=recording):
            SCENARIOS[name](source)
    except NotGivenError as error:
        print(f"not recorded  {name}: {error}")
        return True
    except (AssertionError, TMDBError, pytest.fail.Exception) as error:
        print(f"DIFFERENT     {name}, {difference(error, name.rpartition('/')[2])}")
        return False
    after = path.read_bytes()
    print(f"{'new' if before is None else 'unchanged' if before == after else 'changed':<13} {name}")
    return True


def difference(error: BaseException, scenario: str) -> str:
    """Say where something else came back than a scenario expects, and of a failed comparison what it was."""
    for frame, number in reversed(list(traceback.walk_tb(error.__traceback__))):
        if frame.f_code.co_name == scenario:
            line = linecache.getline(frame.f_code.co_filename, number).strip()
            return f"line {number}: {line}\n              {_came(line, frame) or f'{type(error).__name__}: {error}'}"
    return f"{type(error).__name__}: {error}"


def _came(line: str, frame: FrameType) -> str | None:
    """Evaluate both sides of a comparison that does not hold."""
    match _statement(line):
        case ast.Assert(test=ast.Compare(left=left, comparators=[right])):
            known = {**frame.f_globals, **frame.f_locals}
            return " | ".join(redact(reprlib.repr(eval(ast.unparse(side), known))) for side in (left, right))
        case _:
            return None


def _statement(line: str) -> ast.stmt | None:
    try:
        return ast.parse(line).body[0]
    except (IndexError, SyntaxError):
        return None


if __name__ == "__main__":
    sys.exit(main())
