"""docs/coverage.md: what it says of an operation, and that it is found to be stale."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from scripts import facade_coverage
from scripts.facade_coverage import CoverageRow, read_rows, render_coverage
from scripts.ledger.document import Document, Sent, prepared_document
from scripts.ledger.recording import RecordedCall


@pytest.fixture(scope="module")
def document() -> Document:
    """The prepared document."""
    return prepared_document()


def rows_of(document: Document, calls: Sequence[RecordedCall]) -> dict[str, CoverageRow]:
    """Read the rows that some calls give, by operation."""
    return {row.operation.title: row for row in read_rows(document, calls)}


def asks(method: str, path: str, *, paged: bool = False) -> RecordedCall:
    """Make a call that asked for a path."""
    return RecordedCall(method, {}, paged, (Sent("GET", path, (), ""),))


def test_a_row_tells_how_an_operation_is_reached(document: Document) -> None:
    """By which methods, the one named like it first; which of them pages; and what is appended to what."""
    calls = [
        asks("images.load", "/3/configuration"),
        asks("configuration.details", "/3/configuration"),
        asks("lists.details", "/3/list/1"),
        asks("lists.items", "/3/list/1", paged=True),
        asks("tv.details", "/3/tv/1"),
        asks("tv.seasons.details", "/3/tv/1/season/2"),
    ]

    rows = rows_of(document, calls)
    text = render_coverage(list(rows.values()), len(calls))

    assert rows["GET /3/configuration"].methods == ["configuration.details", "images.load"]
    assert rows["GET /3/list/{list_id}"].paged == ["lists.items"]
    assert rows["GET /3/tv/{series_id}"].blocks.endswith("of `TVAppend`")
    assert rows["GET /3/tv/{series_id}/season/{season_number}"].appended == "`seasons=` of `tmdb.tv.details`"
    assert rows["GET /3/tv/{series_id}/videos"].appended == "`TVAppend.VIDEOS`"
    assert "| `tmdb.configuration.details`, `tmdb.images.load` |" in text
    assert "| `tmdb.lists.details`, `tmdb.lists.items` | 20 a page, by `tmdb.lists.items` |" in text
    assert "4 of them reached; 6 methods" in text


def test_an_operation_that_nothing_reaches_is_told(document: Document) -> None:
    """At the end, without a method."""
    text = render_coverage(list(rows_of(document, []).values()), 0)

    assert "## Not reached" in text
    assert text.count("| none yet |") == len(document.operations)


def test_a_stale_file_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the command that writes it; a missing one is stale too."""
    monkeypatch.setattr(facade_coverage, "OUTPUT", tmp_path / "coverage.md")

    assert facade_coverage.main(["--check"]) == 1
    assert facade_coverage.main([]) == 0
    assert facade_coverage.main(["--check"]) == 0

    (tmp_path / "coverage.md").write_text("Once.", encoding="utf-8")
    capsys.readouterr()
    assert facade_coverage.main(["--check"]) == 1
    assert "python -m scripts.facade_coverage writes it anew" in capsys.readouterr().out
