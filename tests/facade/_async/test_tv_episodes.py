"""TV episodes: appended blocks."""

from __future__ import annotations

from typing import assert_type

from tests.facade.support import TOKEN, Fake, json_response
from tmdb_bindings.append import EpisodeHasImages
from tmdb_facade import AsyncTMDB, EpisodeAppend
from tmdb_facade.models import (
    EpisodeDetails,
    EpisodeImages,
)


async def test_tv_episodes_details_with_append_has_typed_blocks() -> None:
    fake = Fake(json_response({"id": 63056, "images": {"stills": []}}))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        episode = await tmdb.tv.episodes.details(1399, 1, 2, append=EpisodeAppend.IMAGES)
    assert_type(episode, EpisodeDetails[EpisodeHasImages])
    assert_type(episode.images, EpisodeImages)
    assert fake.query == {"append_to_response": "images"}
