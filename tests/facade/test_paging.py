"""Paging rules: the next page, prefetching, limits and duplicates, without a client."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmdb_bindings import api
from tmdb_facade._core.endpoint import Operation
from tmdb_facade._core.lists.paging import (
    DUPLICATE_WINDOW,
    PageSchedule,
    PagingOptions,
    RecentIds,
    check_list_page,
    is_truncated,
    next_page,
    page_limit,
    page_request,
)
from tmdb_facade._core.request.validation import PAGE_LIMIT, check_integer
from tmdb_facade.errors import TruncationWarning

POPULAR: Operation = api.movies.popular.operation


class Row:
    """An entry of a list."""

    def __init__(self, number: int | None, kind: str | None = None) -> None:
        self.id = number
        self.kind = kind


def rows(page: int, count: int = 20) -> list[Row]:
    """Return the entries of a page, with ids of its own."""
    return [Row(100 * page + number) for number in range(count)]


def is_without_stall(sizes: Sequence[int]) -> bool:
    """Return whether no three pages in a row are empty."""
    return not any(sizes[start : start + 3] == [0, 0, 0] for start in range(len(sizes)))


def walk(operation: Operation, total_pages: int | None, entries: int) -> list[int]:
    """Return the numbers of the requested pages when every page has the same totals and size."""
    pages: list[int] = []
    number: int | None = 1
    while number is not None:
        pages.append(number)
        assert len(pages) <= PAGE_LIMIT
        number = next_page(operation, number, total_pages, entries)
    return pages


@given(total=st.integers(min_value=-1, max_value=300_000), entries=st.integers(min_value=0, max_value=100))
def test_next_page_visits_each_page_once_up_to_the_total_or_the_limit(total: int, entries: int) -> None:
    """Empty pages do not end the list early."""
    assert walk(POPULAR, total, entries) == list(range(1, max(1, min(total, PAGE_LIMIT)) + 1))


def test_next_page_without_totals_stops_at_an_empty_page() -> None:
    """TMDB always sends totals; without them, iteration must still end."""
    assert walk(POPULAR, None, 0) == [1]
    assert walk(POPULAR, None, 20) == list(range(1, PAGE_LIMIT + 1))


def test_next_page_of_a_single_page_operation_is_none() -> None:
    """TMDB returns the same rows for every page of tagged images."""
    operation = api.people.tagged_images.operation
    assert operation.paging == "single"
    assert walk(operation, 40, 20) == [1]


def test_page_request_adds_the_page_to_a_copy() -> None:
    request = api.search.movies.request(query="x")
    assert page_request(request, 3).query == {"query": "x", "page": "3"}
    assert request.query == {"query": "x"}


@pytest.mark.parametrize("number", [0, -1, PAGE_LIMIT + 1])
def test_check_list_page_rejects_pages_outside_1_to_500(number: int) -> None:
    with pytest.raises(ValueError, match="1 to 500"):
        check_list_page("page", POPULAR, number)


@pytest.mark.parametrize("operation", [api.people.tagged_images.operation, api.trending.movies.operation])
def test_check_list_page_rejects_page_2_of_a_single_page_operation(operation: Operation) -> None:
    """TMDB would silently return the first page again."""
    check_list_page("page", operation, 1)
    with pytest.raises(ValueError, match="one page"):
        check_list_page("page", operation, 2)


def test_check_prefetch_requires_at_least_1() -> None:
    check_integer("prefetch", 1, 1)
    with pytest.raises(ValueError, match="got 0"):
        check_integer("prefetch", 0, 1)


def test_is_truncated_beyond_500_pages() -> None:
    """TMDB serves at most 500 pages of a list, and a single page of some lists."""
    assert [is_truncated(total) for total in (None, 0, 500, 501)] == [False, False, False, True]
    assert page_limit(POPULAR) == 500
    assert page_limit(api.trending.all.operation) == 1


@given(
    sizes=st.lists(st.integers(min_value=0, max_value=20), min_size=1, max_size=30).filter(is_without_stall),
    prefetch=st.integers(min_value=1, max_value=12),
    limit=st.none() | st.integers(min_value=0, max_value=400),
)
def test_page_schedule_requests_pages_in_order_and_none_beyond_the_limit(
    sizes: list[int], prefetch: int, limit: int | None
) -> None:
    """Each page is requested once, at most `prefetch` at a time, as if all pages were full."""
    schedule = PageSchedule(POPULAR, PagingOptions(limit=limit, prefetch=prefetch))
    requested: list[int] = []
    entries: list[int] = []
    number = 0
    while not schedule.is_done:
        number += 1
        pages_to_request = schedule.pages_to_request()
        requested.extend(pages_to_request)
        assert number <= len(requested) <= number - 1 + prefetch
        if limit is not None:
            # The pages in flight are needed even if all of them are full.
            assert (len(requested) - number) * 20 < limit - len(entries)
        schedule.page_received(len(sizes), rows(number, sizes[number - 1]))
        entries.extend(schedule.trim([number] * sizes[number - 1]))
    everything = [page for page, size in enumerate(sizes, 1) for _ in range(size)]
    assert entries == everything[:limit]
    assert requested == list(range(1, len(requested) + 1))
    assert len(requested) <= len(sizes)
    if limit is None:
        assert len(requested) == len(sizes)


def test_page_schedule_prefetches_only_after_the_first_page() -> None:
    """The first page tells the length of the list, which limits the pages requested next."""
    schedule = PageSchedule(POPULAR, PagingOptions(prefetch=4))
    assert list(schedule.pages_to_request()) == [1]
    schedule.page_received(4, rows(1))
    assert list(schedule.pages_to_request()) == [2, 3, 4]
    schedule.page_received(3, rows(2))  # the list has become shorter
    assert list(schedule.pages_to_request()) == []
    schedule.page_received(3, rows(3))
    assert schedule.is_done


def test_page_schedule_stops_at_page_500_and_records_the_total() -> None:
    schedule = PageSchedule(POPULAR, PagingOptions(prefetch=10, start_page=498))
    requested: list[int] = []
    while not schedule.is_done:
        requested.extend(schedule.pages_to_request())
        schedule.page_received(9000, rows(len(requested)))
    assert requested[:3] == [498, 499, 500]
    with pytest.warns(TruncationWarning, match="9000"):
        schedule.warn()


def test_page_schedule_is_truncated_only_once_page_500_is_received() -> None:
    """Until then, the caller may still stop on its own."""
    schedule = PageSchedule(POPULAR, PagingOptions(start_page=498))
    truncated: list[bool] = []
    while not schedule.is_done:
        schedule.pages_to_request()
        schedule.page_received(9000, rows(len(truncated)))
        truncated.append(schedule.early_end is not None)
    assert truncated == [False, False, True]


def test_page_schedule_without_totals_requests_one_page_at_a_time() -> None:
    schedule = PageSchedule(POPULAR, PagingOptions(prefetch=4))
    for number in (1, 2, 3):
        assert list(schedule.pages_to_request()) == [number]
        schedule.page_received(None, rows(number))
    schedule.pages_to_request()
    schedule.page_received(None, [])
    assert schedule.is_done


def test_page_schedule_counts_the_actual_entries_of_oversized_pages() -> None:
    """TMDB sometimes returns 21 recommendations, and all changes of 2020 on one page."""
    schedule = PageSchedule(POPULAR, PagingOptions(limit=61, prefetch=9))
    schedule.pages_to_request()
    schedule.page_received(9, rows(1, 21))
    schedule.trim([1] * 21)
    assert list(schedule.pages_to_request()) == [2, 3]


def ends_at(total_pages: int | None, pages: Sequence[Sequence[Row]]) -> tuple[int, bool]:
    """Return how many pages an iteration reads that could read them all, and whether it warns."""
    schedule = PageSchedule(POPULAR, PagingOptions(prefetch=1))
    for number, page in enumerate(pages, 1):
        if schedule.is_done:
            return number - 1, schedule.early_end is not None
        schedule.pages_to_request()
        schedule.page_received(total_pages, page)
    return len(pages), schedule.early_end is not None


def test_page_schedule_ends_after_3_pages_in_a_row_without_a_new_entry() -> None:
    """Empty pages and pages of earlier entries count alike; one warns if the totals promise more pages."""
    first, second, third = rows(1), rows(2), rows(3)
    nothing: list[Row] = []
    assert ends_at(500, [nothing] * 9) == (3, True)
    assert ends_at(500, [first] * 9) == (4, True)
    assert ends_at(500, [first, second, first, nothing, second, third]) == (5, True)
    assert ends_at(500, [first, nothing, first, second, nothing, second, third]) == (7, False)
    assert ends_at(4, [first] * 9) == (4, False)
    assert ends_at(3, [nothing] * 9) == (3, False)
    assert ends_at(None, [first] * 9) == (4, False)


def test_page_schedule_returns_the_new_entries_of_each_page() -> None:
    schedule = PageSchedule(POPULAR, PagingOptions())
    first, second = rows(1, 2), rows(2, 2)
    assert schedule.page_received(9, first) == first
    assert schedule.page_received(9, [first[1], *second]) == second


@given(
    pages=st.lists(st.lists(st.integers(min_value=1, max_value=60), unique=True, max_size=20), max_size=12),
)
def test_recent_ids_drops_entries_of_earlier_pages(pages: list[list[int]]) -> None:
    """Each entry is returned once, at its first position."""
    recent = RecentIds()
    ids = [row.id for page in pages for row in recent.unseen([Row(number) for number in page])]
    assert ids == list(dict.fromkeys(number for page in pages for number in page))


def test_recent_ids_keeps_duplicates_within_a_page() -> None:
    """Only a ranking that shifts between requests causes false duplicates."""
    assert len(RecentIds().unseen([Row(1), Row(1)])) == 2


def test_recent_ids_compares_id_and_unknown_kind() -> None:
    """Two unknown kinds can share an id; entries without an id are never dropped."""
    recent = RecentIds()
    recent.unseen([Row(1, "podcast"), Row(None)])
    assert len(recent.unseen([Row(1, "opera"), Row(None)])) == 2
    assert recent.unseen([Row(1, "podcast")]) == []


def test_recent_ids_keeps_entries_without_an_id_that_can_be_compared() -> None:
    """Rows of a new operation may have any `id` and `kind`."""
    recent = RecentIds()
    odd: list[Any] = [{"a": 1}, [1], None, 1.5]
    rows_ = [Row(number) for number in odd] + [Row(1, kind) for kind in odd[:1]]
    assert recent.unseen(rows_) == rows_
    assert recent.unseen(rows_) == rows_[:-1]


def test_recent_ids_forgets_entries_beyond_its_window() -> None:
    """The window bounds the memory of a long iteration."""
    recent = RecentIds()
    unbounded = RecentIds(window=None)
    for number in range(DUPLICATE_WINDOW + 1):
        recent.unseen([Row(number)])
        unbounded.unseen([Row(number)])
    assert len(recent.unseen([Row(0)])) == 1
    assert recent.unseen([Row(2)]) == []
    assert unbounded.unseen([Row(0)]) == []
