"""Series of Python objects, with data that the built-in catalogue lacks: undated series, roles of one season."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx
import msgspec
import pytest

from tests.testing.calls import get, ids
from tmdb_facade.testing import Catalogue, TMDBServer, builtin, problems
from tmdb_facade.testing.catalogue.records import (
    CastCredit,
    ChangedValue,
    Creator,
    CrewCredit,
    Episode,
    FieldChanges,
    Image,
    Movie,
    Person,
    Season,
    Series,
    TranslatedText,
)
from tmdb_facade.testing.catalogue.reference import Collection

GUEST = CastCredit(person=2, character="A guest", credit_id="guest")
DIRECTOR = CrewCredit(person=3, department="Directing", job="Director", credit_id="director")


def season(number: int, *episodes: Episode, count: int = 2) -> Season:
    """Build a season of two episodes."""
    return Season(id=100 + number, number=number, name=f"Season {number}", episode_count=count, episodes=episodes)


SERIES = Series(
    id=1,
    original_name="Somebody",
    original_language="en",
    status="Returning Series",
    type="Scripted",
    first_air_date=date(2022, 6, 1),
    last_air_date=date(2022, 6, 16),
    creators=(Creator(person=3, credit_id="creator"),),
    cast=(
        CastCredit(person=1, character="The hero", credit_id="hero"),
        CastCredit(person=2, character="The other", credit_id="other", seasons=(2,)),
    ),
    seasons=(
        season(0),
        season(1, Episode(number=1, id=11, name="One", air_date=date(2022, 6, 1), guest_stars=(GUEST,))),
        season(
            2,
            Episode(number=1, id=21, name="Two", air_date=date(2022, 6, 16), crew=(DIRECTOR,)),
            Episode(number=2, id=22, name="Three", air_date=date(2022, 6, 23), guest_stars=(GUEST,)),
        ),
    ),
)
UNDATED = Series(id=2, original_name="Never shown", original_language="en", status="Planned", type="Scripted")
LATER = msgspec.structs.replace(
    UNDATED,
    id=3,
    original_name="Next week",
    first_air_date=date(2022, 6, 23),
    seasons=(Season(id=301, number=1, name="Season 1", episode_count=1, episodes=(Episode(number=1, air_date=date(2022, 6, 23)),)),),
)  # fmt: skip
IMAGES = (
    Image(path="/worse.jpg", width=1, height=1, vote_average=4.0, vote_count=1),
    Image(path="/better.jpg", width=1, height=1, vote_average=6.0, vote_count=1),
)


def movie(number: int, **fields: Any) -> Movie:
    """Build a movie of a collection."""
    return Movie(id=number, original_title=f"Movie {number}", original_language="en", collection=1, **fields)


MOVIES = (
    movie(1, popularity=9.0, release_date=date(2002, 1, 1), vote_average=9.0, vote_count=199),
    movie(2, popularity=5.0),
    movie(3, popularity=1.0, release_date=date(2001, 1, 1), vote_average=8.0, vote_count=200, backdrops=IMAGES),
)


def catalogue(*series: Series) -> Catalogue:
    """Build a catalogue of some series, with a day in June 2022."""
    full = builtin()
    return Catalogue(
        configuration=full.configuration,
        movies=MOVIES,
        series=series,
        people=[Person(id=number, name=f"Person {number}") for number in (1, 2, 3)],
        collections=[Collection(id=1, names={"en": "All three"})],
        countries=full.countries.values(),
        languages=full.languages.values(),
    )


@pytest.fixture(scope="module")
def own() -> Iterator[httpx.Client]:
    """Return a client of a server with its own catalogue."""
    made = catalogue(SERIES, UNDATED, LATER)
    assert problems(made) == []
    with (
        TMDBServer(made) as server,
        httpx.Client(base_url=server.base_url, params={"api_key": server.api_key}, timeout=30) as client,
    ):
        yield client


def test_season_credits_have_only_roles_of_the_season(own: httpx.Client) -> None:
    """Roles without seasons are in all of them except the specials."""
    cast = {
        number: [role["character"] for role in get(own, f"/3/tv/1/season/{number}/credits")["cast"]]
        for number in (0, 1, 2)
    }
    assert cast == {0: [], 1: ["The hero"], 2: ["The hero", "The other"]}


def test_aggregate_credits_group_roles_by_person(own: httpx.Client) -> None:
    """Creators are not part of the crew."""
    body = get(own, "/3/tv/1/aggregate_credits")
    assert {person["id"]: person["total_episode_count"] for person in body["cast"]} == {1: 4, 2: 4}
    roles = next(person["roles"] for person in body["cast"] if person["id"] == 2)
    assert {role["character"]: role["episode_count"] for role in roles} == {"The other": 2, "A guest": 2}
    assert [(person["id"], [job["job"] for job in person["jobs"]]) for person in body["crew"]] == [(3, ["Director"])]


def test_tv_credits_of_a_creator_have_the_creator_job(own: httpx.Client) -> None:
    assert [row["job"] for row in get(own, "/3/person/3/tv_credits")["crew"]] == ["Creator", "Director"]
    assert [person["credit_id"] for person in get(own, "/3/tv/1")["created_by"]] == ["creator"]


def test_next_episode_to_air_is_the_first_after_the_last_air_date(own: httpx.Client) -> None:
    """A series that has not aired has none."""
    body, undated = get(own, "/3/tv/1"), get(own, "/3/tv/2")
    assert (body["last_episode_to_air"]["id"], body["next_episode_to_air"]["id"]) == (21, 22)
    assert (undated["last_episode_to_air"], undated["next_episode_to_air"]) == (None, None)
    assert undated["first_air_date"] == ""


def test_on_the_air_includes_the_same_day_of_the_next_week(own: httpx.Client) -> None:
    assert ids(own, "/3/tv/airing_today") == [1]
    assert ids(own, "/3/tv/on_the_air") == [1, 3]


def test_discover_tv_needs_include_null_first_air_dates_for_undated_series(own: httpx.Client) -> None:
    assert ids(own, "/3/discover/tv") == [1, 3]
    assert ids(own, "/3/discover/tv", include_null_first_air_dates="true") == [1, 2, 3]


def test_generated_episodes_have_stable_ids_and_names(own: httpx.Client) -> None:
    episodes = get(own, "/3/tv/1/season/1")["episodes"]
    assert [(one["id"], one["name"], one["air_date"]) for one in episodes] == [
        (11, "One", "2022-06-01"),
        (1_000_101_002, "Episode 2", None),
    ]
    assert get(own, "/3/tv/episode/1000101002/changes") == {"changes": []}


def test_appended_season_keeps_its_id(own: httpx.Client) -> None:
    body = get(own, "/3/tv/1", append_to_response="season/1,credits")
    assert body["season/1"]["id"] == 101
    assert "id" not in body["credits"]


def test_collection_parts_are_in_order_of_release(own: httpx.Client) -> None:
    """Undated movies come last."""
    assert [part["id"] for part in get(own, "/3/collection/1")["parts"]] == [3, 1, 2]


def test_top_rated_movies_have_at_least_200_votes(own: httpx.Client) -> None:
    assert ids(own, "/3/movie/top_rated") == [3]


def test_images_are_sorted_by_vote_average(own: httpx.Client) -> None:
    shown = get(own, "/3/movie/3/images")["backdrops"]
    assert [image["file_path"] for image in shown] == ["/better.jpg", "/worse.jpg"]
    assert get(own, "/3/movie/3")["backdrop_path"] == "/better.jpg"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"seasons": (season(1), season(1))}, "season id 101 occurs 2 times"),
        ({"seasons": (season(1, Episode(number=1), Episode(number=2), count=1),)}, "series 1, season 1: has 2 episodes, but episode_count is 1"),
        ({"seasons": (season(1, Episode(number=1, id=7), Episode(number=2, id=7)),), "cast": ()}, "episode id 7 occurs 2 times"),
        ({"seasons": (season(1, Episode(number=1, crew=(msgspec.structs.replace(DIRECTOR, person=9),))),)}, "series 1, season 1, episode 1: the person 9 is not in the catalogue"),
        ({"seasons": (season(1, Episode(number=1, guest_stars=(GUEST,)), Episode(number=2, guest_stars=(msgspec.structs.replace(GUEST, person=1),))),)}, "credit id guest belongs to person 2 and person 1"),
        ({"cast": (CastCredit(person=1, character="x", credit_id="y", seasons=(9,)),)}, "series 1: the season 9 is not in the catalogue"),
        ({"seasons": (season(1, Episode(number=1, translations=(TranslatedText(language="qq", country="US"),))),)}, "series 1, season 1, episode 1: the language qq is not in the catalogue"),
        ({"seasons": (season(1, Episode(number=1, stills=(Image(path="/a.jpg", width=0, height=1),))),)}, "series 1, season 1, episode 1: the image /a.jpg must be at least 1 x 1, got 0 x 1"),
        ({"changes": (FieldChanges(key="name", items=(ChangedValue(id="x", action="updated", time="soon"),)),)}, "series 1: the time of an edit must start with a date such as 2026-01-31, got 'soon'"),
        ({"creators": (Creator(person=9, credit_id="z"),)}, "series 1: the person 9 is not in the catalogue"),
        ({"networks": (5,)}, "series 1: the network 5 is not in the catalogue"),
        ({"content_ratings": {"QQ": "16"}}, "series 1: the country QQ is not in the catalogue"),
    ],
)  # fmt: skip
def test_problems_of_a_series_name_the_record(changes: dict[str, Any], problem: str) -> None:
    assert problem in problems(catalogue(msgspec.structs.replace(SERIES, **changes)))
