# Made from tests/facade/_async/test_trending.py by `make sync`: edit that file, never this one.
"""Trends: the default time window, and results of several kinds."""

from __future__ import annotations

from typing import assert_type

from tests.facade.resources import ANSWER
from tests.facade.support import TOKEN, Fake, json_response
from tmdb_facade import TMDB
from tmdb_facade.models import Movie, Person, TrendingResult, TVShow

MIXED = {
    "page": 1,
    "results": [
        {"id": 1, "media_type": "movie", "title": "A movie"},
        {"id": 2, "media_type": "tv", "name": "A series"},
        {"id": 3, "media_type": "person", "name": "Somebody"},
    ],
    "total_pages": 500,
    "total_results": 10_000,
}


def test_trending_time_window_defaults_to_day() -> None:
    fake = Fake(json_response(ANSWER))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.trending.all().first()
        tmdb.trending.movies().first()
        tmdb.trending.people().first()
        tmdb.trending.tv().first()
    kinds = ["all", "movie", "person", "tv"]
    assert [request.url.path for request in fake.requests] == [f"/3/trending/{kind}/day" for kind in kinds]


def test_trending_all_has_a_class_for_each_media_type_and_one_page() -> None:
    """TMDB's total counts pages that it may not return."""
    fake = Fake(json_response(MIXED))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        first = tmdb.trending.all("week").first()
        assert_type(first, TrendingResult | None)
        fake.requests.clear()
        found = [type(entry) for entry in tmdb.trending.all("week")]
    assert found == [Movie, TVShow, Person]
    assert len(fake.requests) == 1
