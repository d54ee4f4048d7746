"""Responses of the embedded TMDB have the keys and types of recorded TMDB responses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from scripts.evidence.embedded_probes import read_paths
from scripts.evidence.embedded_shapes import (
    OUTPUT,
    REASONS,
    SHAPES,
    Comparison,
    EmbeddedAnswer,
    ShapeReasons,
    compare_shapes,
    embedded_shapes,
    render_embedded_shapes,
    shape_problems,
    user_answers,
)
from scripts.evidence.measure import measure_shapes
from scripts.evidence.recorded_shapes import (
    ENOUGH,
    AnswerShape,
    RecordedShapes,
    ShapeDifference,
    recorded_shapes,
    shape_differences,
)
from scripts.evidence.recordings import RecordedAnswer, read_recordings
from scripts.json_io import dump, load_yaml
from tests.once import Once
from tests.scripts.samples import entry, write_corpus
from tests.testing.conftest import Responses


@pytest.fixture(scope="session")
def comparison(once: Once, responses: Responses) -> Comparison:
    """Return all responses of the embedded TMDB, compared with the recorded ones."""

    def everything() -> Iterator[EmbeddedAnswer]:
        for path in read_paths():
            yield from (("GET", answer.url, answer.json()) for answer in responses(path))
        yield from user_answers()

    recorded = msgspec.json.decode(SHAPES.read_bytes(), type=RecordedShapes)
    return once("shapes", lambda: compare_shapes(recorded, embedded_shapes(everything())))


@pytest.fixture
def reasons() -> ShapeReasons:
    """Return the reviewed reasons for differences."""
    return ShapeReasons(load_yaml(REASONS))


def test_shape_problems_are_empty(comparison: Comparison, reasons: ShapeReasons) -> None:
    assert list(shape_problems(comparison, reasons)) == []


def test_embedded_shapes_page_is_current(comparison: Comparison, reasons: ShapeReasons) -> None:
    page = OUTPUT.read_text(encoding="utf-8")
    assert render_embedded_shapes(comparison, reasons) == page, "run: python -m scripts.evidence.embedded_shapes"
    assert all(f"`{name}`" in page for name in comparison.embedded)


@pytest.mark.conformance
def test_committed_shapes_equal_those_of_the_recordings(recordings: list[RecordedAnswer]) -> None:
    """Other recordings than those behind the committed shapes are not compared."""
    committed = SHAPES.read_text(encoding="utf-8")
    if len(recordings) == json.loads(committed)["recordings"]:
        assert dump(measure_shapes(recordings)) == committed, "run: python -m scripts.evidence.measure CORPUS"


def shape(*bodies: object, path: str = "/3/x", times: int = ENOUGH) -> AnswerShape:
    """Build the shape of answers that were recorded several times."""
    made = AnswerShape()
    for body in bodies * times:
        made.add(path, body)
    return made


MOVIE = {"id": 1, "title": "x", "media_type": "movie"}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"page": 1, "results": [MOVIE]}, []),
        ({"page": 1.5, "results": []}, []),
        ({"page": "1", "results": [MOVIE]}, [("page", "another type: string")]),
        ({"page": None, "results": [MOVIE]}, [("page", "another type: null")]),
        ({"page": True, "results": [MOVIE]}, [("page", "another type: boolean")]),
        ({"page": 1, "results": [MOVIE], "own": {"deep": 1}}, [("own", "another key")]),
        ({"page": 1}, [("results", "missing")]),
        ({"page": 1, "results": ["x"]}, [("results[]", "another type: string")]),
        ({"page": 1, "results": [{"id": 1, "media_type": "movie"}]}, [("results[](movie).title", "missing")]),
        ({"page": 1, "results": [MOVIE, {**MOVIE, "title": None}]}, [("results[](movie).title", "another type: null")]),
        ({"page": 1, "results": [{**MOVIE, "media_type": "tv"}]}, []),
    ],
)
def test_shape_differences_report_missing_keys_more_keys_and_other_types(
    given: object, found: list[tuple[str, str]]
) -> None:
    recorded = shape({"page": 1, "results": [MOVIE]})
    assert [(row.place, row.found) for row in shape_differences(shape(given), recorded)] == found


def test_shape_differences_allow_a_missing_key_if_5_percent_of_recordings_lack_it() -> None:
    given = shape({"a": 1, "b": 1}, {"a": 1})
    assert list(shape_differences(given, shape(*[{"a": 1, "b": 1}] * 94, *[{"a": 1}] * 6, times=1))) == []
    recorded = shape(*[{"a": 1, "b": 1}] * 95, *[{"a": 1}] * 5, times=1)
    assert list(shape_differences(given, recorded)) == [ShapeDifference("b", "missing at times", "95 of 100")]


def test_shape_differences_of_few_recordings_require_no_key() -> None:
    recorded = shape({"a": 1, "b": None, "c": "x"}, times=ENOUGH - 1)
    assert list(shape_differences(shape({"a": None, "b": "x"}), recorded)) == []
    assert [row.place for row in shape_differences(shape({"a": "x"}), recorded)] == ["a"]
    assert [row.place for row in shape_differences(shape({"a": 1, "b": "x", "c": "x"}), shape({"a": 1, "b": None, "c": "x"}))] == ["b"]  # fmt: skip


def test_answer_shape_round_trips_through_json_without_values() -> None:
    made = shape({"id": 5, "results": {"DE": {"link": "secret"}}}, path="/3/movie/{movie_id}/watch/providers")
    text = msgspec.json.encode(made)
    assert b"secret" not in text
    assert b"DE" not in text
    assert b"results{}.link" in text
    assert msgspec.json.decode(text, type=AnswerShape) == made


def test_recorded_shapes_count_appended_blocks_for_their_operation(tmp_path: Path) -> None:
    """Old recordings, errors and unknown paths do not count."""
    details: dict[str, Any] = {"id": 1, "credits": {"cast": []}, "season/2": {"id": 2}, "trailers": {}}
    path = "/3/tv/{series_id}"
    corpus = write_corpus(
        tmp_path,
        entry(path, details, date="2024-01-01"),
        entry(path, {"old": 1}, date="2022-12-31"),
        entry(path, {"saved": 1}, date="2024-01-01", kind="saved"),
        entry(path, {"success": False, "status_code": 34}, date="2024-01-01", status=404),
        entry("/3/nothing/at/all", {"id": 1}, date="2024-01-01"),
    )
    shapes = recorded_shapes(read_recordings([corpus]))
    assert sorted(shapes) == [f"GET {path}", f"GET {path}/credits", f"GET {path}/season/{{season_number}}"]
    assert [*shapes[f"GET {path}"].types] == ["", "id"]
    assert shapes[f"GET {path}/credits"].blocks == 1
    assert list(shape_differences(shape({"id": 1, "cast": []}), shapes[f"GET {path}/credits"])) == []
