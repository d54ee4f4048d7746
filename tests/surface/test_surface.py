"""What users can rely on is written down: a change of it is a change of these files, for a person to look at."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar, overload

import pytest

from scripts import public_surface
from scripts.public_surface import COMMAND, class_stub, main, surface, surface_differences

T = TypeVar("T")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The public surface as it is."""
    return surface()


def test_the_surface_is_as_it_is_written_down(texts: dict[str, str]) -> None:
    """Names, signatures, fields and bases; a wanted change is written down by one command."""
    changed = "\n".join(surface_differences(texts))
    assert not changed, f"the public surface changed; if that is meant, write it down: {COMMAND}\n{changed}"


def test_everything_public_is_in_it(texts: dict[str, str]) -> None:
    """At least one of each kind of thing."""
    for module, line in {
        "tmdb_facade": "class AsyncTMDB:",
        "tmdb_facade.errors": "class NotFoundError(APIStatusError): ...",
        "tmdb_facade.models": "class MovieDetails(Details, Generic[MovieBlocks]):",
        "tmdb_facade.resources": "class AsyncTVSeasonsResource:",
        "tmdb_facade.testing": "class TMDBServer:",
        "tmdb_facade.types": '    CREDITS: Final[Append[MovieHasCredits]] = Append("credits")',
    }.items():
        assert line in texts[module].splitlines()


def test_a_difference_is_shown_as_a_diff(texts: dict[str, str]) -> None:
    """What is new, what is gone, and what is otherwise."""
    errors = texts["tmdb_facade.errors"]
    changed = {**texts, "tmdb_facade.errors": errors.replace("retry_after: float | None", "retry_after: int | None")}
    del changed["tmdb_facade.testing"]

    lines = surface_differences({**changed, "tmdb_facade.more": "x: int"})

    assert {"-    retry_after: float | None", "+    retry_after: int | None", "+x: int", "-class TMDBServer:"} <= set(
        lines
    )


def test_the_program_writes_and_compares(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With `--check` it only compares; what is of no module any more goes away."""
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

    def kept(self) -> T | None:
        """Say nothing."""

    def replaced(self) -> int:
        """Say something."""
        return self.first


class Sample(_Private[T]):
    """A class with a private base."""

    constant = 1
    field: int = 0

    @property
    def replaced(self) -> int:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  (the sample replaces a member)
        """Say something else."""
        return self._private()

    def _private(self) -> int:
        return self.first

    @overload
    def several(self, one: int) -> int: ...
    @overload
    def several(self, one: str) -> str: ...
    def several(self, one: int | str) -> int | str:
        """Give it back."""
        return one


class Row(NamedTuple):
    """A tuple."""

    second: int
    first: str = ""


def test_a_class_is_written_with_what_its_private_bases_give(monkeypatch: pytest.MonkeyPatch) -> None:
    """No private name, no code, no docstring; overloads in the place of what serves them."""
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
        "    def kept(self) -> T | None:",
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
