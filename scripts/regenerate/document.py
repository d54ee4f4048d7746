"""Helpers for schemas of the prepared document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from scripts.json_io import Json, is_list, is_mapping

PREFIX = "#/components/schemas/"
NULL: Json = {"type": "null"}
#: The fields of a page of a list.
PAGE_FIELDS = frozenset({"page", "results", "total_pages", "total_results"})
#: HTTP methods, in the order of the prepared document.
METHODS = ("get", "post", "put", "patch", "delete")

_TEMPLATE = re.compile(r"(/(?!\.{1,2}(/|$))([^/{}?#\\\x00-\x1f\x7f]|\{[^/{}?#!:]+\})+)+")
_PARAMETER = re.compile(r"\{[^{}]*\}")


def ref(name: str) -> Json:
    """Return the reference to a component."""
    return {"$ref": PREFIX + name}


def target(schema: Json) -> str | None:
    """Return the component that a schema refers to, or None for another schema."""
    reference = schema.get("$ref")
    return reference.removeprefix(PREFIX) if isinstance(reference, str) else None


def resolve(reference: str, document: Json) -> Any:
    """Return what a reference within a document refers to, or None if there is no such place."""
    value: Any = document
    for part in unquote(reference).removeprefix("#").split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        if is_list(value):
            value = value[int(key)] if key.isdecimal() and int(key) < len(value) else None
        else:
            value = value.get(key) if is_mapping(value) else None
    return value


def types(schema: Json) -> list[str]:
    """Return the types of a schema without `null`."""
    declared = schema.get("type")
    listed: list[str] = declared if is_list(declared) else [declared] if isinstance(declared, str) else []
    return [one for one in listed if one != "null"]


def operations(document: Json) -> list[tuple[str, str, Json]]:
    """Return (path template, HTTP method, operation) in the order of the document."""
    return [
        (path, method, item[method]) for path, item in document["paths"].items() for method in METHODS if method in item
    ]


def is_union(component: Json) -> bool:
    """Return whether a component is a union of components."""
    return "x-union-fallback" in component


def is_object(component: Json) -> bool:
    """Return whether a component is an object with fields."""
    return "properties" in component


def is_enum(component: Json) -> bool:
    """Return whether a component has the values of a parameter, or the known ones of answers."""
    return "enum" in component or is_vocabulary(component)


def is_vocabulary(component: Json) -> bool:
    """Return whether a component has the known words or codes of answers, which may contain others."""
    return "x-extensible-enum" in component


def known_values(component: Json) -> list[Any]:
    """Return the values of a parameter, or the known ones of answers; none for another component."""
    return component.get("enum") or component.get("x-extensible-enum") or []


def is_container(schema: Json) -> bool:
    """Return whether a schema is a list or a map."""
    return types(schema) == ["array"] or "additionalProperties" in schema


def members(union: Json) -> list[str]:
    """Return the components of a union without its fallback."""
    names = [target(choice) for choice in union.get("anyOf", [])]
    fallback = target(ref(str(union["x-union-fallback"]).removeprefix(PREFIX)))
    return [name for name in names if name is not None and name != fallback]


def with_tags(components: Mapping[str, Json]) -> dict[str, Json]:
    """Return the components, where the tag of each member of a union is constant."""
    tags: dict[str, set[tuple[str, str]]] = {}
    for union in filter(is_union, components.values()):
        discriminator: Json = union["discriminator"]
        for tag, member in discriminator["mapping"].items():
            tags.setdefault(member.removeprefix(PREFIX), set()).add((discriminator["propertyName"], tag))
    made = dict(components)
    for name, found in tags.items():
        if len(found) == 1 and is_object(components[name]):
            ((key, tag),) = found
            fields: Json = components[name]["properties"]
            rest = {word: text for word, text in fields.get(key, {}).items() if word == "description"}
            constant: Json = {"type": "string", "const": tag, **rest}
            made[name] = {**components[name], "properties": {**fields, key: constant}}
    return made


def block_series(block: str) -> str:
    """Return the name of a block without its parameter: `season/{season_number}` becomes `season`."""
    return block.partition("/{")[0]


def success(operation: Json) -> Json | None:
    """Return the schema of a successful answer of a prepared operation, or None."""
    for code, response in operation["responses"].items():
        if code.startswith("2"):
            schema: Json = response["content"]["application/json"]["schema"]
            return schema
    return None


def references(value: Any) -> Iterator[str]:
    """Yield the components that a part of the document refers to, including appended blocks."""
    if is_list(value):
        for item in value:
            yield from references(item)
    elif is_mapping(value):
        node: Json = value
        name = target(node)
        if name is not None:
            yield name
        if "x-vocabulary" in node:
            yield str(node["x-vocabulary"])
        for key, inner in node.items():
            if key == "x-append":
                yield from (str(block["schema"]) for block in inner.values())
            elif key == "properties":
                # Fields may have the names of keywords.
                yield from references(list(inner.values()))
            elif key != "discriminator":
                yield from references(inner)


def nullable(schema: Json) -> Json:
    """Return a schema that also accepts null. Annotations such as `description` stay at the top."""
    if schema.get("x-json") or NULL in schema.get("anyOf", []):
        return schema
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], NULL]}
    if "$ref" in schema:
        rest = {key: value for key, value in schema.items() if key != "$ref"}
        return {"anyOf": [{"$ref": schema["$ref"]}, NULL], **rest}
    declared = types(schema)
    return {**schema, "type": [*declared, "null"]} if declared else schema


def is_template(path: str) -> bool:
    """Return whether a path consists of segments with texts and parameters."""
    return _TEMPLATE.fullmatch(path) is not None


def path_parts(path: str) -> list[tuple[str, bool]]:
    """Return the texts and names of parameters in a path template, each with whether it is a parameter."""
    return [(part, bool(number % 2)) for number, part in enumerate(re.split(r"\{([^{}]*)\}", path))]


def normalise(template: str) -> str:
    """Return a path template without the names of its parameters: `/3/movie/{movie_id}` becomes `/3/movie/{}`."""
    return _PARAMETER.sub("{}", template)


def written(schema: Json) -> str:
    """Return a schema as text, such as `array of Movie` or `string (date) or null`."""
    if schema.get("x-json"):
        return "any JSON"
    name = target(schema)
    if name is not None:
        return name
    if "anyOf" in schema:
        return " or ".join("null" if choice == NULL else written(choice) for choice in schema["anyOf"])
    declared = schema.get("type", "any JSON")
    listed = [str(one) for one in (declared if is_list(declared) else [declared])]
    return " or ".join(_written_type(kind, schema) for kind in listed)


def _written_type(kind: str, schema: Json) -> str:
    if kind == "array":
        return f"array of {_written_inner(schema['items'])}"
    if kind == "object" and "additionalProperties" in schema:
        return f"map of {_written_inner(schema['additionalProperties'])}"
    return f"{kind} ({schema['format']})" if "format" in schema and kind == "string" else kind


def _written_inner(schema: Json) -> str:
    text = written(schema)
    return f"({text})" if "anyOf" in schema else text
