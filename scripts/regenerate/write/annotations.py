"""What a schema of the prepared document is called in Python.

The schemas are few in kind (see the prepared document's own description): scalars, dates, references, lists, maps,
free JSON, and choices of these; so a schema becomes an annotation by one small walk.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping

from openapi_python_client.strings import snake_case

from scripts.json_io import Json, is_mapping
from scripts.regenerate.document import target

_SCALARS = {"boolean": "bool", "integer": "int", "number": "float", "string": "str"}
#: The types of dates in a model: the runtime's, which take what TMDB writes.
MODEL_FORMATS = {"date": "Date", "date-time": "Timestamp"}
#: The types of dates in a parameter, and in a body, which is sent as JSON as it is.
PARAMETER_FORMATS = {"date": "date", "date-time": "datetime"}
BODY_FORMATS: dict[str, str] = {}


def module_name(component: str) -> str:
    """Name the module of a component, as the generator does."""
    return snake_case(component)


def python_name(wire_name: str) -> str:
    """Make a parameter's or block's wire name (`vote_average.gte`, `watch/providers`) a Python name.

    It never depends on the builtins of the interpreter that runs this, as the generator's own naming does.
    """
    name = re.sub(r"\W+", "_", wire_name).strip("_")
    if name[:1].isdigit():
        name = f"_{name}"
    return f"{name}_" if keyword.iskeyword(name) else name


def is_python_name(name: str) -> bool:
    """Tell whether a field can be an attribute under its own name; two underscores would be mangled."""
    return name.isidentifier() and not keyword.iskeyword(name) and not name.startswith("__")


def kinds(schema: Json) -> list[str]:
    """List a schema's JSON types."""
    type_ = schema.get("type", [])
    return [type_] if isinstance(type_, str) else list(type_)


def options(schema: Json) -> list[Json]:
    """Take a choice apart, `null` left out; a schema that is no choice is its own only option."""
    if "anyOf" in schema:
        return [option for choice in schema["anyOf"] for option in options(choice)]
    named = [kind for kind in kinds(schema) if kind != "null"]
    if "number" in named and "integer" in named:
        named.remove("integer")  # every integer is a number
    if kinds(schema) == ["null"]:
        return []
    return [{**schema, "type": kind} for kind in named] or [schema]


def is_nullable(schema: Json) -> bool:
    """Tell whether a schema takes null."""
    return "null" in kinds(schema) or any(is_nullable(option) for option in schema.get("anyOf", []))


def is_list_schema(schema: Json) -> bool:
    """Tell whether a schema is a list, or null."""
    return all("array" in kinds(option) for option in options(schema)) and bool(options(schema))


def is_map_schema(schema: Json) -> bool:
    """Tell whether a schema is a map, or null."""
    return all("object" in kinds(option) for option in options(schema)) and bool(options(schema))


def annotation(schema: Json, formats: Mapping[str, str] = MODEL_FORMATS) -> str:
    """Write the annotation of a schema, its null left out.

    Args:
        schema: A schema of the prepared document.
        formats: The types of text of a known format.

    Returns:
        The annotation, in the names that the generated modules import.
    """
    named = list(dict.fromkeys(_one(option, formats) for option in options(schema)))
    return "JSONValue" if not named or "JSONValue" in named else " | ".join(named)


def _one(schema: Json, formats: Mapping[str, str]) -> str:
    component = target(schema)
    if component is not None:
        return component
    kind = next((kind for kind in kinds(schema) if kind != "null"), None)
    if kind in _SCALARS:
        return formats.get(schema.get("format", ""), "str") if kind == "string" else _SCALARS[kind]
    if kind == "array":
        return f"list[{_inner(schema.get('items', {}), formats)}]"
    if kind == "object":
        values = schema.get("additionalProperties")
        return f"dict[str, {_inner(values if is_mapping(values) else {}, formats)}]"
    return "JSONValue"


def _inner(schema: Json, formats: Mapping[str, str]) -> str:
    """Write the annotation of what a list or a map holds, its null included."""
    inner = annotation(schema, formats)
    return f"{inner} | None" if is_nullable(schema) and inner != "JSONValue" else inner


def named_components(schema: Json) -> list[str]:
    """List the components that an annotation names, each once."""
    found: list[str] = []
    for option in options(schema):
        component = target(option)
        if component is not None:
            found.append(component)
        for inner in ("items", "additionalProperties"):
            if is_mapping(option.get(inner)):
                found.extend(named_components(option[inner]))
    return list(dict.fromkeys(found))
