"""Old operations and blocks that TMDB no longer documents, but answered in recordings."""

from __future__ import annotations

import httpx
import pytest

from tests.testing.calls import error, get, ids
from tmdb_facade.testing import builtin
from tmdb_facade.testing.handlers import ROUTES, UNDOCUMENTED
from tmdb_facade.testing.protocol.routing import shape

CATALOGUE = builtin()


def test_old_releases_have_one_row_for_each_release(api: httpx.Client) -> None:
    body = get(api, "/3/movie/550/releases")
    assert body.keys() == {"id", "countries"}
    assert len(body["countries"]) == sum(map(len, CATALOGUE.movies[550].releases.values()))
    us = next(one for one in body["countries"] if one["certification"] == "R")
    assert us == {
        "certification": "R",
        "descriptors": [],
        "iso_3166_1": "US",
        "primary": False,
        "release_date": "1999-10-15",
    }


def test_old_trailers_are_the_videos_on_youtube_with_sizes_as_words(api: httpx.Client) -> None:
    body, videos = get(api, "/3/movie/550/trailers"), get(api, "/3/movie/550/videos")["results"]
    assert (body["id"], body["quicktime"]) == (550, [])
    assert [one["source"] for one in body["youtube"]] == [one["key"] for one in videos if one["site"] == "YouTube"]
    assert body["youtube"][0].keys() == {"name", "size", "source", "type"}
    assert {one["size"] for one in body["youtube"]} <= {"HD", "HQ", "Standard"}
    assert get(api, "/3/movie/550/trailers", language="de-DE")["youtube"] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/3/movie/550/casts", "/3/movie/550/credits"),
        ("/3/movie/550/similar_movies", "/3/movie/550/similar"),
        ("/3/person/287/credits", "/3/person/287/movie_credits"),
        ("/3/people/popular", "/3/person/popular"),
        ("/3/genre/list", "/3/genre/movie/list"),
    ],
)
def test_old_operations_answer_as_the_new_ones(api: httpx.Client, old: str, new: str) -> None:
    assert get(api, old, language="de-DE") == get(api, new, language="de-DE")


def test_old_blocks_can_be_appended(api: httpx.Client) -> None:
    body = get(api, "/3/movie/550", append_to_response="casts,releases,similar_movies,trailers")
    for name in ("casts", "releases", "similar_movies", "trailers"):
        alone = get(api, f"/3/movie/550/{name}")
        alone.pop("id", None)
        assert body[name] == alone


@pytest.mark.parametrize("path", ["tv/1396", "tv/1396/season/1", "tv/1396/season/1/episode/1", "person/287"])
def test_old_blocks_exist_only_for_movies(api: httpx.Client, path: str) -> None:
    """No recording has them elsewhere, although tmdbv3api asks for them everywhere."""
    names = ["casts", "releases", "trailers"]
    assert set(names) & get(api, f"/3/{path}", append_to_response=",".join(names)).keys() == set()


def test_old_genre_movies_are_those_of_the_genre(api: httpx.Client) -> None:
    assert ids(api, "/3/genre/18/movies") == ids(api, "/3/discover/movie", with_genres=18)
    assert get(api, "/3/genre/18/movies")["id"] == 18
    assert error(api, "/3/genre/1/movies") == (404, 34)


def test_old_lists_of_jobs_and_timezones_have_another_form(api: httpx.Client) -> None:
    assert get(api, "/3/job/list") == {"jobs": get(api, "/3/configuration/jobs")}
    zones = get(api, "/3/configuration/timezones")
    assert get(api, "/3/timezones/list") == [{one["iso_3166_1"]: one["zones"]} for one in zones]


def test_old_search_finds_public_lists_by_name(api: httpx.Client) -> None:
    first = next(iter(CATALOGUE.lists.values()))
    body = get(api, "/3/search/list", query=first.name)
    assert body["results"][0]["id"] == str(first.id)
    assert (body["page"], body["total_results"]) == (1, len(body["results"]))
    assert api.get("/3/search/list").status_code == 422
    assert get(api, "/3/search/list", query="zzzz")["results"] == []


def test_undocumented_routes_are_not_documented_ones() -> None:
    documented = {(route.method, shape(route.path)) for route in ROUTES}
    assert [route.path for route in UNDOCUMENTED if (route.method, shape(route.path)) in documented] == []
