"""Several languages at once."""

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

WANTED = ["pt-BR", "pt-PT", "en-US"]


def sync_client(tmdb: TMDB) -> None:
    """Ask for languages wherever that is possible: the type is as without."""
    film = tmdb.movies.details(550, languages=WANTED)
    assert_type(film, MovieDetails)
    told = localization(film)
    assert_type(told, Localization)
    assert_type(told.sources, dict[str, str | None])
    assert_type(told.poster, Image | None)
    with_images = tmdb.movies.details(550, languages=(*WANTED, None), append=MovieAppend.IMAGES)
    assert_type(with_images, MovieDetails[MovieHasImages])
    assert_type(with_images.images, MovieImages)
    assert_type(tmdb.tv.details(1399, languages=WANTED), TVDetails)
    assert_type(
        tmdb.tv.details(1399, languages=WANTED, append=TVAppend.IMAGES, seasons=[1]),
        TVDetails[TVHasImages | TVHasSeason],
    )
    assert_type(tmdb.tv.seasons.details(1399, 1, languages=WANTED), SeasonDetails)
    assert_type(tmdb.tv.episodes.details(1399, 1, 1, languages=WANTED), EpisodeDetails)
    assert_type(tmdb.people.details(287, languages=WANTED), PersonDetails)
    assert_type(tmdb.collections.details(10, languages=WANTED), CollectionDetails)
    takes_any_details(film)
    takes_any_details(with_images)


async def async_client(tmdb: AsyncTMDB) -> None:
    """Do the same, but for await."""
    film = await tmdb.movies.details(550, languages=WANTED)
    assert_type(film, MovieDetails)
    assert_type(localization(film), Localization)


def takes_any_details(details: Details) -> Localization:
    """Accept whatever has blocks."""
    return localization(details)
