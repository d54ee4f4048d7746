"""Schemas of parameters without alternatives: one type, one list of values."""

from __future__ import annotations

from typing import Any

from scripts.json_io import Json, is_list, is_mapping


def flatten(schema: object) -> Json:
    """Return the schema of a parameter without `allOf`, `anyOf` and `oneOf`.

    Alternatives become one list of values if each has values, or several types. A schema that is not an object, such as
    `true`, is empty.

    Args:
        schema: The schema, without references.
    """
    if not is_mapping(schema):
        return {}
    result: Json = {key: value for key, value in schema.items() if key not in {"allOf", "anyOf", "oneOf"}}
    for part in _parts(schema, "allOf"):
        result = {**part, **result}
    for key in ("anyOf", "oneOf"):
        if choices := [part for part in _parts(schema, key) if part.get("type") != "null"]:
            result = {**_either(choices), **result}
    return result


def _parts(schema: Json, key: str) -> list[Json]:
    listed: Any = schema.get(key)
    return [flatten(part) for part in listed] if is_list(listed) else []


def _either(choices: list[Json]) -> Json:
    """Return the schema of a value that fits any of the choices."""
    if len(choices) == 1:
        return choices[0]
    kinds = [kind for choice in choices for kind in _types(choice)]
    result: Json = {}
    if kinds and all(map(_types, choices)):
        listed = list(dict.fromkeys(kinds))
        result["type"] = listed[0] if len(listed) == 1 else listed
    if all(is_list(choice.get("enum")) for choice in choices):
        result["enum"] = list(dict.fromkeys(value for choice in choices for value in choice["enum"]))
    return result


def _types(schema: Json) -> list[Any]:
    declared = schema.get("type")
    if declared is None and is_list(schema.get("enum")):
        return ["integer" if isinstance(value, int) else "string" for value in schema["enum"]]
    return declared if is_list(declared) else [] if declared is None else [declared]
