"""Honesty, second half: the embedded TMDB's answers have the keys and types of recorded real ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from scripts.evidence import measure_shapes
from scripts.evidence.embedded_probes import reading
from scripts.evidence.embedded_shapes import (
    OUTPUT,
    REASONS,
    SHAPES,
    Comparison,
    ShapeReasons,
    compare_shapes,
    given_shapes,
    render_embedded_shapes,
    shape_problems,
)
from scripts.evidence.embedded_walk import walk
from scripts.evidence.recorded_shapes import ENOUGH, AnswerShape, ShapeDifference, recorded_shapes, shape_differences
from scripts.evidence.recordings import read_recordings
from scripts.json_io import load_yaml
from tests.scripts.samples import entry, write_corpus
from tests.testing.conftest import Asked
from tmdb_facade.testing import TMDBServer


@pytest.fixture(scope="session")
def comparison(asked: Asked) -> Comparison:
    """All that the embedded TMDB answers, beside what was recorded."""

    def everything() -> Iterator[httpx.Response]:
        for path in reading():
            yield from asked(path)
        with TMDBServer() as server:
            yield from walk(server)

    return compare_shapes(json.loads(SHAPES.read_text(encoding="utf-8")), given_shapes(everything()))


@pytest.fixture
def reasons() -> ShapeReasons:
    """Why answers differ."""
    return ShapeReasons(load_yaml(REASONS))


def test_every_difference_has_a_reason(comparison: Comparison, reasons: ShapeReasons) -> None:
    """Keys and types are recorded ones, what nearly every recording has is there; the rest is explained."""
    assert list(shape_problems(comparison, reasons)) == []


def test_the_page_is_what_there_is(comparison: Comparison, reasons: ShapeReasons) -> None:
    """It names every operation, as compared or as not."""
    page = OUTPUT.read_text(encoding="utf-8")
    assert render_embedded_shapes(comparison, reasons) == page, "run: python -m scripts.evidence.embedded_shapes"
    assert all(f"`{name}`" in page for name in comparison.given)


@pytest.mark.conformance
def test_the_counts_are_those_of_the_recordings(corpus: Path) -> None:
    """Of those of which they were made; others are held to nothing here."""
    recordings = list(read_recordings([corpus]))
    kept = SHAPES.read_text(encoding="utf-8")
    if len(recordings) == json.loads(kept)["recordings"]:
        assert measure_shapes.render_shapes(recordings) == kept, "run: python -m scripts.evidence.measure_shapes CORPUS"


def shape(*bodies: object, path: str = "/3/x", times: int = ENOUGH) -> AnswerShape:
    """Make the shape of answers that came several times."""
    made = AnswerShape(path)
    for body in bodies * times:
        made.add(body)
    return made


FILM = {"id": 1, "title": "x", "media_type": "movie"}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"page": 1, "results": [FILM]}, []),
        ({"page": 1.5, "results": []}, []),
        ({"page": "1", "results": [FILM]}, [("page", "another type: string")]),
        ({"page": None, "results": [FILM]}, [("page", "another type: null")]),
        ({"page": True, "results": [FILM]}, [("page", "another type: boolean")]),
        ({"page": 1, "results": [FILM], "own": {"deep": 1}}, [("own", "another key")]),
        ({"page": 1}, [("results", "missing")]),
        ({"page": 1, "results": ["x"]}, [("results[]", "another type: string")]),
        ({"page": 1, "results": [{"id": 1, "media_type": "movie"}]}, [("results[](movie).title", "missing")]),
        ({"page": 1, "results": [FILM, {**FILM, "title": None}]}, [("results[](movie).title", "another type: null")]),
        ({"page": 1, "results": [{**FILM, "media_type": "tv"}]}, []),
    ],
)
def test_the_comparison_would_notice(given: object, found: list[tuple[str, str]]) -> None:
    """A missing key, a key of one's own and another type are all found, wherever they are."""
    recorded = shape({"page": 1, "results": [FILM]})
    assert [(row.place, row.found) for row in shape_differences(shape(given), recorded)] == found


def test_a_key_may_be_missing_at_times_when_it_is_in_recordings() -> None:
    """Nearly all is 95 of 100; and what is there at times is told from what is never there."""
    given = shape({"a": 1, "b": 1}, {"a": 1})
    assert list(shape_differences(given, shape(*[{"a": 1, "b": 1}] * 94, *[{"a": 1}] * 6, times=1))) == []
    recorded = shape(*[{"a": 1, "b": 1}] * 95, *[{"a": 1}] * 5, times=1)
    assert list(shape_differences(given, recorded)) == [ShapeDifference("b", "missing at times", "95 of 100")]


def test_few_recordings_say_little() -> None:
    """No key has to be there, null says nothing, and nothing is known where only nulls were recorded."""
    recorded = shape({"a": 1, "b": None, "c": "x"}, times=ENOUGH - 1)
    assert list(shape_differences(shape({"a": None, "b": "x"}), recorded)) == []
    assert [row.place for row in shape_differences(shape({"a": "x"}), recorded)] == ["a"]
    assert [row.place for row in shape_differences(shape({"a": 1, "b": "x", "c": "x"}), shape({"a": 1, "b": None, "c": "x"}))] == ["b"]  # fmt: skip


def test_a_shape_is_kept_without_what_it_was_made_of() -> None:
    """It comes back from JSON as it was; values and the keys of maps are not in it."""
    made = shape({"id": 5, "results": {"DE": {"link": "secret"}}}, path="/3/movie/{movie_id}/watch/providers")
    kept = json.dumps(made.to_json())
    assert "secret" not in kept
    assert "DE" not in kept
    assert "results{}.link" in kept
    again = AnswerShape.from_json(made.path, json.loads(kept))
    assert again.to_json() == made.to_json()
    assert list(shape_differences(again, made)) == []


def test_blocks_count_for_their_own_operation(tmp_path: Path) -> None:
    """Only what was recorded lately counts; a block has no id and needs none."""
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
