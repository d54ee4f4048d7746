"""Every response of the embedded TMDB is valid by the prepared document."""

from __future__ import annotations

import string
from typing import Any

import httpx
import pytest

from scripts.evidence.embedded_probes import path_values, read_paths
from scripts.evidence.embedded_shapes import user_answers
from tests.testing.conftest import Responses
from tests.testing.document import DOCUMENT, ROUTER, SCHEMAS, answer_schema, schema_errors
from tmdb_bindings.operations import OPERATIONS
from tmdb_facade.testing.handlers import ROUTES

# Recorded answers of networks have blocks; the methods of the facade have no types for them.
UNTYPED_BLOCKS = {"/3/network/{network_id}"}


def test_routes_are_documented_and_append_where_the_document_says_so() -> None:
    for route in ROUTES:
        operation = DOCUMENT["paths"][route.path][route.method.lower()]
        # No document mentions what needs a leniency.
        appends = route.appends and route.leniency is None
        appendable = bool(operation["x-operation"]["appendable"]) or route.path in UNTYPED_BLOCKS
        assert appends == appendable, route.path


def test_routes_cover_every_documented_operation() -> None:
    served = {(route.method.lower(), route.path) for route in ROUTES}
    documented = {
        (method, path) for path, item in DOCUMENT["paths"].items() for method in item if method != "parameters"
    }
    assert documented - served == set()


@pytest.mark.parametrize("path", read_paths())
def test_responses_of_reading_operations_are_valid(responses: Responses, path: str) -> None:
    for answer in responses(path):
        assert answer.status == 200, answer
        assert schema_errors(answer.json(), answer_schema(path)) == [], (answer.url, answer.query)
    assert responses(path)


def test_responses_to_users_are_valid_and_complete_the_operations() -> None:
    """With the reading operations, every operation of the document succeeds once."""
    done = {("GET", path) for path in read_paths()}
    for method, path, body in user_answers():
        template = ROUTER.require(method, path).route.path
        assert schema_errors(body, answer_schema(template, method.lower())) == [], f"{method} {path}"
        done.add((method, template))
    documented = {(operation.method, operation.path) for operation in OPERATIONS}
    assert done == documented


@pytest.mark.parametrize(
    "path",
    sorted(route.path for route in ROUTES if route.appends and not route.leniency and route.path not in UNTYPED_BLOCKS),
)
def test_appended_blocks_are_valid(direct_api: httpx.Client, server: Any, path: str) -> None:
    """Only appended seasons have an id."""
    details = answer_schema(path)["$ref"].rpartition("/")[2]
    served = {route.path for route in ROUTES}
    blocks: dict[str, Any] = {
        name.replace("{season_number}", "1"): block
        for name, block in SCHEMAS[details]["x-append"].items()
        if f"{path}/{name}" in served or name == "movies"
    }
    query = {"append_to_response": ",".join(blocks), "session_id": server.session_id}
    for values in path_values(path):
        url = path.format(**values)
        body = direct_api.get(url, params=query).json()
        assert schema_errors(body, answer_schema(path)) == [], url
        for name, block in blocks.items():
            if name.startswith("season/") and all(season["season_number"] != 1 for season in body["seasons"]):
                assert name not in body
                continue
            schema = {"$ref": f"#/components/schemas/{block['schema']}"}
            assert schema_errors(body[name], schema) == [], (url, name)
            assert ("id" in body[name]) == name.startswith("season/")


def test_rows_of_multi_search_are_valid(direct_api: httpx.Client) -> None:
    schema = answer_schema("/3/search/multi")
    for letter in string.ascii_lowercase:
        number, pages = 0, 1
        while number < pages:
            number += 1
            body = direct_api.get("/3/search/multi", params={"query": letter, "page": number}).json()
            pages = body["total_pages"]
            assert schema_errors(body, schema) == [], (letter, number)


@pytest.mark.parametrize(
    "path",
    [
        "/3/movie/7",
        "/3/movie/popular?page=0",
        "/3/search/movie",
        "/3/movie/550/account_states?session_id=unknown",
        "/3/find/tt0137523",
    ],
)
def test_error_responses_are_valid(api: httpx.Client, path: str) -> None:
    answer = api.get(path)
    assert answer.status_code >= 400
    assert schema_errors(answer.json(), {"$ref": "#/components/schemas/ErrorResponse"}) == []


def test_schema_errors_reports_missing_keys_and_wrong_types() -> None:
    page = {"page": 1, "results": [{"id": "550"}], "total_pages": 1, "total_results": 1}
    assert schema_errors(page, answer_schema("/3/movie/popular"))
    assert schema_errors({"page": 1}, answer_schema("/3/movie/popular"))
