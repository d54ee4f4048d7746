"""Lists of changed ids."""

from __future__ import annotations

from datetime import date
from typing import assert_type

from tests.facade.support import TOKEN, Fake, movie_pages
from tmdb_facade import AsyncPager, AsyncTMDB
from tmdb_facade.models import ChangedItem, ChangedItemPage


async def test_changes_movies_walks_all_pages_of_100_ids() -> None:
    """Each request has the days of the query."""
    fake = Fake(movie_pages(250, 100))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.changes.movies(start_date=date(2026, 1, 2), end_date=date(2026, 1, 9))
        assert_type(pager, AsyncPager[ChangedItem, ChangedItemPage])
        found = [entry.id async for entry in pager]
    assert found == list(range(1, 251))
    assert [request.url.params["page"] for request in fake.requests] == ["1", "2", "3"]
    assert {request.url.params["start_date"] for request in fake.requests} == {"2026-01-02"}
