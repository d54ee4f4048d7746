"""Tests of automatic names."""

from __future__ import annotations

import keyword
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.regenerate.name.naming import (
    automatic_operation,
    component_name,
    free_name,
    operation_key,
    singular,
    snake,
)


def test_operation_key_ignores_names_of_path_parameters() -> None:
    assert operation_key("get", "/3/tv/{series_id}/season/{n}") == operation_key("GET", "/3/tv/{id}/season/{number}")


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("get", "/3/movie/{movie_id}/awards", ("movies", "awards")),
        ("get", "/3/movie/{movie_id}/watch/offers", ("movies", "watch_offers")),
        ("delete", "/3/movie/{movie_id}/awards", ("movies", "delete_awards")),
        ("put", "/3/movie/{movie_id}", ("movies", "update")),
        ("get", "/3/award/{award_id}", ("award", "details")),
        ("get", "/3/award/import", ("award", "import_")),
        ("get", "/4/award/{award_id}", ("v4_award", "details")),
        ("delete", "/4/{list_id}", ("v4_root", "delete")),
        ("get", "/3/tv/{id}/season/{n}/awards", ("tv_seasons", "awards")),
    ],
)
def test_automatic_operation(method: str, path: str, name: tuple[str, str]) -> None:
    """The tag comes from the nearest listed operation, the name from the rest of the path."""
    listed = [
        ("/3/movie/{movie_id}", "movies"),
        ("/3/tv/{series_id}", "tv"),
        ("/3/tv/{series_id}/season/{season_number}", "tv_seasons"),
    ]
    assert automatic_operation(method, path, listed, {"movies_details"}) == name


def test_automatic_operation_with_a_name_in_use() -> None:
    taken = {"movie_awards"}
    first = automatic_operation("get", "/3/movie/{movie_id}/awards", [], taken)
    assert first == ("movie", "awards_by_movie_id")
    second = automatic_operation("get", "/3/movie/{movie_id}/awards", [], taken | {"_".join(first)})
    assert second == ("movie", "movie_awards_by_movie_id")
    third = automatic_operation("get", "/3/movie/{movie_id}/awards", [], taken | {"_".join(first), "_".join(second)})
    assert third == ("movie", "get_movie_awards_by_movie_id")


def test_automatic_operation_never_repeats_a_name() -> None:
    taken: set[str] = set()
    for _ in range(10):
        tag, name = automatic_operation("get", "/3/movie/{movie_id}/awards", [], taken)
        assert f"{tag}_{name}" not in taken
        taken.add(f"{tag}_{name}")


def test_automatic_operation_takes_the_tag_of_most_neighbours() -> None:
    neighbours = [("/3/movie/{}", "movies"), ("/3/movie/changes", "changes"), ("/3/movie/popular", "movies")]
    assert automatic_operation("get", "/3/movie/rising", neighbours, ()) == ("movies", "rising")


def test_automatic_names_fit_into_the_name_of_a_file() -> None:
    tag, name = automatic_operation("get", "/3/" + "/".join(["word" * 20] * 9), [], ())
    assert max(len(tag), len(name)) <= 80
    component, names = "Movie", set[str]()
    for _ in range(100):
        component = component_name(component, "child", names)
        names.add(component)
    assert len(names) == 100
    assert max(map(len, names)) < 200
    assert len(component_name("Movie", "x" * 300, ())) < 200


@pytest.mark.parametrize(
    ("key", "one"),
    [
        ("countries", "country"),
        ("backdrops", "backdrop"),
        ("crew", "crew"),
        ("series", "series"),
        ("matches", "match"),
        ("status", "status"),
        ("boxes", "box"),
    ],
)
def test_singular(key: str, one: str) -> None:
    assert singular(key) == one


@pytest.mark.parametrize(
    ("parent", "key", "name"),
    [
        ("MoviePage", "results", "MoviePageItem"),
        ("TVDetails", "created_by", "TVDetailsCreatedBy"),
        ("Logo", "png_2x4", "LogoPng2X"),
        ("Movie", "iso_639_1", "MovieIso"),
    ],
)
def test_component_name(parent: str, key: str, name: str) -> None:
    assert component_name(parent, key, set(), item=True) == name


def test_free_name_ignores_case() -> None:
    assert free_name("TvShow", {"TVShow"}) == "TvShowEntry"
    assert free_name("TvShow", {"TVShow", "TvShowEntry"}) == "TvShowRecord"


@given(st.text(), st.text(), st.booleans())
def test_component_name_is_always_an_identifier_without_a_final_digit(parent: str, key: str, item: bool) -> None:
    name = component_name(free_name(parent, ()), key, (), item=item)
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", name)
    assert not name[-1].isdigit()


@given(st.text())
def test_snake_is_always_an_identifier(text: str) -> None:
    name = snake(text)
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
