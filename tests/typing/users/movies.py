"""Movies."""

from __future__ import annotations

import datetime
from typing import Literal, assert_type

from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, MovieAppend, Pager
from tmdb_facade.models import (
    AccountStates,
    Changes,
    CollectionReference,
    CountryWatchProviders,
    DatedMoviePage,
    Genre,
    Movie,
    MovieCastMember,
    MovieCredits,
    MovieDetails,
    MoviePage,
    MovieReleaseDates,
    RatedValue,
    ReleaseDate,
    Review,
    ReviewPage,
    StatusResponse,
    UserList,
    UserListPage,
    Video,
    WatchProviderOffer,
    WatchProviders,
)
from tmdb_facade.types import CountryCertification, ReleaseType


def takes_any_movie(movie: MovieDetails) -> str:
    """Accept a movie with or without blocks."""
    return movie.title


def sync_client(tmdb: TMDB) -> None:
    """Check the types of a movie and of lists of movies."""
    movie = tmdb.movies.details(550)
    assert_type(movie, MovieDetails)
    assert_type(movie.title, str)
    assert_type(movie.release_date, datetime.date | None)
    assert_type(movie.runtime, int)
    assert_type(movie.homepage, str | None)
    assert_type(movie.genres, list[Genre])
    assert_type(movie.belongs_to_collection, CollectionReference | None)
    assert_type(movie.to_json(), str)
    takes_any_movie(movie)
    assert_type(tmdb.movies.details("tt0137523"), MovieDetails)
    assert_type(tmdb.movies.latest(), MovieDetails)

    credits_ = tmdb.movies.credits(550)
    assert_type(credits_, MovieCredits)
    assert_type(credits_.cast, list[MovieCastMember])
    assert_type(tmdb.movies.videos(550).results, list[Video])
    assert_type(tmdb.movies.release_dates(550), MovieReleaseDates)
    assert_type(tmdb.movies.release_dates(550).results[0].release_dates, list[ReleaseDate])
    dates = tmdb.movies.details(550, append=MovieAppend.RELEASE_DATES).release_dates
    assert_type(dates.certification("US", "GB"), CountryCertification | None)
    assert_type(dates.date("DE", ReleaseType.DIGITAL, 3), datetime.date | None)
    assert_type(dates.date("DE", dates.results[0].release_dates[0].type), datetime.date | None)
    assert_type(dates.releases("DE", 4), list[ReleaseDate])
    if found := tmdb.movies.release_dates(550).certification("US"):
        assert_type(found.country, str)
        assert_type(found.certification, str)
        assert_type(found.descriptors, tuple[str, ...])
    assert_type(tmdb.movies.changes(550, start_date=datetime.date(2026, 1, 1)), Changes)

    providers = tmdb.movies.watch_providers(550)
    assert_type(providers, WatchProviders)
    assert_type(providers.results, dict[str, CountryWatchProviders])
    assert_type(providers.results["BR"].flatrate, list[WatchProviderOffer])

    assert_type(tmdb.movies.popular(region="BR"), Pager[Movie, MoviePage])
    assert_type(tmdb.movies.now_playing(), Pager[Movie, DatedMoviePage])
    assert_type(tmdb.movies.now_playing().page(1).dates.maximum, datetime.date)
    assert_type(tmdb.movies.reviews(550), Pager[Review, ReviewPage])
    assert_type(tmdb.movies.lists(550), Pager[UserList, UserListPage])

    assert_type(tmdb.movies.rate(550, 8.5), StatusResponse)
    assert_type(tmdb.movies.delete_rating(550, session_id="session"), StatusResponse)
    states = tmdb.movies.account_states(550)
    assert_type(states, AccountStates)
    assert_type(states.rated, Literal[False] | RatedValue)
    if isinstance(states.rated, RatedValue):
        assert_type(states.rated.value, float)
    else:
        assert_type(states.rated, Literal[False])


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    movie = await tmdb.movies.details(550)
    assert_type(movie, MovieDetails)
    takes_any_movie(movie)
    assert_type(await tmdb.movies.credits(550), MovieCredits)
    assert_type(tmdb.movies.popular(region="BR"), AsyncPager[Movie, MoviePage])
    assert_type((await tmdb.movies.now_playing().page(1)).dates.maximum, datetime.date)
    assert_type(await tmdb.movies.rate(550, 8), StatusResponse)
    assert_type((await tmdb.movies.account_states(550)).rated, Literal[False] | RatedValue)
