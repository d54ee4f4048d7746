"""The Python code of the documentation runs against the embedded TMDB and prints the documented output.

The blocks of a page share one namespace, in order. A `text` block directly below a block is its output.
Blocks marked `py` cannot run here (they need a browser) and are only type-checked.
A block that starts with a file name is that file: pytest runs the files of a page together.
"""

from __future__ import annotations

import inspect
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.engines import example
from tests.projects import Loaded
from tests.repo.conftest import RunMypy
from tmdb_facade import ATTRIBUTION, TMDB
from tmdb_facade.testing import TMDBServer

DOCS = Path(__file__).resolve().parents[2] / "docs"
BLOCK = re.compile(r"^```(python|py)\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A block of Python and its documented output."""

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
    """Return the blocks of a page that are files, by file name."""
    candidates = [(FILE.match(block.code), block.code) for block in blocks(page)]
    return {match[1]: code for match, code in candidates if match}


PAGES = {page.relative_to(DOCS).as_posix(): page for page in sorted(DOCS.rglob("*.md")) if blocks(page)}
PROJECTS = {name: files(page) for name, page in PAGES.items() if files(page)}


@pytest.fixture(autouse=True)
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[TMDBServer]:
    """Configure an embedded TMDB in the environment, in a temporary working folder."""
    monkeypatch.chdir(tmp_path)
    with TMDBServer(images="tmdb") as running:
        monkeypatch.setenv("TMDB_ACCESS_TOKEN", running.access_token)
        monkeypatch.setenv("TMDB_BASE_URL", running.base_url)
        yield running
    logging.getLogger("tmdb_facade").setLevel(logging.NOTSET)  # a page about logs sets it


@pytest.mark.parametrize("name", PAGES)
def test_page_runs_and_prints_the_documented_output(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A block with `print` and no documented output prints something."""
    variables: dict[str, object] = {"__name__": "__main__"}

    for block in (block for block in blocks(PAGES[name]) if block.runs and not FILE.match(block.code)):
        exec(compile(block.code, name, "exec"), variables)
        printed = capsys.readouterr().out
        if block.output is not None:
            assert printed == block.output, block.code
        else:
            assert printed or "print(" not in block.code, block.code
    for client in variables.values():
        if isinstance(client, TMDB):
            client.close()


@pytest.mark.parametrize("name", PROJECTS)
def test_files_of_a_page_form_a_project_whose_tests_pass(name: str, loaded: Loaded, pytester: pytest.Pytester) -> None:
    """The tests use the fixtures of the pytest plugin."""
    for file, code in PROJECTS[name].items():
        (pytester.path / file).write_text(code, encoding="utf-8")
    pytester.syspathinsert()
    anyio = "import pytest\n\n@pytest.fixture\ndef anyio_backend():\n    return 'asyncio'"
    pytester.makeconftest(anyio)
    options = ("-W", "error", "-o", "asyncio_default_fixture_loop_scope=function")
    result = pytester.runpytest_inprocess(*options, plugins=[loaded])
    result.assert_outcomes(passed=sum(code.count("def test_") for code in PROJECTS[name].values()))


def test_pages_pass_mypy_strict(tmp_path: Path, run_mypy: RunMypy) -> None:
    paths: list[Path] = []
    for name, page in PAGES.items():
        file = tmp_path / f"{name.removesuffix('.md').replace('/', '_').replace('-', '_')}.py"
        code = [block.code for block in blocks(page) if not FILE.match(block.code)]
        file.write_text("\n".join(code), encoding="utf-8")
        paths.append(file)
    for project in PROJECTS.values():
        for file_name, text in project.items():
            (tmp_path / file_name).write_text(text, encoding="utf-8")
            paths.append(tmp_path / file_name)

    assert run_mypy(paths) == ""


def test_engine_of_the_guide_is_the_one_that_the_engines_tests_use() -> None:
    guide = (DOCS / "guides" / "engines.md").read_text(encoding="utf-8")
    for part in (example.StandardEngine, example.seconds_left, example.shut_down):
        assert inspect.getsource(part) in guide


def test_python_blocks_are_plain_fences_at_the_margin() -> None:
    """Indented blocks and blocks with options would be shown but not run."""
    for page in DOCS.rglob("*.md"):
        fences = re.findall(r"^.*```\s*(?:\{?\.?)py.*$", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert set(fences) <= {"```python", "```py"}, page


def test_site_footer_and_first_page_show_the_attribution() -> None:
    """TMDB's terms require it."""
    assert ATTRIBUTION in (DOCS / "site.yaml.jinja").read_text(encoding="utf-8")
    assert ATTRIBUTION in (DOCS / "index.md").read_text(encoding="utf-8")
