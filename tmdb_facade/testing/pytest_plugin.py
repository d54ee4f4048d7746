"""Fixtures for pytest: an embedded TMDB, clients on it, and cassettes. pytest loads this by itself.

    def test_titles(tmdb):
        assert tmdb.movies.details(550).title == "Fight Club"

The option `--tmdb-mode`, the ini option `tmdb_mode` or the marker `tmdb` decide what the clients talk to: `embedded`, a
server of one's own (the default), `cassette`, recorded answers, or `live`, TMDB itself. A test that takes `tmdb_server`,
`tmdb_user` or `tmdb_faults` has the embedded one in every mode, and one that takes `tmdb_cassette` its cassette.

This module is loaded in every run of pytest, so it imports next to nothing before a fixture is asked for.
"""

from __future__ import annotations

import functools
import inspect
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast, get_args

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from tmdb_facade import TMDB, AsyncTMDB
    from tmdb_facade.testing import Faults, TMDBServer, User

__all__ = [
    "Target",
    "async_tmdb",
    "tmdb",
    "tmdb_cassette",
    "tmdb_environment",
    "tmdb_faults",
    "tmdb_server",
    "tmdb_target",
    "tmdb_user",
]

Mode = Literal["embedded", "cassette", "live"]
Record = Literal["none", "embedded", "live"]

_EMBEDDED_ONLY = frozenset({"tmdb_server", "tmdb_user", "tmdb_faults"})
# What the person who runs the tests has set for other programs must not change what a test sees.
_SETTINGS = ("LANGUAGE", "REGION", "SESSION_ID", "BASE_URL", "PROXY", "TIMEOUT", "MAX_RETRIES")
_MARKER = "tmdb(mode=..., cassette=..., **options): what this test talks to, and options of its clients"


class Target(NamedTuple):
    """What a test talks to.

    Attributes:
        base_url: Where it is, as in `http://127.0.0.1:41234`; of cassettes and of TMDB itself, where TMDB is.
        access_token: A token that it accepts; None for TMDB itself, which takes the one of the environment.
        session_id: The session of the user in whose name the test acts, if it takes `tmdb_user`.
    """

    base_url: str
    access_token: str | None = None
    session_id: str | None = None

    def __repr__(self) -> str:
        """Show no credential."""
        return f"Target(base_url={self.base_url!r})"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of this plugin."""
    group = parser.getgroup("tmdb", "TMDB")
    group.addoption(
        "--tmdb-mode", choices=get_args(Mode), help="what tests talk to; the ini option tmdb_mode when not given"
    )
    group.addoption(
        "--tmdb-record",
        choices=get_args(Record),
        default="none",
        help="record the cassettes of the tests that run, from TMDB or from the embedded one (none: replay them)",
    )
    parser.addini("tmdb_mode", "what tests talk to: embedded, cassette or live", default="embedded")
    parser.addini("tmdb_catalogue", "folder with the catalogue of the embedded TMDB", type="string", default="")


def pytest_configure(config: pytest.Config) -> None:
    """Tell pytest of the marker, and refuse a mode that is none."""
    config.addinivalue_line("markers", _MARKER)
    _checked_mode(config.getini("tmdb_mode"))


def pytest_itemcollected(item: pytest.Item) -> None:
    """Have `async_tmdb` closed in the event loop of its test: no other can close its connections."""
    if not isinstance(item, pytest.Function) or "async_tmdb" not in item.fixturenames:
        return
    if inspect.iscoroutinefunction(item.obj):
        item.obj = _closing(item, item.obj)


def _closing(item: pytest.Function, test: Any) -> Any:
    @functools.wraps(test)
    async def closing(*args: Any, **kwargs: Any) -> None:
        async with cast("AsyncTMDB", item.funcargs["async_tmdb"]):
            await test(*args, **kwargs)

    return closing


@pytest.fixture(scope="session")
def tmdb_server(pytestconfig: pytest.Config) -> Generator[TMDBServer]:
    """An embedded TMDB that runs as long as the tests do; `tmdb` and its kin make it forget what tests before did."""
    from tmdb_facade.testing import TMDBServer, load

    folder: str = pytestconfig.getini("tmdb_catalogue")
    with TMDBServer(load(pytestconfig.rootpath / folder) if folder else None) as server:
        yield server


@pytest.fixture
def tmdb_user(request: pytest.FixtureRequest, _tmdb_fresh: TMDBServer) -> User:
    """A user of the embedded TMDB who is logged in, and in whose name `tmdb` and `async_tmdb` act."""
    return _tmdb_fresh.login("tester")


@pytest.fixture
def tmdb_faults(_tmdb_fresh: TMDBServer) -> Faults:
    """What the embedded TMDB is to do wrong in this test."""
    return _tmdb_fresh.faults


@pytest.fixture
def _tmdb_fresh(tmdb_server: TMDBServer) -> TMDBServer:
    tmdb_server.reset()
    return tmdb_server


@pytest.fixture
def tmdb_cassette(request: pytest.FixtureRequest) -> Generator[Any]:
    """The test's cassette: `cassettes/<module>/<test>.yaml` beside it, or what `@pytest.mark.tmdb(cassette=...)` names.

    It answers what is asked of TMDB with whichever client, sync or async; `--tmdb-record` records it.
    """
    from tmdb_facade import __version__
    from tmdb_facade.testing import Recording, use_cassette

    record = _record(request.config)
    if record == "live" and _needs_embedded(request):
        record = "embedded"
    source = {"live": "TMDB", "embedded": "the embedded TMDB"}.get(record)
    recording = Recording(source, f"tmdb-facade {__version__}", datetime.now(UTC).date()) if source else None
    with use_cassette(_cassette_path(request), record=recording) as cassette:
        yield cassette


@pytest.fixture
def tmdb_target(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Target:
    """What the test talks to, for programs and clients that are told by other means than `tmdb`."""
    from tmdb_facade._core.request.url import DEFAULT_BASE_URL
    from tmdb_facade.testing import make_credentials

    mode = _mode_of(request)
    if mode != "live":
        for name in _SETTINGS:
            monkeypatch.delenv(f"TMDB_{name}", raising=False)
    if mode == "cassette":
        request.getfixturevalue("tmdb_cassette")
        record = _record(request.config)
        if record == "none":
            return Target(DEFAULT_BASE_URL, make_credentials().access_token)
        mode = record
    if mode == "live":
        return Target(os.environ.get("TMDB_BASE_URL") or DEFAULT_BASE_URL)
    server: TMDBServer = request.getfixturevalue("_tmdb_fresh")
    if "tmdb_user" in request.fixturenames:
        user: User = request.getfixturevalue("tmdb_user")
        return Target(server.base_url, user.access_token, user.session_id)
    return Target(server.base_url, server.access_token)


@pytest.fixture
def tmdb_environment(tmdb_target: Target, monkeypatch: pytest.MonkeyPatch) -> Target:
    """`TMDB_BASE_URL` and `TMDB_ACCESS_TOKEN` for a program that makes its client itself; the same as `tmdb_target`."""
    monkeypatch.setenv("TMDB_BASE_URL", tmdb_target.base_url)
    if tmdb_target.access_token is not None:
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", tmdb_target.access_token)
    if tmdb_target.session_id is not None:
        monkeypatch.setenv("TMDB_SESSION_ID", tmdb_target.session_id)
    return tmdb_target


@pytest.fixture
def tmdb(request: pytest.FixtureRequest, tmdb_target: Target) -> Generator[TMDB]:
    """A client, with the options of `@pytest.mark.tmdb(...)`."""
    from tmdb_facade import TMDB

    with TMDB(**_options(request, tmdb_target)) as client:
        yield client


@pytest.fixture
def async_tmdb(request: pytest.FixtureRequest, tmdb_target: Target) -> AsyncTMDB:
    """An async client, with the options of `@pytest.mark.tmdb(...)`; it is closed when the test ends."""
    from tmdb_facade import AsyncTMDB

    return AsyncTMDB(**_options(request, tmdb_target))


def _options(request: pytest.FixtureRequest, target: Target) -> dict[str, Any]:
    given = {name: value for name, value in _marked(request).items() if name not in ("mode", "cassette")}
    return {**target._asdict(), **given}


def _marked(request: pytest.FixtureRequest) -> Mapping[str, Any]:
    """The arguments of the markers of a test, those of the nearest first."""
    node: pytest.Item = request.node
    arguments: dict[str, Any] = {}
    for marker in node.iter_markers("tmdb"):
        if marker.args:
            raise pytest.UsageError(f"{node.nodeid}: the marker tmdb takes keywords only: {_MARKER}")
        arguments = {**marker.kwargs, **arguments}
    return arguments


def _needs_embedded(request: pytest.FixtureRequest) -> bool:
    return not _EMBEDDED_ONLY.isdisjoint(request.fixturenames)


def _mode_of(request: pytest.FixtureRequest) -> Mode:
    if _needs_embedded(request):
        return "embedded"
    if "tmdb_cassette" in request.fixturenames:
        return "cassette"
    config = request.config
    return _checked_mode(_marked(request).get("mode") or config.getoption("tmdb_mode") or config.getini("tmdb_mode"))


def _record(config: pytest.Config) -> Record:
    return cast("Record", config.getoption("tmdb_record"))


def _checked_mode(mode: str) -> Mode:
    if mode in get_args(Mode):
        return cast("Mode", mode)
    raise pytest.UsageError(f"tmdb_mode is {mode!r}: choose {', '.join(get_args(Mode))}")


def _cassette_path(request: pytest.FixtureRequest) -> Path:
    folder = request.path.parent / "cassettes"
    named: str | None = _marked(request).get("cassette")
    if named is not None:
        return folder / named
    node: pytest.Item = request.node
    # What a parameter says may not do for a file.
    name = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in node.name)
    return folder / request.path.stem / f"{name}.yaml"
