# Made from tests/facade/_async/test_changes.py by `make sync`: edit that file, never this one.
"""Change lists: what each method asks, and the type that it gives."""

from __future__ import annotations

from datetime import date
from typing import assert_type

import pytest

from tests.facade.resources import Case, case_name
from tests.facade.support import TOKEN, Fake, pages, say
from tmdb_facade import TMDB, Pager
from tmdb_facade.models import ChangedItem, ChangedItemPage

CASES: list[Case[TMDB]] = [
    Case(
        lambda tmdb: tmdb.changes.movies(start_date=date(2026, 1, 2), end_date=date(2026, 1, 9)).first(),
        "/3/movie/changes",
        {"start_date": "2026-01-02", "end_date": "2026-01-09", "page": "1"},
        ChangedItem,
    ),
    Case(
        lambda tmdb: tmdb.changes.people(start_date=date(2026, 1, 2), end_date=date(2026, 1, 9)).first(),
        "/3/person/changes",
        {"start_date": "2026-01-02", "end_date": "2026-01-09", "page": "1"},
        ChangedItem,
    ),
    Case(
        lambda tmdb: tmdb.changes.tv(start_date=date(2026, 1, 2), end_date=date(2026, 1, 9)).first(),
        "/3/tv/changes",
        {"start_date": "2026-01-02", "end_date": "2026-01-09", "page": "1"},
        ChangedItem,
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


def test_all_pages_are_walked() -> None:
    """A hundred a page; an entry is an id."""
    fake = Fake(pages(250, 100))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.changes.movies(start_date=date(2026, 1, 2), end_date=date(2026, 1, 9))
        assert_type(pager, Pager[ChangedItem, ChangedItemPage])
        found = [entry.id for entry in pager]
    assert found == list(range(1, 251))
    assert [request.url.params["page"] for request in fake.requests] == ["1", "2", "3"]
    assert {request.url.params["start_date"] for request in fake.requests} == {"2026-01-02"}
