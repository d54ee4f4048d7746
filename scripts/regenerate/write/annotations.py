"""Python annotations of schemas in the prepared document."""

from __future__ import annotations

import json
from collections.abc import Mapping

from scripts.json_io import Json, is_mapping
from scripts.regenerate.document import target, types

_SCALARS = {"boolean": "bool", "integer": "int", "number": "float", "string": "str"}
#: The types of dates in a model: marker types of the runtime.
MODEL_FORMATS = {"date": "Date", "date-time": "Timestamp"}
#: The types of dates in a parameter and in a body. A body is sent as JSON without conversion.
PARAMETER_FORMATS = {"date": "date", "date-time": "datetime"}
BODY_FORMATS: dict[str, str] = {}


def module_name(component: str) -> str:
    """Return the module of a component, with the naming of the generator."""
    # Imported here, because the verification of the bindings does without the generator, whose import takes half a second.
    from openapi_python_client.strings import snake_case

    return snake_case(component)


def is_tag(schema: Json) -> bool:
    """Return whether a schema allows a single text only, as the tag of a union's member does."""
    return isinstance(schema.get("const"), str)


def options(schema: Json) -> list[Json]:
    """Return the alternatives of a schema without null. A schema without alternatives is its only one."""
    if "anyOf" in schema:
        return [option for choice in schema["anyOf"] for option in options(choice)]
    if schema.get("type") == "null":
        return []
    named = types(schema)
    if "number" in named and "integer" in named:
        named.remove("integer")  # every integer is a number
    return [{**schema, "type": kind} for kind in named] or [schema]


def is_nullable(schema: Json) -> bool:
    """Return whether a schema accepts null."""
    return "null" in schema.get("type", "") or any(is_nullable(option) for option in schema.get("anyOf", []))


def container_type(schema: Json) -> str:
    """Return `array` or `object` for a list or map, which may be nullable, and "" for another schema."""
    found = {next(iter(types(option)), "") for option in options(schema)}
    return found.pop() if found in ({"array"}, {"object"}) else ""


def annotation(schema: Json, formats: Mapping[str, str] = MODEL_FORMATS) -> str:
    """Return the annotation of a schema without its null.

    Args:
        schema: A schema of the prepared document.
        formats: The types of strings with a format.

    Returns:
        The annotation, with names that the generated modules import.
    """
    named = list(dict.fromkeys(_one(option, formats) for option in options(schema)))
    return "JSONValue" if not named or "JSONValue" in named else " | ".join(named)


def _one(schema: Json, formats: Mapping[str, str]) -> str:
    component = target(schema)
    if component is not None:
        return component
    kind = next(iter(types(schema)), None)
    if is_tag(schema):
        return f"Literal[{json.dumps(schema['const'])}]"
    if schema.get("const") is False:
        return "OnlyFalse"
    if kind in _SCALARS:
        return formats.get(schema.get("format", ""), "str") if kind == "string" else _SCALARS[kind]
    if kind == "array":
        return f"list[{_inner(schema.get('items', {}), formats)}]"
    if kind == "object":
        values = schema.get("additionalProperties")
        return f"dict[str, {_inner(values if is_mapping(values) else {}, formats)}]"
    return "JSONValue"


def _inner(schema: Json, formats: Mapping[str, str]) -> str:
    """Return the annotation of a container's values, including null."""
    inner = annotation(schema, formats)
    return f"{inner} | None" if is_nullable(schema) and inner != "JSONValue" else inner


def named_components(schema: Json) -> list[str]:
    """Return the components in the annotation of a schema, without duplicates."""
    found: list[str] = []
    for option in options(schema):
        component = target(option)
        if component is not None:
            found.append(component)
        for inner in ("items", "additionalProperties"):
            if is_mapping(option.get(inner)):
                found.extend(named_components(option[inner]))
    return list(dict.fromkeys(found))
