"""Details of many ids: results are narrowed to details or to an error."""

from __future__ import annotations

from typing import Any, assert_type

from tmdb_facade import TMDB, AsyncTMDB, EpisodeAppend, MovieAppend, TMDBError, TVAppend
from tmdb_facade.models import (
    CollectionDetails,
    CompanyDetails,
    EpisodeCredits,
    EpisodeDetails,
    MovieCredits,
    MovieDetails,
    PersonDetails,
    SeasonDetails,
    TVDetails,
)
from tmdb_facade.types import (
    AsyncIds,
    AsyncManyDetails,
    DetailsFailure,
    DetailsResult,
    DetailsSuccess,
    EpisodeHasCredits,
    Ids,
    ManyDetails,
    MovieHasCredits,
    TVHasCredits,
    TVHasSeason,
)


def movies(tmdb: TMDB) -> None:
    """Check the two classes of results."""
    many = tmdb.movies.details_many([550, 551], append=MovieAppend.CREDITS)
    assert_type(many, ManyDetails[int, MovieDetails[MovieHasCredits]])
    for result in many:
        assert_type(result.id, int)
        assert_type(result.unwrap(), MovieDetails[MovieHasCredits])
        if result.error is None:
            assert_type(result.value, MovieDetails[MovieHasCredits])
            assert_type(result.value.credits, MovieCredits)
        else:
            assert_type(result.error, TMDBError)
            assert_type(result.value, None)
        if isinstance(result, DetailsFailure):
            assert_type(result.error, TMDBError)
            continue
        assert_type(result.value.credits, MovieCredits)


def failures(tmdb: TMDB) -> dict[int, str]:
    """Check that an early exit narrows the rest."""
    titles: dict[int, str] = {}
    for result in tmdb.movies.details_many(number for number in range(10)):
        if result.error is not None:
            print(result.error.code)
            continue
        titles[result.id] = result.value.title
    return titles


def namespaces(tmdb: TMDB) -> None:
    """Check every namespace that has details with blocks."""
    assert_type(tmdb.movies.details_many(["tt0137523"]), ManyDetails[str, MovieDetails])
    assert_type(tmdb.movies.details_many([550], append=["credits"]), ManyDetails[int, MovieDetails[Any]])
    assert_type(tmdb.tv.details_many({1396, 1399}), ManyDetails[int, TVDetails])
    assert_type(tmdb.tv.details_many([1396], seasons="all"), ManyDetails[int, TVDetails[TVHasSeason]])
    assert_type(
        tmdb.tv.details_many([1396], append=TVAppend.CREDITS, seasons=[1]),
        ManyDetails[int, TVDetails[TVHasCredits | TVHasSeason]],
    )
    assert_type(tmdb.people.details_many(range(10)), ManyDetails[int, PersonDetails])
    assert_type(tmdb.collections.details_many([10]), ManyDetails[int, CollectionDetails])
    assert_type(tmdb.companies.details_many([508]), ManyDetails[int, CompanyDetails])
    assert_type(tmdb.tv.seasons.details_many([(1396, 1)]), ManyDetails[tuple[int, int], SeasonDetails])
    episodes = tmdb.tv.episodes.details_many([(1396, 1, 1)], append=EpisodeAppend.CREDITS)
    assert_type(episodes, ManyDetails[tuple[int, int, int], EpisodeDetails[EpisodeHasCredits]])
    for result in episodes:
        assert_type(result.id, tuple[int, int, int])
        assert_type(result.unwrap().credits, EpisodeCredits)


def show(result: DetailsResult[int, MovieDetails]) -> str:
    """Check the union as an annotation."""
    assert_type(result, DetailsSuccess[int, MovieDetails] | DetailsFailure[int])
    return result.value.title if result.error is None else str(result.error)


def pass_on(tmdb: TMDB, ids: Ids[int | str]) -> ManyDetails[int | str, MovieDetails]:
    """Check ids of both kinds."""
    return tmdb.movies.details_many(ids, concurrency=20, ordered=False, timeout=60)


async def asynchronous(tmdb: AsyncTMDB, ids: AsyncIds[int]) -> None:
    """Check the async client, which also takes async iterables."""
    many = tmdb.movies.details_many(row.id async for row in tmdb.changes.movies())
    assert_type(many, AsyncManyDetails[int, MovieDetails])
    async with many as results:
        async for result in results:
            if result.error is None:
                assert_type(result.value, MovieDetails)
    async for result in tmdb.movies.details_many(ids):
        print(show(result))
    assert_type(tmdb.tv.details_many([1396], seasons="all"), AsyncManyDetails[int, TVDetails[TVHasSeason]])
