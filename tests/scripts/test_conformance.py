"""The page of differences: each is counted, dated and explained, or named as unexplained."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.evidence import conformance
from scripts.evidence.recordings import read_recordings
from tests.scripts.samples import entry, write_corpus

FILM: dict[str, Any] = {
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
    """Return a page with one film; None takes a field away."""
    film = {key: value for key, value in {**FILM, **changes}.items() if value is not None}
    return {"page": 1, "results": [film], "total_pages": 1, "total_results": 1}


def examine(folder: Path, *entries: dict[str, object]) -> conformance.Conformance:
    """Examine a corpus of a few answers."""
    return conformance.examine(read_recordings([write_corpus(folder, *entries)]))


def test_differences_are_counted_and_dated(tmp_path: Path) -> None:
    """How many answers show it, and the last day on which TMDB itself and a fixture did."""
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


def test_answer_that_was_encoded_again_is_no_real_one(tmp_path: Path) -> None:
    """Its recorder may have changed what it held."""
    result = examine(tmp_path, entry("/3/search/movie", page(), reencoded="json_decode, json_encode"))
    assert result.reports["all recorded"].read == 0
    assert result.reports["saved, edited or encoded again"].read == 1


def test_reason_explains_its_fields_and_its_kind_of_contradiction_only(tmp_path: Path) -> None:
    """A field can be contradicted in a new way: that wants a reason of its own."""
    reasons = conformance.ConformanceReasons(REASONS)
    assert reasons.difference("Movie.title", "integer") == "somebody's joke"
    assert reasons.difference("Movie.title", "array") is None
    assert reasons.difference("Movie.video", "nothing") == "older than it"
    assert reasons.key("Movie.anything") == "not modelled yet"
    assert reasons.key("Person.anything") is None


def test_what_lacks_a_reason_and_what_needs_none_any_more_are_problems(tmp_path: Path) -> None:
    """The reasons say neither less nor more than the answers show."""
    result = examine(tmp_path, entry("/3/search/movie", page(title=[], more=1)))
    assert conformance.conformance_problems(result, conformance.ConformanceReasons(REASONS)) == [
        "Movie.title: expected str, found array: no reason yet",
        "Movie.video: explained, but no answer shows it",
    ]


def test_page_separates_todays_differences_from_older_ones(tmp_path: Path) -> None:
    """What TMDB sends today matters most."""
    result = examine(
        tmp_path,
        entry("/3/search/movie", page(title=5), date="2024-01-01"),
        entry("/3/search/movie", page(video=None), date="2014-01-01"),
    )
    today, older = conformance.render_conformance(result, conformance.ConformanceReasons(REASONS)).split(
        "## Types that only older"
    )
    assert "| `Movie.title` | `str` | integer | 1 | 2024-01-01 |  | somebody's joke |" in today
    assert "| `Movie.video` | `bool` | nothing | 1 | 2014-01-01 |  | older than it |" in older
    assert "from 2 recorded answers" in today


def test_command_writes_the_page_and_names_what_lacks_a_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is written all the same, so that one sees where the difference is."""
    corpus = write_corpus(tmp_path, entry("/3/search/movie", page(title=5)))
    reasons, output = tmp_path / "reasons.yaml", tmp_path / "page.md"
    reasons.write_text(json.dumps({"differences": [], "unknown": []}), encoding="utf-8")
    arguments = [str(corpus), "--reasons", str(reasons), "--output", str(output)]
    assert conformance.main(arguments) == 1
    assert capsys.readouterr().err == "conformance: Movie.title: expected str, found integer: no reason yet\n"
    assert "not explained yet" in output.read_text(encoding="utf-8")
    reasons.write_text(json.dumps({"differences": REASONS["differences"][:1], "unknown": []}), encoding="utf-8")
    assert conformance.main(arguments) == 0


def test_command_names_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, and nothing is written."""
    output = tmp_path / "page.md"
    assert conformance.main([str(tmp_path / "nowhere"), "--output", str(output)]) == 2
    assert "nowhere" in capsys.readouterr().err
    assert not output.exists()
