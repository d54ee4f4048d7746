"""The audit tells the truth about recorded answers: what raises, drifts, stays unknown or gets lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.evidence import audit
from scripts.evidence.recordings import RecordedAnswer, read_recordings
from scripts.evidence.routes import Routes
from tests.scripts.samples import entry, write_corpus

FILM: dict[str, Any] = {
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
PAGE: dict[str, Any] = {"page": 1, "results": [FILM], "total_pages": 1, "total_results": 1}
SEARCH = "/3/search/movie"


def recording(body: object, template: str = SEARCH, status: int = 200) -> RecordedAnswer:
    """Return a recording of an answer."""
    return RecordedAnswer("here:1", "GET", "", template, status, json.dumps(body).encode())


def row(**changes: object) -> dict[str, Any]:
    """Return a page whose only film is changed."""
    return {**PAGE, "results": [{**FILM, **changes}]}


def test_answer_that_fits_is_fast_and_shows_nothing() -> None:
    """Numbers written differently, empty dates, nulls and empty lists are normal."""
    report = audit.audit(
        [recording(PAGE), recording(row(release_date="", genre_ids=[])), recording({**PAGE, "results": []})]
    )
    assert (report.read, report.fast, report.share) == (3, 3, 1.0)
    assert report.is_good
    assert not report.drift
    assert not report.unknown


def test_contradicted_type_is_counted_by_operation_model_and_path() -> None:
    """The same difference in several rows of an answer counts once: it is about answers."""
    body = {**PAGE, "results": [{**FILM, "title": 5}, {**FILM, "title": None}, FILM]}
    report = audit.audit([recording(body), recording(row(title=5))])
    assert report.drift == {("search_movies", "Movie", "title", "$.results[].title", "str", "integer"): 2}
    assert (report.read, report.fast) == (2, 0)
    assert report.is_good


def test_unknown_keys_are_counted_by_model() -> None:
    """They are no error: they show what TMDB has begun to send."""
    report = audit.audit([recording({**row(tomorrow=1), "today": {}})])
    assert report.unknown == {("Movie", "tomorrow"): 1, ("MoviePage", "today"): 1}
    assert report.fast == 1
    assert report.is_good


def test_appended_blocks_are_decoded_too() -> None:
    """What a block contradicts shows up, although a user's program might never read it."""
    film = {"id": 19, "title": "Metropolis", "credits": {"cast": [{"id": "x"}], "crew": []}}
    report = audit.audit([recording(film, "/3/movie/{movie_id}")])
    assert ("movies_details", "MovieCastMember", "id", "$.credits.cast[].id", "int", "string") in report.drift
    assert ("MovieDetails", "credits") not in report.unknown


def test_union_counts_as_the_member_that_it_is() -> None:
    """A mixed list is compared with the models that the bindings chose."""
    body = {**PAGE, "results": [{**FILM, "media_type": "movie", "a": 1}, {"id": 1, "media_type": "robot", "b": 2}]}
    report = audit.audit([recording(body, "/3/search/multi")])
    assert report.unknown == {("Movie", "a"): 1, ("UnknownMedia", "b"): 1}


def test_answer_of_another_shape_raises_and_is_reported() -> None:
    """Of a list where an object belongs nothing can be kept."""
    report = audit.audit([recording([1, 2])])
    assert not report.is_good
    assert [(label, operation) for label, operation, _ in report.raised] == [("here:1", "search_movies")]


def test_what_is_not_json_raises_and_is_reported() -> None:
    """A success answer that holds no JSON is an exception to a user."""
    report = audit.audit([RecordedAnswer("x", "GET", "/3/configuration", "", 200, b"<html>")])
    assert "NotJSONError" in report.raised[0][2]


def test_errors_and_unknown_operations_are_counted_apart() -> None:
    """They say nothing about the types of the operations."""
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
def test_fixed_words_win_over_parameters(path: str, expected: str) -> None:
    """`popular` is no id, and a template is recognised whatever its parameters are called."""
    operation = Routes().find("GET", path)
    assert operation is not None
    assert operation.id == expected


def test_command_reads_a_corpus_and_cassettes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both forms in one call; the report is printed as a table."""
    corpus = write_corpus(tmp_path, entry(SEARCH, row(title=5, tomorrow=1)), entry("/3/movie/{id}/trailers", {}))
    request = {"method": "GET", "uri": "http://127.0.0.1:8080/3/search/movie?query=x"}
    response = {"status": {"code": 200}, "headers": {}, "body": {"string": json.dumps(PAGE)}}
    cassette = tmp_path / "cassette.yaml"
    cassette.write_text(
        yaml.safe_dump({"interactions": [{"request": request, "response": response}]}), encoding="utf-8"
    )
    assert audit.main([str(corpus)]) == 0
    printed = capsys.readouterr().out
    assert "2 answers decoded; 0 error answers and 1 of unknown operations passed over" in printed
    assert "fast path: 1 of 2 (50.00%); raised: 0" in printed
    assert "search_movies  Movie  title  $.results[].title" in printed
    assert "Movie  tomorrow  1" in printed


def test_command_prints_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For programs: the same as the table."""
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


def test_command_fails_when_an_answer_raises(tmp_path: Path) -> None:
    """That is what a maintainer's automation looks at."""
    assert audit.main([str(write_corpus(tmp_path, entry(SEARCH, [1])))]) == 1


def test_command_can_look_at_a_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By day and by kind of recording."""
    corpus = write_corpus(
        tmp_path,
        entry(SEARCH, PAGE),
        entry(SEARCH, PAGE, date="2015-01-01"),
        entry(SEARCH, PAGE, kind="saved"),
    )
    assert audit.main([str(corpus), "--json", "--since", "2023-01-01", "--kind", "recorded"]) == 0
    assert json.loads(capsys.readouterr().out)["read"] == 1


def test_command_names_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong place is one line and exit code 2."""
    assert audit.main([str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_cassettes_of_this_project_fit_the_types(root: Path) -> None:
    """What the embedded TMDB answers is decoded without a difference, as today's TMDB is."""
    report = audit.audit(read_recordings([root / "tests" / "cassettes"]))
    assert report.read > 0
    assert report.is_good
    assert report.fast == report.read, report.drift
