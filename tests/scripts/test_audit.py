"""The audit of recorded answers reports exceptions, drift, unknown keys and lost values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.evidence import audit
from scripts.evidence.recordings import RecordedAnswer, find_operation, read_recordings
from tests.scripts.samples import entry, write_corpus

MOVIE: dict[str, Any] = {
    "id": 19,
    "title": "Metropolis",
    "original_title": "Metropolis",
    "original_language": "de",
    "adult": False,
    "video": False,
    "softcore": False,
    "overview": "",
    "popularity": 8,
    "vote_average": 8.0,
    "vote_count": 2000,
    "release_date": "1927-02-06",
    "genre_ids": [18, 878],
    "backdrop_path": None,
    "poster_path": "/x.jpg",
}
PAGE: dict[str, Any] = {"page": 1, "results": [MOVIE], "total_pages": 1, "total_results": 1}
SEARCH = "/3/search/movie"


def recording(body: object, template: str = SEARCH, status: int = 200) -> RecordedAnswer:
    """Return a recording of an answer."""
    return RecordedAnswer("here:1", "GET", "", template, status, json.dumps(body).encode())


def row(**changes: object) -> dict[str, Any]:
    """Return a page with one changed movie."""
    return {**PAGE, "results": [{**MOVIE, **changes}]}


def test_audit_of_matching_answers_reports_nothing() -> None:
    """Numbers in another form, empty dates, nulls and empty lists match."""
    report = audit.audit(
        [recording(PAGE), recording(row(release_date="", genre_ids=[])), recording({**PAGE, "results": []})]
    )
    assert (report.read, report.fast, report.share) == (3, 3, 1.0)
    assert report.is_good
    assert not report.drift
    assert not report.unknown


def test_audit_counts_drift_by_operation_model_and_path() -> None:
    """The same difference in several rows of an answer counts once."""
    body = {**PAGE, "results": [{**MOVIE, "title": 5}, {**MOVIE, "title": None}, MOVIE]}
    report = audit.audit([recording(body), recording(row(title=5))])
    assert report.drift == {("search_movies", "Movie", "title", "$.results[].title", "str", "integer"): 2}
    assert (report.read, report.fast) == (2, 0)
    assert report.is_good


def test_audit_counts_unknown_keys_by_model() -> None:
    report = audit.audit([recording({**row(tomorrow=1), "today": {}})])
    assert report.unknown == {("Movie", "tomorrow"): 1, ("MoviePage", "today"): 1}
    assert report.fast == 1
    assert report.is_good


def test_audit_counts_values_that_no_enum_has(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """In fields, lists and blocks; known values and null are none of them."""
    video = {"id": "1", "type": "Supercut", "site": "YouTube"}
    movie = {"id": 19, "title": "M", "status": "Dreamt", "videos": {"results": [video, video]}}
    person = {"id": 2, "name": "P", "gender": 8, "known_for_department": None}
    images = {"base_url": "", "secure_base_url": "", "poster_sizes": ["w92", "w9"]}
    corpus = write_corpus(
        tmp_path,
        entry("/3/movie/{movie_id}", movie),
        entry("/3/person/{person_id}", person),
        entry("/3/configuration", {"images": images}),
    )
    report = audit.audit(read_recordings([corpus]))
    assert report.words == {
        ("MovieDetails", "status", "Dreamt"): 1,
        ("Video", "type", "Supercut"): 2,
        ("PersonDetails", "gender", "8"): 1,
        ("ImageConfiguration", "poster_sizes", "w9"): 1,
    }
    assert report.is_good
    assert audit.main([str(corpus)]) == 0
    assert "Video               type          Supercut  2" in capsys.readouterr().out


def test_audit_decodes_appended_blocks() -> None:
    movie = {"id": 19, "title": "Metropolis", "credits": {"cast": [{"id": "x"}], "crew": []}}
    report = audit.audit([recording(movie, "/3/movie/{movie_id}")])
    assert ("movies_details", "MovieCastMember", "id", "$.credits.cast[].id", "int", "string") in report.drift
    assert ("MovieDetails", "credits") not in report.unknown


def test_audit_compares_union_members_with_their_model() -> None:
    body = {**PAGE, "results": [{**MOVIE, "media_type": "movie", "a": 1}, {"id": 1, "media_type": "robot", "b": 2}]}
    report = audit.audit([recording(body, "/3/search/multi")])
    assert report.unknown == {("Movie", "a"): 1, ("UnknownMedia", "b"): 1}


def test_audit_reports_an_answer_that_raises() -> None:
    report = audit.audit([recording([1, 2])])
    assert not report.is_good
    assert [(label, operation) for label, operation, _ in report.raised] == [("here:1", "search_movies")]


def test_audit_reports_an_answer_that_is_not_json() -> None:
    report = audit.audit([RecordedAnswer("x", "GET", "/3/configuration", "", 200, b"<html>")])
    assert "NotJSONError" in report.raised[0][2]


def test_audit_counts_errors_and_unknown_operations_separately() -> None:
    report = audit.audit([recording({"status_code": 34}, status=404), recording({}, "/3/movie/{id}/trailers")])
    assert (report.read, report.errors) == (0, 1)
    assert report.unplaced == {"GET /3/movie/{id}/trailers": 1}
    assert report.share == 1.0


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/3/movie/popular", "movies_popular"),
        ("/3/movie/550", "movies_details"),
        ("/3/movie/{movie_id}", "movies_details"),
        ("/3/tv/1/season/2/episode/3", "tv_episodes_details"),
    ],
)
def test_find_operation_prefers_fixed_segments_to_parameters(path: str, expected: str) -> None:
    operation = find_operation("GET", path)
    assert operation is not None
    assert operation.id == expected


def test_main_reads_a_corpus_and_cassettes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = write_corpus(tmp_path, entry(SEARCH, row(title=5, tomorrow=1)), entry("/3/movie/{id}/trailers", {}))
    request = {"method": "GET", "uri": "http://127.0.0.1:8080/3/search/movie?query=x"}
    response = {"status": {"code": 200}, "headers": {}, "body": {"string": json.dumps(PAGE)}}
    cassette = tmp_path / "cassette.yaml"
    cassette.write_text(
        yaml.safe_dump({"interactions": [{"request": request, "response": response}]}), encoding="utf-8"
    )
    assert audit.main([str(corpus)]) == 0
    printed = capsys.readouterr().out
    assert "2 answers decoded; 0 error answers and 1 of unknown operations skipped" in printed
    assert "fast path: 1 of 2 (50.00%); raised: 0" in printed
    assert "search_movies  Movie  title  $.results[].title" in printed
    assert "Movie  tomorrow  1" in printed


def test_main_json_prints_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit.main([str(write_corpus(tmp_path, entry(SEARCH, row(title=5)))), "--json"]) == 0
    content = json.loads(capsys.readouterr().out)
    assert content["read"] == 1
    assert content["share"] == 0.0
    assert content["drift"] == [
        {
            "operation": "search_movies",
            "model": "Movie",
            "field": "title",
            "path": "$.results[].title",
            "expected": "str",
            "found": "integer",
            "answers": 1,
        }
    ]


def test_main_returns_1_if_an_answer_raises(tmp_path: Path) -> None:
    assert audit.main([str(write_corpus(tmp_path, entry(SEARCH, [1])))]) == 1


def test_main_selects_recordings_by_day_and_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = write_corpus(
        tmp_path,
        entry(SEARCH, PAGE),
        entry(SEARCH, PAGE, date="2015-01-01"),
        entry(SEARCH, PAGE, kind="saved"),
    )
    assert audit.main([str(corpus), "--json", "--since", "2023-01-01", "--kind", "recorded"]) == 0
    assert json.loads(capsys.readouterr().out)["read"] == 1


def test_main_returns_2_for_a_missing_path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit.main([str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_audit_of_the_committed_cassettes_is_clean(root: Path) -> None:
    report = audit.audit(read_recordings([root / "tests" / "cassettes"]))
    assert report.read > 0
    assert report.is_good
    assert report.fast == report.read, report.drift
