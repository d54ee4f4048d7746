"""Fixtures and settings of all tests."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import hypothesis
import pytest
import trustme

from scripts.evidence.recordings import RecordedAnswer, read_recordings
from tests.once import Once
from tests.projects import Loaded
from tests.type_checks import fill_cache, new_cache

ROOT = Path(__file__).resolve().parent.parent
NODE_TOOLS = ROOT / "tools" / "node_modules" / ".bin"

# A skipped test is easily missed in a green run. Tests that cannot run on this machine are deselected instead,
# and .ci/run counts the tests of each requirement that ran.
REQUIREMENTS: dict[str, Callable[[], bool]] = {
    "conformance": lambda: all(os.environ.get(name) for name in ("TMDB_CORPUS", "TMDB_OPENAPI")),
    "node": NODE_TOOLS.is_dir,
    "browser": lambda: (NODE_TOOLS.parent / "playwright-core").is_dir() and shutil.which("chromium") is not None,
    "redis": lambda: shutil.which("redis-server") is not None,
    "chaos": lambda: "CHAOS_CASES" in os.environ,
    "soak": lambda: "SOAK_CALLS" in os.environ,
}

# Examples have no time limit: on a busy machine any of them can be slow.
hypothesis.settings.register_profile(
    "no-time-limit", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("no-time-limit")


def pytest_xdist_auto_num_workers() -> int | None:
    """Return two workers more than processors for `-n auto`, because tests wait for a third of their time."""
    return None if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ else 2 + (os.cpu_count() or 1)


def pytest_configure() -> None:
    """Put the installed Node tools first on PATH."""
    if NODE_TOOLS.is_dir():
        os.environ["PATH"] = f"{NODE_TOOLS}{os.pathsep}{os.environ['PATH']}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the tests whose requirement (recorded answers, Node tools, a program) is not met on this machine."""
    missing = {name for name, is_met in REQUIREMENTS.items() if not is_met()}
    deselected = [item for item in items if any(item.get_closest_marker(name) for name in missing)]
    for item in items:
        # Written to the JUnit report, where .ci/run looks for the requirements whose tests ran.
        item.user_properties += [("needs", name) for name in REQUIREMENTS if item.get_closest_marker(name)]
    if deselected:
        config.hook.pytest_deselected(items=deselected)
        items[:] = [item for item in items if item not in set(deselected)]


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Keep what has been imported and collected out of garbage collections, which take a quarter of a second otherwise."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """Exclude from later garbage collections what the tests of a module leave: caches, lazy imports, values of the session.

    With them, a collection takes a third of a second, and each run of pytester collects five times.
    """
    result = yield
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
        gc.freeze()
    return result


@pytest.fixture
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    """Yield a plugin that keeps the modules imported by a pytester run. Request it before `pytester`."""
    plugin = Loaded()
    yield plugin
    plugin.put_back(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's root folder."""
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Return the folder of recorded answers, for tests marked `conformance`."""
    return Path(os.environ["TMDB_CORPUS"])


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Return a function that makes a value once for all workers."""
    folder = tmp_path_factory.getbasetemp()
    return Once(folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder)


@pytest.fixture(scope="session")
def types_of_sdk(once: Once) -> None:
    """Fill the project's mypy cache in one worker: in a new clone, several would check the SDK at the same time."""
    once("types of the SDK", lambda: fill_cache("tmdb_facade", "generated"))


@pytest.fixture(scope="session")
def mypy_cache_of_worker(once: Once, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the cache that one worker made: a cache has one writer at a time."""
    made = once("mypy cache", lambda: new_cache(tmp_path_factory.mktemp("mypy")))
    return Path(shutil.copytree(made, tmp_path_factory.mktemp("mypy") / "copy"))


@pytest.fixture
def mypy_cache(mypy_cache_of_worker: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set a cache with the types of the standard library, whose check takes longer than that of a small generated package."""
    monkeypatch.setenv("MYPY_CACHE_DIR", str(mypy_cache_of_worker))


@pytest.fixture(scope="session")
def recordings(once: Once, corpus: Path) -> list[RecordedAnswer]:
    """Return every recorded answer, including errors."""
    return once("recordings", lambda: list(read_recordings([corpus])))


@pytest.fixture(scope="session")
def openapi_documents() -> Path:
    """Return the folder of TMDB's own documents, for tests marked `conformance`."""
    return Path(os.environ["TMDB_OPENAPI"])


@pytest.fixture(autouse=True, scope="session")
def few_certificates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Trust one certificate authority of our own, because every HTTP client loads all that it trusts, in 40 ms."""
    path = tmp_path_factory.mktemp("certificates") / "authority.pem"
    trustme.CA().cert_pem.write_to_path(path)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SSL_CERT_FILE", str(path))
        yield


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the developer's own credentials and settings from every test."""
    for name in list(os.environ):
        if name.startswith("TMDB_") and name not in {"TMDB_CORPUS", "TMDB_OPENAPI"}:
            monkeypatch.delenv(name)
