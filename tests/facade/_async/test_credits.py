"""Single credits: what each method asks, and the type that it gives."""

from __future__ import annotations

import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_facade import AsyncTMDB
from tmdb_facade.models import CreditDetails

CASES: list[Case[AsyncTMDB]] = [
    Case(
        lambda tmdb: tmdb.credits.details("52542282760ee313280017f9", language="pt-BR"),
        "/3/credit/52542282760ee313280017f9",
        {"language": "pt-BR"},
        CreditDetails,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=case_name)
async def test_each_method_asks_for_its_operation(case: Case[AsyncTMDB]) -> None:
    """It sends all that it was given, and gives the class that it promises."""
    fake = Fake(say(case.answer))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = await case.call(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", case.path, case.query)
    assert type(found) is case.kind
    assert len(fake.requests) == 1
