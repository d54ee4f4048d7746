"""Language preferences."""

from __future__ import annotations

from typing import assert_type

from tmdb_facade import TMDB, AsyncTMDB, Localization, MovieAppend, TVAppend, localization
from tmdb_facade.models import (
    CollectionDetails,
    EpisodeDetails,
    Image,
    MovieDetails,
    MovieImages,
    PersonDetails,
    SeasonDetails,
    TVDetails,
)
from tmdb_facade.types import Details, MovieHasImages, TVHasImages, TVHasSeason

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


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    movie = await tmdb.movies.details(550, languages=PREFERRED)
    assert_type(movie, MovieDetails)
    assert_type(localization(movie), Localization)


def takes_any_details(details: Details) -> Localization:
    """Accept details of any kind."""
    return localization(details)
