# Made from tests/facade/_async/test_date_windows.py by `make sync`: edit that file, never this one.
"""Changes over ranges that are longer than the 14 days that TMDB accepts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, error_response, json_response
from tmdb_facade import TMDB, Pager
from tmdb_facade.models import ChangedItem, ChangedItemPage

START, END = date(2026, 1, 1), date(2026, 2, 10)


def requested_days(request: httpx.Request) -> tuple[date, date]:
    """Return the range of days of a request."""
    query = request.url.params
    return date.fromisoformat(query["start_date"]), date.fromisoformat(query["end_date"])


def changed_ids(request: httpx.Request) -> httpx.Response:
    """Answer as TMDB would: one id that changed on each day, and one that changed on all of them."""
    first, last = requested_days(request)
    if last - first > timedelta(days=14):
        return error_response(422, 20)
    days = [first + timedelta(days=index) for index in range((last - first).days + 1)]
    page = int(request.url.params.get("page", "1"))
    rows = [{"id": 1}, *({"id": day.toordinal()} for day in days)]
    return json_response(
        {"page": page, "results": rows[10 * page - 10 : 10 * page], "total_pages": 2, "total_results": len(rows)}
    )


LISTS: list[Callable[[TMDB], Pager[ChangedItem, ChangedItemPage]]] = [
    lambda tmdb: tmdb.changes.movies(start_date=START, end_date=END),
    lambda tmdb: tmdb.changes.people(start_date=START, end_date=END),
    lambda tmdb: tmdb.changes.tv(start_date=START, end_date=END),
]


@pytest.mark.parametrize("make", LISTS, ids=["movies", "people", "tv"])
def test_changes_over_a_long_range_yield_each_id_once_in_order(
    make: Callable[[TMDB], Pager[ChangedItem, ChangedItemPage]],
) -> None:
    """Totals and pages count over all windows; each total requests the first page of each window."""
    fake = Fake(changed_ids)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = make(tmdb)
        assert isinstance(pager, Pager)
        assert fake.requests == []
        found = [row.id for row in pager]
        assert found == [1, *range(START.toordinal(), END.toordinal() + 1)]
        assert len(fake.requests) == 8
        assert [row.id for row in pager.limit(3)] == found[:3]
        fake.requests.clear()
        assert pager.total_pages == 8
        assert pager.total_results == 15 + 15 + 15 + 3
        assert not pager.truncated
        assert [request.url.params["page"] for request in fake.requests] == ["1"] * 12
        assert [len(page.results) for page in pager.pages()] == [10, 5, 10, 5, 10, 5, 3, 0]
        assert len((pager.page(4)).results) == 5
        assert (pager.page(9)).results == []
        assert {requested_days(request)[0] for request in fake.requests} == {
            START + timedelta(days=13 * n) for n in range(4)
        }


def test_changes_over_a_long_range_have_the_options_of_a_pager() -> None:
    """Start page, duplicates, limit and prefetch apply to the windows together."""
    fake = Fake(changed_ids)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.changes.movies(start_date=START, end_date=END)
        whole = [row.id for page in pager.pages() for row in page.results]
        assert [row.id for row in pager.keep_duplicates()] == whole
        assert len(whole) == 15 + 15 + 15 + 3
        assert [row.id for row in pager.start_page(4).keep_duplicates()] == whole[25:]
        assert [len(page.results) for page in pager.start_page(4).pages()] == [5, 10, 5, 3, 0]
        assert [len(page.results) for page in pager.limit(31).pages()] == [10, 5, 10, 5, 10]
        assert [row.id for row in pager.prefetch(1).limit(17)] == [
            1,
            *range(START.toordinal(), START.toordinal() + 16),
        ]
        with pytest.raises(ValueError, match="page must be at least 1"):
            pager.start_page(0)


def test_changes_over_a_long_range_count_at_most_500_pages_for_each_window() -> None:
    fake = Fake(json_response({"page": 1, "results": [], "total_pages": 600, "total_results": 60_000}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.changes.movies(start_date=START, end_date=END)
        assert pager.truncated
        pager.page(502)
    assert fake.query == {"start_date": "2026-01-14", "end_date": "2026-01-27", "page": "2"}


def test_changes_over_at_most_14_days_are_one_request() -> None:
    answer = {"page": 1, "results": [{"id": 1}], "total_pages": 1, "total_results": 1}
    fake = Fake(json_response(answer))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert len([row for row in tmdb.changes.movies()]) == 1
        assert fake.query == {"page": "1"}
        assert len([row for row in tmdb.changes.movies(end_date=END)]) == 1
        assert fake.query == {"end_date": "2026-02-10", "page": "1"}
        assert len([row for row in tmdb.changes.tv(start_date=START, end_date=START + timedelta(days=14))]) == 1
        assert fake.query == {"start_date": "2026-01-01", "end_date": "2026-01-15", "page": "1"}
    assert len(fake.requests) == 3


def title_changes(request: httpx.Request) -> httpx.Response:
    """Answer as TMDB would, with a change of the title on each day."""
    first, last = requested_days(request)
    days = [first + timedelta(days=index) for index in range((last - first).days + 1)]
    items = [{"id": str(day), "action": "updated", "time": f"{day} 10:00:00 UTC"} for day in days]
    return json_response({"changes": [{"key": "title", "items": items}]})


RECORDS: list[Callable[[TMDB, Any], Any]] = [
    lambda tmdb, days: tmdb.movies.changes(5, **days),
    lambda tmdb, days: tmdb.people.changes(5, **days),
    lambda tmdb, days: tmdb.tv.changes(5, **days),
    lambda tmdb, days: tmdb.tv.seasons.changes(5, **days),
]


@pytest.mark.parametrize("call", RECORDS, ids=["movies", "people", "tv", "seasons"])
def test_changes_of_a_record_over_a_long_range_are_merged_by_key(call: Callable[[TMDB, Any], Any]) -> None:
    """Each change comes once, in order."""
    fake = Fake(title_changes)
    with TMDB(TOKEN, transport=fake.transport, on_drift="raise") as tmdb:
        found = call(tmdb, {"start_date": START, "end_date": START + timedelta(days=365)})
        assert [change.key for change in found.changes] == ["title"]
        assert [item.id for item in found.changes[0].items] == [
            str(START + timedelta(days=index)) for index in range(366)
        ]
        assert len({str(request.url) for request in fake.requests}) == len(fake.requests) == 29
        call(tmdb, {"start_date": START, "end_date": START + timedelta(days=14), "page": 2})
        assert fake.query == {"start_date": "2026-01-01", "end_date": "2026-01-15", "page": "2"}


def test_invalid_range_of_changes_raises_before_sending() -> None:
    fake = Fake()
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ValueError, match="before start_date"):
            tmdb.changes.movies(start_date=END, end_date=START)
        with pytest.raises(ValueError, match="before start_date"):
            tmdb.movies.changes(5, start_date=END, end_date=START)
        with pytest.raises(ValueError, match="14 days"):
            tmdb.movies.changes(5, start_date=START, end_date=END, page=1)
    assert fake.requests == []
