"""Episodes of series."""

from __future__ import annotations

from datetime import date

from scripts.scenarios._async.source import NOBODY, Source, each_refused
from tmdb_facade import EpisodeAppend, NotFoundError


async def details(source: Source) -> None:
    """An episode with its pictures."""
    async with source.connect() as tmdb:
        episode = await tmdb.tv.episodes.details(1396, 1, 1, append=EpisodeAppend.IMAGES)
    assert (episode.id, episode.name, episode.air_date) == (62085, "Pilot", date(2008, 1, 20))
    assert "Vince Gilligan" in [member.name for member in episode.crew]
    assert episode.images.stills[0].width > episode.images.stills[0].height


async def what_belongs_to_it(source: Source) -> None:
    """People, ids, pictures, translations and videos."""
    async with source.connect() as tmdb:
        episodes = tmdb.tv.episodes
        credits = await episodes.credits(1396, 1, 1)
        external = await episodes.external_ids(1396, 1, 1)
        images = await episodes.images(1396, 1, 1)
        translations = await episodes.translations(1396, 1, 1)
        videos = await episodes.videos(1396, 1, 1)
    assert "Bryan Cranston" in [role.name for role in credits.cast]
    assert external.imdb_id == "tt0959621"
    assert images.stills
    assert "en" in [translation.iso_639_1 for translation in translations.translations]
    assert all(video.key for video in videos.results)


async def not_found(source: Source) -> None:
    """Nothing is known of an episode that there is not."""
    async with source.connect() as tmdb:
        episodes = tmdb.tv.episodes
        await each_refused(
            [
                lambda: episodes.details(1396, 1, 99),
                lambda: episodes.changes(NOBODY),
                lambda: episodes.credits(1396, 1, 99),
                lambda: episodes.external_ids(1396, 1, 99),
                lambda: episodes.images(1396, 1, 99),
                lambda: episodes.translations(1396, 1, 99),
                lambda: episodes.videos(1396, 1, 99),
            ],
            NotFoundError,
        )
