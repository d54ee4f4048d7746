"""Pagers: entries by default, pages by `pages()`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Generator, Iterable, Sequence
from typing import assert_type

from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, Pager
from tmdb_facade.models import Movie, MoviePage, RatedMovie
from tmdb_facade.types import Page


def takes_movies(movies: Iterable[Movie]) -> None:
    """Accept any iterable of movies."""


def takes_pager(pager: Pager[Movie]) -> None:
    """Accept a pager without naming its page class."""
    assert_type(pager.page(1), Page[Movie])
    assert_type(pager.page(1).results, Sequence[Movie])
    assert_type(pager.first(), Movie | None)


def takes_works(pager: Pager[Movie | RatedMovie]) -> None:
    """Accept pagers of several entry classes."""


def sync_client(tmdb: TMDB) -> None:
    """Check every way to iterate."""
    popular = tmdb.movies.popular()
    assert_type(popular, Pager[Movie, MoviePage])
    for movie in popular:
        assert_type(movie, Movie)
    assert_type(list(popular), list[Movie])
    assert_type([movie.title for movie in popular], list[str])
    assert_type(iter(popular), Generator[Movie])
    for page in popular.pages():
        assert_type(page, MoviePage)
    assert_type(popular.pages(), Generator[MoviePage])
    assert_type(popular.page(3), MoviePage)
    assert_type(popular.page(3).results, list[Movie])
    assert_type(popular.first(), Movie | None)

    assert_type(popular.limit(5), Pager[Movie, MoviePage])
    assert_type(popular.prefetch(10), Pager[Movie, MoviePage])
    assert_type(popular.start_page(3), Pager[Movie, MoviePage])
    assert_type(popular.keep_duplicates(), Pager[Movie, MoviePage])
    assert_type(popular.start_page(3).prefetch(1).limit(5).keep_duplicates().first(), Movie | None)

    assert_type(popular.total_results, int)
    assert_type(popular.total_pages, int)
    assert_type(popular.truncated, bool)
    with popular as movies:
        assert_type(movies, Pager[Movie, MoviePage])

    takes_movies(popular)
    takes_pager(popular)
    takes_pager(popular.limit(3))
    takes_works(popular)
    takes_works(tmdb.account.rated_movies(1))


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    popular = tmdb.movies.popular()
    assert_type(popular, AsyncPager[Movie, MoviePage])
    async for movie in popular:
        assert_type(movie, Movie)
    assert_type([movie async for movie in popular], list[Movie])
    assert_type(aiter(popular), AsyncGenerator[Movie])
    async for page in popular.pages():
        assert_type(page, MoviePage)
    assert_type(await popular.page(3), MoviePage)
    assert_type(await popular.first(), Movie | None)

    assert_type(popular.limit(5), AsyncPager[Movie, MoviePage])
    assert_type(popular.prefetch(10), AsyncPager[Movie, MoviePage])
    assert_type(popular.start_page(3), AsyncPager[Movie, MoviePage])
    assert_type(popular.keep_duplicates(), AsyncPager[Movie, MoviePage])

    assert_type(await popular.total_results, int)
    assert_type(await popular.total_pages, int)
    assert_type(await popular.truncated, bool)
    async with popular as movies:
        assert_type(movies, AsyncPager[Movie, MoviePage])

    any_movies: AsyncIterable[Movie] = popular
    del any_movies
    await takes_async_pager(popular.limit(3))


async def takes_async_pager(pager: AsyncPager[Movie]) -> None:
    """Accept a pager without naming its page class."""
    assert_type(await pager.page(1), Page[Movie])
