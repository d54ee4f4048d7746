"""TV seasons: appended blocks."""

from __future__ import annotations

from typing import assert_type

from tests.facade.support import TOKEN, Fake, json_response
from tmdb_bindings.append import SeasonHasCredits, SeasonHasWatchProviders
from tmdb_facade import AsyncTMDB, SeasonAppend
from tmdb_facade.models import (
    SeasonCredits,
    SeasonDetails,
)


async def test_tv_seasons_details_with_append_has_typed_blocks() -> None:
    fake = Fake(json_response({"id": 3624, "credits": {}, "watch/providers": {"results": {}}}))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        season = await tmdb.tv.seasons.details(1399, 1, append=SeasonAppend.CREDITS | SeasonAppend.WATCH_PROVIDERS)
    assert_type(season, SeasonDetails[SeasonHasCredits | SeasonHasWatchProviders])
    assert_type(season.credits, SeasonCredits)
    assert fake.query == {"append_to_response": "credits,watch/providers"}
    assert season.watch_providers.results == {}
