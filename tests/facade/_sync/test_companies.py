# Made from tests/facade/_async/test_companies.py by `make sync`: edit that file, never this one.
"""Companies: what each method asks, and the type that it gives."""

from __future__ import annotations

from typing import assert_type

import pytest

from tests.facade.resources import ANSWER, Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_bindings.append import CompanyHasMovies
from tmdb_facade import TMDB, CompanyAppend
from tmdb_facade.models import AlternativeNames, CompanyDetails, CompanyImages, MoviePage

CASES: list[Case[TMDB]] = [
    Case(lambda tmdb: tmdb.companies.details(1), "/3/company/1", {}, CompanyDetails),
    Case(lambda tmdb: tmdb.companies.alternative_names(1), "/3/company/1/alternative_names", {}, AlternativeNames),
    Case(lambda tmdb: tmdb.companies.images(1), "/3/company/1/images", {}, CompanyImages),
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


def test_blocks_of_a_company_are_typed() -> None:
    """TMDB appends them, though its documents do not say so; `movies` is no operation of its own."""
    fake = Fake(say({"id": 1, "movies": ANSWER}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        company = tmdb.companies.details(1, append=CompanyAppend.MOVIES)
    assert_type(company, CompanyDetails[CompanyHasMovies])
    assert_type(company.movies, MoviePage)
    assert fake.query == {"append_to_response": "movies"}
    assert company.movies.results[0].title == "One"
