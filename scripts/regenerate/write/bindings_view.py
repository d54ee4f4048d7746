"""The prepared document as input of the generator and the templates.

The generator passes the raw schema of a model and the raw response of an endpoint to a template, and no other part of the
document. So the values that the templates print are added to both as `x-python`. The parts that they replace are removed,
so that the generator does not interpret them: the fields of models and bodies, and the schemas of responses.
"""

from __future__ import annotations

import copy
import re
from collections import Counter

from scripts.json_io import Json
from scripts.regenerate.document import is_template, is_union, operations
from scripts.regenerate.name.python_names import is_python_name, python_name
from scripts.regenerate.write.annotations import module_name
from scripts.regenerate.write.attributes import BASES
from scripts.regenerate.write.bindings_facts import DocumentError, body_facts, model_facts
from scripts.regenerate.write.endpoint_facts import endpoint_facts


def unions(document: Json) -> dict[str, Json]:
    """Return the components that are tagged unions."""
    return {name: schema for name, schema in _schemas(document).items() if is_union(schema)}


def parents(document: Json) -> dict[str, Json]:
    """Return the components with appendable blocks."""
    return {name: schema for name, schema in _schemas(document).items() if schema.get("x-append")}


def endpoint_names(operation: Json) -> tuple[str, str]:
    """Return the package and module of an operation."""
    facts = operation["x-operation"]
    return python_name(facts["tag"]), python_name(facts["name"])


def make_view(document: Json) -> Json:
    """Build the document for the generator.

    Args:
        document: The prepared document, which is not modified.

    Returns:
        A new document.

    Raises:
        DocumentError: Two names clash, or an answer is a union.
    """
    view = copy.deepcopy(document)
    _check_names(document)
    _check_bases(document)
    for name, schema in _schemas(view).items():
        if schema.get("x-request-body"):
            schema["x-python"] = body_facts(name, schema, _schemas(document))
        elif schema.get("type") == "object":
            schema["x-python"] = model_facts(name, schema, _schemas(document))
        schema.pop("properties", None)
    for path, _, operation in operations(view):
        success = _success(operation)
        success["x-python"] = endpoint_facts(path, operation, success, _schemas(document))
        success["content"]["application/json"]["schema"] = {}
        operation["responses"] = {"200": success}
    return view


def _check_names(document: Json) -> None:
    """Reject names that are invalid in Python, and names that would share a module."""
    names = list(_schemas(document))
    for name in names:
        if not is_python_name(name) or not re.fullmatch(r"[A-Z][A-Za-z0-9]*", name):
            raise DocumentError(f"{name!r} is not a valid class name")
    ids = [operation["operationId"] for _, _, operation in operations(document)]
    for kind, all_names in (("components", names), ("operations", ids)):
        modules = Counter(module_name(name) for name in all_names)
        twice = [name for name in all_names if modules[module_name(name)] > 1]
        if twice:
            raise DocumentError(f"these {kind} would share a module: {', '.join(twice)}")
    for path, _, _ in operations(document):
        if not is_template(path):
            raise DocumentError(f"{path!r} is not a path template")


def _check_bases(document: Json) -> None:
    """Reject unknown base classes of models, and those of details, which have one."""
    for name, schema in _schemas(document).items():
        if "x-base" in schema and (schema["x-base"] not in BASES or "x-append" in schema):
            raise DocumentError(f"{name}: x-base must be one of {', '.join(BASES)}, for a component without x-append")


def _schemas(document: Json) -> dict[str, Json]:
    schemas: dict[str, Json] = document["components"]["schemas"]
    return schemas


def _success(operation: Json) -> Json:
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            found: Json = response
            return found
    raise DocumentError(f"{operation['operationId']} has no success response")
