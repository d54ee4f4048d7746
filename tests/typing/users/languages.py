"""Language preferences."""

from __future__ import annotations

from typing import assert_type

from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, Localization, MovieAppend, Pager, TVAppend, localization
from tmdb_facade.models import (
    CollectionDetails,
    CollectionMatch,
    EpisodeDetails,
    FindResults,
    Image,
    ListDetails,
    Movie,
    MovieDetails,
    MovieImages,
    MoviePage,
    PersonCombinedCredits,
    PersonDetails,
    SeasonDetails,
    TVDetails,
    TVShow,
    TVShowPage,
)
from tmdb_facade.types import Details, MovieHasImages, Translated, TVHasImages, TVHasSeason

PREFERRED = ["pt-BR", "pt-PT", "en-US"]


def sync_client(tmdb: TMDB) -> None:
    """Check that `languages=` does not change the type."""
    movie = tmdb.movies.details(550, languages=PREFERRED)
    assert_type(movie, MovieDetails)
    localized = localization(movie)
    assert_type(localized, Localization)
    assert_type(localized.sources, dict[str, str | None])
    assert_type(localized.poster, Image | None)
    with_images = tmdb.movies.details(550, languages=(*PREFERRED, None), append=MovieAppend.IMAGES)
    assert_type(with_images, MovieDetails[MovieHasImages])
    assert_type(with_images.images, MovieImages)
    assert_type(tmdb.tv.details(1399, languages=PREFERRED), TVDetails)
    assert_type(
        tmdb.tv.details(1399, languages=PREFERRED, append=TVAppend.IMAGES, seasons=[1]),
        TVDetails[TVHasImages | TVHasSeason],
    )
    assert_type(tmdb.tv.seasons.details(1399, 1, languages=PREFERRED), SeasonDetails)
    assert_type(tmdb.tv.episodes.details(1399, 1, 1, languages=PREFERRED), EpisodeDetails)
    assert_type(tmdb.people.details(287, languages=PREFERRED), PersonDetails)
    assert_type(tmdb.collections.details(10, languages=PREFERRED), CollectionDetails)
    takes_any_details(movie)
    takes_any_details(with_images)


def rows(tmdb: TMDB) -> None:
    """Check that `languages=` changes no type of a list."""
    popular = tmdb.movies.popular(languages=PREFERRED)
    assert_type(popular, Pager[Movie, MoviePage])
    for movie in popular:
        assert_type(localization(movie), Localization)
        takes_any_row(movie)
    assert_type(tmdb.discover.tv(languages=(*PREFERRED, None)), Pager[TVShow, TVShowPage])
    for found in tmdb.search.multi("star", languages=PREFERRED):
        if isinstance(found, Movie | TVShow | CollectionMatch):
            assert_type(localization(found).sources, dict[str, str | None])
    for episode in tmdb.tv.seasons.details(1399, 1, languages=PREFERRED).episodes:
        assert_type(localization(episode).absent, list[str])
    assert_type(tmdb.find.imdb("tt0137523", languages=PREFERRED), FindResults)
    assert_type(tmdb.people.combined_credits(287, languages=PREFERRED), PersonCombinedCredits)
    assert_type(tmdb.lists.details(1, languages=PREFERRED), ListDetails)


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    movie = await tmdb.movies.details(550, languages=PREFERRED)
    assert_type(movie, MovieDetails)
    assert_type(localization(movie), Localization)
    trending = tmdb.trending.movies(languages=PREFERRED)
    assert_type(trending, AsyncPager[Movie, MoviePage])
    async for row in trending:
        assert_type(localization(row), Localization)
    assert_type(await tmdb.find.tvdb(121361, languages=PREFERRED), FindResults)


def takes_any_details(details: Details) -> Localization:
    """Accept details of any kind."""
    return localization(details)


def takes_any_row(row: Translated) -> Localization:
    """Accept rows of any kind."""
    return localization(row)
