# Made from scripts/scenarios/_async/catalogue/tv_episodes.py by `make sync`: edit that file, never this one.
"""TV episodes."""

from __future__ import annotations

from datetime import date

from scripts.scenarios._sync.source import MISSING_ID, Source, assert_each_raises
from tmdb_facade import EpisodeAppend, NotFoundError


def details(source: Source) -> None:
    """Get an episode with its images."""
    with source.connect() as tmdb:
        episode = tmdb.tv.episodes.details(1396, 1, 1, append=EpisodeAppend.IMAGES)
    assert (episode.id, episode.name, episode.air_date) == (62085, "Pilot", date(2008, 1, 20))
    assert "Vince Gilligan" in [member.name for member in episode.crew]
    assert episode.images.stills[0].width > episode.images.stills[0].height


def sub_resources(source: Source) -> None:
    """Get an episode's credits, external ids, images, translations and videos."""
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
    """Expect `NotFoundError` for an id that does not exist."""
    with source.connect() as tmdb:
        episodes = tmdb.tv.episodes
        assert_each_raises(
            [
                lambda: episodes.details(1396, 1, 99),
                lambda: episodes.changes(MISSING_ID),
                lambda: episodes.credits(1396, 1, 99),
                lambda: episodes.external_ids(1396, 1, 99),
                lambda: episodes.images(1396, 1, 99),
                lambda: episodes.translations(1396, 1, 99),
                lambda: episodes.videos(1396, 1, 99),
            ],
            NotFoundError,
        )
