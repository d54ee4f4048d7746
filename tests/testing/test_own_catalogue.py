"""Catalogues of Python objects, with data that the built-in one lacks: adult and undated movies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx
import pytest

from tests.testing.calls import get, ids
from tmdb_facade.testing import Catalogue, CatalogueError, TMDBServer, blank, builtin, orphans, problems
from tmdb_facade.testing.catalogue.records import (
    AlternativeTitle,
    CastCredit,
    CrewCredit,
    Movie,
    Person,
    Release,
    Series,
    TranslatedText,
)
from tmdb_facade.testing.catalogue.reference import Genre


def movie(number: int, title: str, **fields: Any) -> Movie:
    """Build a movie with its required fields."""
    return Movie(id=number, original_title=title, original_language="en", **fields)


def role(person: int, credit: str) -> CastCredit:
    """Build a role."""
    return CastCredit(person=person, character="Somebody", credit_id=credit)


MOVIES = [
    movie(1, "Zora", popularity=9.0, genres=(18,), vote_count=50, vote_average=5.0, cast=(role(1, "a"),)),
    movie(2, "Zora in the Dark", popularity=8.0, adult=True, genres=(18,), cast=(role(1, "b"),)),
    movie(
        3,
        "Zélie",
        popularity=7.0,
        release_date=date(1999, 12, 30),
        releases={"US": (Release(date=date(2000, 2, 1)),)},
        homepage="https://example.org/en",
        translations=(
            TranslatedText(language="fr", country="FR", homepage="https://example.org/fr"),
            TranslatedText(language="de", country="DE"),
        ),
        alternative_titles=(AlternativeTitle(country="US", title="The Cat"),),
        crew=(CrewCredit(person=1, department="Directing", job="Director", credit_id="c"),),
        vote_count=900,
        vote_average=8.0,
    ),
    movie(4, "Zebra", collection=263, genres=(35,), popularity=1.0),
    movie(5, "Zebra Returns", collection=263, genres=(18,), popularity=2.0),
    movie(6, "Zebra Forever", genres=(35,), popularity=3.0, vote_count=40, vote_average=5.0, cast=(role(1, "d"),)),
    movie(7, "Zoo", genres=(35,), popularity=4.0, vote_count=30, vote_average=5.0, cast=(role(1, "e"),)),
]
SERIES = Series(
    id=1,
    original_name="Zora: The Series",
    original_language="en",
    status="Ended",
    type="Scripted",
    cast=(role(1, "f"),),
    vote_count=60,
    vote_average=5.0,
)
PEOPLE = [
    Person(id=1, name="Zora Neal", also_known_as=("Quentin Quill",)),
    Person(id=2, name="Director Only", department="Directing"),
]


@pytest.fixture(scope="module")
def own() -> Iterator[httpx.Client]:
    """Return a client of a server with its own catalogue."""
    full = builtin()
    catalogue = Catalogue(
        configuration=full.configuration,
        movies=MOVIES,
        series=[SERIES],
        people=PEOPLE[:1],
        collections=[full.collections[263]],
        genres=[
            Genre(id=18, names={"en": "Drama"}, of=("movie",)),
            Genre(id=35, names={"en": "Comedy"}, of=("movie",)),
        ],
        countries=full.countries.values(),
        languages=full.languages.values(),
    )
    assert problems(catalogue) == []
    with (
        TMDBServer(catalogue) as server,
        httpx.Client(base_url=server.base_url, params={"api_key": server.api_key}, timeout=30) as client,
    ):
        yield client


def rows(client: httpx.Client, path: str, **query: str) -> list[Any]:
    """Return the rows of a page."""
    results: list[Any] = client.get(path, params=query).json()["results"]
    return results


def test_adult_movies_need_include_adult(own: httpx.Client) -> None:
    """No list has them. Their details need no parameter."""
    assert ids(own, "/3/search/movie", query="zora") == [1]
    assert ids(own, "/3/search/movie", query="zora", include_adult="true") == [1, 2]
    assert 2 not in ids(own, "/3/search/multi", query="zora")
    assert 2 not in ids(own, "/3/movie/popular")
    assert 2 not in ids(own, "/3/movie/1/similar")
    assert own.get("/3/movie/2").json()["adult"] is True


def test_unknown_dates_are_empty_strings(own: httpx.Client) -> None:
    assert rows(own, "/3/search/movie", query="zora")[0]["release_date"] == ""
    assert own.get("/3/movie/1").json()["release_date"] == ""
    series = next(row for row in rows(own, "/3/search/multi", query="series"))
    assert series["first_air_date"] == ""


def test_missing_images_and_collection_are_null(own: httpx.Client) -> None:
    body = own.get("/3/movie/1").json()
    assert (body["poster_path"], body["backdrop_path"], body["belongs_to_collection"]) == (None, None, None)


def test_search_finds_alternative_titles_and_names_without_accents(own: httpx.Client) -> None:
    assert ids(own, "/3/search/movie", query="the cat") == [3]
    assert ids(own, "/3/search/movie", query="zelie") == [3]
    assert [row["name"] for row in rows(own, "/3/search/multi", query="quill")] == ["Zora Neal"]


def test_search_year_matches_any_release_and_primary_release_year_the_first(own: httpx.Client) -> None:
    assert ids(own, "/3/search/movie", query="zelie", year="2000") == [3]
    assert ids(own, "/3/search/movie", query="zelie", year="1999") == [3]
    assert ids(own, "/3/search/movie", query="zelie", year="2001") == []
    assert ids(own, "/3/search/movie", query="zelie", primary_release_year="2000") == []


def test_movie_homepage_is_the_translations_if_it_has_one(own: httpx.Client) -> None:
    homepages = {
        language: own.get("/3/movie/3", params={"language": language}).json()["homepage"] for language in ("fr", "de")
    }
    assert homepages == {"fr": "https://example.org/fr", "de": "https://example.org/en"}


def test_movie_translations_are_sorted_by_language(own: httpx.Client) -> None:
    translations = own.get("/3/movie/3/translations").json()["translations"]
    assert [text["iso_639_1"] for text in translations] == ["de", "fr"]


def test_similar_movies_share_genres_and_recommended_ones_a_collection(own: httpx.Client) -> None:
    assert ids(own, "/3/movie/4/recommendations") == [5, 7, 6]
    assert ids(own, "/3/movie/4/similar") == [7, 6]
    empty: dict[str, object] = {"page": 1, "results": [], "total_results": 0}
    assert get(own, "/3/movie/3/similar") == {**empty, "total_pages": 1}
    assert get(own, "/3/tv/1/recommendations") == {**empty, "total_pages": 0}


def test_known_for_has_three_titles_of_the_persons_department(own: httpx.Client) -> None:
    """A movie and a series may have the same id."""
    person = next(row for row in rows(own, "/3/search/multi", query="neal"))
    assert [(title["media_type"], title["id"]) for title in person["known_for"]] == [
        ("tv", 1),
        ("movie", 1),
        ("movie", 6),
    ]


def test_orphans_list_people_without_credits() -> None:
    lonely = Catalogue(configuration=builtin().configuration, people=PEOPLE[1:])
    assert problems(lonely) == []
    assert orphans(lonely) == ["person 2: has no credit"]


def test_catalogue_extended_adds_and_replaces_records() -> None:
    full = builtin()
    more = full.extended(movies=[movie(1, "Zora"), movie(550, "Another one")])
    assert len(more.movies) == len(full.movies) + 1
    assert (more.movies[550].original_title, full.movies[550].original_title) == ("Another one", "Fight Club")
    assert problems(more) == []


def test_blank_catalogue_has_reference_data() -> None:
    mine = blank().extended(movies=[movie(1, "Zora", genres=(18,))])
    assert problems(mine) == []
    with TMDBServer(mine) as server:
        answer = httpx.get(f"{server.base_url}/3/movie/1?api_key={server.api_key}", timeout=30).json()
    assert answer["genres"] == [{"id": 18, "name": "Drama"}]


def test_lists_of_current_movies_are_those_of_the_region() -> None:
    """A movie without releases counts as released in every country."""
    june, july = (Release(date=date(2022, 6, 15)),), (Release(date=date(2022, 7, 6)),)
    mine = blank().extended(
        movies=[
            movie(1, "Zora", release_date=date(2022, 6, 15), releases={"US": june, "DE": july}),
            movie(2, "Zélie", release_date=date(2022, 6, 13)),
            movie(3, "Zebra", release_date=date(2022, 7, 8)),
        ]
    )
    with TMDBServer(mine) as server:
        client = httpx.Client(
            base_url=server.base_url,
            transport=server.transport,
            headers={"authorization": f"Bearer {server.access_token}"},
        )
        lists = {
            (name, region): {*ids(client, f"/3/movie/{name}", region=region)}
            for name in ("now_playing", "upcoming")
            for region in ("US", "us", "DE", "FR", "QQ")
        }
        days = {"release_date__gte": "2022-06-13", "release_date__lte": "2022-06-30"}
        assert {
            region: {*ids(client, "/3/discover/movie", region=region, **days)} for region in ("US", "DE", "FR")
        } == {
            "US": {1, 2},
            "DE": {2},
            "FR": {2},
        }
    assert lists == {
        ("now_playing", "US"): {1, 2},
        ("now_playing", "us"): {1, 2},
        ("now_playing", "DE"): {2},
        ("now_playing", "FR"): {2},
        ("now_playing", "QQ"): set(),
        ("upcoming", "US"): {3},
        ("upcoming", "us"): {3},
        ("upcoming", "DE"): {1, 3},
        ("upcoming", "FR"): {3},
        ("upcoming", "QQ"): set(),
    }


def test_server_rejects_a_catalogue_with_problems() -> None:
    broken = blank().extended(movies=[movie(1, "Zora", genres=(99999,), companies=(77,))])
    with pytest.raises(CatalogueError) as rejected:
        TMDBServer(broken)
    assert str(rejected.value).splitlines()[1:] == problems(broken)
    assert "movie 1: the company 77 is not in the catalogue" in str(rejected.value)


def test_repr_of_catalogue_and_server() -> None:
    mine = blank().extended(movies=[movie(1, "Zora")])
    assert repr(mine) == "<Catalogue of 1 movies, 0 series, 0 people>"
    server = TMDBServer(mine)
    assert repr(server) == "<TMDBServer (not running)>"
    with server:
        assert repr(server) == f"<TMDBServer {server.base_url}>"


def test_from_folders_needs_a_folder() -> None:
    with pytest.raises(CatalogueError, match="at least one folder"):
        Catalogue.from_folders()
    assert Catalogue.from_folders("builtin") is builtin()
