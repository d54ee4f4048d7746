"""Tests that documents of other authors have the same normal form as TMDB's."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from scripts.json_io import InputError, Json, load
from scripts.regenerate.name.shapes import shape_of
from scripts.regenerate.read.parse import parse
from tests.pipeline.small import document, schema_of


def read(content: Json) -> Json:
    """Return the normal form of a document in JSON."""
    return parse(json.dumps(content).encode(), "library.json")


def _without_version(content: Json) -> None:
    content["servers"] = [{"url": "https://library.example/3/"}]
    content["paths"] = {path.removeprefix("/3"): item for path, item in content["paths"].items()}


def _with_variables(content: Json) -> None:
    _without_version(content)
    variables = {"host": {"default": "library.example"}, "version": {"default": "3", "enum": ["3"]}}
    content["servers"] = [{"url": "https://{host}/{version}", "variables": variables}]


def _with_servers_of_paths(content: Json) -> None:
    _without_version(content)
    content["servers"] = [{"url": "https://library.example"}]
    for item in content["paths"].values():
        item["servers"] = [{"url": "https://library.example/3"}]


def _with_server_of_operation(content: Json) -> None:
    _with_servers_of_paths(content)
    for path, item in content["paths"].items():
        item["servers"] = [{"url": f"https://library.example/of{path}"}]
        for operation in item.values():
            if isinstance(operation, dict):
                operation["servers"] = [{"url": "/3"}]


def _with_needless_server_path(content: Json) -> None:
    content["servers"] = [{"url": "https://library.example/3"}]


def _with_components(content: Json) -> None:
    """Move every schema, parameter, response, body and path to the components."""
    components: Json = {"schemas": {}, "parameters": {}, "responses": {}, "requestBodies": {}, "pathItems": {}}

    def move(section: str, name: str, value: Json) -> Json:
        components[section][name] = value
        return {"$ref": f"#/components/{section}/{name.replace('~', '~0').replace('/', '~1').replace(' ', '%20')}"}

    for path, item in content["paths"].items():
        for method, operation in item.items():
            name = f"{method} {path}"
            for number, parameter in enumerate(operation.get("parameters", [])):
                parameter["schema"] = move("schemas", f"{name} {number}", parameter["schema"])
                operation["parameters"][number] = move("parameters", f"{name} {number}", parameter)
            if "requestBody" in operation:
                operation["requestBody"] = move("requestBodies", name, operation["requestBody"])
            for status, response in operation.get("responses", {}).items():
                for media in response.get("content", {}).values():
                    for key, schema in media.get("schema", {}).get("properties", {}).items():
                        media["schema"]["properties"][key] = move("schemas", f"{name} {key}", schema)
                    media["schema"] = move("schemas", name, media.get("schema", {}))
                operation["responses"][status] = move("responses", f"{name} {status}", response)
        content["paths"][path] = move("pathItems", path, copy.deepcopy(item))
    content["components"] = components


def _with_shared_parameters(content: Json) -> None:
    for item in content["paths"].values():
        item["parameters"] = [operation.pop("parameters") for operation in item.values() if "parameters" in operation]
        item["parameters"] = [parameter for listed in item["parameters"] for parameter in listed]
    overridden = {"name": "sort_by", "in": "query", "schema": {"type": "boolean"}}
    search = content["paths"]["/3/search/book"]
    search["get"]["parameters"] = [one for one in search["parameters"] if one["name"] == "sort_by"]
    search["parameters"] = [overridden if one["name"] == "sort_by" else one for one in search["parameters"]]


def _with_slashes_at_the_end(content: Json) -> None:
    content["paths"] = {f"{path}/": item for path, item in content["paths"].items()}


def _with_media_type_parameters(content: Json) -> None:
    for item in content["paths"].values():
        for operation in item.values():
            success = operation["responses"].pop("200")
            success["content"] = {"application/json;charset=utf-8": success["content"]["application/json"]}
            operation["responses"]["2XX"] = success


def _with_choice_of_constants(content: Json) -> None:
    schema = content["paths"]["/3/search/book"]["get"]["parameters"][2]["schema"]
    words = schema.pop("enum")
    content["paths"]["/3/search/book"]["get"]["parameters"][2]["schema"] = {
        "allOf": [{"oneOf": [{"const": word, "title": word} for word in words]}, schema]
    }


def _with_parameter_content(content: Json) -> None:
    parameter = content["paths"]["/3/search/book"]["get"]["parameters"][0]
    parameter["content"] = {"application/json": {"schema": parameter.pop("schema")}}


@pytest.mark.parametrize(
    "change",
    [
        _without_version,
        _with_variables,
        _with_servers_of_paths,
        _with_server_of_operation,
        _with_needless_server_path,
        _with_components,
        _with_shared_parameters,
        _with_slashes_at_the_end,
        _with_media_type_parameters,
        _with_choice_of_constants,
        _with_parameter_content,
    ],
)
def test_parse_gives_the_same_normal_form(change: Callable[[Json], None]) -> None:
    content = document()
    change(content)
    assert read(content) == read(document())


@pytest.mark.parametrize("flow", [True, False, None])
def test_parse_reads_yaml(flow: bool | None) -> None:
    """Also if the whole document is in braces on one line, it is JSON for YAML."""
    text = yaml.safe_dump(document(), default_flow_style=flow, width=10**9)
    if flow is not True:  # JSON-like text without quotes is taken for damaged JSON
        assert parse(text.encode(), "library.yaml") == read(document())


def test_parse_reads_yaml_of_version_1_2() -> None:
    text = """
openapi: 3.1.0
info: {title: Library, version: 3}
paths:
  /3/shelves:
    get:
      parameters:
        - {name: country, in: query, schema: {type: string, enum: [NO, SE, "1", 2026-03-23, 1_0]}}
        - {name: limit, in: query, schema: {type: number, minimum: 0.5, maximum: 12}}
      responses:
        200: {description: '', content: {application/json: {schema: &shelf {type: object, properties: {NO: {type: string}, y: {type: 'null'}}}}}}
        404: {description: '', content: {application/json: {schema: {<<: *shelf, type: [object]}}}}
"""
    operation = parse(text.encode(), "library.yaml")["paths"]["/3/shelves"]["get"]
    assert operation["parameters"][0]["schema"]["enum"] == ["NO", "SE", "1", "2026-03-23", "1_0"]
    assert operation["parameters"][1]["schema"] == {"type": "number", "minimum": 0.5, "maximum": 12}
    assert list(operation["responses"]) == ["200", "404"]
    shelf = operation["responses"]["404"]["content"]["application/json"]["schema"]
    assert list(shelf["properties"]) == ["NO", "y"]


LAUGHS = "a0: &a0 [1, 2]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
BAD = {
    "duplicate key": (
        "openapi: 3.1.0\nopenapi: 3.1.1\n",
        "neither JSON nor YAML: key 'openapi' is duplicated in line 2",
    ),
    "tab": ("openapi: 3.1.0\n\tinfo: 1", "neither JSON nor YAML: found a tab character .* in line 2"),
    "tag": ("openapi: !!python/object:os.system 3.1.0", "neither JSON nor YAML: could not determine a constructor"),
    "list as key": ("openapi: 3.1.0\n? [a]\n: b", "neither JSON nor YAML: a key is not a text"),
    "text": ("Not found", "not OpenAPI 3: `openapi` is missing"),
    "aliases": (f"openapi: 3.1.0\n{LAUGHS}", "too large: more than 1,000,000 values"),
    "recursive alias": (
        "openapi: 3.1.0\ninfo: &a {b: *a}",
        "not OpenAPI: nested too deeply: more than 400 levels",
    ),
    "NaN": ('{"openapi": "3.1.0", "x": NaN}', "not JSON: NaN is not a number of JSON"),
    "huge number": ('{"openapi": "3.1.0", "x": 1e400}', "not JSON: 1e400 is not a number of JSON"),
    "long number": (f'{{"openapi": "3.1.0", "x": 1{"0" * 5000}}}', "not JSON: Exceeds the limit"),
}


@pytest.mark.parametrize("name", BAD)
def test_parse_rejects_other_texts(name: str) -> None:
    text, message = BAD[name]
    with pytest.raises(InputError, match=f"library.yaml: {message}") as error:
        parse(text.encode(), "library.yaml")
    assert "\n" not in str(error.value)


def test_parse_rejects_other_files_and_growing_references() -> None:
    content = document()
    schema_of(content, "/3/shelves")["items"] = {"$ref": "other.json#/Shelf"}
    with pytest.raises(InputError, match=r"refers to another file, other\.json#/Shelf: bundle the document first"):
        read(content)
    content = document()
    schemas: Json = {f"s{n}": {"allOf": [{"$ref": f"#/components/schemas/s{n - 1}"}] * 2} for n in range(1, 40)}
    content["components"] = {"schemas": {"s0": {"type": "string"}, **schemas}}
    schema_of(content, "/3/shelves")["items"] = {"$ref": "#/components/schemas/s39"}
    with pytest.raises(InputError, match="too large: more than 1,000,000 values with its references replaced"):
        read(content)


def test_parse_rejects_deep_documents() -> None:
    content = document()
    deep: Json = {"type": "string"}
    for _ in range(150):
        deep = {"type": "object", "properties": {"child": {"type": "array", "items": deep}}}
    schema_of(content, "/3/shelves")["items"] = deep
    with pytest.raises(InputError, match="nested too deeply: more than 400 levels"):
        read(content)


def test_recursive_and_missing_references_are_any_json() -> None:
    content = document()
    loop = {
        "type": "object",
        "properties": {"next": {"$ref": "#/components/schemas/loop"}, "a": {"$ref": "#/nowhere/1"}},
    }
    content["components"] = {"schemas": {"loop": loop}}
    schema_of(content, "/3/shelves")["items"] = {"$ref": "#/components/schemas/loop"}
    assert schema_of(read(content), "/3/shelves")["items"] == {"type": "object", "properties": {"next": {}, "a": {}}}


@pytest.mark.parametrize(
    ("schema", "normal"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": ["string"], "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"$ref": "#/components/schemas/shelf", "nullable": True}, {"type": ["object", "null"]}),
        (
            {"allOf": [{"type": "string"}], "nullable": True},
            {"anyOf": [{"allOf": [{"type": "string"}]}, {"type": "null"}]},
        ),
        ({"const": "day"}, {"enum": ["day"]}),
        (
            {"properties": {"const": {"const": 1}, "nullable": {}}},
            {"properties": {"const": {"enum": [1]}, "nullable": {}}},
        ),
        ({"properties": {"$ref": {"type": "string"}}}, {"properties": {"$ref": {"type": "string"}}}),
    ],
)
def test_schemas_of_other_dialects_have_a_normal_form(schema: Json, normal: Json) -> None:
    content = document()
    content["openapi"] = "3.0.3"
    content["components"] = {"schemas": {"shelf": {"type": "object"}}}
    schema_of(content, "/3/shelves")["items"] = schema
    assert schema_of(read(content), "/3/shelves")["items"] == normal


@pytest.mark.parametrize(
    ("schema", "nullable"),
    [
        ({"type": ["string", "null"]}, True),
        ({"enum": ["a", None]}, True),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, True),
        ({"oneOf": [{"type": ["string", "null"]}, {"type": "integer"}]}, True),
        ({"allOf": [{"type": ["string", "null"]}, {"type": "string"}]}, False),
        ({"type": "string"}, False),
    ],
)
def test_shape_of_knows_null(schema: Json, nullable: bool) -> None:
    assert shape_of(schema, {}).nullable == nullable


def test_shape_of_an_object_with_alternatives_keeps_its_fields() -> None:
    """Fields of only one alternative are optional, and so are fields beside required ones."""
    fields = {"id": {"type": "integer"}, "name": {"type": "string"}}
    conditions = [{"required": ["id"]}, {"required": ["name"]}]
    assert shape_of({"type": "object", "properties": fields, "anyOf": conditions}, {}).fields.keys() == fields.keys()
    alternatives = [{"type": "object", "properties": {**fields, "a": {}}}, {"type": "object", "properties": fields}]
    assert shape_of({"oneOf": alternatives}, {}).optional == {"a"}
    assert shape_of({"properties": fields, "required": ["id"]}, {}).optional == {"name"}
    assert shape_of({"properties": fields}, {}).optional == set()
    base = {"properties": fields, "required": ["id"]}
    assert shape_of({"allOf": [base, {"required": ["name"]}]}, {}).optional == set()


@pytest.mark.parametrize("version", ["v3", "v4"])
def test_tmdbs_documents_in_another_dialect_are_the_same(root: Path, version: str) -> None:
    """References, and paths without the version, as most people write TMDB's document."""
    committed = load(root / f"openapi/upstream/{version}.json")
    prefix = f"/{version[1:]}"
    content: Json = copy.deepcopy(committed)
    _with_components(content)
    content["components"] |= copy.deepcopy(committed["components"])
    content["servers"] = [{"url": content["servers"][0]["url"] + prefix}]
    # TMDB's v4 document has a path that is none, `/`.
    content["paths"] = {
        path.removeprefix(prefix) if path != "/" else path: item for path, item in content["paths"].items()
    }
    made = read(content)
    made["paths"] = {("/" if path == f"{prefix}/" else path): item for path, item in made["paths"].items()}
    assert made == committed
