"""The documentation's Python is executed against the embedded TMDB, and what a page says it prints is what it prints.

The blocks of a page continue one another, as a reader goes through it. A `text` block right below one is its output.
What cannot run here (somebody has to open a browser, an image has to come from TMDB) is marked `py`, and only type-checked.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tmdb_facade import ATTRIBUTION, TMDB
from tmdb_facade.testing import TMDBServer

DOCS = Path(__file__).resolve().parents[2] / "docs"
BLOCK = re.compile(r"^```(python|py)\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A block of Python, and what the page says that it prints."""

    runs: bool
    code: str
    output: str | None


def blocks(page: Path) -> list[Block]:
    """Return the blocks of a page."""
    return [
        Block(match[1] == "python", match[2], match[3]) for match in BLOCK.finditer(page.read_text(encoding="utf-8"))
    ]


PAGES = {page.relative_to(DOCS).as_posix(): page for page in sorted(DOCS.rglob("*.md")) if blocks(page)}


@pytest.fixture(autouse=True)
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[TMDBServer]:
    """An embedded TMDB for each page, where the client looks for one; files that it writes go elsewhere."""
    monkeypatch.chdir(tmp_path)
    with TMDBServer() as running:
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", running.access_token)
        monkeypatch.setenv("TMDB_BASE_URL", running.base_url)
        yield running


@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs_as_it_stands(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Block after block; each prints what stands below it, or something, or asserts."""
    variables: dict[str, object] = {"__name__": "__main__"}

    for block in (block for block in blocks(PAGES[name]) if block.runs):
        exec(compile(block.code, name, "exec"), variables)
        printed = capsys.readouterr().out
        if block.output is not None:
            assert printed == block.output, block.code
        else:
            assert printed or "print(" not in block.code, block.code
    if isinstance(client := variables.get("tmdb"), TMDB):
        client.close()


def test_the_pages_are_typed(tmp_path: Path) -> None:
    """What a reader copies passes the strictest checking of types."""
    files: list[Path] = []
    for name, page in PAGES.items():
        file = tmp_path / f"{name.removesuffix('.md').replace('/', '_').replace('-', '_')}.py"
        file.write_text("\n".join(block.code for block in blocks(page)), encoding="utf-8")
        files.append(file)

    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), *map(str, files)]
    outcome = subprocess.run(command, cwd=DOCS.parent, capture_output=True, text=True, check=False)

    assert outcome.returncode == 0, outcome.stdout


def test_no_block_escapes_execution() -> None:
    """A block is a plain fence at the margin; one that is indented or has options would be shown and never run."""
    for page in DOCS.rglob("*.md"):
        fences = re.findall(r"^.*```\s*(?:\{?\.?)py.*$", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert set(fences) <= {"```python", "```py"}, page


def test_every_page_of_the_site_has_the_notice() -> None:
    """TMDB's terms ask for it: it is the site's footer, and stands on the first page."""
    assert ATTRIBUTION in (DOCS / "site.yaml").read_text(encoding="utf-8")
    assert ATTRIBUTION in (DOCS / "index.md").read_text(encoding="utf-8")
