"""Cutting a query into slices by date, without a client."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tmdb_facade._core.lists.discover import DateSlices, halve
from tmdb_facade._core.lists.terms import Between, between
from tmdb_facade._core.request.validation import PAGE_LIMIT

TODAY = date(2026, 11, 21)
days = st.dates(min_value=date(1870, 1, 1), max_value=date(2040, 1, 1))


def walk(
    films: dict[date, int], span: Between[date] | None, *, newest_first: bool = True
) -> list[Between[date] | None]:
    """List the slices that are walked, where so many pages of films came out on each day."""
    slices = DateSlices(span, newest_first=newest_first, today=TODAY)
    walked: list[Between[date] | None] = []
    while not slices.done:
        days = slices.next
        if slices.fits(count(films, days)):
            walked.append(days)
    return walked


def count(films: dict[date, int], days: Between[date] | None) -> int:
    """Count the pages of a slice."""
    return sum(pages for day, pages in films.items() if inside(day, days))


def inside(day: date, days: Between[date] | None) -> bool:
    """Tell whether a day is in a slice."""
    low, high = (None, None) if days is None else (days.low, days.high)
    return (low is None or low <= day) and (high is None or day <= high)


@given(
    films=st.dictionaries(days, st.integers(min_value=1, max_value=400), max_size=40),
    ends=st.tuples(days, days),
    open_ends=st.tuples(st.booleans(), st.booleans()),
    newest_first=st.booleans(),
)
def test_every_film_of_the_range_is_in_one_slice_that_tmdb_gives_out_whole(
    films: dict[date, int], ends: tuple[date, date], open_ends: tuple[bool, bool], newest_first: bool
) -> None:
    """Slices do not overlap, leave nothing out, keep within the range and come in order."""
    low, high = (None if is_open else day for day, is_open in zip(sorted(ends), open_ends, strict=True))
    span = None if low is None and high is None else between(low, high)
    walked = walk(films, span, newest_first=newest_first)
    for day in films:
        assert sum(inside(day, days) for days in walked) == inside(day, span)
    assert all(count(films, days) <= PAGE_LIMIT for days in walked)
    lows = [days.low or date.min for days in walked if days is not None]
    assert lows == sorted(lows, reverse=newest_first)


def test_what_tmdb_gives_out_whole_is_not_cut() -> None:
    """The query stays as it is, with films that have no date."""
    assert walk({TODAY: PAGE_LIMIT}, None) == [None]
    assert walk({TODAY: PAGE_LIMIT}, between(TODAY, None)) == [between(TODAY, None)]


def test_the_outermost_slices_of_an_open_range_are_open() -> None:
    """Nothing is known of the first film, nor of what is announced one day."""
    walked = walk({date(1900, 1, 1): 400, date(2000, 1, 1): 400}, None)
    first, last = walked[0], walked[-1]
    assert first is not None
    assert last is not None
    assert (first.high, last.low) == (None, None)
    assert first.low == (last.high or TODAY) + timedelta(days=1)


def test_a_day_is_not_cut() -> None:
    """It is walked as far as TMDB gives it out."""
    walked = walk({TODAY: PAGE_LIMIT + 1}, between(TODAY - timedelta(days=1), TODAY))
    assert walked == [between(TODAY, TODAY), between(TODAY - timedelta(days=1), TODAY - timedelta(days=1))]


def test_beyond_the_days_that_films_have_nothing_is_cut() -> None:
    """Should all the films of an open range have impossible dates, the walk ends all the same."""
    assert halve(between(None, date(1800, 1, 1)), date(1870, 1, 1), TODAY) is None
    assert halve(between(date(2999, 1, 1), None), date(1870, 1, 1), TODAY) is None
    assert walk({date(9999, 1, 1): PAGE_LIMIT + 1}, between(date(2999, 1, 1), None)) == [
        between(date(2999, 1, 1), None)
    ]
