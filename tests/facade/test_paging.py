"""Which page comes next: the rules, without a client."""

from __future__ import annotations

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
    check_page,
    check_prefetch,
    is_truncated,
    next_page,
    page_limit,
    page_request,
)
from tmdb_facade._core.request.validation import PAGE_LIMIT

POPULAR: Operation = api.movies.popular.operation


def walk(operation: Operation, total_pages: int | None, entries: int) -> list[int]:
    """List the pages that are asked for, when every page says the same."""
    pages: list[int] = []
    number: int | None = 1
    while number is not None:
        pages.append(number)
        assert len(pages) <= PAGE_LIMIT
        number = next_page(operation, number, total_pages, entries)
    return pages


@given(total=st.integers(min_value=-1, max_value=300_000), entries=st.integers(min_value=0, max_value=100))
def test_every_page_is_asked_for_once_up_to_the_end_or_the_limit(total: int, entries: int) -> None:
    """Whether pages are empty or not."""
    assert walk(POPULAR, total, entries) == list(range(1, max(1, min(total, PAGE_LIMIT)) + 1))


def test_without_totals_an_empty_page_is_the_end() -> None:
    """TMDB always says them; should it not, the walk must end all the same."""
    assert walk(POPULAR, None, 0) == [1]
    assert walk(POPULAR, None, 20) == list(range(1, PAGE_LIMIT + 1))


def test_a_list_that_ignores_the_page_has_one() -> None:
    """TMDB gives the same rows for every page of tagged images."""
    operation = api.people.tagged_images.operation
    assert operation.paging == "single"
    assert walk(operation, 40, 20) == [1]


def test_a_page_is_one_more_parameter() -> None:
    """The request that it is made of stays as it was."""
    request = api.search.movies.request(query="x")
    assert page_request(request, 3).query == {"query": "x", "page": "3"}
    assert request.query == {"query": "x"}


@pytest.mark.parametrize("number", [0, -1, PAGE_LIMIT + 1])
def test_pages_that_tmdb_refuses_are_refused(number: int) -> None:
    """Before anything is sent."""
    with pytest.raises(ValueError, match="1 to 500"):
        check_page(POPULAR, number)


@pytest.mark.parametrize("operation", [api.people.tagged_images.operation, api.trending.movies.operation])
def test_of_a_list_with_one_page_no_other_is_asked_for(operation: Operation) -> None:
    """TMDB would give the first one again, and say nothing."""
    check_page(operation, 1)
    with pytest.raises(ValueError, match="one page"):
        check_page(operation, 2)


def test_some_page_has_to_be_under_way() -> None:
    """Without any, a walk would never begin."""
    check_prefetch(1)
    with pytest.raises(ValueError, match="not 0"):
        check_prefetch(0)


def test_truncation_is_more_pages_than_tmdb_gives_out() -> None:
    """500 pages are given out in full, and one of some lists."""
    assert [is_truncated(total) for total in (None, 0, 500, 501)] == [False, False, False, True]
    assert page_limit(POPULAR) == 500
    assert page_limit(api.trending.all.operation) == 1


@given(
    sizes=st.lists(st.integers(min_value=0, max_value=20), min_size=1, max_size=30),
    prefetch=st.integers(min_value=1, max_value=12),
    limit=st.none() | st.integers(min_value=0, max_value=400),
)
def test_a_course_asks_in_order_and_for_nothing_that_the_limit_does_not_need(
    sizes: list[int], prefetch: int, limit: int | None
) -> None:
    """Each page once, at most so many at a time, and never more than full pages would have to be."""
    course = PageSchedule(POPULAR, PagingOptions(limit=limit, prefetch=prefetch))
    asked: list[int] = []
    given: list[int] = []
    number = 0
    while not course.is_done:
        number += 1
        pages_to_request = course.pages_to_request()
        asked.extend(pages_to_request)
        assert number <= len(asked) <= number - 1 + prefetch
        if limit is not None:
            # What is under way is needed even if every page of it is full.
            assert (len(asked) - number) * 20 < limit - len(given)
        course.page_received(len(sizes), sizes[number - 1])
        given.extend(course.trim([number] * sizes[number - 1]))
    everything = [page for page, size in enumerate(sizes, 1) for _ in range(size)]
    assert given == everything[:limit]
    assert asked == list(range(1, len(asked) + 1))
    assert len(asked) <= len(sizes)
    if limit is None:
        assert len(asked) == len(sizes)


def test_nobody_knows_what_comes_after_the_first_page() -> None:
    """It is asked for alone; the others follow when the second is wanted, and only as far as the list goes."""
    course = PageSchedule(POPULAR, PagingOptions(prefetch=4))
    assert list(course.pages_to_request()) == [1]
    course.page_received(4, 20)
    assert list(course.pages_to_request()) == [2, 3, 4]
    course.page_received(3, 20)  # it has become shorter
    assert list(course.pages_to_request()) == []
    course.page_received(3, 20)
    assert course.is_done


def test_no_course_leads_beyond_what_tmdb_gives_out() -> None:
    """However long the list is, and however many pages are fetched ahead; that it is cut off there is known."""
    course = PageSchedule(POPULAR, PagingOptions(prefetch=10, start_page=498))
    asked: list[int] = []
    while not course.is_done:
        asked.extend(course.pages_to_request())
        course.page_received(9000, 20)
    assert asked == [498, 499, 500]
    assert course.cut == 9000


def test_a_list_that_does_not_say_how_long_it_is_is_walked_page_by_page() -> None:
    """Nothing can be asked for ahead where the end is not known."""
    course = PageSchedule(POPULAR, PagingOptions(prefetch=4))
    for number in (1, 2, 3):
        assert list(course.pages_to_request()) == [number]
        course.page_received(None, 20)
    course.pages_to_request()
    course.page_received(None, 0)
    assert course.is_done


def test_a_page_with_more_than_its_size_spares_another() -> None:
    """Recommendations come 21 at a time, too; the changes of 2020 came all on one page."""
    course = PageSchedule(POPULAR, PagingOptions(limit=61, prefetch=9))
    course.pages_to_request()
    course.page_received(9, 21)
    course.trim([1] * 21)
    assert list(course.pages_to_request()) == [2, 3]


class Row:
    """An entry."""

    def __init__(self, number: int | None, kind: str | None = None) -> None:
        self.id = number
        self.media_type = kind


@given(
    pages=st.lists(st.lists(st.integers(min_value=1, max_value=60), unique=True, max_size=20), max_size=12),
)
def test_what_came_on_an_earlier_page_is_dropped(pages: list[list[int]]) -> None:
    """Each entry comes where it came first, and none is lost."""
    recent = RecentIds()
    found = [row.id for page in pages for row in recent.unseen([Row(number) for number in page])]
    assert found == list(dict.fromkeys(number for page in pages for number in page))


def test_entries_of_one_page_are_never_taken_for_each_other() -> None:
    """An answer is of one moment, and what is in it twice is there twice."""
    assert len(RecentIds().unseen([Row(1), Row(1)])) == 2


def test_only_the_same_id_of_the_same_kind_is_the_same() -> None:
    """A film and a series may have the same number; what has none is never dropped."""
    recent = RecentIds()
    recent.unseen([Row(1, "movie"), Row(None)])
    assert len(recent.unseen([Row(1, "tv"), Row(None)])) == 2
    assert recent.unseen([Row(1, "movie")]) == []


def test_the_window_forgets() -> None:
    """A long walk remembers no more than a shorter one."""
    recent = RecentIds()
    everything = RecentIds(window=None)
    for number in range(DUPLICATE_WINDOW + 1):
        recent.unseen([Row(number)])
        everything.unseen([Row(number)])
    assert len(recent.unseen([Row(0)])) == 1
    assert recent.unseen([Row(2)]) == []
    assert everything.unseen([Row(0)]) == []
