"""Honesty, first half: what the embedded TMDB answers is what the prepared document says, for every operation."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from scripts.evidence.embedded_probes import PATHS, parameters, reading
from scripts.evidence.embedded_walk import walk
from tests.testing.conftest import Asked
from tests.testing.document import DOCUMENT, ROUTER, SCHEMAS, answer_schema, check_answer, complaints
from tmdb_bindings.operations import OPERATIONS
from tmdb_facade.testing import TMDBServer
from tmdb_facade.testing.handlers import ROUTES


def test_every_route_is_an_operation_of_the_document() -> None:
    """Nothing is served that TMDB does not have, and appending works where the document says so."""
    for route in ROUTES:
        operation = DOCUMENT["paths"][route.path][route.method.lower()]
        assert route.appends == bool(operation["x-operation"]["appendable"]), route.path


def test_every_operation_is_served() -> None:
    """A new one of TMDB's is named here, until it has a handler."""
    served = {(route.method.lower(), route.path) for route in ROUTES}
    documented = {
        (method, path) for path, item in DOCUMENT["paths"].items() for method in item if method != "parameters"
    }
    assert documented - served == set()


@pytest.mark.parametrize("path", reading())
def test_answers_are_valid(asked: Asked, path: str) -> None:
    """What every reading operation answers, alone and in every language, is as the document says."""
    for answer in asked(path):
        assert answer.status_code == 200, (answer.url, answer.text)
        assert complaints(answer.json(), answer_schema(path)) == [], answer.url
    assert asked(path)


def test_answers_to_users_are_valid_and_complete_the_operations() -> None:
    """What needs a user or changes something is as the document says; with the readings, every operation succeeded."""
    done = {("GET", path) for path in reading()}
    with TMDBServer() as server:
        for answer in walk(server):
            check_answer(answer)
            match = ROUTER.require(answer.request.method, answer.request.url.path)
            done.add((match.route.method, match.route.path))
    documented = {(operation.method, operation.path) for operation in OPERATIONS}
    assert done == documented
    assert len(documented) == 173


@pytest.mark.parametrize("path", sorted(route.path for route in ROUTES if route.appends))
def test_appended_blocks_are_valid(api: httpx.Client, server: Any, path: str) -> None:
    """The blocks of every kind of details are as the document says, without an id of their own."""
    details = answer_schema(path)["$ref"].rpartition("/")[2]
    served = {route.path for route in ROUTES}
    blocks: dict[str, Any] = {
        name.replace("{season_number}", "1"): block
        for name, block in SCHEMAS[details]["x-append"].items()
        if f"{path}/{name}" in served or name == "movies"
    }
    query = {"append_to_response": ",".join(blocks), "session_id": server.session_id}
    for values in PATHS[parameters(path)]():
        url = path.format(**values)
        body = api.get(url, params=query).json()
        assert complaints(body, answer_schema(path)) == [], url
        for name, block in blocks.items():
            schema = {"$ref": f"#/components/schemas/{block['schema']}"}
            assert complaints(body[name], schema) == [], (url, name)
            assert ("id" in body[name]) == name.startswith("season/")


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_everything_that_a_search_can_find_is_valid(api: httpx.Client, letter: str) -> None:
    """All people and series of the catalogue come up under some letter; each row is as the document says."""
    number, pages = 0, 1
    while number < pages:
        number += 1
        body = api.get("/3/search/multi", params={"query": letter, "page": number}).json()
        pages = body["total_pages"]
        assert complaints(body, answer_schema("/3/search/multi")) == []


@pytest.mark.parametrize(
    "path",
    ["/3/movie/7", "/3/movie/popular?page=0", "/3/search/movie", "/3/movie/550/account_states", "/3/find/tt0137523"],
)
def test_refusals_are_valid(api: httpx.Client, path: str) -> None:
    """Errors have the document's error shape."""
    answer = api.get(path)
    assert answer.status_code >= 400
    assert complaints(answer.json(), {"$ref": "#/components/schemas/ErrorResponse"}) == []


def test_the_check_would_notice() -> None:
    """A body that lacks a key, or has another type, is complained about."""
    page = {"page": 1, "results": [{"id": "550"}], "total_pages": 1, "total_results": 1}
    assert complaints(page, answer_schema("/3/movie/popular"))
    assert complaints({"page": 1}, answer_schema("/3/movie/popular"))
