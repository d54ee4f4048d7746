"""Schemas of parameters without alternatives: one type, one list of values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from scripts.json_io import Json, is_list, is_mapping

_TYPES = frozenset({"string", "integer", "number", "boolean", "array", "object", "null"})


def flatten(schema: object) -> Json:
    """Return the schema of a parameter without `allOf`, `anyOf` and `oneOf`.

    Alternatives become one list of values if each has values, or several types. A schema that is not an object, such as
    `true`, is empty.

    Args:
        schema: The schema, without references.
    """
    if not is_mapping(schema):
        return {}
    result: Json = {key: value for key, value in schema.items() if key not in _ALTERNATIVES and _is_valid(key, value)}
    for part in _parts(schema, "allOf"):
        result = {**part, **result}
    for key in ("anyOf", "oneOf"):
        if choices := [part for part in _parts(schema, key) if part.get("type") != "null"]:
            result = {**_either(choices), **result}
    return result


_ALTERNATIVES = frozenset({"allOf", "anyOf", "oneOf"})


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_type(value: object) -> bool:
    listed: list[Any] = value if is_list(value) else [value]
    return bool(listed) and all(isinstance(one, str) and one in _TYPES for one in listed)


# The keywords that become a part of the prepared document. Invalid values are ignored.
_VALID: Mapping[str, Callable[[object], bool]] = {
    "type": _is_type,
    "enum": lambda value: is_list(value) and not any(is_list(one) or is_mapping(one) for one in value),
    "format": lambda value: isinstance(value, str),
    "pattern": lambda value: isinstance(value, str),
    **dict.fromkeys(("minimum", "maximum"), _is_number),
    **dict.fromkeys(("minLength", "maxLength"), lambda value: type(value) is int and value >= 0),
    "items": is_mapping,
}


def _is_valid(key: str, value: object) -> bool:
    return key not in _VALID or _VALID[key](value)


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
