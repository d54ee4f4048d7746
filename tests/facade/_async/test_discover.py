"""Discover: what each condition sends, rejected conditions, and walks beyond TMDB's 10,000 results."""

from __future__ import annotations

import inspect
from datetime import date, timedelta
from functools import cache
from typing import Any

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, json_response, movie_pages
from tmdb_bindings import api
from tmdb_facade import AsyncPager, AsyncTMDB, InvalidArgumentError, all_of, any_of, between
from tmdb_facade.models import Movie, ReleaseType, TVShow, TVStatus, TVType

DAYS = (date(1994, 1, 1), date(1994, 12, 31))

#: Each condition: its argument, and the query that is sent for it.
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


def arguments_and_query(conditions: dict[str, tuple[object, dict[str, str]]]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the arguments, and the query that is sent for them."""
    sent = {name: value for _, query in conditions.values() for name, value in query.items()}
    return {name: arguments for name, (arguments, _) in conditions.items()}, sent


async def test_discover_movies_sends_every_parameter_of_the_operation() -> None:
    arguments, sent = arguments_and_query(MOVIES)
    fake = Fake(movie_pages(1))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        movie = await tmdb.discover.movies(**arguments).first()
        assert type(movie) is Movie
        assert fake.last.url.path == "/3/discover/movie"
        assert fake.query == {**sent, "page": "1"}
        await tmdb.discover.movies(certification=" R", certification_country="US").first()
        assert fake.query == {"certification": "R", "certification_country": "US", "page": "1"}
        await tmdb.discover.movies(certification=any_of("G", "PG"), certification_country="US").first()
        assert fake.query == {"certification": "G|PG", "certification_country": "US", "page": "1"}
    assert {*sent, "certification", "page"} == set(api.discover.movies.operation.query)


async def test_discover_tv_sends_every_parameter_of_the_operation() -> None:
    arguments, sent = arguments_and_query(TV)
    fake = Fake(json_response({"page": 1, "results": [{"id": 1, "name": "One"}], "total_pages": 1, "total_results": 1}))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        series = await tmdb.discover.tv(**arguments).first()
    assert type(series) is TVShow
    assert fake.last.url.path == "/3/discover/tv"
    assert fake.query == {**sent, "page": "1"}
    assert {*sent, "page"} == set(api.discover.tv.operation.query)


@pytest.mark.parametrize(
    ("conditions", "sent"),
    [
        ({"status": TVStatus.ENDED}, {"with_status": "3"}),
        ({"status": "Returning Series"}, {"with_status": "0"}),
        ({"status": any_of(TVStatus.ENDED, "Canceled", 3)}, {"with_status": "3|4"}),
        ({"type": all_of(TVType.TALK_SHOW)}, {"with_type": "5"}),
        ({"type": TVType.SCRIPTED, "status": 0}, {"with_type": "4", "with_status": "0"}),
    ],
)
async def test_discover_tv_sends_words_as_their_numbers(conditions: dict[str, Any], sent: dict[str, str]) -> None:
    """Answers hold words where filters take numbers."""
    fake = Fake(movie_pages(1))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        await tmdb.discover.tv(**conditions).first()
    assert fake.query == {**sent, "page": "1"}


async def test_unknown_word_of_an_answer_raises_before_sending() -> None:
    fake = Fake()
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(InvalidArgumentError, match=r"status must be .* got TVStatus\('On Hold'\)"):
            tmdb.discover.tv(status=TVStatus("On Hold"))
        with pytest.raises(InvalidArgumentError, match=r"release_type must be .* got 7"):
            tmdb.discover.movies(release_type=any_of(ReleaseType.TV, ReleaseType(7)))
    assert fake.requests == []


async def test_discover_sends_only_the_conditions_that_are_passed() -> None:
    fake = Fake(movie_pages(1))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        await tmdb.discover.movies().first()
        assert fake.query == {"page": "1"}
        await tmdb.discover.tv(vote_average=between(7, None)).first()
        assert fake.query == {"vote_average.gte": "7", "page": "1"}


async def test_any_of_is_sent_with_a_quoted_pipe() -> None:
    """Some servers reject the bare character."""
    fake = Fake(movie_pages(1))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        await tmdb.discover.movies(genres=any_of(28, 12)).first()
    assert b"with_genres=28%7C12" in fake.last.url.query


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"certification": "R"}, "certification requires certification_country"),
        ({"certification": between("PG", None)}, "certification requires certification_country"),
        ({"watch_providers": 8}, "watch_providers requires watch_region"),
        ({"watch_monetization_types": "flatrate", "region": "BR"}, "watch_monetization_types requires watch_region"),
        ({"without_watch_providers": 8, "watch_region": ""}, "without_watch_providers requires watch_region"),
        ({"sort_by": "popularity"}, "sort_by must be .*popularity.desc"),
        ({"release_type": 7}, "release_type must be 1, 2, 3, 4, 5 or 6, got 7"),
        ({"release_type": any_of(3, 0)}, "got 0"),
        ({"watch_monetization_types": "stream", "watch_region": "US"}, "'flatrate', 'free', 'ads', 'rent' or 'buy'"),
    ],
)
async def test_condition_that_tmdb_would_ignore_raises_before_sending(conditions: dict[str, Any], message: str) -> None:
    """TMDB would answer with the unfiltered list."""
    fake = Fake()
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ValueError, match=message):
            tmdb.discover.movies(**conditions)
        if conditions.keys() <= inspect.signature(tmdb.discover.tv).parameters.keys():
            with pytest.raises(ValueError, match=message.partition(".*")[0]):
                tmdb.discover.tv(**conditions)
        with pytest.raises(ValueError, match=r"status must be .* got 6"):
            tmdb.discover.tv(status=any_of(1, 6))  # type: ignore[arg-type]  # wrong on purpose
        with pytest.raises(ValueError, match=r"type must be .* got 7"):
            tmdb.discover.tv(type=7)  # type: ignore[arg-type]  # wrong on purpose
    assert fake.requests == []


@pytest.mark.parametrize("conditions", [{"genre": 28}, {"with_genres": 28}, {"page": 2}])
@pytest.mark.parametrize("sliced", [False, True])
async def test_unknown_conditions_raise_type_error(conditions: dict[str, Any], sliced: bool) -> None:
    async with AsyncTMDB(TOKEN, transport=Fake().transport) as tmdb:
        with pytest.raises(TypeError):
            tmdb.discover.movies(**conditions, sliced=sliced)
        with pytest.raises(TypeError):
            tmdb.discover.tv(**conditions, sliced=sliced)


#: How many titles were released on each day; two days together have more than TMDB returns.
TITLES_PER_DAY = {date(1950, 1, 1): 45, date(1999, 5, 1): 9_990, date(1999, 5, 2): 30, date(2020, 2, 2): 5}
FIRST_IDS = {day: 100_000 * index for index, day in enumerate(TITLES_PER_DAY)}


@cache
def titles_between(low: str, high: str, *, newest_first: bool) -> list[tuple[date, int]]:
    """List the days and ids of the titles of some days."""
    return [
        (day, FIRST_IDS[day] + number)
        for day, count in sorted(TITLES_PER_DAY.items(), reverse=newest_first)
        if low <= day.isoformat() <= high
        for number in range(count)
    ]


def titles_by_day(request: httpx.Request) -> httpx.Response:
    """Answer as TMDB would, with the titles of the requested days."""
    query = request.url.params
    name = "primary_release_date" if "movie" in request.url.path else "first_air_date"
    low, high = query.get(f"{name}.gte", "0000"), query.get(f"{name}.lte", "9999")
    found = titles_between(low, high, newest_first=query.get("sort_by") != f"{name}.asc")
    first = 20 * (int(query["page"]) - 1)
    rows = [
        {"id": number, "title": "x", "name": "x", "release_date": day.isoformat(), "first_air_date": day.isoformat()}
        for day, number in found[first : first + 20]
    ]
    total = {"total_pages": -(-len(found) // 20), "total_results": len(found)}
    return json_response({"page": int(query["page"]), "results": rows, **total})


async def test_sliced_discover_yields_all_results_in_order() -> None:
    """More than 10,000 results, each once, newest first; no page of a slice is requested twice."""
    fake = Fake(titles_by_day)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.discover.movies(genres=28, sliced=True)
        assert isinstance(pager, AsyncPager)
        assert fake.requests == []
        found = [movie async for movie in pager]
        assert {request.url.params["with_genres"] for request in fake.requests} == {"28"}
        urls = [str(request.url) for request in fake.requests]
        assert await pager.total_results == sum(TITLES_PER_DAY.values())
    assert len(found) == len({movie.id for movie in found}) == sum(TITLES_PER_DAY.values()) > 10_000
    days = [movie.release_date for movie in found if movie.release_date is not None]
    assert days == sorted(days, reverse=True)
    assert len(urls) == len(set(urls))
    assert len(fake.requests) == len(urls) + 1


async def test_sliced_discover_follows_sort_by_and_stays_within_the_requested_days() -> None:
    fake = Fake(titles_by_day)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.discover.tv(
            sort_by="first_air_date.asc", first_aired=between(date(1999, 1, 1), date(1999, 12, 31)), sliced=True
        )
        days = [series.first_air_date async for series in pager]
    assert days == [date(1999, 5, 1)] * 9_990 + [date(1999, 5, 2)] * 30


async def test_sliced_discover_has_limit_page_pages_and_totals() -> None:
    """A query that fits into one list stays one list."""
    fake = Fake(titles_by_day)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        short = tmdb.discover.movies(sliced=True, primary_released=between(None, date(1990, 1, 1)))
        assert [page.page async for page in short.pages()] == [1, 2, 3]
        assert len(fake.requests) == 3
        assert (await short.total_pages, await short.total_results, await short.truncated) == (3, 45, False)
        assert len(fake.requests) == 6
        pager = tmdb.discover.movies(sliced=True)
        assert len([movie async for movie in pager.limit(7)]) == 7
        assert [movie async for movie in pager.limit(5).limit(0)] == []
        first = await pager.first()
        assert first is not None
        assert first.release_date == date(2020, 2, 2)
        assert (await pager.page(1)).results[0].id == first.id
        last = TITLES_PER_DAY[date(1999, 5, 1)] // 20 + 6
        assert len((await pager.page(last)).results) > 0
        assert not await pager.truncated
        assert "limit" not in repr(pager)
        assert "at most 5" in repr(pager.limit(5))
        with pytest.raises(ValueError, match="page must be at least 1"):
            await pager.page(0)
        with pytest.raises(ValueError, match="-1"):
            pager.limit(-1)


async def test_sliced_discover_with_a_year_raises_and_names_the_range_to_pass() -> None:
    async with AsyncTMDB(TOKEN, transport=Fake().transport) as tmdb:
        with pytest.raises(ValueError, match=r"primary_release_year .* primary_released=between\("):
            tmdb.discover.movies(primary_release_year=1999, sliced=True)
        with pytest.raises(ValueError, match=r"first_air_date_year .* first_aired=between\("):
            tmdb.discover.tv(first_air_date_year=1999, sliced=True)


async def test_sliced_discover_is_truncated_by_a_day_with_more_than_10000_results() -> None:
    """A day cannot be divided further."""
    fake = Fake(movie_pages(10_020))
    day = date(1999, 5, 1)
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert await tmdb.discover.movies(primary_released=between(day, day + timedelta(0)), sliced=True).truncated


def test_pagers_over_several_lists_override_the_members_of_a_pager() -> None:
    """The members that are not overridden use the pager's options and background calls only."""
    from tmdb_facade._async.date_windows import AsyncDateWindowsPager
    from tmdb_facade._async.sliced_pager import AsyncSlicedPager

    offered = {name for name in vars(AsyncPager) if not name.startswith("_")} | {"__aiter__", "__repr__"}
    for kind in (AsyncSlicedPager, AsyncDateWindowsPager):
        own = {name for base in kind.__mro__ if base not in AsyncPager.__mro__ for name in vars(base)}
        assert offered - own == {"aclose", "first", "keep_duplicates", "limit", "prefetch", "start_page"}
