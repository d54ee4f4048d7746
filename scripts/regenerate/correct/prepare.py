"""Assembles the prepared document, which everything else is made from: one valid OpenAPI 3.1 document for v3 and v4."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass

from openapi_spec_validator import OpenAPIV31SpecValidator

from scripts.json_io import DataError, Json
from scripts.regenerate.correct.appended import link_appended
from scripts.regenerate.correct.operations import OperationBuilder
from scripts.regenerate.correct.requirements import apply_requirements, contradicted
from scripts.regenerate.correct.security import SCHEMES
from scripts.regenerate.document import is_object, is_union, ref, references, target
from scripts.regenerate.name.absorb import Absorber, Note
from scripts.regenerate.read.reviewed_data import ReviewedData
from scripts.regenerate.read.sources import sources

SERVER = "https://api.themoviedb.org"
# Used only while no component of the name is written by people.
_ERROR: Json = {
    "description": "What TMDB answers when it refuses a request.",
    "properties": {
        "success": {"type": "boolean", "description": "False."},
        "status_code": {"type": "integer", "description": "TMDB's own code, not the HTTP status."},
        "status_message": {"type": "string", "description": "The reason in English."},
    },
}


@dataclass(frozen=True, slots=True)
class Preparation:
    """The prepared document and what was decided automatically on the way."""

    document: Json
    notes: list[Note]


def prepare(documents: Mapping[str, Json], tables: ReviewedData, evidence: Json) -> Preparation:
    """Return the prepared document.

    Args:
        documents: Corrected upstream documents by version (`v3`, `v4`).
        tables: The reviewed data.
        evidence: Content of `openapi/evidence.json`.

    Raises:
        DataError: What came out is not valid OpenAPI 3.1; the message says where.
    """
    absorber = Absorber({"ErrorResponse": _ERROR, **tables.components})
    prepared = OperationBuilder(tables, absorber).build(sources([documents[version] for version in sorted(documents)]))
    link_appended(prepared, absorber.components)
    for where, seen in contradicted(absorber.components, evidence).items():
        absorber.note("promise", where, f"promised by a reason, but since 2023 {seen}")
    components = {
        name: _finished(schema, absorber.components)
        for name, schema in sorted(apply_requirements(absorber.components, evidence).items())
    }
    paths: Json = {}
    for operation in prepared:
        paths.setdefault(operation.source.path, {})[operation.source.method] = operation.node
    used = _reachable([paths, ref("ErrorResponse")], components)
    for name in sorted(components.keys() - used):
        absorber.note("unused", name, "no operation refers to this component")
    tags = sorted({operation.tag for operation in prepared})
    document: Json = {
        "openapi": "3.1.0",
        "info": {
            "title": "The Movie Database API",
            "version": " and ".join(f"v{documents[version]['info']['version']}" for version in sorted(documents)),
            "description": "TMDB's v3 and v4 API, corrected, named and described by this project. Written by "
            "python -m scripts.regenerate; not an official document of TMDB.",
        },
        "servers": [{"url": SERVER}],
        "security": [{"bearer": []}, {"api_key": []}],
        "tags": [{"name": tag, "description": tables.tags.get(tag) or f"Operations of `{tag}`."} for tag in tags],
        "paths": paths,
        "components": {
            "schemas": {name: schema for name, schema in components.items() if name in used},
            "responses": {
                "Error": {
                    "description": "TMDB refused the request.",
                    "content": {"application/json": {"schema": ref("ErrorResponse")}},
                }
            },
            "securitySchemes": SCHEMES,
        },
    }
    document = copy.deepcopy(document)
    _validate(document)
    return Preparation(document, sorted(absorber.notes))


def _finished(schema: Json, components: Mapping[str, Json]) -> Json:
    """A component in its final form: keys in one order, `x-union` where a field leads to a union."""
    head: Json = {key: schema[key] for key in ("type", "description") if key in schema}
    rest = {key: value for key, value in schema.items() if key not in head}
    if is_object(schema):
        head = {"type": "object", **{key: value for key, value in head.items() if key != "type"}}
        rest["properties"] = {key: _marked(field, components) for key, field in schema["properties"].items()}
    return {**head, **rest}


def _marked(field: Json, components: Mapping[str, Json]) -> Json:
    unions = [name for name in references(field) if is_union(components[name])]
    marked = {**field, "x-union": unions[0]} if unions else field
    # The rest of a schema beside `$ref` is an annotation in OpenAPI 3.1, and the description belongs to the field.
    return {"$ref": marked.pop("$ref"), **marked} if target(marked) else marked


def _reachable(roots: list[Json], components: Mapping[str, Json]) -> set[str]:
    found: set[str] = set()
    waiting = [name for root in roots for name in references(root)]
    while waiting:
        name = waiting.pop()
        if name not in found and name in components:
            found.add(name)
            waiting.extend(references(components[name]))
    return found


def _validate(document: Json) -> None:
    for error in OpenAPIV31SpecValidator(document).iter_errors():
        place = "/".join(str(part) for part in error.absolute_path)
        raise DataError(f"the prepared document is not valid OpenAPI 3.1: {error.message[:200]} at /{place}")
