"""The README's Python is executed, each block as a program of its own, against the embedded TMDB."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pytest

from tests.repo.conftest import MypySays
from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade.testing import TMDBServer

README = Path(__file__).resolve().parents[2] / "README.md"
BLOCKS = [match[1] for match in re.finditer(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.M | re.S)]


@pytest.fixture(scope="module")
def server() -> Iterator[TMDBServer]:
    """One embedded TMDB for all blocks."""
    with TMDBServer() as running:
        yield running


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_a_block_runs_as_it_stands(
    block: str, server: TMDBServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With credentials in the environment, as the text before it says, and nothing else."""
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", server.access_token)
    monkeypatch.setenv("TMDB_BASE_URL", server.base_url)

    exec(compile(block, str(README), "exec"), {"__name__": "__main__"})

    assert capsys.readouterr().out or "assert" in block


def test_the_quickstart_prints_what_a_reader_expects(
    server: TMDBServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first block finds its film, reads two appended blocks and meets the error it provokes."""
    monkeypatch.setenv("TMDB_ACCESS_TOKEN", server.access_token)
    monkeypatch.setenv("TMDB_BASE_URL", server.base_url)

    exec(compile(BLOCKS[0], str(README), "exec"), {"__name__": "__main__"})

    lines = capsys.readouterr().out.splitlines()
    assert "Fight Club 1999-10-15" in lines
    assert any(" plays " in line for line in lines)
    assert lines[-1].startswith("movies_details: HTTP 404, TMDB code 34 RESOURCE_NOT_FOUND")


def test_the_blocks_are_typed(tmp_path: Path, mypy_says: MypySays) -> None:
    """What a reader copies passes the strictest checking of types."""
    files = [tmp_path / f"block_{number}.py" for number in range(len(BLOCKS))]
    for file, block in zip(files, BLOCKS, strict=True):
        file.write_text(block, encoding="utf-8")

    assert mypy_says(files) == ""


@pytest.mark.parametrize("client", [TMDB, AsyncTMDB])
def test_it_names_every_namespace(client: type[object]) -> None:
    """The status table lists what the clients have, no less and no more."""
    row = re.search(r"^\| namespaces .*$", README.read_text(encoding="utf-8"), re.MULTILINE)
    members = {name: value for base in client.__mro__ for name, value in vars(base).items() if name[0] != "_"}
    namespaces = {name for name, value in members.items() if isinstance(value, cached_property | property)}

    assert row is not None
    assert set(re.findall(r"`([a-z_0-9]+)`", row[0])) == namespaces


def test_the_two_commands_stand_at_the_top() -> None:
    """A stranger sees within a screen how to try it and how to test it."""
    top = README.read_text(encoding="utf-8").splitlines()[:12]

    assert any(line.startswith("make demo") for line in top)
    assert any(line.startswith("make test") for line in top)
