"""The documentation's Python is executed against the embedded TMDB, and what a page says it prints is what it prints.

The blocks of a page continue one another, as a reader goes through it. A `text` block right below one is its output.
What cannot run here (somebody has to open a browser) is marked `py`, and only type-checked.
A block that begins with the name of a file is that file: pytest runs those of a page together, as a reader would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.projects import Loaded
from tests.repo.conftest import MypySays
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


FILE = re.compile(r"# (\w+\.py)\n")


def files(page: Path) -> dict[str, str]:
    """Return the blocks of a page that are files, by their names."""
    named = [(FILE.match(block.code), block.code) for block in blocks(page)]
    return {match[1]: code for match, code in named if match}


PAGES = {page.relative_to(DOCS).as_posix(): page for page in sorted(DOCS.rglob("*.md")) if blocks(page)}
PROJECTS = {name: files(page) for name, page in PAGES.items() if files(page)}


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

    for block in (block for block in blocks(PAGES[name]) if block.runs and not FILE.match(block.code)):
        exec(compile(block.code, name, "exec"), variables)
        printed = capsys.readouterr().out
        if block.output is not None:
            assert printed == block.output, block.code
        else:
            assert printed or "print(" not in block.code, block.code
    if isinstance(client := variables.get("tmdb"), TMDB):
        client.close()


@pytest.mark.parametrize("name", PROJECTS)
def test_the_files_of_a_page_are_a_project_whose_tests_pass(
    name: str, loaded: Loaded, pytester: pytest.Pytester
) -> None:
    """With the plugin's fixtures, in a folder of their own."""
    for file, code in PROJECTS[name].items():
        (pytester.path / file).write_text(code, encoding="utf-8")
    pytester.syspathinsert()
    anyio = "import pytest\n\n@pytest.fixture\ndef anyio_backend():\n    return 'asyncio'"
    pytester.makeconftest(anyio)
    options = ("-W", "error", "-o", "asyncio_default_fixture_loop_scope=function")
    result = pytester.runpytest_inprocess(*options, plugins=[loaded])
    result.assert_outcomes(passed=sum(code.count("def test_") for code in PROJECTS[name].values()))


def test_the_pages_are_typed(tmp_path: Path, mypy_says: MypySays) -> None:
    """What a reader copies passes the strictest checking of types."""
    written: list[Path] = []
    for name, page in PAGES.items():
        file = tmp_path / f"{name.removesuffix('.md').replace('/', '_').replace('-', '_')}.py"
        whole = [block.code for block in blocks(page) if not FILE.match(block.code)]
        file.write_text("\n".join(whole), encoding="utf-8")
        written.append(file)
    for project in PROJECTS.values():
        for named, code in project.items():
            (tmp_path / named).write_text(code, encoding="utf-8")
            written.append(tmp_path / named)

    assert mypy_says(written) == ""


def test_no_block_escapes_execution() -> None:
    """A block is a plain fence at the margin; one that is indented or has options would be shown and never run."""
    for page in DOCS.rglob("*.md"):
        fences = re.findall(r"^.*```\s*(?:\{?\.?)py.*$", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert set(fences) <= {"```python", "```py"}, page


def test_every_page_of_the_site_has_the_notice() -> None:
    """TMDB's terms ask for it: it is the site's footer, and stands on the first page."""
    assert ATTRIBUTION in (DOCS / "site.yaml").read_text(encoding="utf-8")
    assert ATTRIBUTION in (DOCS / "index.md").read_text(encoding="utf-8")
