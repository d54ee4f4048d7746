"""Models, enums and partial dates as types of pydantic."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from typing import Any, Literal

import jsonschema_rs
import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from tmdb_facade import TMDB, MovieAppend, TVAppend, models
from tmdb_facade.models import (
    Movie,
    MovieCredits,
    MovieDetails,
    MoviePage,
    MultiSearchPage,
    MultiSearchResult,
    PersonDetails,
    Session,
    TVDetails,
    UnknownMedia,
    V4ListDetails,
)
from tmdb_facade.testing import TMDBServer, make, make_movie, make_movie_details, make_tv_show
from tmdb_facade.types import (
    Details,
    Model,
    MovieHasCredits,
    MovieHasVideos,
    MovieStatus,
    PartialDate,
    ReleaseType,
)

MODELS: list[type[Model]] = [
    one for name in dir(models) if isinstance(one := getattr(models, name), type) and issubclass(one, Model)
]
MODES: tuple[Literal["validation", "serialization"], ...] = ("validation", "serialization")


class Shelf(BaseModel):
    """A model of a program."""

    favorite: Movie | None = None
    with_credits: MovieDetails[MovieHasCredits] | None = None
    found: list[MultiSearchResult] = []
    since: PartialDate | datetime.date | None = None
    kinds: list[ReleaseType] = []


def fits(schema: dict[str, Any], value: object) -> bool:
    """Return whether a JSON value fits a schema, with the formats of texts."""
    return jsonschema_rs.is_valid(schema, value, validate_formats=True)


def check(schema: dict[str, Any], value: object) -> None:
    """Check that a JSON value fits a schema."""
    jsonschema_rs.validate(schema, value, validate_formats=True)


def problems(error: ValidationError) -> list[tuple[str, str]]:
    """Return the place and type of each error."""
    return [(".".join(map(str, one["loc"])), one["type"]) for one in error.errors()]


@pytest.fixture(scope="module")
def details() -> Iterator[MovieDetails[Any]]:
    """Return a movie with two blocks."""
    with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url) as tmdb:
        yield tmdb.movies.details(550, append=MovieAppend.CREDITS | MovieAppend.WATCH_PROVIDERS)


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one.__name__)
def test_each_model_is_read_and_written_as_its_schema_says(model: type[Model]) -> None:
    adapter, made = TypeAdapter(model), make(model)
    assert adapter.validate_python(made) is made
    assert adapter.validate_python(made.to_dict()) == adapter.validate_json(made.to_json()) == made
    assert adapter.dump_python(made) == json.loads(adapter.dump_json(made)) == made.to_dict()
    for mode in MODES:
        schema = adapter.json_schema(mode=mode)
        check(schema, made.to_dict())
        assert set(schema["properties"]) >= set(made.to_dict())
    assert set(adapter.json_schema(mode="serialization").get("required", [])) == set(made.to_dict())


def test_blocks_are_kept(details: MovieDetails[Any]) -> None:
    adapter = TypeAdapter[MovieDetails](MovieDetails)
    assert json.loads(adapter.dump_json(details)) == details.to_dict()
    again = adapter.validate_python(details.to_dict())
    assert again == details
    schema = adapter.json_schema(mode="serialization")
    check(schema, details.to_dict())
    assert schema["properties"]["watch/providers"]["$ref"] == "#/$defs/WatchProviders"
    assert not {"credits", "watch/providers"} & set(schema["required"])


def test_markers_make_blocks_required(details: MovieDetails[Any]) -> None:
    adapter = TypeAdapter[Any](MovieDetails[MovieHasCredits | MovieHasVideos])
    plain = details.replace()
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(plain)
    assert problems(caught.value) == [("videos", "missing")]
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(make_movie_details().to_dict())
    assert problems(caught.value) == [("credits", "missing"), ("videos", "missing")]
    for mode in MODES:
        assert {"credits", "videos"} <= set(adapter.json_schema(mode=mode)["required"])
    assert Shelf(with_credits=details).with_credits is details


def test_class_with_and_without_blocks_in_one_schema() -> None:
    """They are two components: one requires the block."""

    class Both(BaseModel):
        plain: MovieDetails
        full: MovieDetails[MovieHasCredits]

    schemas = Both.model_json_schema()["$defs"]
    assert "credits" not in schemas["MovieDetails"]["required"]
    assert "credits" in schemas["MovieDetails_credits_"]["required"]
    with pytest.raises(ValidationError) as caught:
        Both.model_validate({"plain": make_movie_details(), "full": make_movie_details()})
    assert problems(caught.value) == [("full.credits", "missing")]


def test_seasons_are_pattern_properties() -> None:
    schema = TypeAdapter[TVDetails](TVDetails).json_schema(mode="serialization")
    assert schema["patternProperties"]["^season/[0-9]+$"]["$ref"] == "#/$defs/SeasonDetails"
    with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url) as tmdb:
        series = tmdb.tv.details(1396, append=TVAppend.CREDITS, seasons=[1])
        check(schema, series.to_dict())
    broken = {**series.to_dict(), "season/1": {**series.season(1).to_dict(), "season_number": "one"}}
    assert not fits(schema, broken)
    with pytest.raises(ValidationError) as caught:
        TypeAdapter[TVDetails](TVDetails).validate_python(broken)
    assert problems(caught.value) == [("season/1.season_number", "tmdb_type")]


def test_input_that_contradicts_the_types_is_an_error_at_each_place() -> None:
    page = make(MoviePage, results=[make_movie(), make_movie()]).to_dict()
    page["results"][1] |= {"title": 7, "unknown": True}
    del page["results"][0]["id"]
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(MoviePage).validate_python(page)
    assert problems(caught.value) == [("results.0.id", "missing"), ("results.1.title", "tmdb_type")]
    assert caught.value.errors()[1]["msg"] == "Expected str, found integer"
    assert caught.value.errors()[1]["input"] == 7
    details = make_movie_details(credits=make(MovieCredits)).to_dict()
    details["credits"] = []
    with pytest.raises(ValidationError) as caught:
        TypeAdapter[MovieDetails](MovieDetails).validate_python(details)
    assert problems(caught.value) == [("credits", "tmdb_type")]


def test_keys_that_are_no_text_are_read_as_in_json() -> None:
    adapter, made = TypeAdapter(V4ListDetails), make(V4ListDetails)
    assert adapter.validate_python({**made.to_dict(), "comments": {1: "good"}}).comments == {"1": "good"}
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python({**made.to_dict(), "comments": {1: 7}})
    assert problems(caught.value) == [("comments.1", "tmdb_type")]


def test_values_that_json_does_not_have_are_errors() -> None:
    with pytest.raises(ValidationError, match="must contain JSON values only: object is none of them"):
        TypeAdapter(Movie).validate_python({**make_movie().to_dict(), "unknown": object()})


@pytest.mark.parametrize("value", [[1], "text", None, make_tv_show()])
def test_input_of_another_kind_is_an_error(value: object) -> None:
    with pytest.raises(ValidationError, match="valid dictionary or instance of Movie"):
        TypeAdapter(Movie).validate_python(value)


def test_errors_contain_no_credentials() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Session).validate_python({"session_id": {"token": "a secret"}, "success": True})
    assert problems(caught.value) == [("session_id", "tmdb_type")]
    with pytest.raises(ValidationError) as missing:
        TypeAdapter(Session).validate_python({"session_id": "a secret"})
    assert "secret" not in str(caught.value) + str(missing.value) + repr(caught.value.errors() + missing.value.errors())


def test_rows_of_a_search_are_found_by_their_kind() -> None:
    rows: list[Any] = [make_movie(), make_tv_show(), make(UnknownMedia, kind="opera")]
    shelf = Shelf.model_validate({"found": [row.to_dict() for row in rows]})
    assert shelf.found == rows
    assert Shelf(found=rows).model_dump()["found"] == [row.to_dict() for row in rows]
    assert json.loads(Shelf(found=rows).model_dump_json())["found"] == [row.to_dict() for row in rows]
    page = make(MultiSearchPage, results=rows)
    assert TypeAdapter(MultiSearchPage).validate_python(page.to_dict()) == page


def test_invalid_row_is_no_row_of_an_unknown_kind() -> None:
    row = {**make_tv_show().to_dict(), "name": None}
    with pytest.raises(ValidationError) as caught:
        Shelf.model_validate({"found": [row]})
    kinds = [(place.rpartition(".")[2], kind) for place, kind in problems(caught.value)]
    others = [("media_type", "literal_error")]
    assert sorted(kinds) == sorted([("name", "tmdb_type"), *others * 3, ("media_type", "tmdb_known_tag")])


def test_dates_of_any_precision() -> None:
    for text, value in [("1945", PartialDate(1945)), ("1945-06", PartialDate(1945, 6))]:
        shelf = Shelf.model_validate({"since": text})
        assert shelf.since == value
        assert json.loads(shelf.model_dump_json())["since"] == text
        assert shelf.model_dump()["since"] == value
    full = Shelf.model_validate({"since": "1945-06-01"})
    assert full.since == datetime.date(1945, 6, 1)
    assert json.loads(full.model_dump_json())["since"] == "1945-06-01"
    for wrong in ("45", "1945-13", "x"):
        with pytest.raises(ValidationError, match="a year or a month"):
            TypeAdapter(PartialDate).validate_python(wrong)


def test_partial_date_in_a_model_has_its_precision_in_json() -> None:
    person = make(PersonDetails, birthday=PartialDate(1945, 6))
    adapter = TypeAdapter[PersonDetails](PersonDetails)
    assert json.loads(adapter.dump_json(person))["birthday"] == "1945-06"
    schema = adapter.json_schema(mode="serialization")
    check(schema, person.to_dict())
    assert not fits(schema, {**person.to_dict(), "birthday": "06/45"})


@pytest.mark.parametrize(
    ("enum", "value", "expected"),
    [
        (MovieStatus, "Released", MovieStatus.RELEASED),
        (MovieStatus, MovieStatus.RELEASED, MovieStatus.RELEASED),
        (MovieStatus, "Dreamt of", MovieStatus("Dreamt of")),
        (ReleaseType, 4, ReleaseType.DIGITAL),
        (ReleaseType, "4", ReleaseType.DIGITAL),
        (ReleaseType, "99", ReleaseType(99)),
    ],
    ids=range(6),
)
def test_enums_accept_each_value_that_models_do(enum: type[Enum], value: object, expected: object) -> None:
    adapter = TypeAdapter[object](enum)
    made = adapter.validate_python(value)
    assert made == expected
    assert type(made) is enum
    assert json.loads(adapter.dump_json(made)) == made.value
    check(adapter.json_schema(), made.value)


@pytest.mark.parametrize(("enum", "value"), [(MovieStatus, 4), (ReleaseType, "four"), (ReleaseType, True)])
def test_enums_reject_values_of_another_type(enum: type[Enum], value: object) -> None:
    with pytest.raises(ValidationError, match=r"valid (string|integer)"):
        TypeAdapter[object](enum).validate_python(value)


def test_json_schema_has_names_descriptions_formats_and_nulls() -> None:
    schema = TypeAdapter[MovieDetails](MovieDetails).json_schema(mode="serialization")
    properties = schema["properties"]
    assert (schema["title"], schema["description"]) == (
        "MovieDetails",
        "A movie's details, with the blocks appended to the request.",
    )
    assert properties["runtime"] == {
        "description": "Runtime in minutes; 0 if unknown.",
        "title": "Runtime",
        "type": "integer",
    }
    dates = [{"type": "string", "format": "date"}, {"$ref": "#/$defs/PartialDate"}, {"type": "null"}]
    assert properties["release_date"]["anyOf"] == dates
    assert properties["status"] == {"$ref": "#/$defs/MovieStatus", "description": "Production status."}
    assert properties["genres"]["items"] == {"$ref": "#/$defs/Genre"}
    assert properties["credits"]["description"] == "The cast and crew of a movie."
    status = schema["$defs"]["MovieStatus"]
    assert status["anyOf"] == [{"enum": [*MovieStatus], "type": "string"}, {"type": "string"}]
    assert status["description"] == "Production statuses of movies."


def test_fields_can_be_selected(details: MovieDetails[Any]) -> None:
    adapter = TypeAdapter[MovieDetails](MovieDetails)
    assert adapter.dump_python(details, include={"title"}) == {"title": details.title}
    assert "credits" not in adapter.dump_python(details, exclude={"credits": True})
    assert "id" not in adapter.dump_python(details, exclude={"belongs_to_collection": True, "id": True})
    changed = details.replace(homepage=None)
    assert "homepage" not in json.loads(adapter.dump_json(changed, exclude_none=True))
    assert "homepage" in json.loads(adapter.dump_json(changed))


def test_base_classes_are_types_too() -> None:
    """A field of any model accepts instances only: nothing says what a dictionary is."""
    movie = make_movie()
    for base in (Model, Details):
        with pytest.raises(ValidationError):
            TypeAdapter(base).validate_python({"id": 1})
    assert TypeAdapter(Model).validate_python(movie) is movie
    assert TypeAdapter(Model).dump_python(movie) == movie.to_dict()
    assert TypeAdapter(Model).json_schema()["type"] == "object"


def test_package_does_not_import_pydantic() -> None:
    program = """
import sys
from tmdb_facade.models import MovieDetails
from tmdb_facade.types import MovieStatus, PartialDate
MovieDetails.from_json('{}', on_drift="ignore").to_json()
print([name for name in sys.modules if name.startswith(("pydantic", "fastapi", "starlette", "django"))])
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
