"""The guide's table of options: all that a client takes, and all that can be changed."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import tmdb_facade
from tmdb_facade import TMDB

ROOT = Path(tmdb_facade.__file__).parent
GUIDE = ROOT.parent / "docs" / "guides" / "options.md"


def rows() -> list[list[str]]:
    """Read the table."""
    lines = GUIDE.read_text("utf-8").partition("| option |")[2].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def names(cells: list[str]) -> set[str]:
    """List what cells name in code."""
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def parameters(function: object) -> set[str]:
    """List what a method takes."""
    assert callable(function)
    return set(inspect.signature(function).parameters) - {"self"}


def test_the_table_has_every_option() -> None:
    """And tells which of them a client made by `with_options` can have of its own."""
    table = rows()
    assert names([row[0] for row in table]) == parameters(TMDB.__init__)
    assert {row[1] for row in table} == {"yes", "no"}
    assert names([row[0] for row in table if row[1] == "yes"]) == parameters(TMDB.with_options)


def test_the_table_has_every_variable() -> None:
    """Those that the core reads; the docstring of the client names them too."""
    source = "".join(path.read_text("utf-8") for path in (ROOT / "_core").rglob("*.py"))
    read = set(re.findall(r'"(TMDB_[A-Z_]+)"', source)) | {"TMDB_LANGUAGE", "TMDB_REGION"}
    assert names([row[2] for row in rows()]) == read - {"TMDB_LOG"}
    assert read <= set(re.findall(r"TMDB_[A-Z_]+", TMDB.__doc__ or ""))
