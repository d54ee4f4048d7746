"""Valid answers made from the prepared document, and what contradicts them; written from the schemas alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

JSON: TypeAlias = dict[str, Any]

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS: dict[str, JSON] = json.loads((ROOT / "openapi" / "tmdb.json").read_text(encoding="utf-8"))["components"][
    "schemas"
]

#: The components that answers are decoded as.
MODELS = sorted(
    name for name, schema in SCHEMAS.items() if schema.get("type") == "object" and not schema.get("x-request-body")
)

_SCALARS: dict[str, Any] = {"integer": 3, "number": 2.5, "string": "text", "boolean": True}
_TEXTS = {"date": "2026-11-21", "date-time": "2026-11-21T10:00:00.000Z"}
#: One value of each JSON type; a text that no date is.
KINDS: dict[str, Any] = {
    "null": None,
    "boolean": True,
    "integer": 7,
    "number": 7.5,
    "string": "a new word",
    "array": [],
    "object": {},
}


class Mutation(NamedTuple):
    """One change of a valid answer.

    Attributes:
        field: The field that is changed.
        kind: What is done to it: the JSON type that it becomes, or `absent`.
        answer: The answer with the change.
        contradicts: Whether a declared type is contradicted.
    """

    field: str
    kind: str
    answer: JSON
    contradicts: bool


def sample(component: str, depth: int = 3) -> JSON:
    """Make a valid answer that has every field of a component."""
    return {field: value(schema, depth) for field, schema in SCHEMAS[component].get("properties", {}).items()}


def value(schema: JSON, depth: int = 3) -> Any:
    """Make a valid value of a schema; deep down, lists are empty and what can be null is."""
    if "anyOf" in schema:
        if depth <= 0 and {"null"} & accepted(schema):
            return None
        return value(schema["anyOf"][-1 if schema["anyOf"][-1] != {"type": "null"} else 0], depth)
    if "$ref" in schema:
        return _referred(schema["$ref"].rpartition("/")[2], depth)
    types = _types(schema)
    if "array" in types:
        return [value(schema["items"], depth - 1)] if depth > 0 else []
    if "object" in types:
        return {"DE": value(schema["additionalProperties"], depth - 1)} if depth > 0 else {}
    if "string" in types:
        return _TEXTS.get(schema.get("format", ""), _SCALARS["string"])
    return _SCALARS[types[0]] if types else {"any": ["thing"]}


def _referred(component: str, depth: int) -> Any:
    schema = SCHEMAS[component]
    if "discriminator" in schema:
        tag, target = next(iter(schema["discriminator"]["mapping"].items()))
        return {**sample(target.rpartition("/")[2], depth - 1), schema["discriminator"]["propertyName"]: tag}
    return sample(component, depth - 1) if schema.get("type") == "object" else value(schema, depth)


def _types(schema: JSON) -> list[str]:
    types = schema.get("type", [])
    return [types] if isinstance(types, str) else list(types)


def accepted(schema: JSON) -> set[str]:
    """List the JSON types that contradict nothing: a null list is empty, and every integer is a number."""
    if "anyOf" in schema:
        return set[str]().union(*(accepted(option) for option in schema["anyOf"]))
    if "$ref" in schema:
        target = SCHEMAS[schema["$ref"].rpartition("/")[2]]
        return {"object"} if target.get("type") == "object" or "discriminator" in target else accepted(target)
    types = set(_types(schema))
    if not types:
        return set(KINDS)
    if types & {"array", "object"}:
        types.add("null")
    if "number" in types:
        types.add("integer")
    if schema.get("format") in _TEXTS and types <= {"string", "null"}:
        types.discard("string")  # the text of `KINDS` is no date
    return types


def mutations(component: str) -> Iterator[Mutation]:
    """Change each field of a valid answer: absent, and of every other JSON type."""
    schema = SCHEMAS[component]
    whole = sample(component)
    for field, inner in schema.get("properties", {}).items():
        required = field in schema.get("required", []) and "null" not in accepted(inner)
        yield Mutation(field, "absent", {key: v for key, v in whole.items() if key != field}, required)
        for kind, changed in KINDS.items():
            if kind == "object" and "object" in accepted(inner) and accepted(inner) != set(KINDS):
                continue  # an empty object is another model's matter
            yield Mutation(field, kind, {**whole, field: changed}, kind not in accepted(inner))
