"""Shapes of upstream schemas: structure and types without references, defaults and other details."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from scripts.json_io import Json, is_list, is_mapping

Kind = Literal["any", "scalar", "array", "object", "map"]
SCALARS = frozenset({"string", "integer", "number", "boolean"})
# Formats with their own Python type.
FORMATS = frozenset({"date", "date-time"})
# Keys that are data instead of names of fields: country codes, `movie:550`, numbers and dates.
_DYNAMIC_KEY = re.compile(r"[A-Z]{2}|[a-z]+:\d+|\d[\d-]*")


@dataclass(frozen=True, slots=True)
class Shape:
    """The structure of a value.

    Attributes:
        kind: The kind of value; `any` if the document contains no type or contradictory ones.
        scalars: The types of a scalar, usually one.
        format: `date`, `date-time` or "".
        inner: Items of an array or values of a map.
        fields: Fields of an object, may be empty.
        required: Required fields.
    """

    kind: Kind
    scalars: frozenset[str] = frozenset()
    format: str = ""
    inner: Shape | None = None
    fields: Mapping[str, Shape] = field(default_factory=dict[str, "Shape"])
    required: frozenset[str] = frozenset()


ANY = Shape("any")


def shape_of(schema: object, document: Json, _seen: tuple[str, ...] = ()) -> Shape:
    """Return the shape of an upstream schema.

    Args:
        schema: The schema.
        document: The document, to resolve references.
    """
    if not is_mapping(schema):
        return ANY
    node: Json = schema
    reference = node.get("$ref")
    if isinstance(reference, str):
        if reference in _seen:
            return ANY
        return shape_of(resolved(node, document), document, (*_seen, reference))
    alternatives = [part for key in ("anyOf", "oneOf") for part in _list(node.get(key)) if part != {"type": "null"}]
    if alternatives:
        return _merge_all([shape_of(part, document, _seen) for part in alternatives])
    parts = _list(node.get("allOf"))
    if parts:
        rest: Json = {**node, "allOf": None}
        return _combine([shape_of(part, document, _seen) for part in [*parts, rest]])
    declared = node.get("type")
    types = {str(one) for one in (declared if is_list(declared) else [declared]) if one not in (None, "null")}
    if not types and ("properties" in node or "items" in node):
        types = {"object" if "properties" in node else "array"}
    if types and types <= SCALARS:
        return Shape("scalar", _narrow(types), _format(node))
    if types == {"array"}:
        return Shape("array", inner=shape_of(node.get("items"), document, _seen))
    if types == {"object"}:
        return _object(node, document, _seen)
    return ANY


def merge(one: Shape, other: Shape) -> Shape:
    """Return the shape of values of both shapes, or `any` if they cannot be combined."""
    if one.kind == "any" or other.kind == "any":
        return other if one.kind == "any" else one
    if one.kind == other.kind == "scalar":
        return Shape("scalar", _narrow(one.scalars | other.scalars), one.format if one.format == other.format else "")
    if one.kind == other.kind and one.inner is not None and other.inner is not None:
        return Shape(one.kind, inner=merge(one.inner, other.inner))
    if one.kind == other.kind == "object":
        fields = {
            key: merge(one.fields.get(key, ANY), other.fields.get(key, ANY))
            for key in sorted({*one.fields, *other.fields})
        }
        return Shape("object", fields=fields, required=one.required & other.required)
    # An object without fields may be a map.
    if {one.kind, other.kind} == {"object", "map"}:
        mapping, thing = (one, other) if one.kind == "map" else (other, one)
        if not thing.fields:
            return mapping
    return ANY


def _object(node: Json, document: Json, seen: tuple[str, ...]) -> Shape:
    listed: Any = node.get("properties")
    properties: Json = listed if is_mapping(listed) else {}
    fields = {key: shape_of(properties[key], document, seen) for key in sorted(properties)}
    extra: Any = node.get("additionalProperties")
    if not fields and is_mapping(extra):
        return Shape("map", inner=shape_of(extra, document, seen))
    if fields and all(_DYNAMIC_KEY.fullmatch(key) for key in fields):
        return Shape("map", inner=_merge_all(list(fields.values())))
    return Shape("object", fields=fields, required=frozenset(str(key) for key in _list(node.get("required"))))


def _combine(parts: list[Shape]) -> Shape:
    """Return the shape of an `allOf`, with the fields of all parts."""
    objects = [part for part in parts if part.kind == "object"]
    if not objects:
        return _merge_all([part for part in parts if part.kind != "any"])
    fields: dict[str, Shape] = {}
    required: set[str] = set()
    for part in objects:
        fields.update(part.fields)
        required |= part.required
    return Shape("object", fields=dict(sorted(fields.items())), required=frozenset(required))


def _merge_all(shapes: list[Shape]) -> Shape:
    result = ANY
    for shape in shapes:
        merged = merge(result, shape)
        if merged.kind == "any" and result.kind != "any" and shape.kind != "any":
            return ANY
        result = merged
    return result


def _narrow(types: set[str] | frozenset[str]) -> frozenset[str]:
    """Return the types without `integer` if `number` is among them."""
    return frozenset(types - {"integer"} if "number" in types else types)


def _format(node: Json) -> str:
    value = str(node.get("format", ""))
    return value if value in FORMATS else ""


def _list(value: object) -> list[Any]:
    return value if is_list(value) else []


def resolved(node: Json, document: Json) -> Json:
    """Resolve the reference of a part of an upstream document. Unknown references return an empty object."""
    reference = node.get("$ref")
    if not isinstance(reference, str):
        return node
    value: Any = document
    for part in reference.removeprefix("#/").split("/"):
        key = part.replace("~1", "/").replace("~0", "~")
        value = value.get(key) if is_mapping(value) else None
    return value if is_mapping(value) else {}


def media_shape(holder: Json, document: Json) -> Shape:
    """Return the shape of a body, preferring JSON to other media types.

    Args:
        holder: A response or a request body.
        document: The document, to resolve references.
    """
    content: Json = resolved(holder, document).get("content") or {}
    media: Any = content.get("application/json", next(iter(content.values()), None))
    return shape_of(media.get("schema") if is_mapping(media) else None, document)


def describe(shape: Shape) -> str:
    """Return a shape as text for the report."""
    if shape.kind == "scalar":
        return " or ".join(sorted(shape.scalars)) + (f" ({shape.format})" if shape.format else "")
    if shape.kind == "array":
        return f"array of {describe(shape.inner or ANY)}"
    if shape.kind == "map":
        return f"map of {describe(shape.inner or ANY)}"
    return "object" if shape.kind == "object" else "untyped"
