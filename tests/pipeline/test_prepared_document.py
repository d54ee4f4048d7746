"""Tests of the committed prepared document."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts.json_io import Json, dump, is_list, is_mapping, load
from scripts.regenerate.document import METHODS, references, target
from scripts.regenerate.name.naming import operation_key
from scripts.regenerate.read.reviewed_data import read_reviewed_data

DOCUMENT = Path(__file__).resolve().parents[2] / "openapi/tmdb.json"


@pytest.fixture(scope="module")
def document() -> Json:
    return load(DOCUMENT)


@pytest.fixture(scope="module")
def schemas(document: Json) -> dict[str, Json]:
    found: dict[str, Json] = document["components"]["schemas"]
    return found


@pytest.fixture(scope="module")
def operations(document: Json) -> dict[str, Json]:
    return {
        f"{method.upper()} {path}": item[method]
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    }


def walk(value: Any) -> Iterator[Json]:
    """Yield every object of a part of a document."""
    if is_list(value):
        for item in value:
            yield from walk(item)
    elif is_mapping(value):
        yield value
        for inner in value.values():
            yield from walk(inner)


def test_document_contains_every_listed_operation(operations: dict[str, Json]) -> None:
    listed = read_reviewed_data(DOCUMENT.parent).operations
    assert {operation_key(*key.split(" ")) for key in operations} == set(listed), "see openapi/operations.yaml"


def test_operation_ids_are_unique_python_names(operations: dict[str, Json]) -> None:
    ids = [operation["operationId"] for operation in operations.values()]
    assert len(set(ids)) == len(ids)
    for operation in operations.values():
        facts = operation["x-operation"]
        assert operation["operationId"] == f"{facts['tag']}_{facts['name']}"
        assert operation["tags"] == [facts["tag"]]
        assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", operation["operationId"])


def test_component_names_are_readable(schemas: dict[str, Json]) -> None:
    """No `Response200`, counters or country codes."""
    for name in schemas:
        assert re.fullmatch(r"[A-Z][A-Za-z0-9]*[A-Za-z]", name)
        assert not re.search(r"Response200|ResultsItem|Type\d|[a-z][A-Z]{2}(Item)?$|Item$.*Item", name), name


def test_details_are_the_widest_models(schemas: dict[str, Json]) -> None:
    answers = {name: one for name, one in schemas.items() if "properties" in one and "x-request-body" not in one}
    widest = max(answers, key=lambda name: len(answers[name]["properties"]))
    assert widest in {"TVDetails", "MovieDetails", "TVShowDetails"}


def test_security_matches_auth(operations: dict[str, Json]) -> None:
    for key, operation in operations.items():
        schemes = {scheme for one in operation["security"] for scheme in one}
        auth = operation["x-operation"]["auth"]
        assert ("user_token" in schemes) == (auth == "user_token"), key
        assert ("session" in schemes) == (auth in {"session", "guest_or_session"}), key
        assert ("bearer" in schemes) == (auth != "user_token"), key


def test_operations_have_one_success_and_shared_errors(operations: dict[str, Json]) -> None:
    for operation in operations.values():
        statuses = list(operation["responses"])
        assert statuses[0] in {"200", "201"}
        assert statuses[1:] == ["401", "404", "422", "429", "default"]


def test_request_bodies_are_components_with_fields(operations: dict[str, Json], schemas: dict[str, Json]) -> None:
    bodies = {key: one["requestBody"] for key, one in operations.items() if "requestBody" in one}
    assert bodies
    for body in bodies.values():
        name = target(body["content"]["application/json"]["schema"])
        assert name is not None
        assert schemas[name]["x-request-body"]
        assert schemas[name]["properties"]
    assert "RAW_BODY" not in DOCUMENT.read_text(encoding="utf-8")


def test_answers_have_no_enums(schemas: dict[str, Json]) -> None:
    """A new value in an answer is not an error."""
    closed = {name for name, schema in schemas.items() if "enum" in schema}
    for name, schema in schemas.items():
        if "x-request-body" not in schema:
            assert not closed & set(references(schema)), name
            assert all("enum" not in one for one in walk(schema.get("properties"))), name


def test_no_parameter_has_a_default(operations: dict[str, Json]) -> None:
    for operation in operations.values():
        for parameter in operation.get("parameters", []):
            assert "default" not in parameter["schema"]
            assert parameter["in"] in {"path", "query"}


def test_lists_have_items_and_maps_have_values(schemas: dict[str, Json]) -> None:
    for name, schema in schemas.items():
        for one in walk(schema.get("properties", {})):
            if "array" in str(one.get("type")):
                assert one["items"], name
            if one.get("type") == "object":
                assert "additionalProperties" in one, name


def test_operations_and_components_have_descriptions(operations: dict[str, Json], schemas: dict[str, Json]) -> None:
    for key, operation in operations.items():
        assert operation["summary"].endswith("."), key
        assert operation["externalDocs"]["url"].startswith("https://developer.themoviedb.org/"), key
    assert all(schema["description"] for schema in schemas.values())


def test_appendable_blocks_match_between_operations_and_components(
    operations: dict[str, Json], schemas: dict[str, Json]
) -> None:
    parents = {name: set(schema["x-append"]) for name, schema in schemas.items() if schema.get("x-append")}
    assert parents
    appendable: list[set[str]] = [
        set(one["x-operation"]["appendable"]) for one in operations.values() if one["x-operation"]["appendable"]
    ]
    assert sorted(map(sorted, appendable)) == sorted(map(sorted, parents.values()))


def test_document_is_formatted_by_dump(document: Json) -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == dump(document)


@pytest.mark.node
def test_redocly_reports_no_error(root: Path) -> None:
    command: list[str | Path] = [
        root / "tools/node_modules/.bin/redocly",
        "lint",
        "--config",
        root / "openapi/redocly.yaml",
        DOCUMENT,
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert result.returncode == 0, result.stderr


@pytest.mark.conformance
def test_document_contains_no_sentence_of_tmdb(document: Json, openapi_documents: Path) -> None:
    theirs: set[str] = set()
    for path in openapi_documents.glob("tmdb-*.json"):
        for one in walk(json.loads(path.read_text(encoding="utf-8"))):
            theirs |= {
                text.strip().lower() for key in ("description", "summary") if isinstance(text := one.get(key), str)
            }
    ours = {
        text.strip().lower()
        for one in walk(document)
        for key in ("description", "summary")
        if isinstance(text := one.get(key), str)
    }
    assert {text for text in ours & theirs if " " in text} == set()


def test_parameters_match_descriptions(operations: dict[str, Json]) -> None:
    described = read_reviewed_data(DOCUMENT.parent).parameter_descriptions
    parameters = [parameter for operation in operations.values() for parameter in operation.get("parameters", [])]

    assert [parameter for parameter in parameters if not parameter.get("description")] == []
    assert set(described) - {parameter["name"] for parameter in parameters} == set()
