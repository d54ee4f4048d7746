"""Search, trends and external ids: answers of several kinds."""

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
from tmdb_facade.types import ExternalSource, TimeWindow


def sync_client(tmdb: TMDB) -> None:
    """Look for something in every way."""
    assert_type(tmdb.search.movies("x", year=1999, include_adult=False), Pager[Movie, MoviePage])
    assert_type(tmdb.search.tv("x", first_air_date_year=1999), Pager[TVShow, TVShowPage])
    assert_type(tmdb.search.people("x"), Pager[Person, PersonPage])
    assert_type(tmdb.search.collections("x"), Pager[Collection, CollectionPage])
    assert_type(tmdb.search.companies("x"), Pager[Company, CompanyPage])
    assert_type(tmdb.search.keywords("x"), Pager[Keyword, KeywordPage])
    assert_type(tmdb.search.multi("x"), Pager[MultiSearchResult, MultiSearchPage])
    for found in tmdb.search.multi("x"):
        takes_found(found)

    assert_type(tmdb.trending.all("week"), Pager[TrendingResult, TrendingPage])
    assert_type(tmdb.trending.movies(), Pager[Movie, MoviePage])
    for entry in tmdb.trending.all():
        takes_trending(entry)

    known = tmdb.find.by_id("tt0137523", external_source="imdb_id")
    assert_type(known, FindResults)
    assert_type(known.movie_results, list[Movie])
    assert_type(known.tv_results, list[TVShow])
    assert_type(known.tv_season_results, list[Season])
    assert_type(known.tv_episode_results, list[Episode])
    assert_type(known.person_results, list[Person])
    assert_type(tmdb.find.imdb("tt0137523"), FindResults)
    assert_type(tmdb.find.tvdb(121361), FindResults)


async def async_client(tmdb: AsyncTMDB) -> None:
    """Do the same, but for await."""
    assert_type(tmdb.search.movies("x"), AsyncPager[Movie, MoviePage])
    async for found in tmdb.search.multi("x"):
        assert_type(found, MultiSearchResult)
    assert_type(tmdb.trending.all("day"), AsyncPager[TrendingResult, TrendingPage])
    assert_type(await tmdb.find.imdb("tt0137523"), FindResults)


def takes_found(found: MultiSearchResult) -> None:
    """Tell the kinds of a search over all kinds."""
    if isinstance(found, Movie):
        assert_type(found.title, str)
    elif isinstance(found, TVShow):
        assert_type(found.name, str)
    elif isinstance(found, Person):
        assert_type(found.known_for_department, str | None)
    elif isinstance(found, CollectionMatch):
        assert_type(found.title, str)
    else:
        assert_type(found, UnknownMedia)


def takes_trending(entry: TrendingResult) -> None:
    """Tell the kinds of a trend."""
    match entry:
        case Movie():
            assert_type(entry.title, str)
        case TVShow():
            assert_type(entry.name, str)
        case Person():
            assert_type(entry.name, str)
        case UnknownMedia():
            assert_type(entry.id, int)


def own_functions(tmdb: TMDB, window: TimeWindow, source: ExternalSource) -> None:
    """Pass words that a function of the user's took."""
    assert_type(tmdb.trending.tv(window), Pager[TVShow, TVShowPage])
    assert_type(tmdb.find.by_id("x", external_source=source), FindResults)
