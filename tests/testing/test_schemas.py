"""Honesty, first half: what the embedded TMDB answers is what the prepared document says, for every film."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.testing.document import DOCUMENT, SCHEMAS, answer_schema, complaints
from tmdb_facade.testing import builtin
from tmdb_facade.testing.app import all_routes
from tmdb_facade.testing.handlers import ROUTES

DETAILS = "/3/movie/{movie_id}"


def test_every_route_is_an_operation_of_the_document() -> None:
    """Nothing is served that TMDB does not have, and appending works where the document says so."""
    for route in ROUTES:
        operation = DOCUMENT["paths"][route.path][route.method.lower()]
        assert route.appends == bool(operation["x-operation"]["appendable"]), route.path


def test_every_operation_has_a_route() -> None:
    """What is not served yet is known, so that it is told from what does not exist."""
    known = {(route.method.lower(), route.path) for route in all_routes()}
    documented = {
        (method, path) for path, item in DOCUMENT["paths"].items() for method in item if method != "parameters"
    }
    assert known == documented


@pytest.mark.parametrize("language", ["en-US", "de-DE", "zz"])
@pytest.mark.parametrize(
    "path", sorted(route.path for route in ROUTES if route.method == "GET" and route.path.startswith(DETAILS))
)
def test_answers_about_films_are_valid(api: httpx.Client, server: Any, path: str, language: str) -> None:
    """Every film, alone and in every language, is as the document says."""
    for movie in builtin().movies:
        query = {"language": language, "session_id": server.session_id}
        answer = api.get(path.format(movie_id=movie), params=query)
        assert answer.status_code == 200, answer.text
        assert complaints(answer.json(), answer_schema(path)) == [], movie


def test_appended_blocks_are_valid(api: httpx.Client, server: Any) -> None:
    """The blocks of every film are as the document says, without an id of their own."""
    blocks: dict[str, Any] = SCHEMAS["MovieDetails"]["x-append"]
    query = {"append_to_response": ",".join(blocks), "session_id": server.session_id}
    for movie in builtin().movies:
        body = api.get(f"/3/movie/{movie}", params=query).json()
        assert complaints(body, answer_schema(DETAILS)) == [], movie
        for name, block in blocks.items():
            schema = {"$ref": f"#/components/schemas/{block['schema']}"}
            assert complaints(body[name], schema) == [], (movie, name)
            assert "id" not in body[name]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/3/configuration", {}),
        ("/3/movie/popular", {}),
        ("/3/movie/popular", {"page": "3", "language": "de-DE"}),
        ("/3/movie/popular", {"page": "400"}),
        *(("/3/search/movie", {"query": query}) for query in ("the", "matrix", "zzzz")),
        *(("/3/search/multi", {"query": query}) for query in ("the", "brad", "game of thrones", "lupin", "zzzz")),
    ],
)
def test_lists_are_valid(api: httpx.Client, path: str, query: dict[str, str]) -> None:
    """Rows of all kinds are as the document says."""
    answer = api.get(path, params=query)
    assert answer.status_code == 200
    assert complaints(answer.json(), answer_schema(path)) == []


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
    "path", ["/3/movie/7", "/3/movie/popular?page=0", "/3/search/movie", "/3/movie/550/account_states", "/3/tv/1399"]
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
