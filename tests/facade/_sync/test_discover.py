# Made from tests/facade/_async/test_discover.py by `make sync`: edit that file, never this one.
"""Discover: what each condition sends, what is refused, and walks beyond what TMDB gives out of one list."""

from __future__ import annotations

import inspect
from datetime import date, timedelta
from functools import cache
from typing import Any

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, pages, say
from tmdb_bindings import api
from tmdb_facade import TMDB, Pager, all_of, any_of, between
from tmdb_facade.models import Movie, TVShow

DAYS = (date(1994, 1, 1), date(1994, 12, 31))
WATCHING = {"watch_providers": any_of(8, 119), "watch_monetization_types": any_of("flatrate", "ads")}

#: Everything at once: what is passed, and what is sent for it.
MOVIES: dict[str, tuple[object, dict[str, str]]] = {
    "cast": (287, {"with_cast": "287"}),
    "certification": (between("PG", "R"), {"certification.gte": "PG", "certification.lte": "R"}),
    "certification_country": ("US", {"certification_country": "US"}),
    "companies": (any_of(1, 2), {"with_companies": "1|2"}),
    "crew": (all_of(7467), {"with_crew": "7467"}),
    "genres": (all_of(28, 12), {"with_genres": "28,12"}),
    "include_adult": (False, {"include_adult": "false"}),
    "include_video": (True, {"include_video": "true"}),
    "keywords": (any_of(818, 9715), {"with_keywords": "818|9715"}),
    "language": ("pt-BR", {"language": "pt-BR"}),
    "origin_country": (any_of("FR", "BE"), {"with_origin_country": "FR|BE"}),
    "original_language": ("fr", {"with_original_language": "fr"}),
    "people": (all_of(1, 2), {"with_people": "1,2"}),
    "primary_release_year": (1994, {"primary_release_year": "1994"}),
    "primary_released": (
        between(*DAYS),
        {"primary_release_date.gte": "1994-01-01", "primary_release_date.lte": "1994-12-31"},
    ),
    "region": ("BR", {"region": "BR"}),
    "release_type": (any_of(2, 3), {"with_release_type": "2|3"}),
    "released": (between(*DAYS), {"release_date.gte": "1994-01-01", "release_date.lte": "1994-12-31"}),
    "runtime": (between(60, 120), {"with_runtime.gte": "60", "with_runtime.lte": "120"}),
    "sort_by": ("vote_average.desc", {"sort_by": "vote_average.desc"}),
    "vote_average": (between(6.5, 8), {"vote_average.gte": "6.5", "vote_average.lte": "8"}),
    "vote_count": (between(100, 5000), {"vote_count.gte": "100", "vote_count.lte": "5000"}),
    "watch_monetization_types": (any_of("flatrate", "ads"), {"with_watch_monetization_types": "flatrate|ads"}),
    "watch_providers": (any_of(8, 119), {"with_watch_providers": "8|119"}),
    "watch_region": ("BR", {"watch_region": "BR"}),
    "without_companies": (3, {"without_companies": "3"}),
    "without_genres": (any_of(27, 53), {"without_genres": "27|53"}),
    "without_keywords": (all_of(4), {"without_keywords": "4"}),
    "without_watch_providers": (5, {"without_watch_providers": "5"}),
    "year": (1995, {"year": "1995"}),
}
SHARED = (
    "companies genres include_adult keywords language origin_country original_language runtime vote_average vote_count "
    "watch_monetization_types watch_providers watch_region "
    "without_companies without_genres without_keywords without_watch_providers"
)
TV: dict[str, tuple[object, dict[str, str]]] = {
    **{name: MOVIES[name] for name in SHARED.split()},
    "aired": (between(*DAYS), {"air_date.gte": "1994-01-01", "air_date.lte": "1994-12-31"}),
    "first_air_date_year": (1994, {"first_air_date_year": "1994"}),
    "first_aired": (between(*DAYS), {"first_air_date.gte": "1994-01-01", "first_air_date.lte": "1994-12-31"}),
    "include_null_first_air_dates": (True, {"include_null_first_air_dates": "true"}),
    "networks": (any_of(49, 213), {"with_networks": "49|213"}),
    "screened_theatrically": (True, {"screened_theatrically": "true"}),
    "sort_by": ("first_air_date.desc", {"sort_by": "first_air_date.desc"}),
    "status": (any_of(0, 3), {"with_status": "0|3"}),
    "timezone": ("America/New_York", {"timezone": "America/New_York"}),
    "type": (4, {"with_type": "4"}),
}


def both(conditions: dict[str, tuple[object, dict[str, str]]]) -> tuple[dict[str, Any], dict[str, str]]:
    """Give what is passed, and what is sent."""
    sent = {name: value for _, query in conditions.values() for name, value in query.items()}
    return {name: passed for name, (passed, _) in conditions.items()}, sent


def test_every_parameter_that_tmdb_has_for_films_can_be_given() -> None:
    """All at once; the one that is missing is the page, which the pager fills in."""
    passed, sent = both(MOVIES)
    fake = Fake(pages(1))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        film = tmdb.discover.movies(**passed).first()
        assert type(film) is Movie
        assert fake.last.url.path == "/3/discover/movie"
        assert fake.query == {**sent, "page": "1"}
        tmdb.discover.movies(certification="R", certification_country="US").first()
        assert fake.query == {"certification": "R", "certification_country": "US", "page": "1"}
    assert {*sent, "certification", "page"} == set(api.discover.movies.operation.query)


def test_every_parameter_that_tmdb_has_for_series_can_be_given() -> None:
    """All at once; the one that is missing is the page, which the pager fills in."""
    passed, sent = both(TV)
    fake = Fake(say({"page": 1, "results": [{"id": 1, "name": "One"}], "total_pages": 1, "total_results": 1}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        series = tmdb.discover.tv(**passed).first()
    assert type(series) is TVShow
    assert fake.last.url.path == "/3/discover/tv"
    assert fake.query == {**sent, "page": "1"}
    assert {*sent, "page"} == set(api.discover.tv.operation.query)


def test_no_condition_sends_nothing() -> None:
    """TMDB's own defaults count."""
    fake = Fake(pages(1))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.discover.movies().first()
        assert fake.query == {"page": "1"}
        tmdb.discover.tv(vote_average=between(7, None)).first()
        assert fake.query == {"vote_average.gte": "7", "page": "1"}


def test_a_pipe_reaches_tmdb_quoted() -> None:
    """Some servers refuse it bare."""
    fake = Fake(pages(1))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.discover.movies(genres=any_of(28, 12)).first()
    assert b"with_genres=28%7C12" in fake.last.url.query


@pytest.mark.parametrize(
    ("conditions", "needed"),
    [
        ({"certification": "R"}, "certification needs certification_country"),
        ({"certification": between("PG", None)}, "certification needs certification_country"),
        ({"watch_providers": 8}, "watch_providers needs watch_region"),
        ({"watch_monetization_types": "flatrate", "region": "BR"}, "watch_monetization_types needs watch_region"),
        ({"without_watch_providers": 8, "watch_region": ""}, "without_watch_providers needs watch_region"),
        ({"sort_by": "popularity"}, "sort_by is .*popularity.desc"),
        ({"release_type": 7}, "release_type is 1, 2, 3, 4, 5 or 6, not 7"),
        ({"release_type": any_of(3, 0)}, "not 0"),
        ({"watch_monetization_types": "stream", "watch_region": "US"}, "flatrate, free, ads, rent or buy"),
    ],
)
def test_what_tmdb_would_ignore_is_refused(conditions: dict[str, Any], needed: str) -> None:
    """Before anything is sent: the answer would be the unfiltered list."""
    fake = Fake()
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ValueError, match=needed):
            tmdb.discover.movies(**conditions)
        if conditions.keys() <= inspect.signature(tmdb.discover.tv).parameters.keys():
            with pytest.raises(ValueError, match=needed.partition(".*")[0]):
                tmdb.discover.tv(**conditions)
        with pytest.raises(ValueError, match=r"status is .* not 6"):
            tmdb.discover.tv(status=any_of(1, 6))  # type: ignore[arg-type]  # wrong on purpose
        with pytest.raises(ValueError, match=r"type is .* not 7"):
            tmdb.discover.tv(type=7)  # type: ignore[arg-type]  # wrong on purpose
    assert fake.requests == []


@pytest.mark.parametrize(
    "conditions", [{"genre": 28}, {"with_genres": 28}, {"page": 2}, {"genres": [28, 12]}, {"vote_average": 7}]
)
@pytest.mark.parametrize("sliced", [False, True])
def test_unknown_names_and_other_types_are_type_errors(conditions: dict[str, Any], sliced: bool) -> None:
    """A misspelt condition never means the unfiltered list."""
    with TMDB(TOKEN, transport=Fake().transport) as tmdb:
        with pytest.raises(TypeError):
            tmdb.discover.movies(**conditions, sliced=sliced)
        with pytest.raises(TypeError):
            tmdb.discover.tv(**conditions, sliced=sliced)


#: How many films came out on each day; of two days more than TMDB gives out together.
FILMS = {date(1950, 1, 1): 45, date(1999, 5, 1): 9_990, date(1999, 5, 2): 30, date(2020, 2, 2): 5}
NUMBERS = {day: 100_000 * index for index, day in enumerate(FILMS)}


@cache
def films_between(low: str, high: str, *, newest_first: bool) -> list[tuple[date, int]]:
    """List the days and numbers of the films of some days; every page is cut from the same list."""
    return [
        (day, NUMBERS[day] + number)
        for day, count in sorted(FILMS.items(), reverse=newest_first)
        if low <= day.isoformat() <= high
        for number in range(count)
    ]


def films_by_day(request: httpx.Request) -> httpx.Response:
    """Answer as TMDB would, with the films of the days that were asked for."""
    query = request.url.params
    name = "primary_release_date" if "movie" in request.url.path else "first_air_date"
    low, high = query.get(f"{name}.gte", "0000"), query.get(f"{name}.lte", "9999")
    found = films_between(low, high, newest_first=query.get("sort_by") != f"{name}.asc")
    first = 20 * (int(query["page"]) - 1)
    rows = [
        {"id": number, "title": "x", "name": "x", "release_date": day.isoformat(), "first_air_date": day.isoformat()}
        for day, number in found[first : first + 20]
    ]
    total = {"total_pages": -(-len(found) // 20), "total_results": len(found)}
    return say({"page": int(query["page"]), "results": rows, **total})


def test_a_sliced_query_gives_all_results_in_order() -> None:
    """More than 10,000, each once, the newest first; and no page of a slice is asked for twice."""
    fake = Fake(films_by_day)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.discover.movies(genres=28, sliced=True)
        assert isinstance(pager, Pager)
        assert fake.requests == []
        found = [film for film in pager]
        assert {request.url.params["with_genres"] for request in fake.requests} == {"28"}
        asked = [str(request.url) for request in fake.requests]
        assert pager.total_results == sum(FILMS.values())
    assert len(found) == len({film.id for film in found}) == sum(FILMS.values()) > 10_000
    days = [film.release_date for film in found if film.release_date is not None]
    assert days == sorted(days, reverse=True)
    assert len(asked) == len(set(asked))
    assert len(fake.requests) == len(asked)


def test_a_sliced_query_may_come_oldest_first_and_within_days() -> None:
    """Slices follow the order by date, and keep within the days that were asked for."""
    fake = Fake(films_by_day)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.discover.tv(
            sort_by="first_air_date.asc", first_aired=between(date(1999, 1, 1), date(1999, 12, 31)), sliced=True
        )
        days = [series.first_air_date for series in pager]
    assert days == [date(1999, 5, 1)] * 9_990 + [date(1999, 5, 2)] * 30


def test_a_sliced_query_is_a_pager_as_others_are() -> None:
    """Limits, pages by number, whole pages and totals; what fits into one list is one list."""
    fake = Fake(films_by_day)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        short = tmdb.discover.movies(sliced=True, primary_released=between(None, date(1990, 1, 1)))
        assert [page.page for page in short.pages()] == [1, 2, 3]
        assert len(fake.requests) == 3
        assert (short.total_pages, short.total_results, short.truncated) == (3, 45, False)
        assert len(fake.requests) == 3
        pager = tmdb.discover.movies(sliced=True)
        assert len([film for film in pager.limit(7)]) == 7
        assert [film for film in pager.limit(5).limit(0)] == []
        first = pager.first()
        assert first is not None
        assert first.release_date == date(2020, 2, 2)
        assert (pager.page(1)).results[0].id == first.id
        last = FILMS[date(1999, 5, 1)] // 20 + 6
        assert len((pager.page(last)).results) > 0
        assert not pager.truncated
        assert "limit" not in repr(pager)
        assert "at most 5" in repr(pager.limit(5))
        with pytest.raises(ValueError, match="from 1"):
            pager.page(0)
        with pytest.raises(ValueError, match="-1"):
            pager.limit(-1)


def test_a_year_is_no_range_to_slice() -> None:
    """The error says what to pass in its place."""
    with TMDB(TOKEN, transport=Fake().transport) as tmdb:
        with pytest.raises(ValueError, match=r"primary_released=between\(...\), not primary_release_year"):
            tmdb.discover.movies(primary_release_year=1999, sliced=True)
        with pytest.raises(ValueError, match=r"first_aired=between\(...\), not first_air_date_year"):
            tmdb.discover.tv(first_air_date_year=1999, sliced=True)


def test_a_day_with_more_than_tmdb_gives_out_is_told() -> None:
    """It cannot be cut any further."""
    fake = Fake(pages(10_020))
    day = date(1999, 5, 1)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert tmdb.discover.movies(primary_released=between(day, day + timedelta(0)), sliced=True).truncated


def test_a_pager_over_several_lists_overrides_all_that_a_pager_offers() -> None:
    """A member that pagers get one day has to be thought about for these too.

    What is not overridden goes through the options and the crew, which they have themselves.
    """
    from tmdb_facade._sync.date_windows import DateWindowsPager
    from tmdb_facade._sync.sliced_pager import SlicedPager

    offered = {name for name in vars(Pager) if not name.startswith("_")} | {"__iter__", "__repr__"}
    for kind in (SlicedPager, DateWindowsPager):
        own = {name for base in kind.__mro__ if base not in Pager.__mro__ for name in vars(base)}
        assert offered - own == {"close", "first", "keep_duplicates", "limit", "prefetch", "start_page"}
