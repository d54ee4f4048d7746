"""docs/coverage.md: its rows and its `--check`."""

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
    """Return the prepared document."""
    return prepared_document()


def rows_of(document: Document, calls: Sequence[RecordedCall]) -> dict[str, CoverageRow]:
    """Return the rows for some calls by operation."""
    return {row.operation.title: row for row in read_rows(document, calls)}


def call_of(method: str, path: str, *, paged: bool = False) -> RecordedCall:
    """Return a call that requested a path."""
    return RecordedCall(method, {}, paged, (Sent("GET", path, (), ""),))


def test_read_rows_lists_methods_pagers_and_blocks(document: Document) -> None:
    calls = [
        call_of("images.load", "/3/configuration"),
        call_of("configuration.details", "/3/configuration"),
        call_of("lists.details", "/3/list/1"),
        call_of("lists.items", "/3/list/1", paged=True),
        call_of("tv.details", "/3/tv/1"),
        call_of("tv.seasons.details", "/3/tv/1/season/2"),
    ]

    rows = rows_of(document, calls)
    text = render_coverage(list(rows.values()), len(calls))

    assert rows["GET /3/configuration"].methods == ["configuration.details", "images.load"]
    assert rows["GET /3/list/{list_id}"].paged == ["lists.items"]
    assert rows["GET /3/tv/{series_id}"].blocks.endswith("of `TVAppend`")
    assert rows["GET /3/tv/{series_id}/season/{season_number}"].appended == "`seasons=` of `tmdb.tv.details`"
    assert rows["GET /3/tv/{series_id}/videos"].appended == "`TVAppend.VIDEOS`"
    assert "| `tmdb.configuration.details`, `tmdb.images.load` |" in text
    assert "| `tmdb.lists.details`, `tmdb.lists.items` | 20 per page, with `tmdb.lists.items` |" in text
    assert "4 covered; 6 methods" in text


def test_render_coverage_lists_operations_without_a_method(document: Document) -> None:
    text = render_coverage(list(rows_of(document, []).values()), 0)

    assert "## Not covered" in text
    assert text.count("| none |") == len(document.operations)


def test_main_check_fails_for_a_missing_or_outdated_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(facade_coverage, "OUTPUT", tmp_path / "coverage.md")

    assert facade_coverage.main(["--check"]) == 1
    assert facade_coverage.main([]) == 0
    assert facade_coverage.main(["--check"]) == 0

    (tmp_path / "coverage.md").write_text("Once.", encoding="utf-8")
    capsys.readouterr()
    assert facade_coverage.main(["--check"]) == 1
    assert "run `make coverage`" in capsys.readouterr().err
