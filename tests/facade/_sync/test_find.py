# Made from tests/facade/_async/test_find.py by `make sync`: edit that file, never this one.
"""Find by external ids."""

from __future__ import annotations

from typing import assert_type

import pytest

from tests.facade.support import TOKEN, Fake, json_response
from tmdb_facade import TMDB
from tmdb_facade.models import FindResults


@pytest.mark.parametrize("imdb_id", ["tt0137523", " tt0137523\n", "TT0137523", "0137523", " 137523 ", 137523])
def test_find_imdb_sends_the_id_as_imdb_writes_it(imdb_id: str | int) -> None:
    """A number is a title's: other programs store those without their letters."""
    fake = Fake(json_response({"movie_results": []}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.find.imdb(imdb_id)
        tmdb.find.by_id(imdb_id, external_source="imdb_id")
    assert [request.url.path for request in fake.requests] == ["/3/find/tt0137523"] * 2


def test_find_tvdb_groups_the_results_by_kind() -> None:
    """Several kinds can have the same external id."""
    answer = {"tv_results": [{"id": 1399, "name": "A series"}], "tv_episode_results": [{"id": 63056, "name": "One"}]}
    fake = Fake(json_response(answer))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = tmdb.find.tvdb("121361")
    assert_type(found, FindResults)
    assert [series.id for series in found.tv_results] == [1399]
    assert [episode.id for episode in found.tv_episode_results] == [63056]
    assert found.movie_results == []
