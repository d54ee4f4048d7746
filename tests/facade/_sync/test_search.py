# Made from tests/facade/_async/test_search.py by `make sync`: edit that file, never this one.
"""Search: what each method asks, and the type that it gives."""

from __future__ import annotations

from typing import assert_type

import pytest

from tests.facade.resources import ANSWER, Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_facade import TMDB
from tmdb_facade.models import Collection, Company, Keyword, Movie, MultiSearchResult, Person, TVShow

CASES: list[Case[TMDB]] = [
    Case(
        lambda tmdb: tmdb.search.collections("metropolis", include_adult=True, language="pt-BR", region="BR").first(),
        "/3/search/collection",
        {"query": "metropolis", "include_adult": "true", "language": "pt-BR", "region": "BR", "page": "1"},
        Collection,
    ),
    Case(
        lambda tmdb: tmdb.search.companies("metropolis").first(),
        "/3/search/company",
        {"query": "metropolis", "page": "1"},
        Company,
    ),
    Case(
        lambda tmdb: tmdb.search.keywords("metropolis").first(),
        "/3/search/keyword",
        {"query": "metropolis", "page": "1"},
        Keyword,
    ),
    Case(
        lambda tmdb: tmdb.search.movies(
            "metropolis", year=1927, primary_release_year=1928, include_adult=True, language="pt-BR", region="BR"
        ).first(),
        "/3/search/movie",
        {
            "query": "metropolis",
            "year": "1927",
            "primary_release_year": "1928",
            "include_adult": "true",
            "language": "pt-BR",
            "region": "BR",
            "page": "1",
        },
        Movie,
    ),
    Case(
        lambda tmdb: tmdb.search.multi("metropolis", include_adult=True, language="pt-BR").first(),
        "/3/search/multi",
        {"query": "metropolis", "include_adult": "true", "language": "pt-BR", "page": "1"},
        Movie,
    ),
    Case(
        lambda tmdb: tmdb.search.people("metropolis", include_adult=True, language="pt-BR").first(),
        "/3/search/person",
        {"query": "metropolis", "include_adult": "true", "language": "pt-BR", "page": "1"},
        Person,
    ),
    Case(
        lambda tmdb: tmdb.search.tv(
            "metropolis", year=1927, first_air_date_year=1929, include_adult=True, language="pt-BR"
        ).first(),
        "/3/search/tv",
        {
            "query": "metropolis",
            "year": "1927",
            "first_air_date_year": "1929",
            "include_adult": "true",
            "language": "pt-BR",
            "page": "1",
        },
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


def test_a_search_that_was_given_words_only_sends_nothing_else() -> None:
    """What is not passed is TMDB's to choose."""
    fake = Fake(say(ANSWER))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        first = tmdb.search.multi("metropolis").first()
        assert_type(first, MultiSearchResult | None)
        tmdb.search.tv(query="metropolis").first()
    assert fake.query == {"query": "metropolis", "page": "1"}
