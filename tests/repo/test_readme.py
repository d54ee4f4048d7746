"""Each Python block of the README runs as a program against the embedded TMDB."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pytest

from tests.repo.conftest import RunMypy
from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade.testing import TMDBServer

README = Path(__file__).resolve().parents[2] / "README.md"
BLOCKS = [match[1] for match in re.finditer(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.M | re.S)]


@pytest.fixture(scope="module")
def server() -> Iterator[TMDBServer]:
    """Yield an embedded TMDB for all blocks."""
    with TMDBServer() as running:
        yield running


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_readme_block_runs_with_credentials_in_the_environment(
    block: str, server: TMDBServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each block prints something or asserts."""
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", server.access_token)
    monkeypatch.setenv("TMDB_BASE_URL", server.base_url)

    exec(compile(block, str(README), "exec"), {"__name__": "__main__"})

    assert capsys.readouterr().out or "assert" in block


def test_readme_quickstart_prints_a_movie_its_blocks_and_an_error(
    server: TMDBServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", server.access_token)
    monkeypatch.setenv("TMDB_BASE_URL", server.base_url)

    exec(compile(BLOCKS[0], str(README), "exec"), {"__name__": "__main__"})

    lines = capsys.readouterr().out.splitlines()
    assert "Fight Club 1999-10-15" in lines
    assert any(" plays " in line for line in lines)
    assert lines[-1].startswith("movies_details: HTTP 404, TMDB code 34 RESOURCE_NOT_FOUND")


def test_readme_blocks_pass_mypy_strict(tmp_path: Path, run_mypy: RunMypy) -> None:
    files = [tmp_path / f"block_{number}.py" for number in range(len(BLOCKS))]
    for file, block in zip(files, BLOCKS, strict=True):
        file.write_text(block, encoding="utf-8")

    assert run_mypy(files) == ""


@pytest.mark.parametrize("client", [TMDB, AsyncTMDB])
def test_readme_lists_every_namespace(client: type[object]) -> None:
    row = re.search(r"^\| namespaces .*$", README.read_text(encoding="utf-8"), re.MULTILINE)
    members = {name: value for base in client.__mro__ for name, value in vars(base).items() if name[0] != "_"}
    namespaces = {name for name, value in members.items() if isinstance(value, cached_property | property)}

    assert row is not None
    assert set(re.findall(r"`([a-z_0-9]+)`", row[0])) == namespaces


def test_readme_starts_with_make_demo_and_make_test() -> None:
    """Both commands are visible on the first screen."""
    top = README.read_text(encoding="utf-8").splitlines()[:12]

    assert any(line.startswith("make demo") for line in top)
    assert any(line.startswith("make test") for line in top)
