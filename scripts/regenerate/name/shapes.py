"""Shapes of upstream schemas: structure and types without references, defaults and other details."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from scripts.json_io import Json, is_list, is_mapping
from scripts.regenerate.document import resolve

Kind = Literal["any", "scalar", "array", "object", "map", "choice"]
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
        optional: Fields that may be missing according to the document. TMDB's documents do not say which.
        nullable: Whether the document says that the value may be null.
        choices: The shapes of a choice, of which at most one is a scalar, one an array, and one an object or map.
    """

    kind: Kind
    scalars: frozenset[str] = frozenset()
    format: str = ""
    inner: Shape | None = None
    fields: Mapping[str, Shape] = field(default_factory=dict[str, "Shape"])
    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    nullable: bool = False
    choices: tuple[Shape, ...] = ()


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
    # All of these apply to the value: the keywords of the schema itself, each part of `allOf`, and one of the alternatives.
    all_of, any_of, one_of = (
        [shape_of(part, document, _seen) for part in _list(node.get(key))] for key in ("allOf", "anyOf", "oneOf")
    )
    return _combine([_own(node, document, _seen), *all_of, merge_all(any_of), merge_all(one_of)])


def merge(one: Shape, other: Shape) -> Shape:
    """Return the shape of values of either shape, or `any` if no type can describe both."""
    nullable = one.nullable or other.nullable
    if one.kind == "any" or other.kind == "any":
        return replace(other if one.kind == "any" else one, nullable=nullable)
    kinds: dict[str, Shape] = {}
    for choice in (*_choices(one), *_choices(other)):
        family = kind_family(choice.kind)
        known = kinds.get(family)
        merged = choice if known is None else _merge_alike(known, choice)
        if merged is None:
            return replace(ANY, nullable=nullable)
        kinds[family] = merged
    listed = tuple(replace(kinds[family], nullable=False) for family in sorted(kinds))
    return replace(listed[0] if len(listed) == 1 else Shape("choice", choices=listed), nullable=nullable)


def merge_all(shapes: Iterable[Shape]) -> Shape:
    """Return the shape of values of any of the shapes, or `any` if no type can describe all of them."""
    result = ANY
    for shape in shapes:
        merged = merge(result, shape)
        if merged.kind == "any" and result.kind != "any" and shape.kind != "any":
            return merged
        result = merged
    return result


def kind_family(kind: str) -> str:
    """Return the kind of JSON value: a map is an object."""
    return "object" if kind == "map" else kind


def _choices(shape: Shape) -> tuple[Shape, ...]:
    return shape.choices or (shape,)


def _merge_alike(one: Shape, other: Shape) -> Shape | None:
    """Return the shape of two scalars, two arrays, or two objects or maps, or None if no type can describe both."""
    if one.kind == "scalar":
        return Shape("scalar", _narrow(one.scalars | other.scalars), one.format if one.format == other.format else "")
    if one.kind == other.kind and one.kind != "object":
        return Shape(one.kind, inner=merge(one.inner or ANY, other.inner or ANY))
    if one.kind == other.kind:
        fields = {
            key: merge(one.fields.get(key, ANY), other.fields.get(key, ANY))
            for key in sorted({*one.fields, *other.fields})
        }
        optional = one.optional | other.optional | (one.fields.keys() ^ other.fields.keys())
        return Shape("object", fields=fields, required=one.required & other.required, optional=optional)
    # An object without fields may be a map.
    mapping, thing = (one, other) if one.kind == "map" else (other, one)
    return None if thing.fields else mapping


def _own(node: Json, document: Json, seen: tuple[str, ...]) -> Shape:
    """Return the shape of a schema's own keywords, without its alternatives."""
    declared = node.get("type")
    listed = [str(one) for one in (declared if is_list(declared) else [declared]) if one is not None]
    types = {one for one in listed if one != "null"}
    values = [type(value).__name__ for value in _list(node.get("enum"))]
    nullable = "null" in listed or None in _list(node.get("enum"))
    if not types and "null" not in listed:
        if {"properties", "additionalProperties", "patternProperties"} & node.keys() or is_list(node.get("required")):
            types = {"object"}
        elif {"items", "prefixItems"} & node.keys():
            types = {"array"}
        else:
            types = {_SCALARS_BY_TYPE[kind] for kind in values if kind in _SCALARS_BY_TYPE}
    made: list[Shape] = []
    if scalars := types & SCALARS:
        made.append(Shape("scalar", _narrow(scalars), _format(node)))
    if "array" in types:
        entries = [*_list(node.get("prefixItems")), node.get("items")]
        made.append(Shape("array", inner=merge_all(shape_of(entry, document, seen) for entry in entries)))
    if "object" in types:
        made.append(_object(node, document, seen))
    unknown = types - SCALARS - {"array", "object"}
    return replace(ANY if unknown else merge_all(made), nullable=nullable)


_SCALARS_BY_TYPE = {"str": "string", "bool": "boolean", "int": "integer", "float": "number"}


def _object(node: Json, document: Json, seen: tuple[str, ...]) -> Shape:
    listed: Any = node.get("properties")
    properties: Json = listed if is_mapping(listed) else {}
    fields = {key: shape_of(properties[key], document, seen) for key in sorted(properties)}
    patterns: Any = node.get("patternProperties")
    extra: list[Any] = [node.get("additionalProperties"), *(patterns.values() if is_mapping(patterns) else [])]
    if not fields and any(map(is_mapping, extra)):
        return Shape("map", inner=merge_all(shape_of(one, document, seen) for one in extra))
    if fields and all(_DYNAMIC_KEY.fullmatch(key) for key in fields):
        return Shape("map", inner=merge_all(fields.values()))
    required = frozenset(str(key) for key in _list(node.get("required")))
    # Without any required field, the document leaves open which fields are optional.
    optional = frozenset(fields) - required if required and fields else frozenset[str]()
    return Shape("object", fields=fields, required=required, optional=optional)


def _combine(parts: list[Shape]) -> Shape:
    """Return the shape of a value that fits all parts, such as those of `allOf`."""
    known = [part for part in parts if part.kind != "any"]
    # A part that rejects null decides; a part without a type does not.
    nullable = all(part.nullable for part in known) if known else any(part.nullable for part in parts)
    objects = [part for part in known if part.kind == "object"]
    if len(objects) < 2:
        return replace(known[0] if len(known) == 1 else merge_all(known), nullable=nullable)
    fields: dict[str, Shape] = {}
    required: set[str] = set()
    optional: set[str] = set()
    for part in objects:
        for key, inner in part.fields.items():
            fields[key] = fields[key] if inner.kind == "any" and key in fields else inner
        required |= part.required
        optional |= part.optional
    return Shape(
        "object",
        fields=dict(sorted(fields.items())),
        required=frozenset(required),
        optional=frozenset(optional - required),
        nullable=nullable,
    )


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
    value = resolve(reference, document)
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
    if shape.kind == "choice":
        return " or ".join(describe(choice) for choice in shape.choices)
    return "object" if shape.kind == "object" else "untyped"
