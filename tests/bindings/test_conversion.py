"""Tests of `from_dict` and `from_json`."""

from __future__ import annotations

import datetime
import json
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from tests.bindings.small import Small

ROW: dict[str, Any] = {"id": 550, "title": "Fight Club", "genre_ids": [18], "release_date": "1999-10-15"}
MOVIE: dict[str, Any] = {
    "id": 550,
    "title": "Fight Club",
    "credits": {"cast": [{"id": 819, "name": "Edward Norton", "character": "Narrator", "order": 0}]},
    "watch/providers": {"results": {"DE": {"link": "https://example.com"}}},
}
SERIES: dict[str, Any] = {"id": 1399, "name": "Westeros", "season/1": {"id": 7, "name": "First"}}


def test_from_dict_and_from_json_reverse_to_dict_and_to_json(small: Small) -> None:
    model = small.model("Movie")
    movie = small.decode(json.dumps(ROW).encode(), "Movie", "raise")
    assert model.from_dict(movie.to_dict(), on_drift="raise") == movie
    for text in (movie.to_json(), movie.to_json().encode(), bytearray(movie.to_json(), "utf-8")):
        assert model.from_json(f" {text}\n" if isinstance(text, str) else text, on_drift="raise") == movie


def test_blocks_of_the_data_are_kept(small: Small) -> None:
    model = small.model("MovieDetails")
    movie = small.decode(json.dumps(MOVIE).encode(), "MovieDetails", "raise", ("credits", "watch/providers"))
    for again in (model.from_dict(MOVIE), model.from_dict(movie.to_dict()), model.from_json(movie.to_json())):
        assert again == movie
        assert again.credits.cast[0].character == "Narrator"
    series = small.model("TVDetails").from_dict(SERIES)
    assert series.season(1).name == "First"
    assert series.to_dict()["season/1"] == SERIES["season/1"] | {"_id": None, "air_date": None}


@pytest.mark.parametrize("name", ["watch/providers", "watch_providers"])
def test_block_that_must_be_there_is_reported_if_it_is_missing(small: Small, name: str) -> None:
    model, drift = small.model("MovieDetails"), small.runtime("DriftError")
    plain = {key: value for key, value in MOVIE.items() if key != "watch/providers"}
    assert model.from_dict(MOVIE, append=[name], on_drift="raise").watch_providers.results["DE"]
    with pytest.raises(drift, match=r"watch/providers.*found nothing"):
        model.from_dict(plain, append=[name], on_drift="raise")
    with pytest.warns(small.runtime("DriftWarning"), match=r"MovieDetails\.from_json: .*watch/providers"):
        model.from_json(json.dumps(plain), append=[name])


def test_constants_and_seasons_select_blocks_as_for_details(small: Small) -> None:
    append = small.module("append")
    movie, series = small.model("MovieDetails"), small.model("TVDetails")
    assert movie.from_dict(MOVIE, append=append.MovieAppend.CREDITS).credits.cast
    assert series.from_dict(SERIES, append=append.TVAppend.season(1), on_drift="raise").season(1).id == 7
    assert series.from_dict(SERIES, seasons=[1], on_drift="raise").season(1).id == 7
    # As in answers: a season that TMDB does not have is no drift.
    ninth = series.from_dict(SERIES, seasons=[9], on_drift="raise")
    with pytest.raises(small.runtime("MissingBlockError"), match="season/9 does not exist"):
        ninth.season(9)


def test_blocks_keep_their_order(small: Small) -> None:
    model = small.model("MovieDetails")
    movie = model.from_dict(MOVIE)
    again = model.from_dict(movie.to_dict(), append=["watch_providers"])
    assert (repr(again), again.to_json()) == (repr(movie), movie.to_json())


def test_both_paths_read_as_for_answers(small: Small) -> None:
    """Text for a number is no drift, but only the tolerant path reads it."""
    model = small.model("Movie")
    assert model.from_dict({**ROW, "id": "550", "unknown": 1}, on_drift="raise") == model.from_dict(ROW)
    with pytest.warns(
        small.runtime("DriftWarning"), match=r"Movie\.from_dict: Movie\.title at \$\.title: expected str"
    ):
        assert model.from_dict({**ROW, "title": 7}).title is None
    assert model.from_dict({**ROW, "title": 7}, on_drift="ignore").title is None
    with pytest.raises(small.runtime("DriftError"), match="expected str, found integer"):
        model.from_json(json.dumps({**ROW, "title": 7}), on_drift="raise")


def test_drift_of_a_block_is_reported_when_it_is_read(small: Small) -> None:
    odd = {**MOVIE, "credits": {"cast": [{"id": "x", "name": "Odd"}]}}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        movie = small.model("MovieDetails").from_dict(odd)
    with pytest.warns(small.runtime("DriftWarning"), match=r"Cast\.id"):
        assert movie.credits.cast[0].name == "Odd"
    with pytest.raises(small.runtime("DriftError"), match=r"Cast\.id"):
        small.model("MovieDetails").from_dict(odd, on_drift="raise")


def test_dictionary_may_contain_python_values(small: Small) -> None:
    model, partial = small.model("Movie"), small.runtime("PartialDate")
    assert model.from_dict({**ROW, "release_date": datetime.date(1999, 10, 15)}) == model.from_dict(ROW)
    for date in (partial(1999), partial(1999, 10)):
        assert model.from_dict({**ROW, "release_date": date}, on_drift="raise").release_date == date


def test_unknown_kind_of_a_union_survives(small: Small) -> None:
    page = {"page": 1, "results": [{"id": 5, "media_type": "opera", "name": "Five"}], "total_pages": 1}
    decoded = small.decode(json.dumps({**page, "total_results": 1}).encode(), "MultiSearchPage", "raise")
    assert small.model("MultiSearchPage").from_dict(decoded.to_dict(), on_drift="raise") == decoded
    entry = decoded.results[0]
    assert small.model("UnknownMedia").from_json(entry.to_json(), on_drift="raise") == entry
    assert entry.kind == "opera"


def wrong_values() -> Iterator[tuple[object, str]]:
    circle: dict[str, Any] = {}
    circle["a"] = circle
    yield [1], "must be a dictionary with the fields of Movie, got list"
    yield None, "got None"
    yield '{"id": 1}', "got str"
    yield {"id": object()}, "must contain JSON values only: object is none of them"
    yield {"a": circle}, "nested too deeply, or contains itself"


@pytest.mark.parametrize(("value", "problem"), [*wrong_values()], ids=range(5))
def test_from_dict_rejects_what_is_no_dictionary_of_json(small: Small, value: object, problem: str) -> None:
    with pytest.raises(small.module("runtime.parameters").ParameterError, match=problem) as caught:
        small.model("Movie").from_dict(value)
    assert caught.value.parameter == "value"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"[", "must be a JSON object with the fields of Movie, got array"),
        ("[1]", "got array"),
        ("null", "got null"),
        ("true", "got boolean"),
        ("-1", "got number"),
        ("", "got no text"),
        ("<html>", "got other text"),
        ("not found", "got other text"),
        ("{", "must be JSON: Expecting property name"),
        ('{"id": 1} x', "must be JSON: Extra data"),
        ('{"a":' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deeply"),
        (7, "must be JSON text as str or bytes, got int"),
    ],
    ids=range(12),
)
@pytest.mark.parametrize("model", ["Movie", "MovieDetails"])
def test_from_json_rejects_what_is_no_object(small: Small, text: Any, problem: str, model: str) -> None:
    expected = problem.replace("Movie", model)
    with pytest.raises(small.module("runtime.parameters").ParameterError, match=expected) as caught:
        small.model(model).from_json(text)
    assert caught.value.parameter == "text"


@pytest.mark.parametrize(
    ("model", "arguments", "parameter"),
    [
        ("MovieDetails", {"append": ["cast"]}, "append"),
        ("MovieDetails", {"append": "credits"}, "append"),
        ("MovieDetails", {"append": [7]}, "append"),
        ("MovieDetails", {"append": 7}, "append"),
        ("MovieDetails", {"seasons": [1]}, "append"),
        ("TVDetails", {"seasons": [-1]}, "seasons"),
        ("TVDetails", {"seasons": ["1"]}, "seasons"),
        ("Movie", {"on_drift": "never"}, "on_drift"),
    ],
)
def test_wrong_arguments_are_named(small: Small, model: str, arguments: dict[str, Any], parameter: str) -> None:
    with pytest.raises(small.module("runtime.parameters").ParameterError) as caught:
        small.model(model).from_dict({"id": 1}, **arguments)
    assert caught.value.parameter == parameter


@pytest.mark.parametrize("value", ["\ud800", 10**30, float("inf")], ids=["surrogate", "int", "inf"])
def test_value_that_json_cannot_represent_is_drift_of_its_field(small: Small, value: object) -> None:
    made = small.model("Movie").from_dict({**ROW, "vote_average": value}, on_drift="ignore")
    assert made.title == "Fight Club"
    with pytest.warns(small.runtime("DriftWarning"), match=r"Movie\.title"):
        assert small.model("Movie").from_json('{"id": 1, "title": "\ud800"}').title is None
