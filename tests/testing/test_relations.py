"""Consistency between responses: credits, counts, totals, pages and languages."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import httpx
import pytest

from scripts.evidence.embedded_probes import catalogue
from tests.testing.calls import get, ids, pages
from tmdb_facade.testing.catalogue.completeness import LANGUAGES
from tmdb_facade.testing.catalogue.records import Movie, Series
from tmdb_facade.testing.handlers.find import SOURCES

# Lists without required parameters.
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


@pytest.fixture
def api(direct_api: httpx.Client) -> httpx.Client:
    """Return a client without sockets."""
    return direct_api


@pytest.mark.parametrize("kind", ["movie", "tv"])
def test_details_and_translations_have_the_same_texts(api: httpx.Client, kind: str) -> None:
    titles: list[Movie | Series] = [*(catalogue.movies if kind == "movie" else catalogue.series).values()]
    for title in titles:
        bodies = {language: get(api, f"/3/{kind}/{title.id}", language=language) for language in LANGUAGES}
        assert all(body["title" if kind == "movie" else "name"] for body in bodies.values())
        translations = get(api, f"/3/{kind}/{title.id}/translations")["translations"]
        texts = {f"{one['iso_639_1']}-{one['iso_3166_1']}": one["data"]["overview"] for one in translations}
        assert {language: texts.get(language, "") for language in LANGUAGES} == {
            language: body["overview"] for language, body in bodies.items()
        }


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_collections_genres_and_seasons_are_translated(api: httpx.Client, language: str) -> None:
    """Search finds collections and movies by their translated names."""
    translated = [one.id for one in catalogue.collections.values() if language[:2] in one.names]
    assert translated
    for number in translated:
        body = get(api, f"/3/collection/{number}", language=language)
        assert body["name"] != get(api, f"/3/collection/{number}")["name"]
        assert number in ids(api, "/3/search/collection", query=body["name"])
    for kind in ("movie", "tv"):
        english, other = (get(api, f"/3/genre/{kind}/list", language=one)["genres"] for one in ("en-US", language))
        assert {one["id"]: one["name"] for one in english} != {one["id"]: one["name"] for one in other}
    names = [season["name"] for season in get(api, "/3/tv/1396", language=language)["seasons"]]
    assert not {*names} & {season["name"] for season in get(api, "/3/tv/1396")["seasons"]}
    for movie in catalogue.movies.values():
        title = get(api, f"/3/movie/{movie.id}", language=language)["title"]
        assert movie.id in ids(api, "/3/search/movie", query=title, include_adult=str(movie.adult).lower())


def test_movie_credits_equal_the_credits_of_people(api: httpx.Client) -> None:
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


def test_tv_counts_equal_its_seasons_and_episodes(api: httpx.Client) -> None:
    """Specials do not count."""
    for number in catalogue.series:
        body = get(api, f"/3/tv/{number}")
        regular = [season for season in body["seasons"] if season["season_number"] > 0]
        assert body["number_of_seasons"] == len(regular)
        assert body["number_of_episodes"] == sum(season["episode_count"] for season in regular)
        for season in body["seasons"]:
            episodes = get(api, f"/3/tv/{number}/season/{season['season_number']}")["episodes"]
            assert len(episodes) == season["episode_count"], (number, season["season_number"])
            assert {episode["show_id"] for episode in episodes} <= {number}


def test_aggregate_credits_have_all_regulars_and_add_up_roles(api: httpx.Client) -> None:
    for number in catalogue.series:
        rows: dict[int, Any] = {row["id"]: row for row in get(api, f"/3/tv/{number}/aggregate_credits")["cast"]}
        regulars = {row["id"] for row in get(api, f"/3/tv/{number}/credits")["cast"]}
        assert regulars <= rows.keys() or not get(api, f"/3/tv/{number}")["number_of_episodes"], number
        for row in rows.values():
            assert row["total_episode_count"] == sum(role["episode_count"] for role in row["roles"]) > 0


@pytest.mark.parametrize("path", LISTS)
def test_list_totals_equal_the_rows_of_all_pages(api: httpx.Client, path: str) -> None:
    """No row is on two pages, and a page past the end is empty."""
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
def test_find_returns_each_record_by_its_external_ids(api: httpx.Client, source: str) -> None:
    records: dict[str, list[Any]] = {
        "movie": [*catalogue.movies.values()],
        "person": [*catalogue.people.values()],
        "tv": [*catalogue.series.values()],
        "tv_season": [season for _, season in catalogue.seasons.values()],
        "tv_episode": [located.episode for located in catalogue.episodes_by_id.values()],
    }
    checked = 0
    for kind, of_kind in records.items():
        own = source == "imdb_id" and kind in ("movie", "person", "tv")
        external_ids = [
            (one.id, one.imdb_id if own else getattr(one.external_ids, source.removesuffix("_id"))) for one in of_kind
        ]
        for number, name in [(number, name) for number, name in external_ids if name][:20]:
            results = get(api, f"/3/find/{name}", external_source=source)[f"{kind}_results"]
            assert number in [row["id"] for row in results], (source, name)
            checked += 1
    assert checked, f"the catalogue has no {source}"


def test_totals_of_a_titles_lists_equal_their_rows(api: httpx.Client) -> None:
    for kind, numbers in (("movie", catalogue.movies), ("tv", catalogue.series)):
        for number in numbers:
            for name in ("reviews", "similar", "recommendations", "lists"):
                bodies = pages(api, f"/3/{kind}/{number}/{name}")
                rows = sum(len(body["results"]) for body in bodies)
                assert {body["total_results"] for body in bodies} == {rows}, (kind, number, name)
