# Made from tests/facade/_async/test_companies.py by `make sync`: edit that file, never this one.
"""Companies: appended blocks."""

from __future__ import annotations

from typing import assert_type

from tests.facade.resources import ANSWER
from tests.facade.support import TOKEN, Fake, json_response
from tmdb_bindings.append import CompanyHasMovies
from tmdb_facade import TMDB, CompanyAppend
from tmdb_facade.models import CompanyDetails, MoviePage


def test_companies_details_with_append_has_typed_blocks() -> None:
    """TMDB appends them, though its documentation does not say so; `movies` has no operation of its own."""
    fake = Fake(json_response({"id": 1, "movies": ANSWER}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        company = tmdb.companies.details(1, append=CompanyAppend.MOVIES)
    assert_type(company, CompanyDetails[CompanyHasMovies])
    assert_type(company.movies, MoviePage)
    assert fake.query == {"append_to_response": "movies"}
    assert company.movies.results[0].title == "One"
