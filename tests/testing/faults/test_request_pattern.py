"""Which requests a fault concerns: those of an operation, of a path, of a pattern of paths, or all."""

from __future__ import annotations

import httpx
import pytest

from tests.testing.faults.answers import DETAILS
from tmdb_facade.testing import TMDBServer


def test_only_what_is_meant_is_hit(server: TMDBServer, api: httpx.Client) -> None:
    """The details of a film are neither its credits nor a list, and not those of another kind."""
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
def test_paths_and_patterns_say_what_is_meant(
    server: TMDBServer, api: httpx.Client, on: str, hit: str, spared: str
) -> None:
    """A template is its operation; a star stays within its segment, two at the end do not."""
    server.faults.status(502, on=on)
    assert api.get(hit).status_code == 502
    assert api.get(spared).status_code == 200


def test_a_method_can_be_meant(server: TMDBServer, api: httpx.Client) -> None:
    """The same path with another method is spared."""
    server.faults.status(500, on="POST /3/movie/*/rating")
    rating = f"{DETAILS}/rating?session_id={server.session_id}"
    assert api.post(rating, json={"value": 8}).status_code == 500
    assert api.delete(rating).status_code == 200


def test_without_a_target_everything_is_hit_also_what_is_nothing(server: TMDBServer, api: httpx.Client) -> None:
    """Strangers, pages for people and paths that are not there included."""
    server.faults.status(503)
    for path in (DETAILS, "/3/nothing", "/", "/authenticate/x", "/auth/access"):
        assert api.get(path, headers={"authorization": ""}).status_code == 503
