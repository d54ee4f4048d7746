"""The program that generates the sync client from the async one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts import sync_twin


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with a single async module, `tmdb_facade/_async/one.py`."""
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nline-length = 120\n")
    folder = tmp_path / "tmdb_facade" / "_async"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sync_twin, "ROOT", tmp_path)
    monkeypatch.setattr(sync_twin, "NAMES", NAMES)
    (folder / "one.py").write_text(SOURCE)
    return tmp_path


NAMES = {"AsyncThing": "Thing", "aclose": "close", "_async": "_sync", "__aenter__": "__enter__"}

SOURCE = '''"""One thing of tmdb_facade._async."""

from tmdb_facade._async import two


class AsyncThing:
    """Use `async with AsyncThing()`, or `await thing.aclose()`."""

    async def aclose(self) -> None:
        # AsyncThing closes
        async with self as inner:
            await inner.aclose()

    async def __aenter__(self) -> "AsyncThing":
        return await two.enter(self)
'''

TWIN = '''# Made from tmdb_facade/_async/one.py by `make sync`: edit that file, never this one.
"""One thing of tmdb_facade._sync."""

from tmdb_facade._sync import two


class Thing:
    """Use `with Thing()`, or `thing.close()`."""

    def close(self) -> None:
        # Thing closes
        with self as inner:
            inner.close()

    def __enter__(self) -> "Thing":
        return two.enter(self)
'''


def test_committed_twin_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert sync_twin.main(["--check"]) == 0, capsys.readouterr().out


def test_sync_twin_converts_code_strings_comments_and_docstrings(project: Path) -> None:
    """The generated file names its source."""
    assert sync_twin.main([]) == 0
    assert (project / "tmdb_facade/_sync/one.py").read_text() == TWIN
    assert sync_twin.main(["--check"]) == 0


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param("one.py", TWIN[:-1], "one.py: differs", id="shorter file"),
        pytest.param("one.py", TWIN + "\n", "one.py: differs", id="longer file"),
        pytest.param("one.py", None, "one.py: missing", id="missing file"),
        pytest.param("extra.py", "", "extra.py: not generated", id="extra file"),
        pytest.param("notes.txt", "", "notes.txt: not generated", id="file that is no module"),
    ],
)
def test_sync_twin_check_reports_every_kind_of_difference(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, text: str | None, message: str
) -> None:
    sync_twin.main([])
    path = project / "tmdb_facade" / "_sync" / name
    if text is None:
        path.unlink()
    else:
        path.write_text(text)
    assert sync_twin.main(["--check"]) == 1
    assert f"{message}\nrun `make sync`\n" in capsys.readouterr().out
    assert sync_twin.main([]) == 0
    assert sync_twin.main(["--check"]) == 0


def test_sync_twin_renames_resource_classes_without_a_table_entry(project: Path) -> None:
    source = project / "tmdb_facade/_async/one.py"
    source.write_text(
        SOURCE + '\n\nclass AsyncNewResource:\n    """An AsyncNewResource."""\n\n    me: "AsyncNewResource"\n'
    )
    assert sync_twin.main([]) == 0
    made = (project / "tmdb_facade/_sync/one.py").read_text()
    assert made == TWIN + '\n\nclass NewResource:\n    """An NewResource."""\n\n    me: "NewResource"\n'


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('x = f"{await thing.aclose()}"', 'x = f"{thing.close()}"'),
        ('x = "tmdb_facade._async.one"', 'x = "tmdb_facade._sync.one"'),
        ('x = "AsyncThing[int]"', 'x = "Thing[int]"'),
        ("from elsewhere import AsyncOther", "from elsewhere import Other"),
        ("x = [one async for one in (await thing)]", "x = [one for one in (thing)]"),
    ],
)
def test_convert_replaces_names_in_strings_and_removes_keywords(project: Path, line: str, expected: str) -> None:
    assert sync_twin.convert(line) == expected


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("    import asyncio", "asyncio is left"),
        ("    from asyncio import sleep", "asyncio is left"),
        ("    # it is awaited by asyncio", "asyncio is left"),
    ],
)
def test_sync_twin_rejects_lines_that_still_mention_async(
    project: Path, capsys: pytest.CaptureFixture[str], line: str, message: str
) -> None:
    """The error names file and line, and the old twin stays."""
    sync_twin.main([])
    source = project / "tmdb_facade/_async/one.py"
    source.write_text(f"{SOURCE}\n\nasync def trap(thing):\n{line}\n")
    assert sync_twin.main([]) == 2
    error = capsys.readouterr().err
    assert message in error
    assert re.search(r"one\.py:\d+: ", error)
    assert (project / "tmdb_facade/_sync/one.py").read_text() == TWIN


def test_sync_twin_rejects_unused_table_entries(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sync_twin.NAMES, "AsyncGone", "Gone")
    assert sync_twin.main([]) == 2
    assert "AsyncGone" in capsys.readouterr().err
