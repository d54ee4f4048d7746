# Made from scripts/scenarios/_async/catalogue/tv_episodes.py by `make sync`: edit that file, never this one.
"""Episodes of series."""

from __future__ import annotations

from datetime import date

from scripts.scenarios._sync.source import NOBODY, Source, each_refused
from tmdb_facade import EpisodeAppend, NotFoundError


def details(source: Source) -> None:
    """An episode with its pictures."""
    with source.connect() as tmdb:
        episode = tmdb.tv.episodes.details(1396, 1, 1, append=EpisodeAppend.IMAGES)
    assert (episode.id, episode.name, episode.air_date) == (62085, "Pilot", date(2008, 1, 20))
    assert "Vince Gilligan" in [member.name for member in episode.crew]
    assert episode.images.stills[0].width > episode.images.stills[0].height


def what_belongs_to_it(source: Source) -> None:
    """People, ids, pictures, translations and videos."""
    with source.connect() as tmdb:
        episodes = tmdb.tv.episodes
        credits = episodes.credits(1396, 1, 1)
        external = episodes.external_ids(1396, 1, 1)
        images = episodes.images(1396, 1, 1)
        translations = episodes.translations(1396, 1, 1)
        videos = episodes.videos(1396, 1, 1)
    assert "Bryan Cranston" in [role.name for role in credits.cast]
    assert external.imdb_id == "tt0959621"
    assert images.stills
    assert "en" in [translation.iso_639_1 for translation in translations.translations]
    assert all(video.key for video in videos.results)


def not_found(source: Source) -> None:
    """Nothing is known of an episode that there is not."""
    with source.connect() as tmdb:
        episodes = tmdb.tv.episodes
        each_refused(
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
