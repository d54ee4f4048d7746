"""Reader and validation of the reviewed data: operations, enums and components."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from scripts.json_io import DataError, Json, is_list
from scripts.regenerate.document import PREFIX, is_vocabulary, references
from scripts.regenerate.name.naming import operation_key
from scripts.regenerate.read.formats import read_yaml
from scripts.regenerate.read.titles import check_title
from scripts.regenerate.read.vocabularies import check_vocabulary, complete_vocabulary

T = TypeVar("T")


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
        details_sentences: Sentences of the arguments of `details` methods.
    """

    operations: Mapping[str, Json] = field(default_factory=dict[str, Json])
    enums: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    components: Mapping[str, Json] = field(default_factory=dict[str, Json])
    tags: Mapping[str, str] = field(default_factory=dict[str, str])
    enum_descriptions: Mapping[str, str] = field(default_factory=dict[str, str])
    parameter_descriptions: Mapping[str, str] = field(default_factory=dict[str, str])
    details_sentences: Mapping[str, str] = field(default_factory=dict[str, str])


def read_reviewed_data(folder: Path) -> ReviewedData:
    """Read the reviewed data. Missing files are treated as empty.

    Args:
        folder: The folder `openapi` of the project.

    Raises:
        DataError: A file is invalid, has a duplicate name, or refers to a missing component.
    """
    rows = read_yaml(folder / "operations.yaml", "operations")
    tags = rows.pop("tags", {})
    keys = _by_key("operations.yaml", "path", ((operation_key(*key.split(" ", 1)), key) for key in rows))
    ids = _by_key("operations.yaml", "id", ((f"{row['tag']}_{row['name']}", key) for key, row in rows.items()))
    enums = read_yaml(folder / "enums.yaml", "enums")
    components = _components(folder / "components")
    _check_components(components, ids)
    _check_operations(rows, components)
    descriptions = read_yaml(folder / "descriptions.yaml", "descriptions")
    return ReviewedData(
        operations={known: rows[key] for known, key in keys.items()},
        enums=_by_key("enums.yaml", "parameter", _enum_parameters(enums)),
        components=components,
        tags=tags,
        enum_descriptions={name: entry.get("description", "") for name, entry in enums.items()},
        parameter_descriptions=descriptions.get("parameters", {}),
        details_sentences=descriptions.get("details", {}),
    )


def _by_key(file: str, kind: str, names: Iterable[tuple[T, str]]) -> dict[T, str]:
    """Return names by their keys. Reject two names with the same key."""
    found: dict[T, str] = {}
    for key, name in names:
        if key in found:
            raise DataError(f"{file}: {found[key]} and {name} have the same {kind}, {key}")
        found[key] = name
    return found


def _enum_parameters(enums: Json) -> Iterable[tuple[tuple[str, str], str]]:
    for name, entry in enums.items():
        for place in entry.get("parameters", []):
            method, template, parameter = place.split(" ")
            yield (operation_key(method, template), parameter), name


def _components(folder: Path) -> dict[str, Json]:
    listed = [
        (name, schema)
        for path in sorted(folder.glob("*.yaml"))
        for name, schema in read_yaml(path, "components").get("schemas", {}).items()
    ]
    _by_key("components", "module", ((name.lower(), name) for name, _ in listed))
    # The JSON decoder passes every object to the hook.
    return {name: json.loads(json.dumps(schema), object_hook=_complete) for name, schema in listed}


def _complete(node: Json) -> Json:
    """Return an object of a schema with complete references and vocabularies."""
    if isinstance(node.get("$ref"), str):
        node["$ref"] = PREFIX + node["$ref"].removeprefix(PREFIX)
    if isinstance(node.get("propertyName"), str):
        node["mapping"] = {tag: PREFIX + name.removeprefix(PREFIX) for tag, name in node["mapping"].items()}
    if "x-words" in node:
        complete_vocabulary(node)
    return node


def _check_operations(rows: Mapping[str, Json], components: Mapping[str, Json]) -> None:
    for key, row in rows.items():
        answer = row.get("answer", "string")
        for name in (answer[0] if is_list(answer) else answer, row.get("body", "string")):
            if name != "string" and name not in components:
                raise DataError(
                    f"operations.yaml: {key}: component {name} does not exist; describe it in openapi/components/"
                )


def _check_components(components: Mapping[str, Json], ids: Mapping[str, str]) -> None:
    for name, component in components.items():
        for listing in ("x-required", "x-nullable", "required"):
            if unknown := set(component.get(listing, ())) - component.get("properties", {}).keys():
                raise DataError(
                    f"components: {name}: {listing} names fields that the component does not have: {', '.join(sorted(unknown))}"
                )
        if "x-sibling" in component and "x-sibling" in components.get(component["x-sibling"], {"x-sibling": ""}):
            raise DataError(f"components: {name}: x-sibling must name a component without x-sibling")
        for reference in references(component):
            if reference not in components:
                raise DataError(f"components: {name} refers to {reference}, which does not exist")
        check_title(name, component)
        if is_vocabulary(component):
            check_vocabulary(name, component)
        if (vocabulary := component.get("x-vocabulary")) and not is_vocabulary(components.get(vocabulary, {})):
            raise DataError(f"components: {name}: x-vocabulary: {vocabulary} is not a vocabulary")
        # The block of an unknown operation would be treated as removed by TMDB.
        for block, entry in component.get("x-append", {}).items():
            if "operation" in entry and entry["operation"] not in ids:
                raise DataError(f"components: {name}: block {block}: operation {entry['operation']} does not exist")
