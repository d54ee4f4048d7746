"""Tests of `decode`: typed values, and the policies for answers that contradict their type."""

from __future__ import annotations

import datetime
import json
import re
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest

from tests.bindings.small import Small

MOVIE: dict[str, Any] = {
    "id": 550,
    "title": "Fight Club",
    "belongs_to_collection": {"id": 1, "name": "Fights"},
    "budget": 63000000,
    "created_at": "1999-10-15 12:30:00 UTC",
    "genres": [{"id": 18, "name": "Drama"}],
    "names": {"DE": "Fight Club"},
    "popularity": 61.4,
    "release_date": "1999-10-15",
    "video": False,
}


def body(**changes: Any) -> bytes:
    """Return the movie as JSON with changes. The value `...` removes a key."""
    movie = {**MOVIE, **changes}
    return json.dumps({key: value for key, value in movie.items() if value is not ...}).encode()


@pytest.fixture
def strict(small: Small) -> Any:
    """Return the strict decoder of `MovieDetails`."""
    return small.runtime("strict_decoder")(small.model("MovieDetails"))


def test_decode_returns_typed_values(small: Small) -> None:
    movie = small.decode(body(), "MovieDetails")
    assert (movie.id, movie.title, movie.budget, movie.popularity, movie.video) == (
        550,
        "Fight Club",
        63000000,
        61.4,
        False,
    )
    assert movie.release_date == datetime.date(1999, 10, 15)
    assert movie.created_at == datetime.datetime(1999, 10, 15, 12, 30, tzinfo=datetime.UTC)
    assert movie.genres == [small.model("Genre")(id=18, name="Drama")]
    assert movie.belongs_to_collection.name == "Fights"
    assert movie.names == {"DE": "Fight Club"}


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"release_date": ""}, "release_date", None),
        ({"release_date": None}, "release_date", None),
        ({"release_date": ...}, "release_date", None),
        ({"created_at": ""}, "created_at", None),
        ({"popularity": 8}, "popularity", 8.0),
        ({"popularity": 8.0}, "popularity", 8.0),
        ({"genres": None}, "genres", []),
        ({"genres": ...}, "genres", []),
        ({"names": None}, "names", {}),
        ({"names": ...}, "names", {}),
        ({"belongs_to_collection": None}, "belongs_to_collection", None),
        ({"unheard_of": {"deep": [1]}}, "title", "Fight Club"),
    ],
)
def test_strict_decoder_accepts_what_tmdb_sends(
    strict: Any, changes: dict[str, Any], field: str, value: object
) -> None:
    """Empty dates, missing and null lists, integers for floats and unknown keys are valid."""
    assert getattr(strict.decode(body(**changes)), field) == value


def test_fields_that_are_often_absent_have_values_of_their_own(strict: Any) -> None:
    """They are set before decoding, see `x-often-absent`."""
    one, other = (strict.decode(b'{"id":1,"title":"x"}') for _ in range(2))
    assert (one.belongs_to_collection, one.genres, one.names) == (None, [], {})
    assert one.genres is not other.genres
    assert strict.decode(body()) == type(one)(**{name: getattr(strict.decode(body()), name) for name in MOVIE})


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-11-21 10:00:00 UTC", (10, 0, 0, 0)),
        ("2026-11-21T10:00:00Z", (10, 0, 0, 0)),
        ("2026-11-21T10:00:00.123Z", (10, 0, 0, 123000)),
        ("2026-11-21T12:00:00+02:00", (10, 0, 0, 0)),
        ("2026-11-21T10:00:00", (10, 0, 0, 0)),
    ],
)
def test_timestamp_has_a_time_zone(strict: Any, written: str, expected: tuple[int, int, int, int]) -> None:
    moment = strict.decode(body(created_at=written)).created_at
    assert moment.astimezone(datetime.UTC) == datetime.datetime(2026, 11, 21, *expected, tzinfo=datetime.UTC)


#: Changes that contradict a type: the path, the expected and found types, and the remaining values.
CONTRADICTIONS: list[tuple[dict[str, Any], str, str, str, dict[str, Any]]] = [
    ({"id": None}, "$.id", "int", "null", {"id": None, "title": "Fight Club"}),
    ({"id": ...}, "$.id", "int", "nothing", {"id": None, "title": "Fight Club"}),
    ({"id": "x550"}, "$.id", "int", "string", {"id": None}),
    ({"id": True}, "$.id", "int", "boolean", {"id": None}),
    ({"id": 5.5}, "$.id", "int", "number", {"id": None}),
    ({"budget": {}}, "$.budget", "int | None", "object", {"budget": None, "id": 550}),
    ({"popularity": "much"}, "$.popularity", "float | None", "string", {"popularity": None}),
    ({"release_date": "soon"}, "$.release_date", "date", "string of another form", {"release_date": None}),
    ({"release_date": "20261121"}, "$.release_date", "date", "string of another form", {"release_date": None}),
    ({"release_date": "1945-W05-1"}, "$.release_date", "date", "string of another form", {"release_date": None}),
    ({"release_date": 1999}, "$.release_date", "date | None", "integer", {"release_date": None}),
    ({"created_at": "then"}, "$.created_at", "datetime", "string of another form", {"created_at": None}),
    ({"created_at": "2026-W01-1T10:00"}, "$.created_at", "datetime", "string of another form", {"created_at": None}),
    ({"genres": {}}, "$.genres", "list[Genre] | None", "object", {"genres": []}),
    ({"genres": ["Drama"]}, "$.genres[0]", "Genre", "string", {"genres": []}),
    ({"names": {"DE": "Kampf", "x/y": 1}}, "$.names['x/y']", "str", "integer", {"names": {"DE": "Kampf"}}),
    ({"names": []}, "$.names", "dict[str, str] | None", "array", {"names": {}}),
    ({"belongs_to_collection": "Fights"}, "$.belongs_to_collection", "Collection | None", "string", {"id": 550}),
    ({"video": 0}, "$.video", "bool | None", "integer", {"video": None}),
]


@pytest.mark.parametrize(("changes", "path", "expected", "found", "remaining"), CONTRADICTIONS)
def test_decode_warns_of_a_contradiction_and_keeps_the_rest(
    small: Small, changes: dict[str, Any], path: str, expected: str, found: str, remaining: dict[str, Any]
) -> None:
    with pytest.warns(small.runtime("DriftWarning")) as caught:
        movie = small.decode(body(**changes), "MovieDetails")
    assert [str(warning.message).partition(" at ")[2] for warning in caught] == [
        f"{path}: expected {expected}, found {found}"
    ]
    assert str(caught[0].message).startswith("op: MovieDetails.")
    assert {name: getattr(movie, name) for name in remaining} == remaining
    assert movie.title == "Fight Club"


@pytest.mark.parametrize(("changes", "path", "expected", "found", "remaining"), CONTRADICTIONS)
def test_decode_raises_with_the_policy_raise(
    small: Small, changes: dict[str, Any], path: str, expected: str, found: str, remaining: dict[str, Any]
) -> None:
    with pytest.raises(small.runtime("DriftError")) as caught:
        small.decode(body(**changes), "MovieDetails", "raise")
    error = caught.value
    assert (error.operation, error.model, error.path) == ("op", "MovieDetails", path)
    assert (error.expected, error.found) == (expected, found)


def test_policy_ignore_only_collects(small: Small) -> None:
    drift = small.runtime("Drift")("ignore")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        movie = small.runtime("decode")(body(id="x"), small.model("MovieDetails"), operation="op", drift=drift)
    assert movie.id is None
    assert [str(difference) for difference in drift.differences] == [
        "op: MovieDetails.id at $.id: expected int, found string"
    ]


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [({"budget": 8.0}, "budget", 8), ({"genres": [{"id": 18.0}]}, "video", False)],
)
def test_decode_accepts_an_integer_written_as_a_float(
    small: Small, changes: dict[str, Any], field: str, value: object
) -> None:
    movie = small.decode(body(**changes), "MovieDetails", "raise")
    assert getattr(movie, field) == value
    assert type(getattr(movie, field)) is type(value)


def test_decode_accepts_null_for_a_list(small: Small) -> None:
    page = small.decode(b'{"page":1,"results":null,"total_pages":0,"total_results":0}', "MoviePage", "raise")
    assert page.results == []


def test_decode_drops_an_invalid_entry_and_keeps_the_page(small: Small) -> None:
    movies = [{"id": 1, "title": "One"}, None, {"id": "x", "title": "Two"}, {"id": 3, "title": "Three"}]
    answer = json.dumps({"page": 1, "results": movies, "total_pages": 1, "total_results": 4}).encode()
    with pytest.warns(small.runtime("DriftWarning")) as caught:
        page = small.decode(answer, "MoviePage")
    assert [(movie.id, movie.title) for movie in page.results] == [(1, "One"), (None, "Two"), (3, "Three")]
    assert [difference.path for difference in small.differences(caught)] == ["$.results[1]", "$.results[2].id"]


def test_drift_reports_each_operation_model_and_field_once(small: Small) -> None:
    drift = small.runtime("Drift")("warn")
    decode, model = small.runtime("decode"), small.model("MovieDetails")

    def read_all() -> None:
        for operation in ("a", "a", "b"):
            decode(body(id="x"), model, operation=operation, drift=drift)
            decode(body(id=None, budget="x"), model, operation=operation, drift=drift)

    with pytest.warns(small.runtime("DriftWarning")) as caught:
        read_all()
    reported = [(difference.operation, difference.field) for difference in small.differences(caught)]
    assert reported == [("a", "id"), ("a", "budget"), ("b", "id"), ("b", "budget")]
    assert len(drift.differences) == 4


def test_drift_warning_points_at_the_caller(small: Small) -> None:
    with pytest.warns(small.runtime("DriftWarning")) as caught:
        small.runtime("decode")(
            body(id="x"), small.model("MovieDetails"), operation="op", drift=small.runtime("Drift")()
        )
    assert Path(caught[0].filename).name == Path(__file__).name


def test_unknown_policy_raises(small: Small) -> None:
    with pytest.raises(ValueError, match="got 'never'"):
        small.runtime("Drift")("never")


@pytest.mark.parametrize("policy", ["warn", "ignore", "raise"])
@pytest.mark.parametrize(
    ("answer", "found"), [(b"[]", "array"), (b'"x"', "string"), (b"null", "null"), (b"1", "integer")]
)
def test_decode_raises_for_an_answer_of_another_type(small: Small, policy: str, answer: bytes, found: str) -> None:
    with pytest.raises(small.runtime("DriftError"), match=rf"MovieDetails at \$: expected MovieDetails, found {found}"):
        small.decode(answer, "MovieDetails", policy)


@pytest.mark.parametrize(
    "answer",
    [b"", b"  ", b"<html>", b'{"id":1', b'{"id":1}{"id":2}', b'{"id":"x"', b'{"id":1,}', b'{"id":NaN}'],
)
def test_decode_raises_not_json_error(small: Small, answer: bytes) -> None:
    with pytest.raises(small.runtime("NotJSONError"), match="the answer of op is not JSON"):
        small.decode(answer, "MovieDetails")


def test_decode_reads_lists_and_maps(small: Small) -> None:
    genre = small.model("Genre")
    decode, drift = small.runtime("decode"), small.runtime("Drift")("ignore")
    assert decode(b'[{"id":1}]', cast("Any", list)[genre], operation="op", drift=drift) == [genre(id=1)]
    assert decode(b'[{"id":1},7]', cast("Any", list)[genre], operation="op", drift=drift) == [genre(id=1)]
    assert decode(b'{"a":["x"]}', dict[str, list[str]], operation="op", drift=drift) == {"a": ["x"]}
    assert [difference.path for difference in drift.differences] == ["$[1]"]


def test_decode_reads_every_type_of_a_union(small: Small) -> None:
    """`rated` is `false` or an object, a size is an integer or a string, and a value is any JSON."""
    rating = small.model("Rating")
    for text, value in ((b"false", False), (b'{"value":8}', rating(value=8.0)), (b"null", None)):
        assert small.decode(b'{"rated":' + text + b"}", "AccountStates", "raise").rated == value
    for text, value in ((b"720", 720), (b'"HD"', "HD")):
        assert small.decode(b'{"size":' + text + b"}", "Change", "raise").size == value
    assert small.decode(b'{"value":{"a":[1,null]}}', "Change", "raise").value == {"a": [1, None]}
    for text, expected, found in (
        (b'"yes"', "False | Rating | None", "string"),
        (b"0", "False | Rating | None", "integer"),
        (b"true", "False", "true"),
    ):
        with pytest.warns(small.runtime("DriftWarning"), match=re.escape(f"expected {expected}, found {found}")):
            assert small.decode(b'{"rated":' + text + b"}", "AccountStates").rated is None


def test_decoders_are_created_by_one_thread_at_a_time(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    """msgspec crashes the process otherwise."""
    decoders = small.module("runtime.decoders")
    create: Any = msgspec.json.Decoder
    active, most = [0], [0]

    def slow(*args: Any, **options: Any) -> Any:
        active[0] += 1
        most[0] = max(most[0], active[0])
        time.sleep(0.005)
        active[0] -= 1
        return create(*args, **options)

    monkeypatch.setattr(msgspec.json, "Decoder", slow)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(decoders.new_decoder, [small.model("MovieDetails")] * 16))
    assert most == [1]
