"""What is read out of an upstream schema, and which of our components it is."""

from __future__ import annotations

import pytest

from scripts.json_io import Json
from scripts.regenerate.name.absorb import Absorber
from scripts.regenerate.name.shapes import ANY, describe, shape_of


def read(schema: object, document: Json | None = None) -> str:
    """Return a schema's shape in words."""
    return describe(shape_of(schema, document or {}))


SCHEMAS: list[tuple[object, str]] = [
    ({"type": "string", "format": "date"}, "string (date)"),
    ({"type": "integer", "format": "int32", "default": 0}, "integer"),
    ({"type": ["string", "null"]}, "string"),
    ({"type": ["integer", "number"]}, "number"),
    ({"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "null"}]}, "integer or string"),
    ({"oneOf": [{"type": "integer"}, {"type": "object", "properties": {"a": {}}}]}, "untyped"),
    ({"type": "array", "items": {"type": "boolean"}}, "array of boolean"),
    ({"type": "array"}, "array of untyped"),
    ({"items": {"type": "string"}}, "array of string"),
    ({"type": "object", "properties": {"DE": {"type": "integer"}, "FR": {"type": "number"}}}, "map of number"),
    ({"type": "object", "properties": {"movie:7": {"type": "string"}}}, "map of string"),
    ({"type": "object", "additionalProperties": {"type": "string"}}, "map of string"),
    ({"type": "object", "properties": {"DE": {}, "name": {}}}, "object"),
    ({"type": "object", "properties": []}, "object"),
    ({}, "untyped"),
    (None, "untyped"),
    ({"type": "file"}, "untyped"),
]


@pytest.mark.parametrize(("schema", "words"), SCHEMAS)
def test_shape(schema: object, words: str) -> None:
    """Formats of Python types, nulls, choices and keys that are data are understood; nothing else is guessed."""
    assert read(schema) == words


def test_references() -> None:
    """A reference is what it refers to; one that leads nowhere or into itself says nothing."""
    document: Json = {
        "components": {
            "schemas": {
                "a/b": {"type": "string"},
                "loop": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/loop"}}},
            }
        }
    }
    assert read({"$ref": "#/components/schemas/a~1b"}, document) == "string"
    assert read({"$ref": "#/components/schemas/gone"}, document) == "untyped"
    loop = shape_of({"$ref": "#/components/schemas/loop"}, document)
    assert loop.fields["next"] == ANY


def test_all_of() -> None:
    """Parts that hold together are one object."""
    parts = [{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}]
    shape = shape_of({"allOf": parts, "properties": {"b": {"type": "integer"}}}, {})
    assert sorted(shape.fields) == ["a", "b"]
    assert shape.required == {"a"}


def _object(**fields: object) -> Json:
    return {"type": "object", "properties": dict(fields)}


TEXT = {"type": "string"}
ROW = _object(id={"type": "integer"}, name=TEXT)
COMPONENTS: Json = {
    "Row": {"properties": {"id": {"type": "integer"}, "name": TEXT, "extra": TEXT}},
    "RatedRow": {
        "properties": {"id": {"type": "integer"}, "name": TEXT, "rating": {"type": "number"}},
        "x-required": {"rating": "what it is for"},
    },
    "Rows": {"properties": {"rows": {"type": "array", "items": {"$ref": "#/components/schemas/Row"}}}},
    "RatedRows": {"properties": {"rows": {"type": "array", "items": {"$ref": "#/components/schemas/RatedRow"}}}},
    "Pair": {"properties": {"a": TEXT, "b": TEXT}},
    "OtherPair": {"properties": {"a": TEXT, "b": TEXT}},
    "PairBody": {"x-request-body": True, "properties": {"c": TEXT}},
}


@pytest.mark.parametrize(
    ("schema", "component"),
    [
        (_object(rows={"type": "array", "items": ROW}), "Rows"),
        (_object(rows={"type": "array", "items": _object(**ROW["properties"], rating=TEXT)}), "New"),
        (_object(rows={"type": "array", "items": _object(id={}, name={}, rating={"type": "integer"})}), "RatedRows"),
        (_object(rows={"type": "array", "items": _object(other=TEXT)}), "New"),
        (_object(a=TEXT, b=TEXT), "New"),
        (_object(c=TEXT), "New"),
        (ROW, "New"),
    ],
)
def test_nearest_component(schema: Json, component: str) -> None:
    """A shape is a known one with exactly its keys, whose inner shapes fit and promise nothing that is not there."""
    absorber = Absorber(COMPONENTS)
    assert absorber.new_schema(shape_of(schema, {}), "New") == {"$ref": f"#/components/schemas/{component}"}


def test_equal_new_shapes_are_one() -> None:
    """The second object of the same new shape takes the name of the first."""
    absorber = Absorber({})
    first = absorber.new_schema(shape_of(ROW, {}), "First")
    assert absorber.new_schema(shape_of(ROW, {}), "Second") == first
    assert list(absorber.components) == ["First"]


def test_new_values_without_a_type_are_free_json() -> None:
    """Where the document says nothing, nothing is promised."""
    absorber = Absorber({})
    free = {"x-json": True}
    assert absorber.new_schema(shape_of({}, {}), "A") == free
    assert absorber.new_schema(shape_of({"type": "object"}, {}), "A") == free
    assert absorber.new_schema(shape_of({"type": "array"}, {}), "A") == {"type": "array", "items": free}
