"""Tests of shapes and of the components that match them."""

from __future__ import annotations

import pytest

from scripts.json_io import Json
from scripts.regenerate.name.absorb import Absorber
from scripts.regenerate.name.shapes import ANY, describe, shape_of
from tests.pipeline.small import observed


def read(schema: object, document: Json | None = None) -> str:
    """Return a schema's shape as text."""
    return describe(shape_of(schema, document or {}))


SCHEMAS: list[tuple[object, str]] = [
    ({"type": "string", "format": "date"}, "string (date)"),
    ({"type": "integer", "format": "int32", "default": 0}, "integer"),
    ({"type": ["string", "null"]}, "string"),
    ({"type": ["integer", "number"]}, "number"),
    ({"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "null"}]}, "integer or string"),
    ({"oneOf": [{"type": "integer"}, {"type": "object", "properties": {"a": {}}}]}, "object or integer"),
    ({"type": ["array", "string", "null"], "items": {"type": "integer"}}, "array of integer or string"),
    ({"anyOf": [{"type": "object", "properties": {"a": {}}}, {"additionalProperties": {}}]}, "untyped"),
    ({"enum": ["day", "week", None]}, "string"),
    ({"prefixItems": [{"type": "string"}, {"type": "integer"}]}, "array of integer or string"),
    ({"type": "object", "patternProperties": {"^[A-Z]": {"type": "string"}}}, "map of string"),
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
def test_shape_of(schema: object, words: str) -> None:
    assert read(schema) == words


def test_shape_of_resolves_references() -> None:
    """An unknown or recursive reference has no type."""
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


def test_shape_of_all_of_combines_fields() -> None:
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
        "x-required": {"rating": "always present"},
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
def test_new_schema_reuses_the_nearest_component(schema: Json, component: str) -> None:
    """Its keys must be equal, and the shape must contain all required fields of its inner objects."""
    absorber = Absorber(COMPONENTS)
    assert absorber.new_schema(shape_of(schema, {}), "New") == {"$ref": f"#/components/schemas/{component}"}


def test_new_schema_consults_the_evidence_for_required_fields() -> None:
    schema = shape_of(_object(rows={"type": "array", "items": ROW}), {})
    evidence: Json = {"components": {"Row": {"extra": observed(20)}}}
    assert Absorber(COMPONENTS).new_schema(schema, "New") == {"$ref": "#/components/schemas/Rows"}
    assert Absorber(COMPONENTS, evidence).new_schema(schema, "New") == {"$ref": "#/components/schemas/New"}


def test_new_schema_reuses_a_new_component() -> None:
    absorber = Absorber({})
    first = absorber.new_schema(shape_of(ROW, {}), "First")
    assert absorber.new_schema(shape_of(ROW, {}), "Second") == first
    assert list(absorber.components) == ["First"]


def test_new_schema_without_a_type_is_free_json() -> None:
    absorber = Absorber({})
    free = {"x-json": True}
    assert absorber.new_schema(shape_of({}, {}), "A") == free
    assert absorber.new_schema(shape_of({"type": "object"}, {}), "A") == free
    assert absorber.new_schema(shape_of({"type": "array"}, {}), "A") == {"type": "array", "items": free}
