# Made from tests/facade/_async/test_trending.py by `make sync`: edit that file, never this one.
"""Trends: what each method asks, and the type that it gives."""

from __future__ import annotations

from typing import assert_type

import pytest

from tests.facade.resources import ANSWER, Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_facade import TMDB
from tmdb_facade.models import Movie, Person, TrendingResult, TVShow

CASES: list[Case[TMDB]] = [
    Case(
        lambda tmdb: tmdb.trending.all("week", language="pt-BR").first(),
        "/3/trending/all/week",
        {"language": "pt-BR"},
        Movie,
    ),
    Case(
        lambda tmdb: tmdb.trending.movies("week", language="pt-BR").first(),
        "/3/trending/movie/week",
        {"language": "pt-BR"},
        Movie,
    ),
    Case(
        lambda tmdb: tmdb.trending.people("week", language="pt-BR").first(),
        "/3/trending/person/week",
        {"language": "pt-BR"},
        Person,
    ),
    Case(
        lambda tmdb: tmdb.trending.tv("week", language="pt-BR").first(),
        "/3/trending/tv/week",
        {"language": "pt-BR"},
        TVShow,
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


MIXED = {
    "page": 1,
    "results": [
        {"id": 1, "media_type": "movie", "title": "A film"},
        {"id": 2, "media_type": "tv", "name": "A series"},
        {"id": 3, "media_type": "person", "name": "Somebody"},
    ],
    "total_pages": 500,
    "total_results": 10_000,
}


def test_a_day_is_what_counts_by_default() -> None:
    """For each of the four."""
    fake = Fake(say(ANSWER))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.trending.all().first()
        tmdb.trending.movies().first()
        tmdb.trending.people().first()
        tmdb.trending.tv().first()
    kinds = ["all", "movie", "person", "tv"]
    assert [request.url.path for request in fake.requests] == [f"/3/trending/{kind}/day" for kind in kinds]


def test_kinds_are_told_apart_and_there_is_one_page() -> None:
    """Each entry is of the class of its kind; TMDB counts more pages than it is known to give."""
    fake = Fake(say(MIXED))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        first = tmdb.trending.all("week").first()
        assert_type(first, TrendingResult | None)
        fake.requests.clear()
        found = [type(entry) for entry in tmdb.trending.all("week")]
    assert found == [Movie, TVShow, Person]
    assert len(fake.requests) == 1
