"""Fixtures for pytest: an embedded TMDB server, clients that use it, and cassettes.

pytest loads this plugin automatically:

    def test_titles(tmdb):
        assert tmdb.movies.details(550).title == "Fight Club"

The option `--tmdb-mode`, the ini option `tmdb_mode` or the marker `tmdb` selects what the clients connect to:
`embedded` (the default) is a local server, `cassette` replays recorded answers, `live` is TMDB itself. Tests that use
`tmdb_server`, `tmdb_user`, `tmdb_faults` or `tmdb_intercept` always run against the embedded server; tests that use
`tmdb_cassette` always run against their cassette.

pytest imports this module in every run, so it imports other modules only inside fixtures.
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
    "tmdb_intercept",
    "tmdb_server",
    "tmdb_target",
    "tmdb_user",
]

Mode = Literal["embedded", "cassette", "live"]
Record = Literal["none", "embedded", "live"]

_EMBEDDED_ONLY = frozenset({"tmdb_server", "tmdb_user", "tmdb_faults", "tmdb_intercept"})
# Settings in the developer's environment must not change the result of a test.
_SETTINGS = ("LANGUAGE", "REGION", "SESSION_ID", "BASE_URL", "PROXY", "TIMEOUT", "MAX_RETRIES")
# The server of a test, and the number of its last requests in the report of a failure.
_server: pytest.StashKey[TMDBServer] = pytest.StashKey()
_SHOWN = 20
_MARKER = "tmdb(mode=..., cassette=..., **options): the TMDB that this test uses, and options of its clients"


class Target(NamedTuple):
    """Base URL and credentials of the TMDB that a test uses.

    Attributes:
        base_url: The base URL, such as `http://127.0.0.1:41234`; TMDB's own for cassettes and live tests.
        access_token: An accepted access token; None for live tests, which use the token of the environment.
        session_id: The session of the test's user, if the test uses `tmdb_user`.
    """

    base_url: str
    access_token: str | None = None
    session_id: str | None = None

    def __repr__(self) -> str:
        """Return a representation without credentials."""
        return f"Target(base_url={self.base_url!r})"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of this plugin."""
    group = parser.getgroup("tmdb", "TMDB")
    group.addoption(
        "--tmdb-mode", choices=get_args(Mode), help="the TMDB that tests use (default: the ini option tmdb_mode)"
    )
    group.addoption(
        "--tmdb-record",
        choices=get_args(Record),
        default="none",
        help="record the cassettes of the selected tests from the embedded server or from TMDB (none: replay them)",
    )
    parser.addini("tmdb_mode", "the TMDB that tests use: embedded, cassette or live", default="embedded")
    parser.addini(
        "tmdb_catalogue",
        "folders of the embedded server's catalogue, one a line; 'builtin' is the built-in one, and the last one wins",
        type="linelist",
        default=[],
    )
    parser.addini("tmdb_any_key", "accept any API key in the embedded server", type="bool", default=False)


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker, and validate the configured mode."""
    config.addinivalue_line("markers", _MARKER)
    _validated_mode(config.getini("tmdb_mode"))


def pytest_itemcollected(item: pytest.Item) -> None:
    """Reset the server before each test, and close `async_tmdb` in the event loop of its test, as no other loop can."""
    names = item.fixturenames if isinstance(item, pytest.Function) else []
    if "tmdb_server" in names and "_tmdb_fresh" not in names:
        # First, so that what other fixtures of the test add to the server stays.
        names.insert(0, "_tmdb_fresh")
    if isinstance(item, pytest.Function) and "async_tmdb" in names and inspect.iscoroutinefunction(item.obj):
        item.obj = _closing(item, item.obj)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add the requests that the embedded server received to the report of a failed test."""
    report = yield
    server = item.stash.get(_server, None)
    if report.failed and report.when == "call" and server is not None and server.requests:
        lines = [f"{one!r}"[1:-1] + (f" ({one.hint})" if one.hint else "") for one in server.requests[-_SHOWN:]]
        report.sections.append(("Requests to the embedded TMDB", "\n".join(lines)))
    return report


def _closing(item: pytest.Function, test: Any) -> Any:
    @functools.wraps(test)
    async def closing(*args: Any, **kwargs: Any) -> None:
        async with cast("AsyncTMDB", item.funcargs["async_tmdb"]):
            await test(*args, **kwargs)

    return closing


@pytest.fixture(scope="session")
def tmdb_server(pytestconfig: pytest.Config) -> Generator[TMDBServer]:
    """Start an embedded TMDB server for the test session. It is reset before each test that uses it."""
    from tmdb_facade.testing import Catalogue, TMDBServer

    folders: list[str] = pytestconfig.getini("tmdb_catalogue")
    catalogue = Catalogue.from_folders(*folders, root=pytestconfig.rootpath) if folders else None
    with TMDBServer(catalogue, any_key=pytestconfig.getini("tmdb_any_key")) as server:
        yield server


@pytest.fixture
def tmdb_user(request: pytest.FixtureRequest, _tmdb_fresh: TMDBServer) -> User:
    """Return a logged-in user of the embedded server; `tmdb` and `async_tmdb` use this user's session."""
    return _tmdb_fresh.login("tester")


@pytest.fixture
def tmdb_faults(_tmdb_fresh: TMDBServer) -> Faults:
    """Return the faults of the embedded server, empty at the start of each test."""
    return _tmdb_fresh.faults


@pytest.fixture
def tmdb_intercept(_tmdb_fresh: TMDBServer) -> Generator[TMDBServer]:
    """Send the connections of this process to TMDB's hosts to the embedded server, for code with a fixed host.

    The value is the server. See `TMDBServer.intercept` for the libraries that this works for.
    """
    with _tmdb_fresh.intercept():
        yield _tmdb_fresh


@pytest.fixture
def _tmdb_fresh(request: pytest.FixtureRequest, tmdb_server: TMDBServer) -> TMDBServer:
    tmdb_server.reset()
    node: pytest.Item = request.node
    node.stash[_server] = tmdb_server
    return tmdb_server


@pytest.fixture
def tmdb_cassette(request: pytest.FixtureRequest) -> Generator[Any]:
    """Replay the test's cassette, or record it with `--tmdb-record`.

    The file is `cassettes/<module>/<test>.yaml` beside the test, or the one that `@pytest.mark.tmdb(cassette=...)` names.
    It answers the requests of any client, sync or async.
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
    """Return base URL and credentials of the test's TMDB, for code that does not use the `tmdb` fixture."""
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
    """Set `TMDB_BASE_URL` and `TMDB_ACCESS_TOKEN` for code that creates its own client; return `tmdb_target`."""
    monkeypatch.setenv("TMDB_BASE_URL", tmdb_target.base_url)
    if tmdb_target.access_token is not None:
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", tmdb_target.access_token)
    if tmdb_target.session_id is not None:
        monkeypatch.setenv("TMDB_SESSION_ID", tmdb_target.session_id)
    return tmdb_target


@pytest.fixture
def tmdb(request: pytest.FixtureRequest, tmdb_target: Target) -> Generator[TMDB]:
    """Return a client with the options of `@pytest.mark.tmdb(...)`."""
    from tmdb_facade import TMDB

    with TMDB(**_options(request, tmdb_target)) as client:
        yield client


@pytest.fixture
def async_tmdb(request: pytest.FixtureRequest, tmdb_target: Target) -> AsyncTMDB:
    """Return an async client with the options of `@pytest.mark.tmdb(...)`; it is closed when the test ends."""
    from tmdb_facade import AsyncTMDB

    return AsyncTMDB(**_options(request, tmdb_target))


def _options(request: pytest.FixtureRequest, target: Target) -> dict[str, Any]:
    options = {name: value for name, value in _marker_arguments(request).items() if name not in ("mode", "cassette")}
    return {**target._asdict(), **options}


def _marker_arguments(request: pytest.FixtureRequest) -> Mapping[str, Any]:
    """Return the merged arguments of a test's markers; the nearest marker wins."""
    node: pytest.Item = request.node
    arguments: dict[str, Any] = {}
    for marker in node.iter_markers("tmdb"):
        if marker.args:
            raise pytest.UsageError(f"{node.nodeid}: the tmdb marker takes keyword arguments only: {_MARKER}")
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
    return _validated_mode(
        _marker_arguments(request).get("mode") or config.getoption("tmdb_mode") or config.getini("tmdb_mode")
    )


def _record(config: pytest.Config) -> Record:
    return cast("Record", config.getoption("tmdb_record"))


def _validated_mode(mode: str) -> Mode:
    if mode in get_args(Mode):
        return cast("Mode", mode)
    raise pytest.UsageError(f"tmdb_mode must be one of {', '.join(get_args(Mode))}, got {mode!r}")


def _cassette_path(request: pytest.FixtureRequest) -> Path:
    folder = request.path.parent / "cassettes"
    filename: str | None = _marker_arguments(request).get("cassette")
    if filename is not None:
        return folder / filename
    node: pytest.Item = request.node
    # A test's name contains its parameters, which may not be valid in a file name.
    name = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in node.name)
    return folder / request.path.stem / f"{name}.yaml"
