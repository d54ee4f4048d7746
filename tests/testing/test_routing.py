"""The router."""

from __future__ import annotations

import pytest

from tmdb_facade.testing.handlers import ROUTES, UNDOCUMENTED
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route, Router


def handler(context: RequestContext) -> JSONObject:
    """Return an empty object."""
    return {}


ROUTER = Router(
    Route(method, path, handler)
    for method, path in [
        ("GET", "/3/review/{review_id}"),
        ("GET", "/3/review/latest"),
        ("GET", "/3/{kind}/latest/{page}"),
        ("GET", "/3/review/{review_id}/changes"),
        ("DELETE", "/3/review/{review_id}"),
        ("POST", "/3/list"),
    ]
)


def test_router_prefers_fixed_segments() -> None:
    assert ROUTER.require("GET", "/3/review/latest").route.path == "/3/review/latest"
    match = ROUTER.require("GET", "/3/review/abc")
    assert (match.route.path, match.path) == ("/3/review/{review_id}", {"review_id": "abc"})
    assert ROUTER.require("GET", "/3/movie/latest/2").path == {"kind": "movie", "page": "2"}


def test_router_drops_the_parameters_of_dead_ends() -> None:
    assert ROUTER.require("GET", "/3/review/latest/2").path == {"kind": "review", "page": "2"}
    assert ROUTER.require("GET", "/3/review/latest/changes").path == {"review_id": "latest"}


@pytest.mark.parametrize("path", ["/3/review/", "/3/review", "/3/review/a/b", "/3//latest/1", "", "/"])
def test_router_answers_404_for_unknown_paths(path: str) -> None:
    """Parameters are never empty."""
    assert ROUTER.find("GET", path) is None
    with pytest.raises(Refusal) as raised:
        ROUTER.require("GET", path)
    assert raised.value.http_status == 404


def test_router_answers_405_for_another_method() -> None:
    assert ROUTER.require("DELETE", "/3/review/abc").route.method == "DELETE"
    with pytest.raises(Refusal) as raised:
        ROUTER.require("GET", "/3/list")
    assert raised.value.http_status == 405


def test_operations_that_change_the_state_are_not_cached() -> None:
    """The server writes its state only after answers with a `max_age` of 0."""
    assert {route.max_age for route in (*ROUTES, *UNDOCUMENTED) if route.method != "GET"} == {0}
