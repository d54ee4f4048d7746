# Made from tests/facade/_async/test_find.py by `make sync`: edit that file, never this one.
"""Finding by the ids of other sites: what each method asks, and the type that it gives."""

from __future__ import annotations

from typing import assert_type

import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_facade import TMDB
from tmdb_facade.models import FindResults

CASES: list[Case[TMDB]] = [
    Case(
        lambda tmdb: tmdb.find.by_id("Q44578", external_source="wikidata_id", language="pt-BR"),
        "/3/find/Q44578",
        {"external_source": "wikidata_id", "language": "pt-BR"},
        FindResults,
    ),
    Case(
        lambda tmdb: tmdb.find.imdb("tt0137523", language="pt-BR"),
        "/3/find/tt0137523",
        {"external_source": "imdb_id", "language": "pt-BR"},
        FindResults,
    ),
    Case(
        lambda tmdb: tmdb.find.tvdb(121361, language="pt-BR"),
        "/3/find/121361",
        {"external_source": "tvdb_id", "language": "pt-BR"},
        FindResults,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_each_method_asks_for_its_operation(case: Case[TMDB]) -> None:
    """It sends all that it was given, and gives the class that it promises."""
    fake = Fake(say(case.answer))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = case.call(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", case.path, case.query)
    assert type(found) is case.kind
    assert len(fake.requests) == 1


def test_what_is_found_is_sorted_by_kind() -> None:
    """More than one kind can have the same id."""
    answer = {"tv_results": [{"id": 1399, "name": "A series"}], "tv_episode_results": [{"id": 63056, "name": "One"}]}
    fake = Fake(say(answer))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = tmdb.find.tvdb("121361")
    assert_type(found, FindResults)
    assert [series.id for series in found.tv_results] == [1399]
    assert [episode.id for episode in found.tv_episode_results] == [63056]
    assert found.movie_results == []


def test_an_id_that_leads_elsewhere_is_an_error_before_anything_is_sent() -> None:
    """An id is one part of a path."""
    fake = Fake()
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ValueError, match="external_id"):
            tmdb.find.imdb("../movie/550")
    assert fake.requests == []
