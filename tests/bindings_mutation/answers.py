"""Valid answers of every operation, built from the prepared document, with the place of each model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

JSON: TypeAlias = dict[str, Any]

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT: JSON = json.loads((ROOT / "openapi" / "tmdb.json").read_text(encoding="utf-8"))
SCHEMAS: dict[str, JSON] = DOCUMENT["components"]["schemas"]

#: The tag of each fallback member.
UNKNOWN_KIND = "a new kind"

_SCALARS: dict[str, Any] = {"integer": 3, "number": 2.5, "string": "text", "boolean": True}
_FORMATS = {"date": "2026-11-21", "date-time": "2026-11-21T10:00:00.000Z"}


@dataclass(frozen=True)
class Spot:
    """An object of an answer, which a test changes temporarily.

    Attributes:
        model: The component of the object.
        path: The JSON path, as in `DriftError.path`.
        value: The object.
    """

    model: str
    path: str
    value: JSON


@dataclass
class Answer:
    """A valid answer of an operation.

    Attributes:
        operation: The operation's id.
        module: The operation's module below `tmdb_bindings.api`.
        body: The answer, with every appendable block.
        blocks: The names of these blocks.
        variant: Index of the member for unions outside of lists.
        variants: Number of members of these unions.
        spots: Every object of a model.
    """

    operation: str
    module: str
    body: Any = None
    blocks: tuple[str, ...] = ()
    variant: int = 0
    variants: int = 1
    spots: list[Spot] = field(default_factory=list[Spot])


def answers() -> Iterator[Answer]:
    """Yield an answer of each operation that returns models, and one for each member of a union outside of a list."""
    for item in DOCUMENT["paths"].values():
        for operation in item.values():
            answer = _answer(operation, 0)
            if answer.spots:
                yield answer
                yield from (_answer(operation, variant) for variant in range(1, answer.variants))


def _answer(operation: JSON, variant: int) -> Answer:
    facts = operation["x-operation"]
    module = f"tmdb_bindings.api.{facts['tag']}.{facts['name']}"
    answer = Answer(operation["operationId"], module, variant=variant)
    response = next(one for status, one in operation["responses"].items() if status.startswith("2"))
    answer.body = _build(answer, response["content"]["application/json"]["schema"], "$")
    return answer


def deref(schema: JSON) -> tuple[str, JSON]:
    """Resolve a reference. Return the component's name and schema, or "" and the schema itself."""
    if "$ref" not in schema:
        return "", schema
    name = schema["$ref"].rpartition("/")[2]
    return name, SCHEMAS[name]


def types(schema: JSON) -> set[str]:
    """Return the types of a schema."""
    named = schema.get("type", [])
    return {named} if isinstance(named, str) else set(named)


def child(path: str, key: str) -> str:
    """Return the JSON path of a key."""
    return f"{path}.{key}" if key.isidentifier() else f"{path}['{key}']"


def _build(answer: Answer, schema: JSON, path: str) -> Any:
    options = [option for option in schema.get("anyOf", []) if option != {"type": "null"}]
    if options and "discriminator" not in schema:
        return _build(answer, options[-1], path)  # objects are last
    name, target = deref(schema)
    if "discriminator" in target:
        return _members(answer, target, path)[0]
    if "properties" in target:
        return _object(answer, name, target, path)
    if name:
        return _build(answer, target, path)
    if "const" in schema:
        return schema["const"]
    if "array" in types(schema):
        return _list(answer, schema["items"], path)
    if "object" in types(schema):
        return {"DE": _build(answer, schema["additionalProperties"], child(path, "DE"))}
    if "string" in types(schema):
        return _FORMATS.get(schema.get("format", ""), _SCALARS["string"])
    return next((_SCALARS[one] for one in ("number", "integer", "boolean") if one in types(schema)), {"any": ["thing"]})


def _object(answer: Answer, name: str, schema: JSON, path: str) -> JSON:
    value: JSON = {}
    answer.spots.append(Spot(name, path, value))
    for key, inner in schema["properties"].items():
        value[key] = _build(answer, inner, child(path, key))
    blocks = {key: block for key, block in schema.get("x-append", {}).items() if "{" not in key} if path == "$" else {}
    for key, block in blocks.items():
        target = {"$ref": f"#/components/schemas/{block['schema']}"}
        value[key] = _build(answer, target, child(path, key))
    answer.blocks += tuple(blocks)
    return value


def _list(answer: Answer, items: JSON, path: str) -> list[Any]:
    """Return a list with two entries, or with an entry of each member of a union."""
    _, target = deref(items)
    if "discriminator" in target:
        return _members(answer, target, path, in_list=True)
    return [_build(answer, items, f"{path}[{position}]") for position in range(2)]


def _members(answer: Answer, union: JSON, path: str, *, in_list: bool = False) -> list[JSON]:
    tag = union["discriminator"]["propertyName"]
    kinds = [*union["discriminator"]["mapping"].items(), (UNKNOWN_KIND, union["x-union-fallback"])]
    if not in_list:
        answer.variants = max(answer.variants, len(kinds))
        kinds = [kinds[answer.variant % len(kinds)]]
    made: list[JSON] = []
    for position, (kind, target) in enumerate(kinds):
        name = target.rpartition("/")[2]
        entry = _object(answer, name, SCHEMAS[name], f"{path}[{position}]" if in_list else path)
        entry[tag] = kind
        made.append(entry)
    return made
