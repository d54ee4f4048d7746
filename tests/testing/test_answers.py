"""Answers that are encoded once: they depend on nothing but the catalogue, the path and the query."""

from __future__ import annotations

import httpx
import pytest

from scripts.evidence.embedded_probes import probes
from tmdb_facade.testing import TMDBServer, builtin
from tmdb_facade.testing.handlers import ROUTES
from tmdb_facade.testing.protocol.request_context import Reply, RequestContext
from tmdb_facade.testing.protocol.routing import Route, Router

FIXED = [route for route in ROUTES if route.fixed]


@pytest.fixture
def client() -> httpx.Client:
    """Return a client of a new server, without sockets."""
    server = TMDBServer()
    return httpx.Client(base_url="http://x", params={"api_key": server.api_key}, transport=server.transport)


@pytest.mark.parametrize("route", FIXED, ids=lambda route: route.path)
def test_fixed_answers_use_neither_users_nor_clock_nor_address(route: Route) -> None:
    """Each of them would be an attribute of an object that has none."""
    path, query = next(iter(probes(route.path)))
    match = Router([route]).require("GET", path)
    reply = Reply()
    context = RequestContext._make(object() for _ in RequestContext._fields)._replace(
        catalogue=builtin(),
        path=match.path,
        query={name: str(value) for name, value in query.items()},
        reply=reply,
    )

    assert route.handler(context)
    assert reply == Reply()


def test_repeated_details_are_equal_but_for_the_id_of_the_answer(client: httpx.Client) -> None:
    first, second = (client.get("/3/movie/550") for _ in range(2))
    assert first.content == second.content
    assert first.headers.pop("x-task-id") != second.headers.pop("x-task-id")
    assert first.headers == second.headers


def test_details_in_each_language_are_their_own(client: httpx.Client) -> None:
    titles = [client.get("/3/movie/238", params={"language": name}).json()["title"] for name in ("de", "en", "de")]
    assert titles == ["Der Pate", "The Godfather", "Der Pate"]


def test_compressed_and_plain_details_are_equal(client: httpx.Client) -> None:
    plain, compressed = (client.get("/3/movie/550", headers={"accept-encoding": how}) for how in ("identity", "gzip"))
    assert plain.content == compressed.content
    assert "content-encoding" not in plain.headers
    assert (compressed.headers["content-encoding"], compressed.headers["vary"]) == ("gzip", "Origin, Accept-Encoding")


def test_details_are_refused_without_credentials_and_with_another_method_later_too(client: httpx.Client) -> None:
    assert client.get("/3/movie/550").status_code == 200
    assert client.get("/3/movie/550", params={"api_key": "wrong"}).status_code == 401
    assert client.delete("/3/movie/550").status_code == 405


def test_appended_ratings_are_current() -> None:
    server = TMDBServer()
    query = {"api_key": server.api_key, "session_id": server.session_id, "append_to_response": "account_states"}
    with httpx.Client(base_url="http://x", params=query, transport=server.transport) as client:
        before = client.get("/3/movie/550").json()["account_states"]["rated"]
        client.post("/3/movie/550/rating", json={"value": 8})
        after = client.get("/3/movie/550").json()["account_states"]["rated"]
    assert (before, after) == (False, {"value": 8.0})


def test_drift_changes_details_that_were_requested_before() -> None:
    server = TMDBServer()
    with httpx.Client(base_url="http://x", params={"api_key": server.api_key}, transport=server.transport) as client:
        assert client.get("/3/movie/550").json()["title"] == "Fight Club"
        with server.faults.drift(missing="title", on="movies_details"):
            assert "title" not in client.get("/3/movie/550").json()
        assert client.get("/3/movie/550").json()["title"] == "Fight Club"
