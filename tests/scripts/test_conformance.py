"""The conformance page counts, dates and explains each difference."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.evidence import conformance
from scripts.evidence.recordings import read_recordings
from tests.scripts.samples import entry, write_corpus

MOVIE: dict[str, Any] = {
    "id": 19,
    "title": "Metropolis",
    "original_title": "Metropolis",
    "original_language": "de",
    "adult": False,
    "video": False,
    "overview": "",
    "popularity": 8,
    "vote_average": 8.0,
    "vote_count": 2000,
}
REASONS: dict[str, Any] = {
    "differences": [
        {"fields": ["Movie.title"], "found": "integer", "reason": "somebody's  joke"},
        {"fields": ["Movie.video"], "reason": "older than it"},
    ],
    "unknown": [{"keys": ["Movie.*"], "reason": "not modelled yet"}],
}


def page(**changes: object) -> dict[str, Any]:
    """Return a page with one movie; None takes a field away."""
    movie = {key: value for key, value in {**MOVIE, **changes}.items() if value is not None}
    return {"page": 1, "results": [movie], "total_pages": 1, "total_results": 1}


def examine(folder: Path, *entries: dict[str, object]) -> conformance.Conformance:
    """Examine a corpus of a few answers."""
    return conformance.examine(read_recordings([write_corpus(folder, *entries)]))


def test_examine_counts_and_dates_differences(tmp_path: Path) -> None:
    result = examine(
        tmp_path,
        entry("/3/search/movie", page(title=5), date="2016-01-01"),
        entry("/3/search/movie", page(title=6), date="2015-01-01"),
        entry("/3/search/movie", page(title=7), date="2024-01-01", kind="saved"),
        entry("/3/search/movie", page(more=1)),
    )
    assert result.rows == {("Movie.title", "str", "integer"): conformance.Contradiction(3, "2016-01-01", "2024-01-01")}
    assert result.unknown == {"Movie.more": 1}
    assert result.recordings == 4
    assert {title: report.read for title, report in result.reports.items()} == {
        "recorded since 2023": 1,
        "all recorded": 3,
        "saved, edited or encoded again": 1,
    }


def test_is_real_rejects_reencoded_answers(tmp_path: Path) -> None:
    result = examine(tmp_path, entry("/3/search/movie", page(), reencoded="json_decode, json_encode"))
    assert result.reports["all recorded"].read == 0
    assert result.reports["saved, edited or encoded again"].read == 1


def test_reason_with_found_applies_to_that_mismatch_only(tmp_path: Path) -> None:
    reasons = conformance.ConformanceReasons(REASONS)
    assert reasons.difference("Movie.title", "integer") == "somebody's joke"
    assert reasons.difference("Movie.title", "array") is None
    assert reasons.difference("Movie.video", "nothing") == "older than it"
    assert reasons.key("Movie.anything") == "not modelled yet"
    assert reasons.key("Person.anything") is None


def test_conformance_problems_lists_missing_and_unused_reasons(tmp_path: Path) -> None:
    result = examine(tmp_path, entry("/3/search/movie", page(title=[], more=1)))
    assert conformance.conformance_problems(result, conformance.ConformanceReasons(REASONS)) == [
        "Movie.title: expected str, found array: no reason",
        "Movie.video: has a reason, but no answer differs",
    ]


def test_page_separates_recent_differences_from_older_ones(tmp_path: Path) -> None:
    result = examine(
        tmp_path,
        entry("/3/search/movie", page(title=5), date="2024-01-01"),
        entry("/3/search/movie", page(video=None), date="2014-01-01"),
    )
    today, older = conformance.render_conformance(result, conformance.ConformanceReasons(REASONS)).split(
        "## Type mismatches only in older"
    )
    assert "| `Movie.title` | `str` | integer | 1 | 2024-01-01 |  | somebody's joke |" in today
    assert "| `Movie.video` | `bool` | nothing | 1 | 2014-01-01 |  | older than it |" in older
    assert "from 2 recorded\nanswers" in today


def test_main_writes_the_page_and_prints_missing_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = write_corpus(tmp_path, entry("/3/search/movie", page(title=5)))
    reasons, output = tmp_path / "reasons.yaml", tmp_path / "page.md"
    reasons.write_text(json.dumps({"differences": [], "unknown": []}), encoding="utf-8")
    arguments = [str(corpus), "--reasons", str(reasons), "--output", str(output)]
    assert conformance.main(arguments) == 1
    assert capsys.readouterr().err == "conformance: Movie.title: expected str, found integer: no reason\n"
    assert "no reason" in output.read_text(encoding="utf-8")
    reasons.write_text(json.dumps({"differences": REASONS["differences"][:1], "unknown": []}), encoding="utf-8")
    assert conformance.main(arguments) == 0


def test_main_returns_2_and_writes_nothing_for_a_missing_corpus(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "page.md"
    assert conformance.main([str(tmp_path / "nowhere"), "--output", str(output)]) == 2
    assert "nowhere" in capsys.readouterr().err
    assert not output.exists()
