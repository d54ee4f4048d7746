# Made from tests/facade/_async/test_credits.py by `make sync`: edit that file, never this one.
"""Single credits: what each method asks, and the type that it gives."""

from __future__ import annotations

import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_facade import TMDB
from tmdb_facade.models import CreditDetails

CASES: list[Case[TMDB]] = [
    Case(
        lambda tmdb: tmdb.credits.details("52542282760ee313280017f9", language="pt-BR"),
        "/3/credit/52542282760ee313280017f9",
        {"language": "pt-BR"},
        CreditDetails,
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
