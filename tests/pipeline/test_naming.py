"""Names that are made without a person: predictable, Pythonic, and never a number."""

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


def test_key_ignores_names_of_path_parameters() -> None:
    """A path is the same whatever its parameters are called."""
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
def test_operation(method: str, path: str, name: tuple[str, str]) -> None:
    """The tag is that of the nearest listed operation, the name what the path adds."""
    listed = [
        ("/3/movie/{movie_id}", "movies"),
        ("/3/tv/{series_id}", "tv"),
        ("/3/tv/{series_id}/season/{season_number}", "tv_seasons"),
    ]
    assert automatic_operation(method, path, listed, {"movies_details"}) == name


def test_operation_whose_name_is_taken() -> None:
    """The parameter tells two of one name apart; in the end the whole path does."""
    taken = {"movie_awards"}
    first = automatic_operation("get", "/3/movie/{movie_id}/awards", [], taken)
    assert first == ("movie", "awards_by_movie_id")
    second = automatic_operation("get", "/3/movie/{movie_id}/awards", [], taken | {"_".join(first)})
    assert second == ("movie", "movie_awards_by_movie_id")
    third = automatic_operation("get", "/3/movie/{movie_id}/awards", [], taken | {"_".join(first), "_".join(second)})
    assert third == ("movie", "get_movie_awards_by_movie_id")


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
    """An item of a list is called by the singular of its key."""
    assert singular(key) == one


@pytest.mark.parametrize(
    ("parent", "key", "name"),
    [
        ("MoviePage", "results", "MoviePageItem"),
        ("TVDetails", "created_by", "TVDetailsCreatedBy"),
        ("Logo", "png_2x4", "LogoPng2x"),
        ("Movie", "iso_639_1", "MovieIso"),
    ],
)
def test_component(parent: str, key: str, name: str) -> None:
    """An inline object is called after the component and the key that hold it; no name ends in a number."""
    assert component_name(parent, key, set(), item=True) == name


def test_free_name_sees_capitals() -> None:
    """Two names that differ only in capitals would be one module."""
    assert free_name("TvShow", {"TVShow"}) == "TvShowEntry"
    assert free_name("TvShow", {"TVShow", "TvShowEntry"}) == "TvShowRecord"


@given(st.text(), st.text(), st.booleans())
def test_every_key_gives_a_usable_name(parent: str, key: str, item: bool) -> None:
    """Whatever TMDB calls a field, the class is an identifier without a number at its end."""
    name = component_name(free_name(parent, ()), key, (), item=item)
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", name)
    assert not name[-1].isdigit()


@given(st.text())
def test_every_word_gives_a_usable_module(text: str) -> None:
    """Whatever TMDB calls a path segment, the module can be imported."""
    name = snake(text)
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
