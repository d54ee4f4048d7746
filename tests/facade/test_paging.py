"""Which page comes next: the rules, without a client."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmdb_bindings import api
from tmdb_facade._core.endpoint import Operation
from tmdb_facade._core.paging import PAGE_LIMIT, check_page, is_truncated, next_page, page_request

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
        check_page(number)


def test_truncation_is_more_pages_than_tmdb_gives_out() -> None:
    """500 pages are given out in full."""
    assert [is_truncated(total) for total in (None, 0, 500, 501)] == [False, False, False, True]
