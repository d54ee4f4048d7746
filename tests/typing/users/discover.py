"""Discover: terms and ranges."""

from __future__ import annotations

from datetime import date
from typing import assert_type

from tmdb_facade import TMDB, AllOf, AnyOf, AsyncPager, AsyncTMDB, Between, Pager, all_of, any_of, between
from tmdb_facade.models import Movie, MoviePage, TVShow, TVShowPage
from tmdb_facade.types import Monetization, MovieSortBy, ReleaseTypeLike, TVSortBy, TVStatusLike, TVTypeLike


def terms(number: int, code: str, score: float) -> None:
    """Check the types of terms and ranges."""
    assert_type(all_of(number, 12), AllOf[int])
    assert_type(any_of(code, "PT"), AnyOf[str])
    assert_type(any_of(code, "PT").values, tuple[str, ...])
    assert_type(between(score, None), Between[float])
    assert_type(between(None, number), Between[int])
    years = between(date(1990, 1, 1), date(1999, 12, 31))
    assert_type(years, Between[date])
    assert_type(years.low, date | None)


def sync_client(tmdb: TMDB) -> None:
    """Check every kind of filter."""
    movies = tmdb.discover.movies(
        genres=all_of(28, 12),
        keywords=any_of(818, 9715),
        without_genres=99,
        vote_average=between(7, None),
        vote_count=between(100),
        runtime=between(90, 120),
        released=between(date(1990, 1, 1), date(1999, 12, 31)),
        release_type=any_of(3, 4),
        certification=between("PG", "PG-13"),
        certification_country="US",
        origin_country=any_of("BR", "PT"),
        watch_monetization_types=any_of("flatrate", "free"),
        watch_region="BR",
        sort_by="vote_average.desc",
    )
    assert_type(movies, Pager[Movie, MoviePage])
    assert_type(tmdb.discover.movies(genres=28, certification="PG", release_type=3), Pager[Movie, MoviePage])
    assert_type(tmdb.discover.movies(vote_average=between(7.5), sliced=True), Pager[Movie, MoviePage])
    series = tmdb.discover.tv(
        status=any_of(0, 2), type=4, networks=49, first_aired=between(date(2020, 1, 1)), sort_by="first_air_date.asc"
    )
    assert_type(series, Pager[TVShow, TVShowPage])


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    assert_type(tmdb.discover.movies(genres=any_of(28, 12), sliced=True), AsyncPager[Movie, MoviePage])
    assert_type(tmdb.discover.tv(type=any_of(2, 4)), AsyncPager[TVShow, TVShowPage])


def user_functions(
    tmdb: TMDB,
    genres: AllOf[int] | AnyOf[int] | None,
    score: Between[float],
    length: Between[int],
    order: MovieSortBy,
    tv_order: TVSortBy,
    release_type: ReleaseTypeLike,
    offer: Monetization,
    status: TVStatusLike,
    kind: TVTypeLike,
) -> None:
    """Pass terms and types of parameters from a user's function."""
    movies = tmdb.discover.movies(
        genres=genres,
        vote_average=score,
        runtime=length,
        sort_by=order,
        release_type=release_type,
        region="BR",
        watch_monetization_types=offer,
        watch_region="BR",
    )
    assert_type(movies, Pager[Movie, MoviePage])
    # Integers are accepted as floats.
    assert_type(tmdb.discover.tv(vote_average=length, status=status, type=kind), Pager[TVShow, TVShowPage])
    assert_type(tmdb.discover.tv(sort_by=tv_order), Pager[TVShow, TVShowPage])
