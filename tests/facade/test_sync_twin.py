"""The program that makes the sync client: what it converts, refuses and finds."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from scripts import sync_twin
from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade._async import pager as async_pager
from tmdb_facade._sync import pager as sync_pager


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one async module, `tmdb_facade/_async/one.py`."""
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nline-length = 120\n")
    folder = tmp_path / "tmdb_facade" / "_async"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sync_twin, "ROOT", tmp_path)
    monkeypatch.setattr(sync_twin, "NAMES", {"AsyncThing": "Thing", "aclose": "close", "_async": "_sync"})
    (folder / "one.py").write_text(SOURCE)
    return tmp_path


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


def test_the_committed_twin_is_what_its_source_gives(capsys: pytest.CaptureFixture[str]) -> None:
    """`make sync` would change nothing."""
    assert sync_twin.main(["--check"]) == 0, capsys.readouterr().out


def test_code_strings_comments_and_docstrings_are_converted(project: Path) -> None:
    """By one table of names; the result says what it was made from."""
    assert sync_twin.main([]) == 0
    assert (project / "tmdb_facade/_sync/one.py").read_text() == TWIN
    assert sync_twin.main(["--check"]) == 0


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        pytest.param("one.py", TWIN[:-1], "one.py: differs", id="shorter"),
        pytest.param("one.py", TWIN + "\n", "one.py: differs", id="longer"),
        pytest.param("one.py", None, "one.py: missing", id="missing"),
        pytest.param("extra.py", "", "extra.py: made of nothing", id="left over"),
        pytest.param("notes.txt", "", "notes.txt: made of nothing", id="no module"),
    ],
)
def test_any_difference_in_the_trees_is_found(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, text: str | None, said: str
) -> None:
    """A shorter file, a longer one, one too few, one too many."""
    sync_twin.main([])
    path = project / "tmdb_facade" / "_sync" / name
    if text is None:
        path.unlink()
    else:
        path.write_text(text)
    assert sync_twin.main(["--check"]) == 1
    assert said in capsys.readouterr().out
    assert sync_twin.main([]) == 0
    assert sync_twin.main(["--check"]) == 0


def test_resources_need_no_row_in_the_table(project: Path) -> None:
    """Their classes are named alike, in code, strings and texts."""
    source = project / "tmdb_facade/_async/one.py"
    source.write_text(
        SOURCE + '\n\nclass AsyncNewResource:\n    """An AsyncNewResource."""\n\n    me: "AsyncNewResource"\n'
    )
    assert sync_twin.main([]) == 0
    made = (project / "tmdb_facade/_sync/one.py").read_text()
    assert made == TWIN + '\n\nclass NewResource:\n    """An NewResource."""\n\n    me: "NewResource"\n'


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('    x = f"{await thing}"', "in an f-string"),
        ('    x = f"{thing.aclose}"', "in an f-string"),
        ("    import asyncio", "asyncio"),
        ("    from asyncio import sleep", "asyncio"),
        ('    x = "tmdb_facade._async.one"', "dotted name in a string"),
        ("    x = AsyncOther()", "AsyncOther is not in the table"),
        ("    from elsewhere import AsyncOther", "AsyncOther is not in the table"),
        ('    x = "AsyncThing[int]"', "only one that is a name as a whole"),
    ],
)
def test_traps_are_refused_by_name_and_line(
    project: Path, capsys: pytest.CaptureFixture[str], line: str, said: str
) -> None:
    """What would be converted wrongly never reaches the twin, and what was there stays."""
    sync_twin.main([])
    source = project / "tmdb_facade/_async/one.py"
    source.write_text(f"{SOURCE}\n\nasync def trap(thing):\n{line}\n")
    assert sync_twin.main([]) == 2
    complaint = capsys.readouterr().err
    assert said in complaint
    assert re.search(r"one\.py:\d+: ", complaint)
    assert (project / "tmdb_facade/_sync/one.py").read_text() == TWIN


def test_a_row_of_the_table_that_nothing_uses_is_an_error(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table that only grows hides what it does."""
    monkeypatch.setitem(sync_twin.NAMES, "AsyncGone", "Gone")
    assert sync_twin.main([]) == 2
    assert "AsyncGone" in capsys.readouterr().err


def test_words_of_async_that_are_left_are_an_error(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text of the twin that speaks of await would mislead its reader."""
    source = project / "tmdb_facade/_async/one.py"
    source.write_text(SOURCE.replace("# AsyncThing closes", "# it is awaited by asyncio"))
    assert sync_twin.main([]) == 2
    assert "asyncio is left" in capsys.readouterr().err


def public(owner: type) -> dict[str, str]:
    """List a class's public members with their parameters."""
    members: dict[str, str] = {}
    for name, member in inspect.getmembers(owner):
        if name.startswith("_"):
            continue
        function = getattr(member, "func", getattr(member, "fget", member))
        parameters = [
            f"{parameter.kind.name} {parameter.name} {parameter.default}"
            for parameter in inspect.signature(function).parameters.values()
        ]
        members[sync_twin.NAMES.get(name, name)] = ", ".join(parameters)
    return members


@pytest.mark.parametrize("pair", [(AsyncTMDB, TMDB), (async_pager.AsyncPager, sync_pager.Pager)])
def test_both_clients_have_the_same_members(pair: tuple[type, type]) -> None:
    """But for await."""
    assert public(pair[0]) == public(pair[1])
