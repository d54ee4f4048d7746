"""Slicing a discover query by release date, without a client."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tmdb_facade._core.lists.discover import DateSlices, halve
from tmdb_facade._core.lists.terms import Between, between
from tmdb_facade._core.request.validation import PAGE_LIMIT

TODAY = date(2026, 11, 21)
days = st.dates(min_value=date(1870, 1, 1), max_value=date(2040, 1, 1))


def slices_of(
    movies: dict[date, int], span: Between[date] | None, *, newest_first: bool = True
) -> list[Between[date] | None]:
    """Return the slices of a query, where `movies` has the number of pages by release day."""
    cutter = DateSlices(span, newest_first=newest_first, today=TODAY)
    result: list[Between[date] | None] = []
    while not cutter.done:
        days = cutter.next
        if cutter.fits(count(movies, days)):
            result.append(days)
    return result


def count(movies: dict[date, int], days: Between[date] | None) -> int:
    """Return the number of pages of a slice."""
    return sum(pages for day, pages in movies.items() if inside(day, days))


def inside(day: date, days: Between[date] | None) -> bool:
    """Return whether a day is in a slice."""
    low, high = (None, None) if days is None else (days.low, days.high)
    return (low is None or low <= day) and (high is None or day <= high)


@given(
    movies=st.dictionaries(days, st.integers(min_value=1, max_value=400), max_size=40),
    ends=st.tuples(days, days),
    open_ends=st.tuples(st.booleans(), st.booleans()),
    newest_first=st.booleans(),
)
def test_date_slices_cover_the_range_exactly_once_within_the_page_limit(
    movies: dict[date, int], ends: tuple[date, date], open_ends: tuple[bool, bool], newest_first: bool
) -> None:
    """Slices do not overlap, stay within the range and come in order."""
    low, high = (None if is_open else day for day, is_open in zip(sorted(ends), open_ends, strict=True))
    span = None if low is None and high is None else between(low, high)
    slices = slices_of(movies, span, newest_first=newest_first)
    for day in movies:
        assert sum(inside(day, days) for days in slices) == inside(day, span)
    assert all(count(movies, days) <= PAGE_LIMIT for days in slices)
    lows = [days.low or date.min for days in slices if days is not None]
    assert lows == sorted(lows, reverse=newest_first)


def test_date_slices_keep_a_query_within_the_page_limit_whole() -> None:
    """The query stays unchanged, so movies without a date are included."""
    assert slices_of({TODAY: PAGE_LIMIT}, None) == [None]
    assert slices_of({TODAY: PAGE_LIMIT}, between(TODAY, None)) == [between(TODAY, None)]


def test_date_slices_of_an_open_range_are_open_at_its_ends() -> None:
    """The earliest and the latest release date are unknown."""
    slices = slices_of({date(1900, 1, 1): 400, date(2000, 1, 1): 400}, None)
    first, last = slices[0], slices[-1]
    assert first is not None
    assert last is not None
    assert (first.high, last.low) == (None, None)
    assert first.low == (last.high or TODAY) + timedelta(days=1)


def test_date_slices_do_not_split_a_day() -> None:
    """A day beyond the page limit is truncated."""
    slices = slices_of({TODAY: PAGE_LIMIT + 1}, between(TODAY - timedelta(days=1), TODAY))
    assert slices == [between(TODAY, TODAY), between(TODAY - timedelta(days=1), TODAY - timedelta(days=1))]


def test_halve_returns_none_outside_the_known_release_dates() -> None:
    """Slicing ends even if all movies of an open range have impossible dates."""
    assert halve(between(None, date(1800, 1, 1)), date(1870, 1, 1), TODAY) is None
    assert halve(between(date(2999, 1, 1), None), date(1870, 1, 1), TODAY) is None
    assert slices_of({date(9999, 1, 1): PAGE_LIMIT + 1}, between(date(2999, 1, 1), None)) == [
        between(date(2999, 1, 1), None)
    ]
