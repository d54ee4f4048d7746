"""Patterns of requests: operations, paths, path patterns, or every request."""

from __future__ import annotations

import httpx
import pytest

from tests.testing.faults.answers import DETAILS
from tmdb_facade.testing import TMDBServer


def test_operation_id_matches_only_its_operation(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.status(500, on="movies_details")
    assert api.get(DETAILS).status_code == 500
    assert api.get("/3/movie/x%2F..%2F13").status_code == 500
    for path in (f"{DETAILS}/credits", "/3/movie/popular", "/3/tv/1399", "/3/nothing"):
        assert api.get(path).status_code != 500


@pytest.mark.parametrize(
    ("on", "hit", "spared"),
    [
        ("/3/movie/{movie_id}", "/3/movie/550", "/3/movie/popular"),
        ("/3/movie/{any_name}", "/3/movie/13", "/3/movie/latest"),
        ("/3/movie/550", "/3/movie/550", "/3/movie/13"),
        ("/3/movie/55*", "/3/movie/550", "/3/movie/13"),
        ("/3/movie/*", "/3/movie/popular", "/3/movie/550/credits"),
        ("/3/movie/*/credits", "/3/movie/550/credits", "/3/movie/550/images"),
        ("/3/movie/**", "/3/movie/550/credits", "/3/tv/1399"),
        ("GET /3/movie/550", "/3/movie/550", "/3/movie/13"),
        ("/3/configuration", "/3/configuration", "/3/configuration/jobs"),
    ],
)
def test_path_patterns_match_segments(server: TMDBServer, api: httpx.Client, on: str, hit: str, spared: str) -> None:
    """A template matches its operation; `*` stays within its segment, a final `**` does not."""
    server.faults.status(502, on=on)
    assert api.get(hit).status_code == 502
    assert api.get(spared).status_code == 200


def test_pattern_with_a_method_matches_only_that_method(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.status(500, on="POST /3/movie/*/rating")
    rating = f"{DETAILS}/rating?session_id={server.session_id}"
    assert api.post(rating, json={"value": 8}).status_code == 500
    assert api.delete(rating).status_code == 200


def test_fault_without_a_pattern_hits_every_request(server: TMDBServer, api: httpx.Client) -> None:
    """Requests without credentials, the approval pages and unknown paths fail too."""
    server.faults.status(503)
    for path in (DETAILS, "/3/nothing", "/", "/authenticate/x", "/auth/access"):
        assert api.get(path, headers={"authorization": ""}).status_code == 503
