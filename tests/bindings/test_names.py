"""Tests of fields, parameters and blocks with names that Python or the bindings cannot use as they are."""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import pytest

from scripts.json_io import Json, load
from scripts.regenerate.verify.samples import Samples
from scripts.regenerate.verify.staged import verify_bindings, verify_types
from scripts.regenerate.write.attributes import argument_names, field_attributes, parent_prefix
from scripts.regenerate.write.generate import generate
from tests.bindings.small import DOCUMENT

PACKAGE = "odd_bindings"
#: Names of every kind that JSON can contain.
NAMES = (
    *("class", "def", "None", "self", "field", "property", "id_", "_id", "_", "mro", "print"),
    *("str", "list", "int", "float", "bool", "dict", "to_dict", "to_json", "_block", "NOTHING", "unions"),
    *("__class__", "__dict__", "__slots__", "__init__", "__eq__", "__attrs_attrs__", "__blocks__", "__name__", "__x"),
    *("Movie", "Date", "JSONValue", "Maybe", "ClassVar", "MovieDetails", "credits", "has-dash", "has_dash", "has.dash"),
    *("2fast", "$ref", "", " ", "🎬", "año", "语言", "ﬁeld", "ﷺ", "with.dots[gte]", "{brace}", "watch_providers"),
    *('"quoted"', "'''\"\"\"", "back\\slash", "new\nline", "a\x00b", "\u202ebidi", "x" * 200),
)
_SCHEMAS: tuple[Json, ...] = (
    {"type": ["string", "null"]},
    {"type": "integer"},
    {"type": ["array", "null"], "items": {"$ref": "#/components/schemas/Genre"}},
    {"type": ["string", "null"], "format": "date"},
    {"type": "array", "items": {"type": "string"}},
    {"anyOf": [{"$ref": "#/components/schemas/Movie"}, {"type": "null"}]},
    {"type": "object", "additionalProperties": {"type": "number"}},
    {"anyOf": [{"$ref": "#/components/schemas/KnownFor"}, {"type": "null"}]},
    {"type": "array", "items": {"$ref": "#/components/schemas/KnownFor"}},
)
# Names of parameters that the functions use themselves.
_ARGUMENTS = ("query_values", "operation", "endpoint", "append", "body", "Request", "path_text", "seasons")


def odd_document() -> Json:
    """Return the small document with all names as fields of two models, parameters, keys of a body, and blocks."""
    document = load(DOCUMENT)
    schemas: Json = document["components"]["schemas"]
    odd = {name: _SCHEMAS[number % len(_SCHEMAS)] for number, name in enumerate(NAMES)}
    for name in ("MovieDetails", "Genre"):
        component = schemas[name]
        component["properties"] = {**odd, **component["properties"]}
        component["required"] = [*component.get("required", []), "def"]
    schemas["RatingBody"]["properties"] |= {name: {"type": "integer"} for name in NAMES}
    blocks = schemas["MovieDetails"]["x-append"]
    blocks |= dict.fromkeys(("to_dict", "class", "4k", "🎬🎬", "a-b", "a_b", "a.b", "语.言"), blocks["credits"])
    listed = [{"name": name, "in": "query", "schema": {"type": "string"}} for name in (*NAMES, *_ARGUMENTS)]
    document["paths"]["/3/search/multi"]["get"]["parameters"] = listed
    odd_path = document["paths"].pop("/3/movie/{movie_id}/credits")
    odd_path["get"]["parameters"] = [
        {"name": name, "in": place, "required": True, "schema": {"type": "string"}}
        for place, name in (("path", "class"), ("path", "a b"), ("path", "🎬"), ("query", "class"))
    ]
    document["paths"]["/3/móvie's (x)/{class}/{a b}-{🎬}.json"] = odd_path
    return document


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Generate the package of the document and make it importable. Return the folder of both."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / "document.json").write_text(json.dumps(odd_document()), encoding="utf-8")
    generate(folder / "document.json", folder / PACKAGE)
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


def decode(body: Json, model: str, policy: str = "raise", append: tuple[str, ...] = ()) -> Any:
    """Decode an answer as a model."""
    runtime = import_module(f"{PACKAGE}.runtime")
    type_ = getattr(import_module(f"{PACKAGE}.models"), model)
    return runtime.decode(json.dumps(body).encode(), type_, operation="op", drift=runtime.Drift(policy), append=append)


def attributes(model: str) -> dict[str, str]:
    """Return the attribute of each field by TMDB's name."""
    schemas = odd_document()["components"]["schemas"]
    return field_attributes(schemas[model], schemas)


def sample(model: str, *, decoded: bool = False) -> Json:
    """Return an answer with all fields of a model, or its values after decoding."""
    made: Json = Samples(odd_document()["components"]["schemas"], decoded=decoded).of_component(model)
    return made


@pytest.mark.usefixtures("folder")
def test_fields_are_decoded_and_encoded_under_their_own_names() -> None:
    body = sample("Genre")
    genre = decode(body, "Genre")
    assert body.keys() >= set(NAMES)
    assert genre.to_dict() == json.loads(genre.to_json()) == sample("Genre", decoded=True)
    assert (genre.class_, genre.def_) == ("text", 7)
    assert attrs.evolve(genre) == pickle.loads(pickle.dumps(genre)) == genre
    assert attrs.evolve(genre, class_="other") != genre


@pytest.mark.usefixtures("folder")
def test_fields_are_decoded_equally_on_the_tolerant_path() -> None:
    body = sample("Genre")
    genre = decode(body, "Genre")
    with pytest.warns(UserWarning, match=r"Genre\.name at \$\.name: expected str \| None, found integer"):
        assert decode({**body, "name": 5}, "Genre", "warn") == attrs.evolve(genre, name=None)
    with pytest.warns(UserWarning, match=r"Genre\.n2fast at \$\['2fast'\]: expected"):
        assert decode({**body, "2fast": True}, "Genre", "warn").to_dict().keys() == sample("Genre").keys()


@pytest.mark.usefixtures("folder")
def test_missing_fields_have_their_defaults() -> None:
    genre = decode({"id": 1, "def": 2}, "Genre")
    assert {
        getattr(genre, name)
        for name in attributes("Genre").values()
        if not isinstance(getattr(genre, name), list | dict)
    } == {None, 1, 2}
    assert genre.to_dict().keys() == sample("Genre").keys()
    with pytest.raises(ValueError, match=r"Genre\.def_ at \$\.def: expected int, found nothing"):
        decode({"id": 1}, "Genre")


@pytest.mark.usefixtures("folder")
def test_keys_that_are_names_of_attributes_are_unknown() -> None:
    assert decode({"id": 1, "def": 2, "class_": "x", "empty": "x"}, "Genre") == decode({"id": 1, "def": 2}, "Genre")


@pytest.mark.usefixtures("folder")
def test_fields_and_blocks_of_details_do_not_hide_each_other() -> None:
    credits_ = {"id": 1, "cast": [{"id": 2, "name": "n"}]}
    blocks = ("credits", "to_dict", "class", "4k", "🎬🎬", "a-b", "a_b", "a.b", "语.言")
    movie = decode({**sample("MovieDetails"), **dict.fromkeys(blocks, credits_)}, "MovieDetails", append=blocks)
    names = ("credits", "to_dict_", "class_", "n4k", "clapper_board_clapper_board", "a_b_", "a_b", "a_b__", "语_言")
    assert [getattr(movie, name).cast[0].id for name in names] == [2] * len(names)
    assert movie.to_dict().keys() >= {*blocks, *attributes("MovieDetails")}
    constants = import_module(f"{PACKAGE}.append").MovieAppend
    assert (constants.TO_DICT_ | constants.CLASS_ | constants.A_B_).blocks == ("to_dict", "class", "a-b")


@pytest.mark.usefixtures("folder")
def test_parameters_are_sent_under_their_own_names() -> None:
    node = odd_document()["paths"]["/3/search/multi"]["get"]
    arguments = argument_names(node["parameters"])
    request = import_module(f"{PACKAGE}.api.search.multi").request
    for (_, name), argument in arguments.items():
        assert request(**{argument: "x"}).query == {name: "x"}


@pytest.mark.usefixtures("folder")
def test_path_parameters_of_any_name_are_sent() -> None:
    request = import_module(f"{PACKAGE}.api.movies.credits").request("1", "2", "3", class__="4")
    assert (request.path, request.query) == ("/3/m%C3%B3vie%27s%20(x)/1/2-3.json", {"class": "4"})


@pytest.mark.usefixtures("mypy_cache")
def test_package_can_be_used_and_passes_mypy(folder: Path) -> None:
    verify_bindings(folder / PACKAGE, folder / "document.json")
    verify_types(folder / PACKAGE, folder, None)


@pytest.mark.parametrize(
    ("schemas", "prefix"),
    [
        ({"Pod": {}}, "Pod"),
        ({"Pod": {"x-append": {"credits": {"schema": "Credits"}}}}, "PodDetails"),
        ({"PodBlocks": {}}, "PodDetails"),
    ],
)
def test_prefix_of_blocks_belongs_to_one_component(schemas: Json, prefix: str) -> None:
    details: Json = {"x-append": {"credits": {"schema": "Credits"}}}
    assert parent_prefix("PodDetails", {**schemas, "PodDetails": details}) == prefix
