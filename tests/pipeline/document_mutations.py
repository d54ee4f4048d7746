"""Random mutations of OpenAPI documents."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from scripts.json_io import Json, is_list, is_mapping

Mutation = Callable[[Json, "Chooser"], None]

NAMES = ("synopsis", "class", "id", "language", "2fa", "watch/providers", "has-dash", "DE", "")
SCHEMAS: tuple[Json, ...] = (
    {},
    {"type": "string"},
    {"type": "integer"},
    {"type": "number"},
    {"type": ["boolean", "null"]},
    {"type": "string", "format": "date"},
    {"type": "array", "items": {"type": "integer"}},
    {"type": "object", "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}},
    {"type": "object", "additionalProperties": {"type": "string"}},
    {"type": "string", "enum": ["a", "b"]},
    {"const": "day"},
)


class Chooser:
    """Random choices within a document.

    Args:
        number: Returns a number from 0 to a limit, which is excluded.
    """

    def __init__(self, number: Callable[[int], int]) -> None:
        self._number = number

    def one(self, values: Any) -> Any:
        """Choose one of some values."""
        listed = list(values)
        return listed[self._number(len(listed))]

    def name(self) -> str:
        """Choose a name for something new."""
        return str(self.one(NAMES))

    def schema(self) -> Json:
        """Choose a schema."""
        return copy.deepcopy(self.one(SCHEMAS))

    def operation(self, document: Json) -> Json:
        """Choose an operation."""
        item: Json = self.one(document["paths"].values())
        found: Json = self.one([node for verb, node in item.items() if verb != "parameters"])
        return found

    def object(self, document: Json) -> Json | None:
        """Choose a schema with fields, near the top more often than below."""
        found = [schema for schema in _schemas(self.operation(document)) if schema.get("properties")]
        return self.one(found[:8]) if found else None

    def parameter(self, document: Json) -> Json | None:
        """Choose a parameter."""
        found = self.operation(document).get("parameters")
        return self.one(found) if found else None


def _schemas(node: Any) -> Iterator[Json]:
    if is_list(node):
        for item in node:
            yield from _schemas(item)
    elif is_mapping(node):
        if "schema" in node and is_mapping(node["schema"]):
            yield node["schema"]
        if is_mapping(node.get("properties")):
            yield node
        for inner in node.values():
            yield from _schemas(inner)


def _remove_field(document: Json, choose: Chooser) -> None:
    if schema := choose.object(document):
        del schema["properties"][choose.one(schema["properties"])]


def _add_field(document: Json, choose: Chooser) -> None:
    if schema := choose.object(document):
        schema["properties"][choose.name()] = choose.schema()


def _rename_field(document: Json, choose: Chooser) -> None:
    if schema := choose.object(document):
        schema["properties"][choose.name()] = schema["properties"].pop(choose.one(schema["properties"]))


def _replace_field(document: Json, choose: Chooser) -> None:
    if schema := choose.object(document):
        schema["properties"][choose.one(schema["properties"])] = choose.schema()


def _list_of_field(document: Json, choose: Chooser) -> None:
    if schema := choose.object(document):
        key = choose.one(schema["properties"])
        schema["properties"][key] = {"type": "array", "items": schema["properties"][key]}


def _nullable_field(document: Json, choose: Chooser) -> None:
    if schema := choose.object(document):
        key = choose.one(schema["properties"])
        inner: Json = schema["properties"][key]
        way = choose.one(["anyOf", "nullable", "deprecated", "minimum", "format"])
        if way == "anyOf":
            schema["properties"][key] = {"anyOf": [inner, {"type": "null"}]}
        else:
            inner[way] = {"minimum": 1, "format": "date-time"}.get(way, True)


def _require_field(document: Json, choose: Chooser) -> None:
    if schema := choose.object(document):
        schema["required"] = [choose.one(schema["properties"])]


def _refer(document: Json, choose: Chooser) -> None:
    """Move a schema to the components, which does not change the meaning."""
    if schema := choose.object(document):
        key = choose.one(schema["properties"])
        moved: Json = document.setdefault("components", {}).setdefault("schemas", {})
        # A name of its own: the normal form has no types for schemas that contain themselves.
        name = f"Moved/{len(moved) + 1}"
        moved[name] = schema["properties"][key]
        way = choose.one(["reference", "allOf", "description"])
        reference = {"$ref": f"#/components/schemas/{name.replace('/', '~1')}"}
        schema["properties"][key] = {
            "reference": reference,
            "allOf": {"allOf": [reference]},
            "description": {**schema["properties"][key], "description": "Prose."},
        }[way]


def _split_choice(document: Json, choose: Chooser) -> None:
    if schema := choose.object(document):
        key = choose.one(schema["properties"])
        schema["properties"][key] = {"oneOf": [schema["properties"][key], choose.schema()]}


def _parameter(document: Json, choose: Chooser) -> None:
    parameter = choose.parameter(document)
    if parameter is None:
        return
    way = choose.one(["required", "deprecated", "schema", "default", "maximum", "enum"])
    if way in {"required", "deprecated"}:
        parameter[way] = not parameter.get(way)
    elif way == "schema":
        parameter["schema"] = choose.schema()
    elif parameter["schema"].get("enum") and way == "enum":
        parameter["schema"]["enum"] = [*parameter["schema"]["enum"][1:], choose.name()]
    else:
        parameter["schema"][way] = [choose.name(), "other"] if way == "enum" else 3


def _remove_parameter(document: Json, choose: Chooser) -> None:
    operation = choose.operation(document)
    if operation.get("parameters"):
        operation["parameters"].remove(choose.one(operation["parameters"]))


def _add_parameter(document: Json, choose: Chooser) -> None:
    new = {"name": choose.one(["extra", "class", "with.dots[gte]"]), "in": choose.one(["query", "header"])}
    if choose.one([True, False]):
        choose.operation(document).setdefault("parameters", []).append({**new, "schema": choose.schema()})
    else:
        item: Json = choose.one(document["paths"].values())
        item.setdefault("parameters", []).append({**new, "schema": choose.schema()})


def _rename_parameter(document: Json, choose: Chooser) -> None:
    parameter = choose.parameter(document)
    if parameter and parameter["in"] == "query":
        parameter["name"] = "renamed"


def _path(document: Json, choose: Chooser) -> None:
    path = str(choose.one(document["paths"]))
    way = choose.one(["remove", "copy", "move", "rename parameter", "reorder"])
    item = document["paths"].pop(path)
    if way == "copy":
        document["paths"] |= {path: item, f"{path}/extra": copy.deepcopy(item)}
    elif way == "move":
        document["paths"][path.replace("/3/", "/3/new/").replace("/4/", "/4/new/")] = item
    elif way == "rename parameter":
        listed = [node if verb == "parameters" else node.get("parameters", []) for verb, node in item.items()]
        for parameter in (parameter for parameters in listed for parameter in parameters):
            parameter["name"] = parameter["name"].replace("_id", "_key")
        document["paths"][path.replace("_id}", "_key}")] = item
    elif way == "reorder":
        document["paths"] = {path: item, **document["paths"]}


def _operation(document: Json, choose: Chooser) -> None:
    operation = choose.operation(document)
    way = choose.one(["deprecated", "operationId", "security", "summary", "parameters"])
    changes: Json = {
        "deprecated": True,
        "operationId": "another-id",
        "security": [{"other": []}],
        "summary": "Prose.",
        "parameters": operation.get("parameters", [])[::-1],
    }
    operation[way] = changes[way]


def _answer(document: Json, choose: Chooser) -> None:
    operation = choose.operation(document)
    if not operation.get("responses"):
        return
    way = choose.one(["status", "error", "content type", "schema"])
    status = choose.one(operation["responses"])
    if way == "status":
        operation["responses"]["201"] = operation["responses"].pop(status)
    elif way == "error":
        operation["responses"]["404"] = copy.deepcopy(operation["responses"][status])
    elif operation["responses"][status].get("content"):
        content: Json = operation["responses"][status]["content"]
        name = choose.one(content)
        media = content.pop(name)
        content["text/json" if way == "content type" else name] = (
            media if way == "content type" else {"schema": choose.schema()}
        )


def _document(document: Json, choose: Chooser) -> None:
    way = choose.one(["servers", "version", "security", "scheme"])
    if way == "servers":
        document["servers"] = [{"url": "https://api.tmdb.org"}]
    elif way == "version":
        document["info"]["version"] = "3.1"
    elif way == "security":
        document["security"] = []
    else:
        document.setdefault("components", {})["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}


MUTATIONS: tuple[Mutation, ...] = (
    _remove_field,
    _add_field,
    _rename_field,
    _replace_field,
    _list_of_field,
    _nullable_field,
    _require_field,
    _refer,
    _split_choice,
    _parameter,
    _remove_parameter,
    _add_parameter,
    _rename_parameter,
    _path,
    _operation,
    _answer,
    _document,
)


def mutated(documents: Mapping[str, Json], number: Callable[[int], int]) -> dict[str, Json]:
    """Return copies of documents with one to four random mutations.

    Args:
        documents: The documents, which are not modified.
        number: Returns a number from 0 to a limit, which is excluded.
    """
    changed = {version: copy.deepcopy(document) for version, document in documents.items()}
    choose = Chooser(number)
    for _ in range(number(4) + 1):
        choose.one(MUTATIONS)(changed[choose.one(sorted(changed))], choose)
    return changed
