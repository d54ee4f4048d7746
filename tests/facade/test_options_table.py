"""The guide's table of options matches the client's signature."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import tmdb_facade
from tmdb_facade import TMDB

ROOT = Path(tmdb_facade.__file__).parent
GUIDE = ROOT.parent / "docs" / "guides" / "options.md"


def rows() -> list[list[str]]:
    """Return the cells of the table, row by row."""
    lines = GUIDE.read_text("utf-8").partition("| option |")[2].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def names(cells: list[str]) -> set[str]:
    """Return the names in backticks in some cells."""
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def parameters(function: object) -> set[str]:
    """Return the names of a method's parameters."""
    assert callable(function)
    return set(inspect.signature(function).parameters) - {"self"}


def test_options_table_lists_every_option() -> None:
    """Its second column shows which options `with_options` can change."""
    table = rows()
    assert names([row[0] for row in table]) == parameters(TMDB.__init__)
    assert {row[1].partition(",")[0] for row in table} == {"yes", "no"}
    assert names([row[0] for row in table if row[1].startswith("yes")]) == parameters(TMDB.with_options)


def test_options_table_lists_every_environment_variable() -> None:
    """The client's docstring lists them too."""
    source = "".join(path.read_text("utf-8") for path in (ROOT / "_core").rglob("*.py"))
    read = set(re.findall(r'"(TMDB_[A-Z_]+)"', source)) | {"TMDB_LANGUAGE", "TMDB_REGION"}
    assert names([row[2] for row in rows()]) == read - {"TMDB_LOG"}
    assert read <= set(re.findall(r"TMDB_[A-Z_]+", TMDB.__doc__ or ""))
