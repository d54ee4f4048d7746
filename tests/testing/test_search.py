"""Search by title and name in any language."""

from __future__ import annotations

import httpx
import pytest

from tests.testing.calls import ids


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
def test_search_movie_matches_word_prefixes_of_any_title(api: httpx.Client, query: str) -> None:
    """Case, accents and word order do not matter."""
    assert 129 in ids(api, "/3/search/movie", query=query)


@pytest.mark.parametrize("query", ["spirited nonsense", "pirited", "!!!", "zzzz"])
def test_search_movie_requires_every_word_in_one_title(api: httpx.Client, query: str) -> None:
    """Without a match there are 0 pages."""
    body = api.get("/3/search/movie", params={"query": query}).json()
    assert body == {"page": 1, "results": [], "total_pages": 0, "total_results": 0}


def test_search_results_are_in_the_language_of_the_request(api: httpx.Client) -> None:
    rows = api.get("/3/search/movie", params={"query": "die hard", "language": "de-DE"}).json()["results"]
    assert {row["title"] for row in rows} == {"Stirb langsam", "Stirb langsam - Ein guter Tag zum Sterben"}


def test_search_movie_year_matches_any_release_and_primary_release_year_the_first(api: httpx.Client) -> None:
    """A value that is not a year is ignored."""
    everything = ids(api, "/3/search/movie", query="harry potter")
    assert ids(api, "/3/search/movie", query="harry potter", primary_release_year=2002) == [672]
    assert ids(api, "/3/search/movie", query="harry potter", year="soon") == everything
    # Dilwale Dulhania and Spirited Away came to other countries in another year.
    assert ids(api, "/3/search/movie", query="spirited", year=2002) == [129]
    assert ids(api, "/3/search/movie", query="spirited", primary_release_year=2002) == []


@pytest.mark.parametrize(
    "path", ["/3/search/movie?query=fight+club", "/3/discover/movie?with_cast=819", "/3/movie/top_rated?"]
)
def test_region_selects_the_release_date(api: httpx.Client, path: str) -> None:
    """Without a release in the region it is the movie's release date."""

    def days(region: str) -> list[str]:
        pages = [api.get(f"{path}&region={region}&page={page}").json() for page in range(1, 4)]
        return [row["release_date"] for page in pages for row in page["results"] if row["id"] == 550]

    assert days("DE") == days("de") == ["1999-11-11"]
    assert days("QQ") == days("") == ["1999-10-15"]


def test_search_multi_sorts_kinds_together_by_popularity(api: httpx.Client) -> None:
    rows = api.get("/3/search/multi", params={"query": "the"}).json()["results"]
    assert {row["media_type"] for row in rows} >= {"movie", "tv"}
    assert [row["popularity"] for row in rows] == sorted((row["popularity"] for row in rows), reverse=True)
    for row in rows:
        assert ("title" in row) == (row["media_type"] == "movie")
        assert ("name" in row) == (row["media_type"] in ("tv", "person"))


def test_known_for_has_the_titles_with_most_votes_in_the_persons_department(api: httpx.Client) -> None:
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
