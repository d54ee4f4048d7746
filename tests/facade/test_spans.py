"""Cutting a span of days into windows, and putting their answers together, without a client."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmdb_facade._core.lists.changes import LONGEST, check_page_of_span, merge_changes, split_span
from tmdb_facade.models import Change, ChangeItem, Changes

DAY = date(2026, 11, 21)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2030, 1, 1))


@given(days, st.integers(0, 800).map(lambda number: timedelta(days=number)))
def test_windows_cover_the_span_and_are_no_longer_than_tmdb_allows(start: date, length: timedelta) -> None:
    """Each begins on the last day of the one before, so that no edit is lost however TMDB counts the last day."""
    end = start + length
    windows = split_span(start, end)
    firsts, lasts = zip(*windows, strict=True)
    assert (firsts[0], lasts[-1]) == (start, end)
    assert firsts[1:] == lasts[:-1]
    assert all(timedelta(0) <= last - first <= LONGEST for first, last in zip(firsts, lasts, strict=True))
    assert (len(windows) == 1) == (length <= LONGEST)


def test_what_tmdb_decides_is_left_to_it() -> None:
    """Without a first day it is one request; without a last day the last window has none."""
    assert split_span(None, None) == [(None, None)]
    assert split_span(None, DAY) == [(None, DAY)]
    assert split_span(DAY, None, today=DAY) == [(DAY, None)]
    assert split_span(DAY - timedelta(days=20), None, today=DAY) == [
        (DAY - timedelta(days=20), DAY - timedelta(days=7)),
        (DAY - timedelta(days=7), None),
    ]
    # A day that is over elsewhere has not begun in UTC.
    assert split_span(DAY + timedelta(days=1), None, today=DAY) == [(DAY + timedelta(days=1), None)]


def test_moments_count_as_their_days() -> None:
    """Those of UTC, by which TMDB counts, wherever the moment was, and on days with 23 or 25 hours too."""
    evening = datetime(2026, 11, 21, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert split_span(evening, None, today=DAY + timedelta(days=1)) == [(DAY + timedelta(days=1), None)]
    assert split_span(None, evening) == [(None, DAY + timedelta(days=1))]
    summer, winter = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
    long_night = datetime(2026, 10, 25, tzinfo=summer), datetime(2026, 10, 26, tzinfo=winter)
    assert split_span(*long_night) == [(date(2026, 10, 24), date(2026, 10, 25))]
    assert split_span(datetime(2026, 11, 21, 23, 30), None, today=DAY) == [(DAY, None)]  # noqa: DTZ001  (no zone)
    moment = datetime(2026, 11, 21, 23, tzinfo=UTC)
    assert split_span(moment, moment + timedelta(hours=2)) == [(DAY, DAY + timedelta(days=1))]


def test_a_span_ends_after_it_begins() -> None:
    """TMDB would answer with an empty list."""
    with pytest.raises(ValueError, match="before the first"):
        split_span(DAY, DAY - timedelta(days=1))


def test_a_page_means_nothing_for_several_windows() -> None:
    """Each has pages of its own."""
    check_page_of_span([(None, None)], 2)
    check_page_of_span([(None, None)] * 2, None)
    with pytest.raises(ValueError, match="14 days"):
        check_page_of_span([(None, None)] * 2, 2)


def edits(**fields: str) -> Changes:
    """Make an answer: for each field the ids of its edits, a letter each."""
    return Changes(
        changes=[
            Change(key=key, items=[ChangeItem(id=name, action="added", time=datetime.now(UTC)) for name in names])
            for key, names in fields.items()
        ]
    )


def test_the_answers_of_windows_become_one() -> None:
    """Fields come once and edits once each, in their order."""
    merged = merge_changes([edits(title="ab", cast="c"), edits(), edits(cast="cd", images="a"), edits(title="be")])
    assert [(change.key, [item.id for item in change.items]) for change in merged.changes] == [
        ("title", ["a", "b", "e"]),
        ("cast", ["c", "d"]),
        ("images", ["a"]),
    ]
    one = edits(title="a")
    assert merge_changes([one]) is one
