"""The prepared document as the generator and our templates read it.

The generator hands a template the raw schema of a model and the raw response of an endpoint, extensions included, and
nothing else of the document. So what our templates print is worked out here and laid beside each: the extension
`x-python` of a component and of a success response. What the generator must not interpret is taken out: the other
responses (each would be parsed for each operation), and inline maps (each would become a class of its own).
"""

from __future__ import annotations

import copy
import re
from collections import Counter

from scripts.json_io import Json, is_mapping
from scripts.regenerate.document import METHODS, is_template, is_union
from scripts.regenerate.write.annotations import is_python_name, module_name, python_name
from scripts.regenerate.write.bindings_facts import DocumentError, body_facts, endpoint_facts, model_facts

#: Put before each tag in the view. The generator renames tags that are builtins where it runs (`credits`).
TAG_PREFIX = "tag_"


def unions(document: Json) -> dict[str, Json]:
    """Find the components that are unions told apart by a tag."""
    return {name: schema for name, schema in _schemas(document).items() if is_union(schema)}


def parents(document: Json) -> dict[str, Json]:
    """Find the components that other answers can be appended to."""
    return {name: schema for name, schema in _schemas(document).items() if schema.get("x-append")}


def operations(document: Json) -> list[tuple[str, str, Json]]:
    """List path template, HTTP method and operation, in the document's order."""
    return [
        (path, method, item[method]) for path, item in document["paths"].items() for method in METHODS if method in item
    ]


def endpoint_names(operation: Json) -> tuple[str, str]:
    """Name the package and the module of an operation."""
    facts = operation["x-operation"]
    return python_name(facts["tag"]), python_name(facts["name"])


def make_view(document: Json) -> Json:
    """Make the document that the generator reads.

    Args:
        document: The prepared document; it is left as it is.

    Returns:
        A new document.

    Raises:
        DocumentError: A name clashes, or an answer is a union outside of a model.
    """
    view = copy.deepcopy(document)
    _check_names(document)
    known_unions = unions(document)
    for name, schema in _schemas(view).items():
        if schema.get("x-request-body"):
            schema["x-python"] = body_facts(name, schema)
        elif schema.get("type") == "object":
            schema["x-python"] = model_facts(name, schema, _schemas(document))
        for field, inner in schema.get("properties", {}).items():
            schema["properties"][field] = _without_maps(inner)
    for path, _, operation in operations(view):
        success = _success(operation)
        success["x-python"] = endpoint_facts(path, operation, success, known_unions)
        operation["responses"] = {"200": success}
        operation["tags"] = [TAG_PREFIX + endpoint_names(operation)[0]]
        schema = success["content"]["application/json"]["schema"]
        success["content"]["application/json"]["schema"] = _without_maps(schema)
    return view


def _check_names(document: Json) -> None:
    """Refuse names that would be code of their own, or two that would be one module."""
    names = list(_schemas(document))
    for name in names:
        if not is_python_name(name) or not re.fullmatch(r"[A-Z][A-Za-z0-9]*", name):
            raise DocumentError(f"{name!r} is not the name of a class")
    ids = [operation["operationId"] for _, _, operation in operations(document)]
    for kind, all_names in (("components", names), ("operations", ids)):
        modules = Counter(module_name(name) for name in all_names)
        twice = [name for name in all_names if modules[module_name(name)] > 1]
        if twice:
            raise DocumentError(f"these {kind} would share a module: {', '.join(twice)}")
    for path, _, _ in operations(document):
        if not is_template(path):
            raise DocumentError(f"{path!r} is not a path template")


def _schemas(document: Json) -> dict[str, Json]:
    schemas: dict[str, Json] = document["components"]["schemas"]
    return schemas


def _success(operation: Json) -> Json:
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            found: Json = response
            return found
    raise DocumentError(f"{operation['operationId']} has no success response")


def _without_maps(schema: Json) -> Json:
    return {} if any("object" in str(option.get("type")) for option in _every(schema)) else schema


def _every(schema: Json) -> list[Json]:
    inner = [*schema.get("anyOf", []), schema.get("items"), schema.get("additionalProperties")]
    return [schema, *(found for part in inner if is_mapping(part) for found in _every(part))]
