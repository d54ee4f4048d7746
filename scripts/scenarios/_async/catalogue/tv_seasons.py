"""TV seasons."""

from __future__ import annotations

from datetime import date

from scripts.scenarios._async.source import MISSING_ID, Source, assert_each_raises
from tmdb_facade import NotFoundError, SeasonAppend


async def details(source: Source) -> None:
    """Get a season with its episodes and external ids."""
    async with source.connect() as tmdb:
        season = await tmdb.tv.seasons.details(1396, 1, append=SeasonAppend.EXTERNAL_IDS)
    assert (season.id, season.air_date) == (3572, date(2008, 1, 20))
    assert (season.episodes[0].id, season.episodes[0].name) == (62085, "Pilot")
    assert len(season.episodes) == 7
    assert season.external_ids.tvdb_id == 30272


async def credits(source: Source) -> None:
    """Get a season's credits and aggregate credits."""
    async with source.connect() as tmdb:
        credits = await tmdb.tv.seasons.credits(1396, 1)
        aggregate = await tmdb.tv.seasons.aggregate_credits(1399, 1)
    assert "Bryan Cranston" in [role.name for role in credits.cast]
    assert all(role.total_episode_count > 0 for role in aggregate.cast)


async def sub_resources(source: Source) -> None:
    """Get a season's external ids, translations, images, videos and watch providers."""
    async with source.connect() as tmdb:
        seasons = tmdb.tv.seasons
        external = await seasons.external_ids(1396, 1)
        translations = await seasons.translations(1396, 1)
        images = await seasons.images(1396, 1, include_image_language=["en", None])
        videos = await seasons.videos(1396, 1)
        offers = await seasons.watch_providers(1396, 1)
    assert external.tvdb_id == 30272
    assert "en" in [translation.iso_639_1 for translation in translations.translations]
    assert images.posters[0].height > images.posters[0].width
    assert all(video.key for video in videos.results)
    assert all(country.link for country in offers.results.values())


async def not_found(source: Source) -> None:
    """Expect `NotFoundError` for an id that does not exist."""
    async with source.connect() as tmdb:
        seasons = tmdb.tv.seasons
        await assert_each_raises(
            [
                lambda: seasons.details(1396, 99),
                lambda: seasons.aggregate_credits(1396, 99),
                lambda: seasons.changes(MISSING_ID),
                lambda: seasons.credits(1396, 99),
                lambda: seasons.external_ids(1396, 99),
                lambda: seasons.images(1396, 99),
                lambda: seasons.translations(1396, 99),
                lambda: seasons.videos(1396, 99),
                lambda: seasons.watch_providers(1396, 99),
            ],
            NotFoundError,
        )
