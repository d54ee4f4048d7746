"""Watch providers: what each method asks, and the type that it gives."""

from __future__ import annotations

import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, say
from tmdb_facade import AsyncTMDB
from tmdb_facade.models import WatchProviderList, WatchProviderRegions

CASES: list[Case[AsyncTMDB]] = [
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
async def test_each_method_asks_for_its_operation(case: Case[AsyncTMDB]) -> None:
    """It sends all that it was given, and gives the class that it promises."""
    fake = Fake(say(case.answer))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found = await case.call(tmdb)
    assert (fake.last.method, fake.last.url.path, fake.query) == ("GET", case.path, case.query)
    assert type(found) is case.kind
    assert len(fake.requests) == 1
