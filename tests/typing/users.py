"""What users see: never run, only read by type checkers (see test_typing.py)."""

from __future__ import annotations

import datetime
from collections.abc import AsyncIterable, Iterable
from typing import Any, assert_type

import httpx
import pandas
import polars

from tmdb_bindings import api
from tmdb_facade import (
    ALTERNATE_BASE_URL,
    TMDB,
    AsyncPager,
    AsyncTMDB,
    MovieAppend,
    Pager,
    RawResponse,
    ResponseEvent,
    TMDBCode,
    TMDBError,
)
from tmdb_facade.models import (
    Configuration,
    Movie,
    MovieCastMember,
    MovieCredits,
    MovieDetails,
    MoviePage,
    MultiSearchPage,
    MultiSearchResult,
    Person,
    TVShow,
    Video,
)


def takes_any_film(film: MovieDetails) -> str:
    """Accept a film whatever is appended to it, or nothing."""
    return film.title


def takes_movies(movies: Iterable[Movie]) -> None:
    """Accept anything that gives films."""


def takes_pager(pager: Pager[Movie]) -> None:
    """Accept a pager without a word about its pages."""


def sync_client(tmdb: TMDB) -> None:
    """Call every method of the first slice."""
    plain = tmdb.movies.details(550)
    assert_type(plain, MovieDetails)
    assert_type(plain.title, str)
    assert_type(plain.release_date, datetime.date | None)
    assert_type(plain.genres[0].name, str)
    takes_any_film(plain)

    film = tmdb.movies.details("tt0137523", append=MovieAppend.CREDITS | MovieAppend.VIDEOS, language="pt-BR")
    assert_type(film.credits, MovieCredits)
    assert_type(film.credits.cast, list[MovieCastMember])
    assert_type(film.videos.results, list[Video])
    takes_any_film(film)

    one = tmdb.movies.details(550, append=MovieAppend.CREDITS)
    assert_type(one.credits, MovieCredits)
    takes_any_film(one)

    named = tmdb.movies.details(550, append=["credits", "watch/providers"])
    assert_type(named, MovieDetails[Any])
    assert_type(named.credits, MovieCredits)
    takes_any_film(named)

    popular = tmdb.movies.popular(region="BR")
    assert_type(popular, Pager[Movie, MoviePage])
    for movie in popular:
        assert_type(movie, Movie)
    assert_type(popular.first(), Movie | None)
    assert_type(popular.page(3), MoviePage)
    assert_type(popular.page(3).results, list[Movie])
    assert_type(popular.limit(5), Pager[Movie, MoviePage])
    assert_type(list(popular), list[Movie])
    for page in popular.pages():
        assert_type(page, MoviePage)
    assert_type(popular.total_results, int)
    assert_type(popular.total_pages, int)
    assert_type(popular.truncated, bool)
    assert_type(popular.to_polars(), polars.DataFrame)
    assert_type(popular.to_pandas(), pandas.DataFrame)
    takes_movies(popular)
    takes_pager(popular)

    for found in tmdb.search.movies("x", year=1999, include_adult=False):
        assert_type(found, Movie)
    several = tmdb.search.multi("x")
    assert_type(several, Pager[MultiSearchResult, MultiSearchPage])
    for entry in several:
        if isinstance(entry, Movie):
            assert_type(entry.title, str)
        elif isinstance(entry, TVShow):
            assert_type(entry.name, str)
        elif isinstance(entry, Person):
            assert_type(entry.known_for_department, str | None)

    assert_type(tmdb.configuration.details(), Configuration)
    assert_type(tmdb.call(api.configuration.details), Configuration)
    assert_type(tmdb.call(api.movies.details, 550, language="de"), MovieDetails)
    assert_type(tmdb.call(api.movies.popular, page=2), MoviePage)
    assert_type(tmdb.call(api.configuration.primary_translations), list[str])

    assert_type(tmdb.with_options(language=None, timeout=3).movies.details(550), MovieDetails)
    raw = tmdb.with_raw_response(tmdb.search.movies("x").page, 3)
    assert_type(raw, RawResponse[MoviePage])
    assert_type(raw.parsed.results, list[Movie])
    assert_type(raw.status, int)
    assert_type(tmdb.with_raw_response(tmdb.configuration.details).parsed, Configuration)
    assert_type(tmdb.with_raw_response(lambda: tmdb.movies.details(550, append=["credits"])).parsed, MovieDetails[Any])
    assert_type(tmdb.call_raw(api.movies.details, 550, language="de").parsed, MovieDetails)


async def async_client(tmdb: AsyncTMDB) -> None:
    """Do the same, but for await."""
    plain = await tmdb.movies.details(550)
    assert_type(plain, MovieDetails)
    takes_any_film(plain)

    film = await tmdb.movies.details(550, append=MovieAppend.CREDITS | MovieAppend.VIDEOS)
    assert_type(film.credits, MovieCredits)
    assert_type(film.videos.results, list[Video])
    takes_any_film(film)

    named = await tmdb.movies.details(550, append=["credits"])
    assert_type(named, MovieDetails[Any])

    popular = tmdb.movies.popular()
    assert_type(popular, AsyncPager[Movie, MoviePage])
    async for movie in popular:
        assert_type(movie, Movie)
    assert_type(await popular.first(), Movie | None)
    assert_type(await popular.page(3), MoviePage)
    async for page in popular.pages():
        assert_type(page, MoviePage)
    assert_type(await popular.total_results, int)
    assert_type(await popular.truncated, bool)
    movies: AsyncIterable[Movie] = popular
    short: AsyncPager[Movie] = popular.limit(3)
    del movies, short

    async for entry in tmdb.search.multi("x"):
        assert_type(entry, MultiSearchResult)
    assert_type(await tmdb.configuration.details(), Configuration)
    assert_type(await tmdb.call(api.movies.details, 550), MovieDetails)

    assert_type(await tmdb.with_options(max_retries=0).movies.details(550), MovieDetails)
    raw = await tmdb.with_raw_response(tmdb.movies.details, 550, language="de")
    assert_type(raw, RawResponse[MovieDetails])
    assert_type((await tmdb.call_raw(api.movies.popular, page=2)).parsed, MoviePage)


def on_response(event: ResponseEvent) -> None:
    """Hear of an answer."""
    assert_type(event.status, int | None)
    assert_type(event.request.operation, str)


async def clients() -> None:
    """Make clients in every way."""
    with TMDB("token", language="pt-BR", region="BR", timeout=5, on_drift="raise") as tmdb:
        assert_type(tmdb, TMDB)
    TMDB(api_key="key", base_url="https://api.tmdb.org", transport=httpx.MockTransport(lambda _: httpx.Response(200)))
    TMDB(http_client=httpx.Client(), timeout=httpx.Timeout(5)).close()
    TMDB(base_url=ALTERNATE_BASE_URL, proxy="http://127.0.0.1:8080", max_retries=0, on_response=on_response).close()
    async with AsyncTMDB(http_client=httpx.AsyncClient()) as other:
        assert_type(other, AsyncTMDB)


def errors(error: TMDBError) -> None:
    """Ask an error for what it knows."""
    assert_type(error.code, TMDBCode | int | None)
    assert_type(error.http_status, int | None)
    assert_type(error.retry_after, float | None)
    assert_type(TMDBCode(34), TMDBCode)
    assert_type(TMDBCode.RATE_LIMITED.http_status, int)
