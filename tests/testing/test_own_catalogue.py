"""A catalogue made of Python objects, with what the package's own does not have: adult and undated films, odd people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx
import pytest

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


def movie(number: int, title: str, **facts: Any) -> Movie:
    """Make a film with what a test does not care about filled in."""
    return Movie(id=number, original_title=title, original_language="en", **facts)


def role(person: int, credit: str) -> CastCredit:
    """Make a role."""
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
SHOW = Series(
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
    """A client on a server with a catalogue of its own."""
    full = builtin()
    catalogue = Catalogue(
        configuration=full.configuration,
        movies=MOVIES,
        series=[SHOW],
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
        httpx.Client(timeout=30, base_url=server.base_url, params={"api_key": server.api_key}) as client,
    ):
        yield client


def rows(client: httpx.Client, path: str, **query: str) -> list[Any]:
    """Return the rows of an answer."""
    found: list[Any] = client.get(path, params=query).json()["results"]
    return found


def ids(client: httpx.Client, path: str, **query: str) -> list[int]:
    """Return the ids of the rows of an answer."""
    return [row["id"] for row in rows(client, path, **query)]


def test_adult_films_are_found_only_on_request(own: httpx.Client) -> None:
    """They are in no list, and in searches with `include_adult`; by their id they are there."""
    assert ids(own, "/3/search/movie", query="zora") == [1]
    assert ids(own, "/3/search/movie", query="zora", include_adult="true") == [1, 2]
    assert 2 not in ids(own, "/3/search/multi", query="zora")
    assert 2 not in ids(own, "/3/movie/popular")
    assert 2 not in ids(own, "/3/movie/1/similar")
    assert own.get("/3/movie/2").json()["adult"] is True


def test_an_unknown_date_is_an_empty_text(own: httpx.Client) -> None:
    """Never null and never absent, in rows and in details."""
    assert rows(own, "/3/search/movie", query="zora")[0]["release_date"] == ""
    assert own.get("/3/movie/1").json()["release_date"] == ""
    series = next(row for row in rows(own, "/3/search/multi", query="series"))
    assert series["first_air_date"] == ""


def test_pictures_that_are_not_there_are_null(own: httpx.Client) -> None:
    """A film without pictures has null paths, and one without a collection no collection."""
    body = own.get("/3/movie/1").json()
    assert (body["poster_path"], body["backdrop_path"], body["belongs_to_collection"]) == (None, None, None)


def test_alternative_titles_and_other_names_are_searched(own: httpx.Client) -> None:
    """A film is found by a title that no language has, a person by another name; accents do not matter."""
    assert ids(own, "/3/search/movie", query="the cat") == [3]
    assert ids(own, "/3/search/movie", query="zelie") == [3]
    assert [row["name"] for row in rows(own, "/3/search/multi", query="quill")] == ["Zora Neal"]


def test_years_look_at_all_releases_or_at_the_first(own: httpx.Client) -> None:
    """A film that came to the cinema in another year is found by that year, but only as `year`."""
    assert ids(own, "/3/search/movie", query="zelie", year="2000") == [3]
    assert ids(own, "/3/search/movie", query="zelie", year="1999") == [3]
    assert ids(own, "/3/search/movie", query="zelie", year="2001") == []
    assert ids(own, "/3/search/movie", query="zelie", primary_release_year="2000") == []


def test_a_translation_may_have_a_homepage_of_its_own(own: httpx.Client) -> None:
    """Else it is the film's."""
    homepages = {
        language: own.get("/3/movie/3", params={"language": language}).json()["homepage"] for language in ("fr", "de")
    }
    assert homepages == {"fr": "https://example.org/fr", "de": "https://example.org/en"}


def test_translations_are_in_order(own: httpx.Client) -> None:
    """By language, whatever the order of the file."""
    translations = own.get("/3/movie/3/translations").json()["translations"]
    assert [text["iso_639_1"] for text in translations] == ["de", "fr"]


def test_nearness_goes_by_what_films_share(own: httpx.Client) -> None:
    """The collection counts most; a film that shares nothing is not near at all."""
    assert ids(own, "/3/movie/4/recommendations") == [5, 7, 6]
    assert ids(own, "/3/movie/4/similar") == [7, 6]
    assert ids(own, "/3/movie/3/similar") == []


def test_people_are_known_for_three_titles_of_their_own_department(own: httpx.Client) -> None:
    """What an actor has directed does not count, however many votes it has; a film and a series may share an id."""
    person = next(row for row in rows(own, "/3/search/multi", query="neal"))
    assert [(title["media_type"], title["id"]) for title in person["known_for"]] == [
        ("tv", 1),
        ("movie", 1),
        ("movie", 6),
    ]


def test_a_person_without_credits_is_named() -> None:
    """That is no reason to refuse the catalogue."""
    lonely = Catalogue(configuration=builtin().configuration, people=PEOPLE[1:])
    assert problems(lonely) == []
    assert orphans(lonely) == ["person 2: has no credit"]


def test_the_packages_own_can_be_extended() -> None:
    """A film more, and one in the place of another; what was there before is as it was."""
    full = builtin()
    more = full.extended(movies=[movie(1, "Zora"), movie(550, "Another one")])
    assert len(more.movies) == len(full.movies) + 1
    assert (more.movies[550].original_title, full.movies[550].original_title) == ("Another one", "Fight Club")
    assert problems(more) == []


def test_a_blank_one_has_what_is_the_same_everywhere() -> None:
    """So that one film is a whole catalogue, its genre named."""
    mine = blank().extended(movies=[movie(1, "Zora", genres=(18,))])
    assert problems(mine) == []
    with TMDBServer(mine) as server:
        answer = httpx.get(f"{server.base_url}/3/movie/1?api_key={server.api_key}").json()
    assert answer["genres"] == [{"id": 18, "name": "Drama"}]


def test_a_server_refuses_what_it_could_not_answer_from() -> None:
    """Where it is made, naming each record; not by a 500 to whoever asks for one."""
    broken = blank().extended(movies=[movie(1, "Zora", genres=(99999,), companies=(77,))])
    with pytest.raises(CatalogueError) as refused:
        TMDBServer(broken)
    assert str(refused.value).splitlines() == ["the catalogue is not consistent:", *problems(broken)]
    assert "movie 1: the company 77 is not in the catalogue" in str(refused.value)


def test_they_show_themselves() -> None:
    """As a failing test prints them."""
    mine = blank().extended(movies=[movie(1, "Zora")])
    assert repr(mine) == "<Catalogue of 1 movies, 0 series, 0 people>"
    server = TMDBServer(mine)
    assert repr(server) == "<TMDBServer (not running)>"
    with server:
        assert repr(server) == f"<TMDBServer {server.base_url}>"
