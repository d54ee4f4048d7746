"""Assembly of the prepared document, a valid OpenAPI 3.1 document for v3 and v4."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from openapi_spec_validator import OpenAPIV31SpecValidator

from scripts.json_io import DataError, Json, copied
from scripts.regenerate.correct.appended import link_appended
from scripts.regenerate.correct.operations import OperationBuilder
from scripts.regenerate.correct.security import SCHEMES
from scripts.regenerate.document import is_object, is_union, is_vocabulary, ref, references, target, with_tags
from scripts.regenerate.name.absorb import Absorber, Note
from scripts.regenerate.read.prepared_operation import list_operations
from scripts.regenerate.read.reviewed_data import ReviewedData
from scripts.regenerate.requirements import apply_requirements

SERVER = "https://api.themoviedb.org"
# Used if there is no reviewed component of this name.
_ERROR: Json = {
    "description": "TMDB's answer to a failed request.",
    "properties": {"status_code": {"type": "integer"}, "status_message": {"type": "string"}},
}


@dataclass(frozen=True, slots=True)
class Preparation:
    """The prepared document and the automatic decisions."""

    document: Json
    notes: list[Note]


def prepare(
    documents: Mapping[str, Json], reviewed: ReviewedData, evidence: Json, *, validate: bool = True
) -> Preparation:
    """Return the prepared document.

    Args:
        documents: Corrected upstream documents by version (`v3`, `v4`).
        reviewed: The reviewed data.
        evidence: The result of `read_evidence`.
        validate: Whether to validate the prepared document, which takes most of the time.

    Raises:
        DataError: The prepared document is not valid OpenAPI 3.1.
    """
    absorber = Absorber({"ErrorResponse": _ERROR, **reviewed.components}, evidence)
    prepared = OperationBuilder(reviewed, absorber).build(
        list_operations([documents[version] for version in sorted(documents)])
    )
    link_appended(prepared, absorber)
    components = with_tags(absorber.components)
    paths: Json = {}
    for operation in prepared:
        paths.setdefault(operation.path, {})[operation.method] = operation.node
    # The facade has parameters with vocabularies, whatever TMDB's document lacks.
    kept = [ref(name) for name, schema in components.items() if is_vocabulary(schema)]
    used = _reachable([paths, ref("ErrorResponse"), *kept], components)
    for name in sorted(components.keys() - used):
        absorber.note("unused", name, "not used by any operation")
    required = apply_requirements(sorted(used), components, evidence)
    tags = sorted({operation.tag for operation in prepared})
    document: Json = {
        "openapi": "3.1.0",
        "info": {
            "title": "The Movie Database API",
            "version": " and ".join(f"v{documents[version]['info']['version']}" for version in sorted(documents)),
            "description": "TMDB's v3 and v4 API, with corrections, names and descriptions by this project. Generated "
            "by `python -m scripts.regenerate`. This is not an official TMDB document.",
        },
        "servers": [{"url": SERVER}],
        "security": [{"bearer": []}, {"api_key": []}],
        "tags": [{"name": tag, "description": reviewed.tags.get(tag) or f"Operations of `{tag}`."} for tag in tags],
        "paths": paths,
        "components": {
            "schemas": {name: _finished(schema, components) for name, schema in required.items()},
            "responses": {
                "Error": {
                    "description": "The request failed.",
                    "content": {"application/json": {"schema": ref("ErrorResponse")}},
                }
            },
            "securitySchemes": SCHEMES,
        },
    }
    document = copied(document)
    if validate:
        _validate(document)
    return Preparation(document, sorted(absorber.notes))


def _finished(schema: Json, components: Mapping[str, Json]) -> Json:
    """Return a component with keys in a fixed order, and with `x-union` on fields with unions."""
    head: Json = {key: schema[key] for key in ("type", "description") if key in schema}
    rest = {key: value for key, value in schema.items() if key not in head}
    if is_object(schema):
        head = {"type": "object", **{key: value for key, value in head.items() if key != "type"}}
        rest["properties"] = {key: _marked(field, components) for key, field in schema["properties"].items()}
    return {**head, **rest}


def _marked(field: Json, components: Mapping[str, Json]) -> Json:
    unions = [name for name in references(field) if is_union(components[name])]
    marked = {**field, "x-union": unions[0]} if unions else field
    # OpenAPI 3.1 allows annotations next to `$ref`, such as the description of the field.
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
