"""Reader and validation of the reviewed data: operations, enums and components."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.json_io import DataError, Json, is_list, is_mapping, load_yaml
from scripts.regenerate.document import PREFIX
from scripts.regenerate.name.naming import operation_key

_OPERATION_KEYS = frozenset(
    [
        "tag",
        "name",
        "summary",
        "description",
        "reference",
        "answer",
        "body",
        "status",
        "auth",
        "user_scoped",
        "repeatable",
        "cacheable",
        "paging",
        "page_size",
        "append_block",
        "parameters",
    ]
)
_COMPONENT_KEYS = frozenset(
    [
        "description",
        "type",
        "enum",
        "properties",
        "required",
        "anyOf",
        "discriminator",
        "x-union-fallback",
        "x-append",
        "x-request-body",
        "x-required",
        "x-nullable",
        "additionalProperties",
        "items",
    ]
)
_FIELD_KEYS = frozenset(
    [
        "$ref",
        "type",
        "format",
        "items",
        "additionalProperties",
        "anyOf",
        "description",
        "x-json",
        "enum",
        "minimum",
        "maximum",
        "minItems",
        "maxItems",
        "minLength",
        "maxLength",
        "pattern",
    ]
)


@dataclass(frozen=True, slots=True)
class ReviewedData:
    """The reviewed data.

    Attributes:
        operations: Entry of each operation by its key (`operation_key`).
        enums: Name of a parameter's enum by (operation key, parameter).
        components: Schemas by name, with complete references.
        tags: Description of each tag.
        enum_descriptions: Description of each enum.
        parameter_descriptions: Description of each parameter name.
    """

    operations: Mapping[str, Json] = field(default_factory=dict[str, Json])
    enums: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    components: Mapping[str, Json] = field(default_factory=dict[str, Json])
    tags: Mapping[str, str] = field(default_factory=dict[str, str])
    enum_descriptions: Mapping[str, str] = field(default_factory=dict[str, str])
    parameter_descriptions: Mapping[str, str] = field(default_factory=dict[str, str])


def read_reviewed_data(folder: Path) -> ReviewedData:
    """Read the reviewed data. Missing files are treated as empty.

    Args:
        folder: The folder `openapi` of the project.

    Raises:
        DataError: A file is invalid, has a duplicate name, or refers to a missing component.
    """
    operations, tags = _operations(folder / "operations.yaml")
    enums, enum_descriptions = _enums(folder / "enums.yaml")
    components = _components(folder / "components")
    _check_operations(operations, components)
    _check_blocks(operations, components)
    return ReviewedData(
        operations, enums, components, tags, enum_descriptions, _parameters(folder / "descriptions.yaml")
    )


def _operations(path: Path) -> tuple[dict[str, Json], dict[str, str]]:
    content = load_yaml(path) if path.exists() else {}
    tags: dict[str, str] = content.pop("tags", {})
    result: dict[str, Json] = {}
    ids: dict[str, str] = {}
    for key, row in content.items():
        method, _, template = key.partition(" ")
        known = operation_key(method, template)
        if known in result:
            raise DataError(f"operations.yaml: {key}: duplicate operation")
        if not is_mapping(row) or not {"tag", "name"} <= row.keys():
            raise DataError(f"operations.yaml: {key}: tag and name are required")
        _check_keys(f"operations.yaml: {key}", row, _OPERATION_KEYS)
        id_ = f"{row['tag']}_{row['name']}"
        if id_ in ids:
            raise DataError(f"operations.yaml: {key}: {id_} is also the id of {ids[id_]}")
        ids[id_] = key
        result[known] = row
    return result, tags


def _enums(path: Path) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    content = load_yaml(path) if path.exists() else {}
    result: dict[tuple[str, str], str] = {}
    descriptions: dict[str, str] = {}
    for name, entry in content.items():
        places: Any = entry
        if is_mapping(entry):
            _check_keys(f"enums.yaml: {name}", entry, {"description", "parameters"})
            places = entry.get("parameters", [])
            descriptions[name] = str(entry.get("description", ""))
        for place in places:
            method, template, parameter = str(place).split(" ")
            known = (operation_key(method, template), parameter)
            if known in result:
                raise DataError(f"enums.yaml: {place}: has two enums, {result[known]} and {name}")
            result[known] = name
    return result, descriptions


def _parameters(path: Path) -> dict[str, str]:
    content = load_yaml(path) if path.exists() else {}
    texts: Json = content.get("parameters") or {}
    for name, text in texts.items():
        if not isinstance(text, str):
            raise DataError(f"descriptions.yaml: {name}: must be a string (does it contain an unquoted colon?)")
    return texts


def _components(folder: Path) -> dict[str, Json]:
    result: dict[str, Json] = {}
    modules: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        schemas: Json = load_yaml(path).get("schemas") or {}
        for name, schema in schemas.items():
            where = f"{path.name}: {name}"
            if name.lower() in modules:
                raise DataError(f"{where}: differs from {modules[name.lower()]} only in case")
            modules[name.lower()] = name
            _check_component(where, schema)
            result[name] = _full(schema)
    for name, schema in result.items():
        _check_references(name, schema, result)
    return result


def _check_keys(where: str, value: Json, known: Set[str]) -> None:
    unknown = value.keys() - known
    if unknown:
        raise DataError(f"{where}: unknown key {', '.join(sorted(unknown))} (is there an unquoted comma?)")


def _check_component(where: str, schema: Json) -> None:
    _check_keys(where, schema, _COMPONENT_KEYS)
    fields: Json = schema.get("properties") or {}
    for key, value in fields.items():
        _check_keys(f"{where}.{key}", value, _FIELD_KEYS)
    for listing in ("x-required", "x-nullable", "required"):
        missing = set(schema.get(listing) or ()) - fields.keys()
        if missing:
            raise DataError(f"{where}: {listing} has unknown fields: {', '.join(sorted(missing))}")


def _check_references(name: str, value: Any, components: Mapping[str, Json]) -> None:
    if is_list(value):
        for item in value:
            _check_references(name, item, components)
    elif is_mapping(value):
        for key, inner in value.items():
            if key == "$ref" and inner.removeprefix(PREFIX) not in components:
                raise DataError(f"components: {name} refers to {inner.removeprefix(PREFIX)}, which does not exist")
            if key == "x-append":
                for block, entry in inner.items():
                    if entry["schema"] not in components:
                        raise DataError(f"components: {name}: block {block}: {entry['schema']} does not exist")
            _check_references(name, inner, components)


def _check_operations(operations: Mapping[str, Json], components: Mapping[str, Json]) -> None:
    for key, row in operations.items():
        answer = row.get("answer")
        named = [*(answer if is_list(answer) else [answer]), row.get("body")]
        for name in named:
            if name is not None and name != "string" and name not in components:
                raise DataError(f"operations.yaml: {key}: component {name} does not exist")


def _check_blocks(operations: Mapping[str, Json], components: Mapping[str, Json]) -> None:
    """Validate the operations of blocks; an unknown one would be treated as removed by TMDB."""
    ids = {f"{row['tag']}_{row['name']}" for row in operations.values()}
    for name, component in components.items():
        blocks: Json = component.get("x-append") or {}
        for block, entry in blocks.items():
            if entry.get("operation", next(iter(ids), None)) not in ids:
                raise DataError(f"components: {name}: block {block}: operation {entry.get('operation')} does not exist")


def _full(value: Any) -> Any:
    """Return a schema with complete references."""
    if is_list(value):
        return [_full(item) for item in value]
    if not is_mapping(value):
        return value
    node: Json = value
    result: Json = {}
    for key, inner in node.items():
        if key == "$ref":
            result[key] = PREFIX + str(inner).removeprefix(PREFIX)
        elif key == "mapping":
            result[key] = {word: PREFIX + str(name).removeprefix(PREFIX) for word, name in inner.items()}
        elif key == "properties":
            result[key] = {name: _full(schema) for name, schema in inner.items()}
        else:
            result[key] = _full(inner)
    return result
