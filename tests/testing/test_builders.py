"""Odd records for a test, in one line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import httpx
import pytest

from tmdb_facade.testing import Catalogue, CatalogueError, TMDBServer, blank, builtin, problems


def ask(catalogue: Catalogue, path: str, **query: str) -> Any:
    """Return the body of an answer from a catalogue."""
    server = TMDBServer(catalogue)
    with httpx.Client(base_url="http://x", transport=server.transport) as client:
        return client.get(path, params={"api_key": server.api_key, **query}).json()


def test_with_movie_needs_only_an_id_and_a_title() -> None:
    catalogue = blank().with_movie(1, "Untitled")
    assert problems(catalogue) == []
    answer = ask(catalogue, "/3/movie/1")
    assert (answer["title"], answer["release_date"], answer["poster_path"]) == ("Untitled", "", None)


def test_with_movie_makes_relations_of_names() -> None:
    catalogue = builtin().with_movie(
        1,
        "Untitled",
        cast={"Brad Pitt": "Himself", "Ada Actor": "Herself"},
        crew=["Dan Director"],
        genres=["drama", 35],
        keywords=["testing"],
        companies=["Test Works"],
        collection="Test Collection",
        watch_providers={"DE": ["Netflix"]},
        titles={"de-DE": "Ohne Titel"},
        overview={"en-US": "Nothing.", "de-DE": "Nichts."},
        release_date="2020-01-31",
    )
    assert problems(catalogue) == []
    movie = catalogue.movies[1]
    assert [catalogue.people[role.person].name for role in movie.cast] == ["Brad Pitt", "Ada Actor"]
    assert movie.cast[0].person == 287
    assert movie.release_date == date(2020, 1, 31)
    answer = ask(catalogue, "/3/movie/1", append_to_response="credits,watch/providers", language="de-DE")
    assert (answer["title"], answer["overview"]) == ("Ohne Titel", "Nichts.")
    assert answer["credits"]["crew"][0]["job"] == "Director"
    assert answer["credits"]["crew"][0]["department"] == "Directing"
    assert answer["belongs_to_collection"]["name"] == "Test Collection"
    assert [genre["id"] for genre in answer["genres"]] == [18, 35]
    assert answer["watch/providers"]["results"]["DE"]["flatrate"][0]["provider_name"] == "Netflix"


def test_with_series_has_seasons_of_counts_and_names() -> None:
    catalogue = builtin().with_series(1, "Untitled", seasons={0: 1, 1: ["Pilot", "Finale"], 3: 10}, networks=["HBO"])
    assert problems(catalogue) == []
    answer = ask(catalogue, "/3/tv/1")
    assert [(row["season_number"], row["episode_count"]) for row in answer["seasons"]] == [(0, 1), (1, 2), (3, 10)]
    assert answer["networks"][0]["id"] in builtin().networks
    assert [row["name"] for row in ask(catalogue, "/3/tv/1/season/1")["episodes"]] == ["Pilot", "Finale"]


def test_with_person_is_found_by_name_in_later_records() -> None:
    catalogue = blank().with_person(1, "Ada Actor", birthday="1990-02-03").with_movie(2, "Untitled", cast=["Ada Actor"])
    assert problems(catalogue) == []
    assert catalogue.movies[2].cast[0].person == 1
    assert ask(catalogue, "/3/person/1")["birthday"] == "1990-02-03"


def test_builders_replace_records_and_leave_the_catalogue_as_it_was() -> None:
    catalogue = builtin().with_movie(550, "Another")
    assert (catalogue.movies[550].original_title, builtin().movies[550].original_title) == ("Another", "Fight Club")
    assert problems(catalogue) == []


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: builtin().with_movie(1, "x", genres=["Dramaa"]), "no movie genre is called 'Dramaa': choose from .*Drama"),
        (lambda: builtin().with_movie(1, "x", release_date="2020"), "release_date must be a date such as 2020-01-31, got '2020'"),
        (lambda: builtin().with_movie(1, "x", titles={"de": "y"}), "need a language and a country, such as 'de-DE', got 'de'"),
        (lambda: builtin().with_movie(1, "x", vote_average=11, vote_count=1), "movie 1: vote_average must be 0 to 10, got 11"),
        (lambda: builtin().with_movie(1, "x", countries=["QQ"]), "movie 1: the country QQ is not in the catalogue"),
        (lambda: builtin().with_movie(1, "x", imdb_id="tt0137523"), "movie 1: movie 550 has the IMDb id tt0137523 too"),
        (lambda: builtin().with_movie(1, "x", watch_providers={"DE": ["Nope"]}), "no watch provider is called 'Nope'"),
    ],
)  # fmt: skip
def test_builders_say_what_is_wrong(build: Callable[[], Catalogue], message: str) -> None:
    with pytest.raises(CatalogueError, match=message):
        build()
