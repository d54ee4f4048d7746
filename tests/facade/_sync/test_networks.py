# Made from tests/facade/_async/test_networks.py by `make sync`: edit that file, never this one.
"""Networks: what each method asks, and the type that it gives."""

from __future__ import annotations

import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_facade import TMDB
from tmdb_facade.models import AlternativeNames, NetworkDetails, NetworkImages

CASES: list[Case[TMDB]] = [
    Case(lambda tmdb: tmdb.networks.details(213), "/3/network/213", {}, NetworkDetails),
    Case(lambda tmdb: tmdb.networks.alternative_names(213), "/3/network/213/alternative_names", {}, AlternativeNames),
    Case(lambda tmdb: tmdb.networks.images(213), "/3/network/213/images", {}, NetworkImages),
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
