"""Search by title and name in any language."""

from __future__ import annotations

import httpx
import pytest

from tests.testing.calls import ids


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("spirited away", 129),
        ("SPIRITED", 129),
        ("away spir", 129),
        ("千と千尋", 129),
        ("Chihiros Reise", 129),
        ("voyage chihiro", 129),
        ("Château", 4935),
        ("chateau ambulant", 4935),
    ],
)
def test_search_movie_matches_word_prefixes_of_any_title(api: httpx.Client, query: str, number: int) -> None:
    """Case, accents and word order do not matter."""
    assert number in ids(api, "/3/search/movie", query=query)


@pytest.mark.parametrize("query", ["spirited nonsense", "pirited", "!!!", "zzzz"])
def test_search_movie_requires_every_word_in_one_title(api: httpx.Client, query: str) -> None:
    """Without a match there is one page, which is empty."""
    body = api.get("/3/search/movie", params={"query": query}).json()
    assert body == {"page": 1, "results": [], "total_pages": 1, "total_results": 0}


def test_search_results_are_in_the_language_of_the_request(api: httpx.Client) -> None:
    rows = api.get("/3/search/movie", params={"query": "die hard", "language": "de-DE"}).json()["results"]
    assert {row["title"] for row in rows} == {"Stirb langsam", "Stirb langsam - Ein guter Tag zum Sterben"}


def test_search_movie_year_matches_any_release_and_primary_release_year_the_first(api: httpx.Client) -> None:
    """A value that is not a year is ignored."""
    everything = ids(api, "/3/search/movie", query="harry potter")
    assert ids(api, "/3/search/movie", query="harry potter", primary_release_year=2002) == [672]
    assert ids(api, "/3/search/movie", query="harry potter", year="soon") == everything
    # The Fellowship of the Ring came to some countries in the next year.
    assert ids(api, "/3/search/movie", query="fellowship", year=2002) == [120]
    assert ids(api, "/3/search/movie", query="fellowship", primary_release_year=2002) == []


@pytest.mark.parametrize("path", ["/3/search/movie?query=fight+club", "/3/discover/movie?with_cast=819"])
def test_region_selects_the_release_date(api: httpx.Client, path: str) -> None:
    """Without a release in the region it is the movie's release date."""

    def days(region: str) -> list[str]:
        pages = [api.get(f"{path}&region={region}&page={page}").json() for page in range(1, 4)]
        return [row["release_date"] for page in pages for row in page["results"] if row["id"] == 550]

    assert days("DE") == days("de") == ["1999-11-11"]
    assert days("QQ") == days("") == ["1999-10-15"]


@pytest.mark.parametrize(
    ("kind", "query", "first"),
    [
        ("movie", "The Matrix", 603),
        ("movie", "the dark knight", 155),
        ("movie", "die hard", 562),
        ("movie", "stirb langsam", 562),
        ("tv", "star trek", 253),
        ("person", "brad pitt", 287),
        ("collection", "matrix collection", 2344),
        ("company", "Pixar", 3),
        ("keyword", "sunrise", 813),
    ],
)
def test_the_exact_name_is_first(api: httpx.Client, kind: str, query: str, first: int) -> None:
    """Recorded searches show 603 first although 624860 is more popular."""
    assert ids(api, f"/3/search/{kind}", query=query)[0] == first


def test_search_multi_sorts_kinds_together(api: httpx.Client) -> None:
    """People with a prefix of their name are after the titles with the word."""
    rows = api.get("/3/search/multi", params={"query": "star"}).json()["results"]
    names = [row.get("title") or row["name"] for row in rows]
    assert {"Star Wars", "Star Trek"} <= set(names[: names.index("Mike Starr")])
    assert {row["media_type"] for row in rows} == {"movie", "tv", "person"}
    for row in rows:
        assert ("title" in row) == (row["media_type"] == "movie")
        assert ("name" in row) == (row["media_type"] in ("tv", "person"))


@pytest.mark.parametrize("kind", ["movie", "multi"])
def test_search_ignores_an_unknown_region(api: httpx.Client, kind: str) -> None:
    """A region changes the dates of the rows, not which movies are found."""
    assert ids(api, f"/3/search/{kind}", query="die hard", region="QQ") == ids(
        api, f"/3/search/{kind}", query="die hard"
    )


@pytest.mark.parametrize("query", ["Брэд Питт", "畢·彼特", "ブラッド・ピット", "ﾌﾞﾗｯﾄﾞ", "براد بيت"])
def test_search_person_finds_other_names(api: httpx.Client, query: str) -> None:
    """A name of `also_known_as`, in another script or width, finds the person."""
    assert ids(api, "/3/search/person", query=query) == [287]


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
