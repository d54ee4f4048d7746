# Made from tests/facade/_async/test_watch_providers.py by `make sync`: edit that file, never this one.
"""Watch providers: what each method asks, and the type that it gives."""

from __future__ import annotations

import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_facade import TMDB
from tmdb_facade.models import WatchProviderList, WatchProviderRegions

CASES: list[Case[TMDB]] = [
    Case(
        lambda tmdb: tmdb.watch_providers.movies(language="pt-BR", watch_region="PT"),
        "/3/watch/providers/movie",
        {"language": "pt-BR", "watch_region": "PT"},
        WatchProviderList,
    ),
    Case(
        lambda tmdb: tmdb.watch_providers.tv(language="pt-BR", watch_region="PT"),
        "/3/watch/providers/tv",
        {"language": "pt-BR", "watch_region": "PT"},
        WatchProviderList,
    ),
    Case(
        lambda tmdb: tmdb.watch_providers.regions(language="pt-BR"),
        "/3/watch/providers/regions",
        {"language": "pt-BR"},
        WatchProviderRegions,
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
