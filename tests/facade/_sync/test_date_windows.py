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
from tmdb_facade.errors import TruncationWarning
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


class BusyTMDB:
    """A TMDB with many changes a day, of which it serves the first 500 pages; a page has 2 ids here.

    Attributes:
        pages: The pages of each day.
        fake: The fake TMDB.
    """

    def __init__(self, pages: dict[date, int], *, excludes_end: bool = False) -> None:
        """Create the server. With `excludes_end`, the last day of a request does not count."""
        self.pages = pages
        self._excludes_end = excludes_end
        self.fake = Fake(self._answer)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        first, last = requested_days(request)
        if last - first > timedelta(days=14):
            return error_response(422, 20)
        last -= timedelta(days=self._excludes_end)
        ids = [
            10_000 * (day - START).days + index
            for day, pages in self.pages.items()
            if first <= day <= last
            for index in range(2 * pages)
        ]
        page = int(request.url.params["page"])
        if page > 500:
            return error_response(400, 22)
        rows = [{"id": number} for number in ids[2 * page - 2 : 2 * page]]
        total_pages = -(-len(ids) // 2)
        return json_response({"page": page, "results": rows, "total_pages": total_pages, "total_results": len(ids)})

    def ids(self) -> list[int]:
        """Return all changed ids."""
        return [10_000 * (day - START).days + index for day, pages in self.pages.items() for index in range(2 * pages)]

    def windows(self) -> list[tuple[int, int]]:
        """Return the first and last day of each first page that was requested, as days after the start."""
        requests = [request for request in self.fake.requests if request.url.params["page"] == "1"]
        return [((first - START).days, (last - START).days) for first, last in map(requested_days, requests)]


def test_changes_of_a_window_beyond_500_pages_are_listed_completely() -> None:
    """It is halved, at the cost of a request for each window that is too long."""
    tmdb_server = BusyTMDB({START + timedelta(days=index): 118 for index in range(14)})
    with TMDB(TOKEN, transport=tmdb_server.fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.changes.movies(start_date=START, end_date=START + timedelta(days=13))
        assert sorted([row.id for row in pager]) == tmdb_server.ids()
        assert tmdb_server.windows() == [(0, 13), (0, 6), (0, 3), (3, 6), (6, 13), (6, 9), (9, 13), (9, 11), (11, 13)]
        assert len(tmdb_server.fake.requests) == (3 * 4 + 2 * 3) * 118 + 4
        assert not pager.truncated
        tmdb_server.fake.requests.clear()
        assert pager.total_pages == 14 * 118
        assert pager.total_results == 28 * 118
        assert len(tmdb_server.fake.requests) == 2
        entries = [entry for page in pager.pages() for entry in page.results]
        assert {entry.id for entry in entries} == set(tmdb_server.ids())
        assert (pager.page(473)).results == entries[944:946]
        assert [entry.id for entry in pager.start_page(473).keep_duplicates()] == [entry.id for entry in entries[944:]]
        assert pager.first() == entries[0]


def test_changes_of_a_day_beyond_500_pages_warn_with_the_day() -> None:
    """No request is narrower than a day."""
    tmdb_server = BusyTMDB({START: 10, START + timedelta(days=1): 501, START + timedelta(days=2): 20})
    with TMDB(TOKEN, transport=tmdb_server.fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.changes.movies(start_date=START, end_date=START + timedelta(days=2))
        with pytest.warns(
            TruncationWarning, match=r"changes_movie.* of 2026-01-02: .* this one has 501.* single day"
        ) as warned:
            found = [row.id for row in pager]
        assert len(warned) == 1
        assert sorted(found) == [number for number in tmdb_server.ids() if number not in (11_000, 11_001)]
        assert tmdb_server.windows() == [(0, 2), (0, 1), (0, 0), (1, 1), (1, 2), (2, 2)]
        assert pager.truncated


def test_changes_of_two_days_are_listed_even_if_tmdb_excludes_the_last_day() -> None:
    """The halves have no ids then, so the window itself is read."""
    tmdb_server = BusyTMDB({START: 501}, excludes_end=True)
    with TMDB(TOKEN, transport=tmdb_server.fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.changes.movies(start_date=START, end_date=START + timedelta(days=1))
        with pytest.warns(TruncationWarning):
            assert [row.id for row in pager] == tmdb_server.ids()[:1000]
        assert tmdb_server.windows() == [(0, 1), (0, 0), (1, 1), (0, 1)]


def test_leaving_busy_changes_early_narrows_no_further_window() -> None:
    tmdb_server = BusyTMDB({START + timedelta(days=index): 118 for index in range(14)})
    with TMDB(TOKEN, transport=tmdb_server.fake.transport, on_drift="ignore") as tmdb:
        pager = tmdb.changes.movies(start_date=START, end_date=START + timedelta(days=13))
        assert [row.id for row in pager.limit(2)] == [0, 1]
    assert tmdb_server.windows() == [(0, 13), (0, 6), (0, 3)]
    assert len(tmdb_server.fake.requests) == 3


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
