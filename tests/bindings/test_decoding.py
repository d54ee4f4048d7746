"""From bytes to models: what is decoded as it is, what happens where an answer contradicts its type."""

from __future__ import annotations

import datetime
import json
import warnings
from pathlib import Path
from typing import Any, cast

import pytest

from tests.bindings.small import Small

FILM: dict[str, Any] = {
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
    """Write the film as JSON, with changes; `...` takes a key away."""
    film = {**FILM, **changes}
    return json.dumps({key: value for key, value in film.items() if value is not ...}).encode()


@pytest.fixture
def strict(small: Small) -> Any:
    """Give the strict decoder of the film."""
    return small.runtime("strict_decoder")(small.model("MovieDetails"))


def test_a_well_formed_answer_is_decoded_exactly(small: Small) -> None:
    """Every field has its value, of its type."""
    film = small.decode(body(), "MovieDetails")
    assert (film.id, film.title, film.budget, film.popularity, film.video) == (550, "Fight Club", 63000000, 61.4, False)
    assert film.release_date == datetime.date(1999, 10, 15)
    assert film.created_at == datetime.datetime(1999, 10, 15, 12, 30, tzinfo=datetime.UTC)
    assert film.genres == [small.model("Genre")(id=18, name="Drama")]
    assert film.belongs_to_collection.name == "Fights"
    assert film.names == {"DE": "Fight Club"}


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
def test_what_is_normal_stays_on_the_fast_path(strict: Any, changes: dict[str, Any], field: str, value: object) -> None:
    """Empty dates, absent and null lists (where TMDB sends null), whole numbers and unknown keys are normal."""
    assert getattr(strict.decode(body(**changes)), field) == value


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
def test_moments_are_aware(strict: Any, written: str, expected: tuple[int, int, int, int]) -> None:
    """Each form that TMDB writes is read as the moment that it is, with a time zone."""
    moment = strict.decode(body(created_at=written)).created_at
    assert moment.astimezone(datetime.UTC) == datetime.datetime(2026, 11, 21, *expected, tzinfo=datetime.UTC)


#: A change that contradicts a type: what is found of it, and the values that are left.
CONTRADICTIONS: list[tuple[dict[str, Any], str, str, str, dict[str, Any]]] = [
    ({"id": None}, "$.id", "int", "null", {"id": None, "title": "Fight Club"}),
    ({"id": ...}, "$.id", "int", "nothing", {"id": None, "title": "Fight Club"}),
    ({"id": "550"}, "$.id", "int", "string", {"id": None}),
    ({"id": True}, "$.id", "int", "boolean", {"id": None}),
    ({"id": 5.5}, "$.id", "int", "number", {"id": None}),
    ({"budget": {}}, "$.budget", "int | None", "object", {"budget": None, "id": 550}),
    ({"popularity": "61.4"}, "$.popularity", "float | None", "string", {"popularity": None}),
    ({"release_date": "soon"}, "$.release_date", "date", "string of another form", {"release_date": None}),
    ({"release_date": "20261121"}, "$.release_date", "date", "string of another form", {"release_date": None}),
    ({"release_date": 1999}, "$.release_date", "date | None", "integer", {"release_date": None}),
    ({"created_at": "then"}, "$.created_at", "datetime", "string of another form", {"created_at": None}),
    ({"genres": {}}, "$.genres", "list[Genre] | None", "object", {"genres": []}),
    ({"genres": ["Drama"]}, "$.genres[0]", "Genre", "string", {"genres": []}),
    ({"names": {"DE": "Kampf", "x/y": 1}}, "$.names['x/y']", "str", "integer", {"names": {"DE": "Kampf"}}),
    ({"names": []}, "$.names", "dict[str, str] | None", "array", {"names": {}}),
    ({"belongs_to_collection": "Fights"}, "$.belongs_to_collection", "Collection | None", "string", {"id": 550}),
    ({"video": 0}, "$.video", "bool | None", "integer", {"video": None}),
]


@pytest.mark.parametrize(("changes", "path", "expected", "found", "left"), CONTRADICTIONS)
def test_a_contradiction_is_warned_of_and_the_rest_is_kept(
    small: Small, changes: dict[str, Any], path: str, expected: str, found: str, left: dict[str, Any]
) -> None:
    """The warning names operation, model, place and types; what fits of the answer is there."""
    with pytest.warns(small.runtime("DriftWarning")) as caught:
        film = small.decode(body(**changes), "MovieDetails")
    assert [str(warning.message).partition(" at ")[2] for warning in caught] == [
        f"{path}: expected {expected}, found {found}"
    ]
    assert str(caught[0].message).startswith("op: MovieDetails.")
    assert {name: getattr(film, name) for name in left} == left
    assert film.title == "Fight Club"


@pytest.mark.parametrize(("changes", "path", "expected", "found", "left"), CONTRADICTIONS)
def test_a_contradiction_raises_where_that_is_the_policy(
    small: Small, changes: dict[str, Any], path: str, expected: str, found: str, left: dict[str, Any]
) -> None:
    """The error carries the same facts."""
    with pytest.raises(small.runtime("DriftError")) as caught:
        small.decode(body(**changes), "MovieDetails", "raise")
    error = caught.value
    assert (error.operation, error.model, error.path) == ("op", "MovieDetails", path)
    assert (error.expected, error.found) == (expected, found)


def test_nothing_is_said_where_drift_is_ignored(small: Small) -> None:
    """The policy `ignore` is silent, and still collects."""
    drift = small.runtime("Drift")("ignore")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        film = small.runtime("decode")(body(id="x"), small.model("MovieDetails"), operation="op", drift=drift)
    assert film.id is None
    assert [str(difference) for difference in drift.differences] == [
        "op: MovieDetails.id at $.id: expected int, found string"
    ]


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [({"budget": 8.0}, "budget", 8), ({"genres": [{"id": 18.0}]}, "video", False)],
)
def test_a_whole_number_with_a_point_is_a_whole_number(
    small: Small, changes: dict[str, Any], field: str, value: object
) -> None:
    """`8.0` contradicts no integer, even under the strictest policy."""
    film = small.decode(body(**changes), "MovieDetails", "raise")
    assert getattr(film, field) == value
    assert type(getattr(film, field)) is type(value)


def test_a_null_list_is_empty_even_where_none_was_ever_seen(small: Small) -> None:
    """Lists are never `None`; a null one is no contradiction."""
    page = small.decode(b'{"page":1,"results":null,"total_pages":0,"total_results":0}', "MoviePage", "raise")
    assert page.results == []


def test_an_odd_entry_does_not_cost_the_page(small: Small) -> None:
    """An entry of another kind is left out, one with an odd field is kept without it, the others are whole."""
    films = [{"id": 1, "title": "One"}, None, {"id": "2", "title": "Two"}, {"id": 3, "title": "Three"}]
    answer = json.dumps({"page": 1, "results": films, "total_pages": 1, "total_results": 4}).encode()
    with pytest.warns(small.runtime("DriftWarning")) as caught:
        page = small.decode(answer, "MoviePage")
    assert [(film.id, film.title) for film in page.results] == [(1, "One"), (None, "Two"), (3, "Three")]
    assert [difference.path for difference in small.differences(caught)] == ["$.results[1]", "$.results[2].id"]


def test_each_difference_is_told_once_for_a_policy(small: Small) -> None:
    """A thousand odd answers give one warning for each operation, model and field."""
    drift = small.runtime("Drift")("warn")
    decode, model = small.runtime("decode"), small.model("MovieDetails")

    def read_all() -> None:
        for operation in ("a", "a", "b"):
            decode(body(id="x"), model, operation=operation, drift=drift)
            decode(body(id=None, budget="x"), model, operation=operation, drift=drift)

    with pytest.warns(small.runtime("DriftWarning")) as caught:
        read_all()
    told = [(difference.operation, difference.field) for difference in small.differences(caught)]
    assert told == [("a", "id"), ("a", "budget"), ("b", "id"), ("b", "budget")]
    assert len(drift.differences) == 4


def test_a_warning_points_at_the_caller(small: Small) -> None:
    """It is the user's line that is shown, not one of the bindings."""
    with pytest.warns(small.runtime("DriftWarning")) as caught:
        small.runtime("decode")(
            body(id="x"), small.model("MovieDetails"), operation="op", drift=small.runtime("Drift")()
        )
    assert Path(caught[0].filename).name == Path(__file__).name


def test_an_unknown_policy_is_refused(small: Small) -> None:
    """A misspelt policy is an error at once."""
    with pytest.raises(ValueError, match="got 'never'"):
        small.runtime("Drift")("never")


@pytest.mark.parametrize("policy", ["warn", "ignore", "raise"])
@pytest.mark.parametrize(
    ("answer", "found"), [(b"[]", "array"), (b'"x"', "string"), (b"null", "null"), (b"1", "integer")]
)
def test_an_answer_of_another_kind_is_an_error_under_every_policy(
    small: Small, policy: str, answer: bytes, found: str
) -> None:
    """There is nothing to keep of it."""
    with pytest.raises(small.runtime("DriftError"), match=rf"MovieDetails at \$: expected MovieDetails, found {found}"):
        small.decode(answer, "MovieDetails", policy)


@pytest.mark.parametrize(
    "answer",
    [b"", b"  ", b"<html>", b'{"id":1', b'{"id":1}{"id":2}', b'{"id":"x"', b'{"title":"\xff"}', b'{"id":1,}'],
)
def test_what_is_not_json_is_told_apart(small: Small, answer: bytes) -> None:
    """A body that is not JSON, or more than one JSON, is no drift."""
    with pytest.raises(small.runtime("NotJSONError"), match="the answer of op is not JSON"):
        small.decode(answer, "MovieDetails")


def test_lists_and_maps_of_models_are_answers_too(small: Small) -> None:
    """An answer can be a list, and keeps what fits of it."""
    genre = small.model("Genre")
    decode, drift = small.runtime("decode"), small.runtime("Drift")("ignore")
    assert decode(b'[{"id":1}]', cast("Any", list)[genre], operation="op", drift=drift) == [genre(id=1)]
    assert decode(b'[{"id":1},7]', cast("Any", list)[genre], operation="op", drift=drift) == [genre(id=1)]
    assert decode(b'{"a":["x"]}', dict[str, list[str]], operation="op", drift=drift) == {"a": ["x"]}
    assert [difference.path for difference in drift.differences] == ["$[1]"]


def test_a_choice_takes_each_of_its_kinds(small: Small) -> None:
    """`rated` is `false` or an object; a size is a number or a word; a value is any JSON."""
    rating = small.model("Rating")
    for text, value in ((b"false", False), (b'{"value":8}', rating(value=8.0)), (b"null", None)):
        assert small.decode(b'{"rated":' + text + b"}", "AccountStates", "raise").rated == value
    for text, value in ((b"720", 720), (b'"HD"', "HD")):
        assert small.decode(b'{"size":' + text + b"}", "Change", "raise").size == value
    assert small.decode(b'{"value":{"a":[1,null]}}', "Change", "raise").value == {"a": [1, None]}
    with pytest.warns(small.runtime("DriftWarning"), match="expected bool | Rating | None, found string"):
        assert small.decode(b'{"rated":"yes"}', "AccountStates").rated is None
