# Made from tests/facade/_async/test_search.py by `make sync`: edit that file, never this one.
"""Search: parameters, and results of several kinds."""

from __future__ import annotations

from typing import assert_type

from tests.facade.resources import ANSWER
from tests.facade.support import TOKEN, Fake, json_response
from tmdb_facade import TMDB
from tmdb_facade.models import MultiSearchResult


def test_search_movies_sends_only_the_arguments_that_are_passed() -> None:
    fake = Fake(json_response(ANSWER))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.search.movies(
            "tom & jerry", year=1992, primary_release_year=1993, include_adult=False, language="pt-BR", region="BR"
        ).first()
        assert fake.query == {
            "query": "tom & jerry",
            "year": "1992",
            "primary_release_year": "1993",
            "include_adult": "false",
            "language": "pt-BR",
            "region": "BR",
            "page": "1",
        }
        tmdb.search.movies("x").first()
        assert fake.query == {"query": "x", "page": "1"}


def test_search_multi_has_a_class_for_each_media_type() -> None:
    """An unknown media type has a class too."""
    rows = [
        {"id": 1, "media_type": "movie", "title": "A movie"},
        {"id": 2, "media_type": "tv", "name": "A series"},
        {"id": 3, "media_type": "person", "name": "A person"},
        {"id": 4, "media_type": "podcast", "name": "Something new"},
    ]
    fake = Fake(json_response({"page": 1, "results": rows, "total_pages": 1, "total_results": 4}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert_type(tmdb.search.multi("a").first(), MultiSearchResult | None)
        found = [type(entry).__name__ for entry in tmdb.search.multi("a")]
    assert len(set(found)) == 4
    assert found[3] == "UnknownMedia"
