"""Values that the templates print for models, request bodies and endpoints."""

from __future__ import annotations

import json
from collections.abc import Mapping

from scripts.json_io import DataError, Json
from scripts.regenerate.document import block_series, is_union
from scripts.regenerate.name.python_names import python_names
from scripts.regenerate.write.annotations import (
    BODY_FORMATS,
    annotation,
    container_type,
    is_nullable,
    is_tag,
    module_name,
    named_components,
)
from scripts.regenerate.write.attributes import block_attributes, field_attributes, parent_prefix
from scripts.regenerate.write.titles import title_properties

_NULLABLE = {"array": "NullableList[", "object": "NullableMap["}


class DocumentError(DataError):
    """The prepared document contains something that the bindings do not support."""


def constant(name: str) -> str:
    """Return the name of a constant."""
    return module_name(name).upper()


def _imports(names: list[str], own: str) -> list[str]:
    return sorted(set(names) - {own})


def model_facts(name: str, schema: Json, schemas: dict[str, Json]) -> Json:
    """Return the facts of a model: its fields, unions, blocks and imports."""
    known_unions = {union: other for union, other in schemas.items() if is_union(other)}
    attributes = field_attributes(schema, schemas)
    fields: dict[str, Json] = {attribute: schema["properties"][key] for key, attribute in attributes.items()}
    renamed = {attribute: key for key, attribute in attributes.items() if key != attribute}
    required = {attributes.get(key) for key in schema.get("required", [])}
    referred = [component for inner in fields.values() for component in named_components(inner)]
    return {
        "kind": "model",
        "name": name,
        "prefix": parent_prefix(name, schemas),
        "base": schema.get("x-base", ""),
        "description": _sentence(schema, name),
        "renamed": renamed,
        "fields": _with_unknown_tag(
            [
                {
                    "name": field,
                    "description": _field_description(inner, renamed.get(field)),
                    **_field(field, inner, known_unions, required=field in required),
                }
                for field, inner in fields.items()
            ],
            {attributes.get(_tag(union)) for union in known_unions.values() if _fallback(union) == name},
        ),
        "unions": [
            made
            for field, inner in fields.items()
            if (made := _union_field(name, inner, field, attributes, known_unions))
        ],
        "nulls": [
            {"name": field, "empty": _empty(inner)}
            for field, inner in fields.items()
            if is_nullable(inner) and container_type(inner) and not union_of(inner, known_unions)
        ],
        "only_false": [field for field, inner in fields.items() if "OnlyFalse" in annotation(inner)],
        "absent": [
            {"name": attributes[key], "empty": _empty(schema["properties"][key])}
            for key in schema.get("x-often-absent", ())
            if key in attributes
        ],
        "blocks": _blocks(name, schema, schemas),
        "title": title_properties(schema, attributes, block_attributes(schema, schemas).values()),
        "imports": _imports([component for component in referred if component not in known_unions], name),
        "union_imports": _imports([component for component in referred if component in known_unions], name),
    }


def _field_description(schema: Json, key: str | None) -> str:
    description = str(schema.get("description", ""))
    return description if key is None else f"{description}\n\nTMDB's key is {key!r}.".strip()


def _field(field: str, schema: Json, known_unions: dict[str, Json], *, required: bool) -> dict[str, str]:
    """Return the annotation and default of a field, with an alias for its name if needed."""
    written, default = _declaration(schema, known_unions, required=required)
    # attrs removes underscores from the argument's name, but `_id` is another field than `id`.
    alias = f'alias="{field}"' if field.startswith("_") else ""
    arguments = ", ".join(filter(None, (default, alias)))
    is_plain = default.startswith("default=") and not alias
    shown = default.removeprefix("default=") if is_plain else arguments and f"field({arguments})"
    return {"annotation": written, "default": shown}


def _declaration(schema: Json, known_unions: dict[str, Json], *, required: bool) -> tuple[str, str]:
    """Return the annotation of a field, and the argument for its default."""
    written = annotation(schema)
    if kind := container_type(schema):
        if is_nullable(schema):
            written = written.replace("list[" if kind == "array" else "dict[str, ", _NULLABLE[kind], 1)
        return written, f"factory={'empty_list' if kind == 'array' else 'empty_map'}"
    if is_tag(schema):
        return written, f"default={json.dumps(schema['const'])}"
    if written == "JSONValue":
        return written, "default=None"
    if required and not is_nullable(schema):
        return written, ""
    return f"Maybe[{written}]" if union_of(schema, known_unions) else f"{written} | None", "default=None"


def _empty(schema: Json) -> str:
    """Return the value of a field that an answer lacks."""
    if is_tag(schema):
        return json.dumps(schema["const"])
    return {"array": "[]", "object": "{}"}.get(container_type(schema), "None")


def _fallback(union: Json) -> str:
    return str(union["x-union-fallback"]).rpartition("/")[2]


def _tag(union: Json) -> str:
    return str(union["discriminator"]["propertyName"])


def _with_unknown_tag(fields: list[Json], tags: set[str | None]) -> list[Json]:
    """Return the fields of a model. If it is the fallback of unions, `kind` is the tag that TMDB sent, and its own tag is None."""
    made: list[Json] = []
    for field in fields:
        if field["name"] in tags:
            made.append({**field, "name": "kind", "annotation": "OtherTag", "default": "None"})
            if field["name"] != "kind":
                about = "Always None, which distinguishes the class from the other members of a union."
                made.append({**field, "annotation": "NoTag", "default": "None", "description": about})
        else:
            made.append(field)
    return made


def union_of(schema: Json, known_unions: dict[str, Json]) -> str | None:
    """Return the union that a schema refers to, if it does."""
    return next((component for component in named_components(schema) if component in known_unions), None)


def _union_field(
    name: str, schema: Json, attribute: str, attributes: Mapping[str, str], known_unions: dict[str, Json]
) -> dict[str, str] | None:
    """Return the facts of a field with a union, or None for another field."""
    union = union_of(schema, known_unions)
    if union is None:
        return None
    tag = "" if container_type(schema) else attributes.get(_tag(known_unions[union]), "")
    one = "maybe" if is_nullable(schema) else "one"
    for written, method in ((union, one), (f"list[{union}]", "many"), (f"dict[str, {union}]", "mapped")):
        if annotation(schema) == written:
            return {"field": attribute, "union": union, "constant": constant(union), "method": method, "tag": tag}
    raise DocumentError(f"{name}.{attribute}: unions are supported only as fields, and as the values of lists and maps")


def _blocks(owner: str, schema: Json, schemas: dict[str, Json]) -> list[dict[str, str]]:
    """Return the facts of appendable blocks. `season/{season_number}` is a method, other blocks are properties."""
    attributes = block_attributes(schema, schemas)
    constants = python_names({attribute.upper() for attribute in attributes.values()})
    prefix = parent_prefix(owner, schemas)
    blocks: list[dict[str, str]] = []
    for key, block in schema.get("x-append", {}).items():
        series, parameter = block_series(key), key.partition("/{")[2]
        attribute = attributes[series]
        words = attribute.rstrip("_").split("_")
        # Underscores at the end distinguish attributes.
        marker = "".join("TV" if word == "tv" else word[:1].upper() + word[1:] for word in words)
        marker += "_" * (len(attribute) - len("_".join(words)))
        model = str(block["schema"]).rpartition("/")[2]
        blocks.append(
            {
                "key": key,
                "attribute": attribute,
                "parameter": parameter.removesuffix("}"),
                "template": f"{series}/{{{parameter}" if parameter else key,
                "marker": f"{prefix}Has{marker}",
                "constant": f"{prefix}Append.{attribute if parameter else constants[attribute.upper()]}",
                "model": model,
                "description": block.get("description") or _sentence(schemas[model], model),
            }
        )
    return blocks


def body_facts(name: str, schema: Json, schemas: dict[str, Json]) -> Json:
    """Return the facts of a request body."""
    properties: dict[str, Json] = schema.get("properties", {})
    attributes = field_attributes(schema, schemas)
    required = schema.get("required", [])
    referred = [component for inner in properties.values() for component in named_components(inner)]
    return {
        "kind": "body",
        "name": name,
        "description": _sentence(schema, name),
        "fields": [
            {
                "name": field,
                "description": inner.get("description", ""),
                "annotation": annotation(inner, BODY_FORMATS) + (" | None" if is_nullable(inner) else ""),
                "required": field in required,
            }
            for field, inner in properties.items()
        ],
        "plain": list(attributes) == list(attributes.values()),
        "imports": _imports(referred, name),
    }


def _sentence(schema: Json, name: str) -> str:
    return str(schema.get("description") or f"`{name}` as returned by TMDB.").strip()
