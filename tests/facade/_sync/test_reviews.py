# Made from tests/facade/_async/test_reviews.py by `make sync`: edit that file, never this one.
"""Single reviews: what each method asks, and the type that it gives."""

from __future__ import annotations

import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_facade import TMDB
from tmdb_facade.models import ReviewDetails

CASES: list[Case[TMDB]] = [
    Case(
        lambda tmdb: tmdb.reviews.details("5488c29bc3a3686f4a00004a"),
        "/3/review/5488c29bc3a3686f4a00004a",
        {},
        ReviewDetails,
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
