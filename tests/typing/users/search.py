"""Search, trending and external ids: results of several media types."""

from __future__ import annotations

from typing import assert_type

from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, Pager
from tmdb_facade.models import (
    Collection,
    CollectionMatch,
    CollectionPage,
    Company,
    CompanyPage,
    Episode,
    FindResults,
    Keyword,
    KeywordPage,
    Movie,
    MoviePage,
    MultiSearchPage,
    MultiSearchResult,
    Person,
    PersonPage,
    Season,
    TrendingPage,
    TrendingResult,
    TVShow,
    TVShowPage,
    UnknownMedia,
)
from tmdb_facade.types import Department, ExternalSource, Match, MatchReason, TimeWindow


def sync_client(tmdb: TMDB) -> None:
    """Check the types of every search."""
    assert_type(tmdb.search.movies("x", year=1999, include_adult=False), Pager[Movie, MoviePage])
    assert_type(tmdb.search.tv("x", first_air_date_year=1999), Pager[TVShow, TVShowPage])
    assert_type(tmdb.search.people("x"), Pager[Person, PersonPage])
    assert_type(tmdb.search.collections("x"), Pager[Collection, CollectionPage])
    assert_type(tmdb.search.companies("x"), Pager[Company, CompanyPage])
    assert_type(tmdb.search.keywords("x"), Pager[Keyword, KeywordPage])
    assert_type(tmdb.search.multi("x"), Pager[MultiSearchResult, MultiSearchPage])
    for result in tmdb.search.multi("x"):
        takes_result(result)

    assert_type(tmdb.trending.all("week"), Pager[TrendingResult, TrendingPage])
    assert_type(tmdb.trending.movies(), Pager[Movie, MoviePage])
    for entry in tmdb.trending.all():
        takes_trending(entry)

    results = tmdb.find.by_id("tt0137523", external_source="imdb_id")
    assert_type(results, FindResults)
    assert_type(results.movie_results, list[Movie])
    assert_type(results.tv_results, list[TVShow])
    assert_type(results.tv_season_results, list[Season])
    assert_type(results.tv_episode_results, list[Episode])
    assert_type(results.person_results, list[Person])
    assert_type(tmdb.find.imdb("tt0137523"), FindResults)
    assert_type(tmdb.find.tvdb(121361), FindResults)


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    assert_type(tmdb.search.movies("x"), AsyncPager[Movie, MoviePage])
    async for result in tmdb.search.multi("x"):
        assert_type(result, MultiSearchResult)
    assert_type(tmdb.trending.all("day"), AsyncPager[TrendingResult, TrendingPage])
    assert_type(await tmdb.find.imdb("tt0137523"), FindResults)


def matches(tmdb: TMDB) -> None:
    """Check the types of the best match."""
    movie = tmdb.search.match_movie("x", year=1999, minimum=0.9, region="BR")
    assert_type(movie, Match[Movie] | None)
    if movie is not None:
        assert_type(movie.item, Movie)
        assert_type(movie.score, float)
        assert_type(movie.reason, MatchReason)
        assert_type(movie.title, str)
        assert_type(movie.others, tuple[Match[Movie], ...])
    show = tmdb.search.match_tv("x")
    assert_type(show, Match[TVShow] | None)


async def async_matches(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client's best match."""
    assert_type(await tmdb.search.match_movie("x"), Match[Movie] | None)
    assert_type(await tmdb.search.match_tv("x", year=2008), Match[TVShow] | None)


def takes_result(result: MultiSearchResult) -> None:
    """Narrow a result of a multi search."""
    if isinstance(result, Movie):
        assert_type(result.title, str)
    elif isinstance(result, TVShow):
        assert_type(result.name, str)
    elif isinstance(result, Person):
        assert_type(result.known_for_department, Department | None)
    elif isinstance(result, CollectionMatch):
        assert_type(result.title, str)
    else:
        assert_type(result, UnknownMedia)


def takes_tagged_result(result: MultiSearchResult) -> None:
    """Narrow a result by its media type."""
    if result.media_type == "movie":
        assert_type(result, Movie)
    elif result.media_type == "tv":
        assert_type(result, TVShow)
    elif result.media_type is None:
        assert_type(result, UnknownMedia)
        assert_type(result.kind, str | None)
    else:
        assert_type(result, Person | CollectionMatch)


def takes_matched_result(result: MultiSearchResult) -> None:
    """Match the media type of a result."""
    match result.media_type:
        case "movie":
            assert_type(result, Movie)
        case "person":
            assert_type(result, Person)
        case "tv":
            assert_type(result, TVShow)
        case "collection":
            assert_type(result, CollectionMatch)
        case None:
            assert_type(result.media_type, None)


def takes_trending(entry: TrendingResult) -> None:
    """Narrow a trending entry."""
    match entry:
        case Movie():
            assert_type(entry.title, str)
        case TVShow():
            assert_type(entry.name, str)
        case Person():
            assert_type(entry.name, str)
        case UnknownMedia():
            assert_type(entry.id, int)


def user_functions(tmdb: TMDB, window: TimeWindow, source: ExternalSource) -> None:
    """Pass Literal types from a user's function."""
    assert_type(tmdb.trending.tv(window), Pager[TVShow, TVShowPage])
    assert_type(tmdb.find.by_id("x", external_source=source), FindResults)
