"""Searches: by any title in any language, people and series too."""

from __future__ import annotations

from typing import Any

import httpx
import pytest


def ids(api: httpx.Client, path: str, **query: str | int) -> list[int]:
    """Return the ids of the rows that a search finds."""
    body: Any = api.get(path, params=query).json()
    return [row["id"] for row in body["results"]]


@pytest.mark.parametrize(
    "query",
    [
        "spirited away",
        "SPIRITED",
        "away spir",
        "千と千尋",
        "Chihiros Reise",
        "voyage chihiro",
        "città",
        "citta incantata",
    ],
)
def test_a_film_is_found_by_every_title(api: httpx.Client, query: str) -> None:
    """Case, accents, the order of words and unfinished words do not matter; the language of the title does not."""
    assert 129 in ids(api, "/3/search/movie", query=query)


@pytest.mark.parametrize("query", ["spirited nonsense", "pirited", "!!!", "zzzz"])
def test_what_does_not_match_is_not_found(api: httpx.Client, query: str) -> None:
    """Every word has to begin a word of the same title; nothing found is no page at all."""
    body = api.get("/3/search/movie", params={"query": query}).json()
    assert body == {"page": 1, "results": [], "total_pages": 0, "total_results": 0}


def test_results_are_titled_in_the_language_of_the_request(api: httpx.Client) -> None:
    """What was searched for and what is shown are two languages."""
    rows = api.get("/3/search/movie", params={"query": "die hard", "language": "de-DE"}).json()["results"]
    assert {row["title"] for row in rows} == {"Stirb langsam", "Stirb langsam - Ein guter Tag zum Sterben"}


def test_years_narrow_a_search(api: httpx.Client) -> None:
    """`primary_release_year` is the first release; `year` may be any. What is not a year is ignored."""
    everything = ids(api, "/3/search/movie", query="harry potter")
    assert ids(api, "/3/search/movie", query="harry potter", primary_release_year=2002) == [672]
    assert ids(api, "/3/search/movie", query="harry potter", year="soon") == everything
    # Dilwale Dulhania and Spirited Away came to other countries in another year.
    assert ids(api, "/3/search/movie", query="spirited", year=2002) == [129]
    assert ids(api, "/3/search/movie", query="spirited", primary_release_year=2002) == []


@pytest.mark.parametrize(
    "path", ["/3/search/movie?query=fight+club", "/3/discover/movie?with_cast=819", "/3/movie/top_rated?page=1"]
)
def test_a_region_shows_its_own_days(api: httpx.Client, path: str) -> None:
    """The day of the release there; the film's own where none is known."""

    def days(region: str) -> list[str]:
        rows = api.get(f"{path}&region={region}").json()["results"]
        return [row["release_date"] for row in rows if row["id"] == 550]

    assert days("DE") == days("de") == ["1999-11-11"]
    assert days("QQ") == days("") == ["1999-10-15"]


def test_multi_search_mixes_kinds_by_popularity(api: httpx.Client) -> None:
    """Each row says what it is and has the keys of its kind."""
    rows = api.get("/3/search/multi", params={"query": "the"}).json()["results"]
    assert {row["media_type"] for row in rows} >= {"movie", "tv"}
    assert [row["popularity"] for row in rows] == sorted((row["popularity"] for row in rows), reverse=True)
    for row in rows:
        assert ("title" in row) == (row["media_type"] == "movie")
        assert ("name" in row) == (row["media_type"] in ("tv", "person"))


def test_people_are_known_for_their_best_voted_titles(api: httpx.Client) -> None:
    """A person's row has up to three titles, each with its kind, from their own department."""
    rows = api.get("/3/search/multi", params={"query": "brad pitt"}).json()["results"]
    assert [row["name"] for row in rows] == ["Brad Pitt"]
    known = rows[0]["known_for"]
    assert known[0]["title"] == "Fight Club"
    assert {title["media_type"] for title in known} <= {"movie", "tv"}
    director = api.get("/3/search/multi", params={"query": "christopher nolan"}).json()["results"][0]
    assert [title["title"] for title in director["known_for"]] == [
        "Inception",
        "The Dark Knight",
        "The Dark Knight Rises",
    ]
