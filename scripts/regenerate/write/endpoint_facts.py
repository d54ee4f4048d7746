"""Values that the templates print for endpoints."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from scripts.json_io import Json
from scripts.regenerate.document import is_union, path_parts, target
from scripts.regenerate.write.annotations import PARAMETER_FORMATS, annotation, named_components
from scripts.regenerate.write.attributes import argument_names
from scripts.regenerate.write.bindings_facts import DocumentError, constant, union_of

# The functions of the runtime that convert query values, by annotation: `query_value` is for unions, `query_text` for
# texts and aliases of texts.
_CONVERTERS = {
    "bool": "query_flag",
    "date": "query_date",
    "datetime": "query_value",
    "float": "query_number",
    "int": "query_integer",
}
_PATH_CONVERTERS = {"int": "path_integer", "str": "path_text"}
# Characters of a path that are sent as they are.
_SAFE = "/-._~!$&()*+,;=:@%"
#: The message of deprecated functions.
DEPRECATED = "TMDB deprecated this operation."


def endpoint_facts(path: str, operation: Json, success: Json, schemas: dict[str, Json]) -> Json:
    """Return the facts of an endpoint: its parameters in the order of its request function, and its answer."""
    known_unions = {union: other for union, other in schemas.items() if is_union(other)}
    listed: list[Json] = operation.get("parameters", [])
    names = argument_names(listed)
    parameters = [_parameter(parameter, names[parameter["in"], parameter["name"]], schemas) for parameter in listed]
    in_path = [parameter for parameter in parameters if parameter["in"] == "path"]
    in_path.sort(key=lambda parameter: path.index(f"{{{parameter['wire']}}}"))
    converters = {parameter["wire"]: parameter["converter"] for parameter in in_path}
    in_query = [parameter for parameter in parameters if parameter["in"] == "query"]
    in_query.sort(key=lambda parameter: not parameter["required"])
    schema = success["content"]["application/json"]["schema"]
    answer = annotation(schema)
    if union_of(schema, known_unions):
        raise DocumentError(
            f"{operation['operationId']}: an answer must be a model, or a list or map of models, not a union"
        )
    body = operation.get("requestBody")
    body_name = annotation(body["content"]["application/json"]["schema"]) if body else ""
    return {
        "constant": constant(operation["operationId"]),
        "deprecated": DEPRECATED if operation.get("deprecated") else "",
        "summary": operation.get("summary") or operation["operationId"],
        "description": operation.get("description", ""),
        "reference": operation.get("externalDocs", {}).get("url", ""),
        "path": "".join(
            f'{{{converters[part]}({names["path", part]}, "{names["path", part]}")}}'
            if is_parameter
            else quote(part, safe=_SAFE)
            for part, is_parameter in path_parts(path)
        ),
        "path_parameters": in_path,
        "query_parameters": in_query,
        "body": _of_models(body_name, [body_name]),
        "body_required": bool(body and body.get("required")),
        "answer": "dict[str, JSONValue]" if answer == "JSONValue" else _of_models(answer, named_components(schema)),
    }


def _parameter(parameter: Json, name: str, schemas: dict[str, Json]) -> Json:
    schema = parameter.get("schema", {})
    written = annotation(schema, PARAMETER_FORMATS)
    # A query value is never a container: a list is one of its values, or a string with commas or pipes.
    listed = target(schema.get("items", {}))
    written = f"{listed} | str" if listed else "str" if written == "JSONValue" or "[" in written else written
    # An alias of literals has the converter of the literals.
    component = target(schema)
    plain = written if component is None else annotation(schemas[component], PARAMETER_FORMATS)
    converters = _PATH_CONVERTERS if parameter["in"] == "path" else _CONVERTERS
    other = "path_segment" if parameter["in"] == "path" else "query_value" if "|" in plain else "query_text"
    return {
        "wire": parameter["name"],
        "name": name,
        "in": parameter["in"],
        "required": bool(parameter.get("required")),
        "annotation": _of_models(written, named_components(schema)),
        "converter": converters.get(plain, other),
        "description": parameter.get("description", ""),
    }


def _of_models(written: str, components: Iterable[str]) -> str:
    """Return an annotation with its components as attributes of the package `models`, which imports them on first use.

    An annotation can be evaluated then without an import of the models by its module.
    """
    for component in components:
        written = re.sub(rf'(?<![\w."]){component}\b', f"models.{component}", written)
    return written
