"""Discover: each filter and each sort order, alone and combined."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import httpx
import pytest

from tests.testing.calls import error, get, ids
from tmdb_facade.testing import builtin
from tmdb_facade.testing.catalogue.records import Release

CATALOGUE = builtin()
# Those that discover lists unless it is asked for more.
MOVIES = [movie for movie in CATALOGUE.movies.values() if not (movie.adult or movie.video)]
SERIES = [series for series in CATALOGUE.series.values() if series.first_air_date and not series.adult]
CERTIFICATION_ORDERS = {
    one.certification: one.order for one in CATALOGUE.certifications if one.of == "movie" and one.country == "DE"
}

DRAMA, THRILLER, CRIME, COMEDY = 18, 53, 80, 35


def released(movie: Any, country: str, first: date, last: date, types: tuple[int, ...] = (1, 2, 3, 4, 5, 6)) -> bool:
    """Return whether a movie has a release of certain types in a country and a range of days."""
    releases = movie.releases.get(country, ()) if movie.releases else [Release(date=movie.release_date or date.max)]
    return any(first <= one.date <= last and one.type in types for one in releases)


def year_of(day: date | None) -> int | None:
    """Return the year of a day, if there is one."""
    return day.year if day else None


def certification_orders(movie: Any) -> list[int]:
    """Return the orders of a movie's German certifications."""
    return [
        CERTIFICATION_ORDERS[one.certification]
        for one in movie.releases.get("DE", ())
        if one.certification in CERTIFICATION_ORDERS
    ]


def country_providers(title: Any, country: str) -> Any:
    """Return a title's watch providers in a country, if there are any."""
    return title.watch_providers.get(country)


MOVIES_AND_SERIES: list[tuple[dict[str, str], Callable[[Any], bool]]] = [
    ({}, lambda title: True),
    ({"with_genres": "18"}, lambda title: DRAMA in title.genres),
    ({"with_genres": "18,80"}, lambda title: {DRAMA, CRIME} <= {*title.genres}),
    ({"with_genres": "35|80"}, lambda title: bool({COMEDY, CRIME} & {*title.genres})),
    ({"with_genres": "18", "without_genres": "80"}, lambda title: DRAMA in title.genres and CRIME not in title.genres),
    ({"without_genres": "18,35"}, lambda title: not {DRAMA, COMEDY} & {*title.genres}),
    ({"with_companies": "12|2605"}, lambda title: bool({12, 2605} & {*title.companies})),
    ({"without_companies": "12|2605"}, lambda title: not {12, 2605} & {*title.companies}),
    ({"with_keywords": "825|818"}, lambda title: bool({825, 818} & {*title.keywords})),
    ({"without_keywords": "825|818"}, lambda title: not {825, 818} & {*title.keywords}),
    ({"with_origin_country": "JP|FR"}, lambda title: bool({"JP", "FR"} & {*title.origin_countries})),
    ({"with_original_language": "ja"}, lambda title: title.original_language == "ja"),
    ({"vote_average__gte": "8.4"}, lambda title: title.vote_average >= 8.4),
    ({"vote_average__lte": "7.5", "vote_count__gte": "3000"}, lambda t: t.vote_average <= 7.5 and t.vote_count >= 3000),
    ({"vote_count__lte": "6000"}, lambda title: title.vote_count <= 6000),
    ({"watch_region": "DE", "with_watch_providers": "8|9"}, lambda t: has_provider(t, "DE", {8, 9})),
    ({"watch_region": "US", "without_watch_providers": "8"}, lambda t: not has_provider(t, "US", {8})),
    (
        {"watch_region": "DE", "with_watch_monetization_types": "flatrate"},
        lambda t: has_offer_type(t, "DE", "flatrate"),
    ),
    ({"with_watch_providers": "8"}, lambda title: True),
    ({"with_nonsense": "8", "vote_count__gte": "many"}, lambda title: True),
]
OF_MOVIES: list[tuple[dict[str, str], Callable[[Any], bool]]] = [
    ({"with_cast": "287,819"}, lambda m: {287, 819} <= {role.person for role in m.cast}),
    ({"with_cast": "287|31"}, lambda m: bool({287, 31} & {role.person for role in m.cast})),
    ({"with_crew": "7467|525"}, lambda m: bool({7467, 525} & {job.person for job in m.crew})),
    ({"with_people": "7467|31"}, lambda m: bool({7467, 31} & {credit.person for credit in m.credits})),
    ({"with_runtime__gte": "150"}, lambda m: m.runtime >= 150),
    ({"with_runtime__lte": "100"}, lambda m: m.runtime <= 100),
    ({"primary_release_year": "1999"}, lambda m: year_of(m.release_date) == 1999),
    ({"year": "2002"}, lambda m: 2002 in {year_of(m.release_date), *(one.date.year for in_country in m.releases.values() for one in in_country)}),
    ({"primary_release_date__gte": "2019-01-01"}, lambda m: m.release_date is not None and m.release_date >= date(2019, 1, 1)),
    ({"primary_release_date__lte": "1980-12-31"}, lambda m: m.release_date is not None and m.release_date <= date(1980, 12, 31)),
    ({"region": "DE", "release_date__gte": "1999-01-01", "release_date__lte": "2022-12-31"}, lambda m: released(m, "DE", date(1999, 1, 1), date(2022, 12, 31))),
    ({"region": "US", "with_release_type": "1|5"}, lambda m: released(m, "US", date.min, date.max, (1, 5))),
    ({"certification_country": "DE", "certification": "16"}, lambda m: CERTIFICATION_ORDERS["16"] in certification_orders(m)),
    ({"certification_country": "DE", "certification__lte": "12"}, lambda m: any(order <= CERTIFICATION_ORDERS["12"] for order in certification_orders(m))),
    ({"certification_country": "DE", "certification__gte": "16"}, lambda m: any(order >= CERTIFICATION_ORDERS["16"] for order in certification_orders(m))),
    ({"certification": "16"}, lambda m: True),
]  # fmt: skip
OF_SERIES: list[tuple[dict[str, str], Callable[[Any], bool]]] = [
    ({"with_networks": "49"}, lambda s: 49 in s.networks),
    ({"with_networks": "49|213"}, lambda s: bool({49, 213} & {*s.networks})),
    ({"with_status": "3"}, lambda s: s.status == "Ended"),
    ({"with_status": "0|4"}, lambda s: s.status in ("Returning Series", "Canceled")),
    ({"with_type": "2"}, lambda s: s.type == "Miniseries"),
    ({"first_air_date_year": "2008"}, lambda s: s.first_air_date.year == 2008),
    ({"first_air_date__gte": "2011-01-01", "first_air_date__lte": "2013-12-31"}, lambda s: 2011 <= s.first_air_date.year <= 2013),
    ({"air_date__gte": "2011-04-17", "air_date__lte": "2011-04-17"}, lambda s: s.id == 1399),
    ({"air_date__lte": "1966-12-31"}, lambda s: s.id == 253),
    ({"screened_theatrically": "true"}, lambda s: s.id == 1399),
    ({"timezone": "Europe/Berlin"}, lambda s: True),
]  # fmt: skip


def has_provider(title: Any, country: str, providers: set[int]) -> bool:
    """Return whether one of some providers has a title in a country."""
    by_type = country_providers(title, country)
    numbers = (by_type.flatrate, by_type.free, by_type.ads, by_type.rent, by_type.buy) if by_type else ()
    return bool(providers & {number for of_type in numbers for number in of_type})


def has_offer_type(title: Any, country: str, offer_type: str) -> bool:
    """Return whether a title has an offer type in a country."""
    return bool(country_providers(title, country)) and bool(getattr(country_providers(title, country), offer_type))


@pytest.mark.parametrize(("query", "expected"), [*MOVIES_AND_SERIES, *OF_MOVIES])
def test_discover_movie_filters(api: httpx.Client, query: dict[str, str], expected: Any) -> None:
    assert ids(api, "/3/discover/movie", **query) == [movie.id for movie in MOVIES if expected(movie)]


@pytest.mark.parametrize(("query", "expected"), [*MOVIES_AND_SERIES, *OF_SERIES])
def test_discover_tv_filters(api: httpx.Client, query: dict[str, str], expected: Any) -> None:
    assert ids(api, "/3/discover/tv", **query) == [series.id for series in SERIES if expected(series)]


@pytest.mark.parametrize(("query", "expected"), [*MOVIES_AND_SERIES[1:-2], *OF_MOVIES[:-1]])
def test_discover_movie_cases_select_some_movies_but_not_all(query: dict[str, str], expected: Any) -> None:
    assert 0 < sum(map(expected, MOVIES)) < len(MOVIES), query


@pytest.mark.parametrize(("query", "expected"), OF_SERIES[:-1])
def test_discover_tv_cases_select_some_series_but_not_all(query: dict[str, str], expected: Any) -> None:
    assert 0 < sum(map(expected, SERIES)) < len(SERIES), query


def test_discover_lists_adult_and_undated_titles_only_if_asked(api: httpx.Client) -> None:
    assert 381897 not in ids(api, "/3/discover/movie", include_video="true")
    assert 381897 in ids(api, "/3/discover/movie", include_video="true", include_adult="true")
    undated = {series.id for series in CATALOGUE.series.values() if series.first_air_date is None}
    assert undated
    assert not undated & {*ids(api, "/3/discover/tv")}
    assert undated <= {*ids(api, "/3/discover/tv", include_null_first_air_dates="true")}


def test_discover_tv_runtime_separates_short_and_long_series(api: httpx.Client) -> None:
    short, long = ids(api, "/3/discover/tv", with_runtime__lte=30), ids(api, "/3/discover/tv", with_runtime__gte=45)
    assert {60625} <= {*short}
    assert {1396} <= {*long}
    assert not {*short} & {*long}


@pytest.mark.parametrize("name", ["popularity", "revenue", "primary_release_date", "release_date", "original_title", "title", "vote_average", "vote_count"])  # fmt: skip
def test_discover_movie_sort_by_in_both_directions(api: httpx.Client, name: str) -> None:
    check_order(api, "movie", name, {"revenue": None, "primary_release_date": "release_date"}.get(name, name))


@pytest.mark.parametrize(
    "name", ["popularity", "first_air_date", "original_name", "name", "vote_average", "vote_count"]
)
def test_discover_tv_sort_by_in_both_directions(api: httpx.Client, name: str) -> None:
    check_order(api, "tv", name, name)


def check_order(api: httpx.Client, kind: str, name: str, key: str | None) -> None:
    """Check the first page of an order, and that the other direction has another one."""
    pages = {
        direction: get(api, f"/3/discover/{kind}", sort_by=f"{name}.{direction}", language="de-DE")["results"]
        for direction in ("asc", "desc")
    }
    assert pages["asc"][0] != pages["desc"][0]
    for direction, rows in pages.items():
        if key is None:
            values: list[Any] = [CATALOGUE.movies[row["id"]].revenue for row in rows]
        else:
            values = [str(row[key]).casefold() if isinstance(row[key], str) else row[key] for row in rows]
        assert values == sorted(values, reverse=direction == "desc")


def test_discover_movie_sorts_by_the_release_date_that_it_shows(api: httpx.Client) -> None:
    """Recorded in 2016, and listed by three clients; TMDB's document has only the first release, `primary_release_date`."""
    by_region = ids(api, "/3/discover/movie", sort_by="release_date.desc", region="DE")
    shown = get(api, "/3/discover/movie", sort_by="release_date.desc", region="DE")["results"]
    days = [row["release_date"] for row in shown]
    assert days == sorted(days, reverse=True)
    assert by_region != ids(api, "/3/discover/movie", sort_by="primary_release_date.desc", region="DE")


def test_discover_ignores_an_unknown_sort_by(api: httpx.Client) -> None:
    assert get(api, "/3/discover/movie", sort_by="runtime.desc") == get(api, "/3/discover/movie")
    assert get(api, "/3/discover/movie", sort_by="title.up") == get(api, "/3/discover/movie")


@pytest.mark.parametrize("written", ["18, 35", " 18 ,35", "18,35,", ",18,,35"])
def test_discover_ignores_spaces_and_empty_values(api: httpx.Client, written: str) -> None:
    """`with_people=884, 1230` was recorded in 2016 and 2021."""
    assert ids(api, "/3/discover/movie", with_genres=written) == ids(api, "/3/discover/movie", with_genres="18,35")
    either = ids(api, "/3/discover/movie", without_genres="18,35")
    assert ids(api, "/3/discover/movie", without_genres=written) == either
    assert ids(api, "/3/discover/movie", with_genres="18 | 35|") == ids(api, "/3/discover/movie", with_genres="18|35")


@pytest.mark.parametrize("kind", ["movie", "tv"])
def test_discover_without_results_has_one_page(api: httpx.Client, kind: str) -> None:
    body = get(api, f"/3/discover/{kind}", with_genres="1")
    assert body == {"page": 1, "results": [], "total_pages": 1, "total_results": 0}


def test_discover_rejects_invalid_dates_and_pages(api: httpx.Client) -> None:
    assert error(api, "/3/discover/movie", release_date__gte="soon") == (400, 23)
    assert error(api, "/3/discover/tv", page=501) == (400, 22)
