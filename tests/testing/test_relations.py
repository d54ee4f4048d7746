"""What one answer says, the others say too: credits from both sides, counts and lists, totals and pages, languages."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import httpx
import pytest

from scripts.evidence.embedded_probes import catalogue
from tests.testing.asking import get, ids
from tmdb_facade.testing.catalogue.records import Movie, Series
from tmdb_facade.testing.handlers.find import SOURCES

FOUR = ("en-US", "de-DE", "fr-FR", "es-ES")
# Lists that a query is not needed for.
LISTS = (
    "/3/discover/movie",
    "/3/discover/tv",
    "/3/movie/now_playing",
    "/3/movie/popular",
    "/3/movie/top_rated",
    "/3/movie/upcoming",
    "/3/person/popular",
    "/3/trending/all/week",
    "/3/trending/movie/day",
    "/3/trending/person/day",
    "/3/trending/tv/week",
    "/3/tv/airing_today",
    "/3/tv/on_the_air",
    "/3/tv/popular",
    "/3/tv/top_rated",
)


@pytest.mark.parametrize("kind", ["movie", "tv"])
def test_everything_is_told_in_four_languages(api: httpx.Client, kind: str) -> None:
    """Each film and series has a title and a text of its own in each; the list of translations has the same."""
    titles: list[Movie | Series] = [*(catalogue.movies if kind == "movie" else catalogue.series).values()]
    for title in titles:
        told = {language: get(api, f"/3/{kind}/{title.id}", language=language) for language in FOUR}
        assert len({body["overview"] for body in told.values()} - {""}) == len(FOUR), title.id
        assert all(body["title" if kind == "movie" else "name"] for body in told.values())
        held = get(api, f"/3/{kind}/{title.id}/translations")["translations"]
        listed = {f"{one['iso_639_1']}-{one['iso_3166_1']}": one["data"]["overview"] for one in held}
        assert {language: listed[language] for language in FOUR} == {
            language: body["overview"] for language, body in told.items()
        }


@pytest.mark.parametrize("language", FOUR[1:])
def test_what_films_refer_to_is_translated_too(api: httpx.Client, language: str) -> None:
    """Collections, genres, seasons; and all is found by what it is called."""
    for number in catalogue.collections:
        body = get(api, f"/3/collection/{number}", language=language)
        assert body["name"] != get(api, f"/3/collection/{number}")["name"]
        assert number in ids(api, "/3/search/collection", query=body["name"])
    for kind in ("movie", "tv"):
        english, other = (get(api, f"/3/genre/{kind}/list", language=one)["genres"] for one in ("en-US", language))
        assert {one["id"]: one["name"] for one in english} != {one["id"]: one["name"] for one in other}
    names = [season["name"] for season in get(api, "/3/tv/1396", language=language)["seasons"]]
    assert not {*names} & {season["name"] for season in get(api, "/3/tv/1396")["seasons"]}
    for movie in catalogue.movies.values():
        assert movie.id in ids(
            api, "/3/search/movie", query=get(api, f"/3/movie/{movie.id}", language=language)["title"]
        )


def test_films_and_their_people_tell_the_same(api: httpx.Client) -> None:
    """All credits of all films, and of the two hundred most popular people."""
    listed: dict[int, set[tuple[int, str, str]]] = defaultdict(set)
    for movie in catalogue.movies:
        body = get(api, f"/3/movie/{movie}/credits")
        for row in body["cast"]:
            listed[row["id"]].add((movie, row["credit_id"], row["character"]))
        for row in body["crew"]:
            listed[row["id"]].add((movie, row["credit_id"], row["job"]))
    for person in list(catalogue.people)[:200]:
        body = get(api, f"/3/person/{person}/movie_credits")
        found = {(row["id"], row["credit_id"], row["character"]) for row in body["cast"]}
        found |= {(row["id"], row["credit_id"], row["job"]) for row in body["crew"]}
        assert found == listed[person], person


def test_series_count_their_seasons_and_episodes(api: httpx.Client) -> None:
    """Specials do not count for the series; what a season says, its episodes are."""
    for number in catalogue.series:
        body = get(api, f"/3/tv/{number}")
        regular = [season for season in body["seasons"] if season["season_number"] > 0]
        assert body["number_of_seasons"] == len(regular)
        assert body["number_of_episodes"] == sum(season["episode_count"] for season in regular)
        for season in body["seasons"]:
            episodes = get(api, f"/3/tv/{number}/season/{season['season_number']}")["episodes"]
            assert len(episodes) == season["episode_count"], (number, season["season_number"])
            assert {episode["show_id"] for episode in episodes} <= {number}


def test_people_of_a_series_are_in_its_sums(api: httpx.Client) -> None:
    """Who is in the credits is in the aggregate ones, with as many episodes as the roles sum up to."""
    for number in catalogue.series:
        rows: dict[int, Any] = {row["id"]: row for row in get(api, f"/3/tv/{number}/aggregate_credits")["cast"]}
        regulars = {row["id"] for row in get(api, f"/3/tv/{number}/credits")["cast"]}
        assert regulars <= rows.keys(), number
        for row in rows.values():
            assert row["total_episode_count"] == sum(role["episode_count"] for role in row["roles"]) > 0


@pytest.mark.parametrize("path", LISTS)
def test_totals_are_those_of_the_pages(api: httpx.Client, path: str) -> None:
    """Full pages but for the last one, nothing twice, nothing past the end, and as many as it says."""
    first = get(api, path)
    rows = [(row.get("media_type"), row["id"]) for row in first["results"]]
    for number in range(2, first["total_pages"] + 1):
        assert len(rows) == 20 * (number - 1)
        body = get(api, path, page=number)
        assert (body["page"], body["total_pages"]) == (number, first["total_pages"])
        rows += [(row.get("media_type"), row["id"]) for row in body["results"]]
    assert len(rows) == len({*rows}) == first["total_results"]
    beyond = get(api, path, page=first["total_pages"] + 1)
    assert (beyond["results"], beyond["total_results"]) == ([], first["total_results"])


@pytest.mark.parametrize("source", SOURCES)
def test_external_ids_are_found_again(api: httpx.Client, source: str) -> None:
    """What films, series, people, seasons and episodes are called elsewhere, by each of the documented sources."""
    records: dict[str, list[Any]] = {
        "movie": [*catalogue.movies.values()],
        "person": [*catalogue.people.values()],
        "tv": [*catalogue.series.values()],
        "tv_season": [season for _, season in catalogue.seasons.values()],
        "tv_episode": [place.episode for place in catalogue.episodes_by_id.values()],
    }
    tried = 0
    for kind, held in records.items():
        own = source == "imdb_id" and kind in ("movie", "person", "tv")
        named = [(one.id, one.imdb_id if own else SOURCES[source](one.external_ids)) for one in held]
        for number, name in [(number, name) for number, name in named if name][:20]:
            found = get(api, f"/3/find/{name}", external_source=source)[f"{kind}_results"]
            assert number in [row["id"] for row in found], (source, name)
            tried += 1
    assert tried, f"the catalogue has no {source}"


def test_reviews_and_lists_count_themselves(api: httpx.Client) -> None:
    """What comes on pages of a film or series has the total of its rows."""
    for kind, numbers in (("movie", catalogue.movies), ("tv", catalogue.series)):
        for number in numbers:
            for name in ("reviews", "similar", "recommendations", "lists"):
                body = get(api, f"/3/{kind}/{number}/{name}")
                assert len(ids(api, f"/3/{kind}/{number}/{name}")) == body["total_results"]
