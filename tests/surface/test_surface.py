"""The public surface equals the committed golden files, so that every change of it is reviewed."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar, overload

import pytest

from scripts import public_surface
from scripts.public_surface import class_stub, main, surface, surface_differences

T = TypeVar("T")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Return the current public surface, by module."""
    return surface()


def test_surface_matches_the_golden_files(texts: dict[str, str]) -> None:
    """An intended change is recorded by one command."""
    changed = "\n".join(surface_differences(texts))
    assert not changed, f"the public surface changed; if that is intended, record it: run `make surface`\n{changed}"


def test_surface_contains_every_kind_of_public_name(texts: dict[str, str]) -> None:
    for module, line in {
        "tmdb_facade": "class AsyncTMDB:",
        "tmdb_facade.errors": "class NotFoundError(APIStatusError): ...",
        "tmdb_facade.models": "class MovieDetails(Details, Generic[MovieBlocks]):",
        "tmdb_facade.resources": "class AsyncTVSeasonsResource:",
        "tmdb_facade.testing": "class TMDBServer:",
        "tmdb_facade.types": '    CREDITS: Final[Append[MovieHasCredits]] = Append("credits")',
    }.items():
        assert line in texts[module].splitlines()


def test_differences_are_shown_as_a_diff(texts: dict[str, str]) -> None:
    """Added, removed and changed lines."""
    errors = texts["tmdb_facade.errors"]
    changed = {**texts, "tmdb_facade.errors": errors.replace("retry_after: float | None", "retry_after: int | None")}
    del changed["tmdb_facade.testing"]

    lines = surface_differences({**changed, "tmdb_facade.more": "x: int"})

    assert {"-    retry_after: float | None", "+    retry_after: int | None", "+x: int", "-class TMDBServer:"} <= set(
        lines
    )


def test_main_writes_and_check_compares(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--check` only compares; writing removes files of modules that no longer exist."""
    monkeypatch.setattr(public_surface, "FOLDER", tmp_path)
    monkeypatch.setattr(public_surface, "surface", lambda: {"one": "x: int\n"})
    (tmp_path / "two.pyi.golden").write_text("y: int\n", encoding="utf-8")

    assert main(["--check"]) == 1
    assert "+x: int" in capsys.readouterr().out
    assert main([]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["one.pyi.golden"]
    assert main(["--check"]) == 0


class _Private(Generic[T]):
    def __init__(self, first: int) -> None:
        self.first = first
        self._hidden = first

    def inherited(self) -> T | None:
        """Return nothing."""

    def replaced(self) -> int:
        """Return the field."""
        return self.first


class Sample(_Private[T]):
    """A class with a private base."""

    constant = 1
    field: int = 0

    @property
    def replaced(self) -> int:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  (the sample replaces a member)
        """Return the field by another member."""
        return self._private()

    def _private(self) -> int:
        return self.first

    @overload
    def several(self, one: int) -> int: ...
    @overload
    def several(self, one: str) -> str: ...
    def several(self, one: int | str) -> int | str:
        """Return the argument."""
        return one


class Row(NamedTuple):
    """A tuple."""

    second: int
    first: str = ""


def test_class_stub_includes_members_of_private_bases(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no private names, code or docstrings, and overloads replace their implementation."""
    for class_ in (Sample, _Private, Row):
        monkeypatch.setattr(class_, "__module__", f"tmdb_facade.{class_.__name__}")
    source = ast.parse(Path(__file__).read_text(encoding="utf-8"))

    def nodes(module: str) -> ast.Module:
        assert module.startswith("tmdb_facade.")
        return source

    monkeypatch.setattr(public_surface, "_nodes", nodes)

    assert ast.unparse(class_stub(Sample, set())).splitlines() == [
        "class Sample(Generic[T]):",
        "    constant = 1",
        "    field: int = ...",
        "    first: int",
        "",
        "    def __init__(self, first: int) -> None:",
        "        ...",
        "",
        "    def inherited(self) -> T | None:",
        "        ...",
        "",
        "    @property",
        "    def replaced(self) -> int:",
        "        ...",
        "",
        "    @overload",
        "    def several(self, one: int) -> int:",
        "        ...",
        "",
        "    @overload",
        "    def several(self, one: str) -> str:",
        "        ...",
    ]
    assert ast.unparse(class_stub(Row, set())).splitlines() == [
        "class Row(NamedTuple):",
        "    second: int",
        "    first: str = ...",
    ]
    assert ast.unparse(class_stub(Sample, {id(_Private)})).startswith("class Sample(_Private[T]):\n    constant = 1\n")
