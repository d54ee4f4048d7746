"""Routing: fixed segments before parameters, and no empty parameters."""

from __future__ import annotations

import pytest

from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route, Router


def handler(context: RequestContext) -> JSONObject:
    """Answer nothing."""
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


def test_a_fixed_segment_goes_before_a_parameter() -> None:
    """Whatever the order of the operations."""
    assert ROUTER.require("GET", "/3/review/latest").route.path == "/3/review/latest"
    match = ROUTER.require("GET", "/3/review/abc")
    assert (match.route.path, match.path) == ("/3/review/{review_id}", {"review_id": "abc"})
    assert ROUTER.require("GET", "/3/movie/latest/2").path == {"kind": "movie", "page": "2"}


def test_a_way_that_leads_nowhere_leaves_nothing_behind() -> None:
    """Another way is tried, with parameters of its own."""
    assert ROUTER.require("GET", "/3/review/latest/2").path == {"kind": "review", "page": "2"}
    assert ROUTER.require("GET", "/3/review/latest/changes").path == {"review_id": "latest"}


@pytest.mark.parametrize("path", ["/3/review/", "/3/review", "/3/review/a/b", "/3//latest/1", "", "/"])
def test_a_path_that_fits_nothing_is_not_found(path: str) -> None:
    """A parameter is never empty."""
    assert ROUTER.find("GET", path) is None
    with pytest.raises(Refusal) as refused:
        ROUTER.require("GET", path)
    assert refused.value.http_status == 404


def test_a_path_with_another_method_is_refused_otherwise() -> None:
    """405 and not 404."""
    assert ROUTER.require("DELETE", "/3/review/abc").route.method == "DELETE"
    with pytest.raises(Refusal) as refused:
        ROUTER.require("GET", "/3/list")
    assert refused.value.http_status == 405
