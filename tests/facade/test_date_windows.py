"""Date windows of change requests: splitting a span and merging the answers, without a client."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmdb_facade._core.lists.changes import (
    LONGEST,
    ChangeWindows,
    Window,
    check_page_of_span,
    merge_changes,
    split_span,
)
from tmdb_facade._core.request.validation import PAGE_LIMIT
from tmdb_facade.models import Change, ChangeAction, ChangeItem, Changes

DAY = date(2026, 11, 21)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2030, 1, 1))


@given(days, st.integers(0, 800).map(lambda number: timedelta(days=number)))
def test_split_span_returns_contiguous_windows_of_at_most_14_days(start: date, length: timedelta) -> None:
    """Each window starts on the last day of the previous one, so no change is lost, whether or not TMDB includes that day."""
    end = start + length
    windows = split_span(start, end)
    firsts, lasts = zip(*windows, strict=True)
    assert (firsts[0], lasts[-1]) == (start, end)
    assert firsts[1:] == lasts[:-1]
    assert all(timedelta(0) <= last - first <= LONGEST for first, last in zip(firsts, lasts, strict=True))
    assert (len(windows) == 1) == (length <= LONGEST)


def test_split_span_keeps_open_ends_open() -> None:
    """Without a start there is one window; without an end the last window has none."""
    assert split_span(None, None) == [(None, None)]
    assert split_span(None, DAY) == [(None, DAY)]
    assert split_span(DAY, None, today=DAY) == [(DAY, None)]
    assert split_span(DAY - timedelta(days=20), None, today=DAY) == [
        (DAY - timedelta(days=20), DAY - timedelta(days=7)),
        (DAY - timedelta(days=7), None),
    ]
    # A start that is still in the future in UTC.
    assert split_span(DAY + timedelta(days=1), None, today=DAY) == [(DAY + timedelta(days=1), None)]


def test_split_span_without_today_ends_on_the_current_day() -> None:
    start = datetime.now(UTC).date() - timedelta(days=20)
    between = start + timedelta(days=13)
    assert split_span(start, None) == [(start, between), (between, None)]


def test_split_span_converts_datetimes_to_utc_days() -> None:
    """TMDB counts days in UTC. Days of 23 or 25 hours work too."""
    evening = datetime(2026, 11, 21, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert split_span(evening, None, today=DAY + timedelta(days=1)) == [(DAY + timedelta(days=1), None)]
    assert split_span(None, evening) == [(None, DAY + timedelta(days=1))]
    summer, winter = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
    long_night = datetime(2026, 10, 25, tzinfo=summer), datetime(2026, 10, 26, tzinfo=winter)
    assert split_span(*long_night) == [(date(2026, 10, 24), date(2026, 10, 25))]
    assert split_span(datetime(2026, 11, 21, 23, 30), None, today=DAY) == [(DAY, None)]  # noqa: DTZ001  (no zone)
    moment = datetime(2026, 11, 21, 23, tzinfo=UTC)
    assert split_span(moment, moment + timedelta(hours=2)) == [(DAY, DAY + timedelta(days=1))]


def test_split_span_rejects_an_end_before_the_start() -> None:
    """TMDB would return an empty list."""
    with pytest.raises(ValueError, match="before start_date"):
        split_span(DAY, DAY - timedelta(days=1))


def narrowed(pages: dict[date, int], start: date, end: date | None, *, today: date = DAY) -> list[Window]:
    """Return the windows to iterate over, where `pages` has the number of pages by day."""
    windows = ChangeWindows(split_span(start, end, today), today)
    result: list[Window] = []
    while not windows.done:
        window = windows.next
        if windows.fits(sum(number for day, number in pages.items() if includes(window, day, today))):
            result.append(window)
    return result


def includes(window: Window, day: date, today: date) -> bool:
    """Return whether a day is in a window."""
    first, last = window
    return first is not None and first <= day <= (last or today)


@given(
    st.dictionaries(st.integers(0, 40), st.integers(min_value=1, max_value=700), max_size=41),
    st.integers(0, 40),
    st.booleans(),
)
def test_change_windows_cover_each_day_within_the_page_limit(pages: dict[int, int], length: int, is_open: bool) -> None:
    """Only a single day may have more pages. No day is iterated over by itself twice."""
    start = DAY - timedelta(days=length)
    counts = {start + timedelta(days=index): number for index, number in pages.items() if index <= length}
    windows = narrowed(counts, start, None if is_open else DAY)
    for index in range(length + 1):
        assert any(includes(window, start + timedelta(days=index), DAY) for window in windows)
    for first, last in windows:
        total = sum(number for day, number in counts.items() if includes((first, last), day, DAY))
        assert total <= PAGE_LIMIT or first == (last or DAY)
    assert len(set(windows)) == len(windows)
    assert all((last is None) == (is_open and (last or DAY) == DAY) for _, last in windows[-1:])


def test_change_windows_stay_whole_within_the_page_limit() -> None:
    assert narrowed({DAY: PAGE_LIMIT}, DAY - timedelta(days=14), DAY) == [(DAY - timedelta(days=14), DAY)]


def test_change_windows_without_a_start_cannot_be_halved() -> None:
    windows = ChangeWindows([(None, DAY)])
    assert windows.next == (None, DAY)
    assert windows.fits(PAGE_LIMIT + 1)
    assert windows.done


def test_check_page_of_span_rejects_a_page_for_several_windows() -> None:
    """Each window has its own pages."""
    check_page_of_span([(None, None)], 2)
    check_page_of_span([(None, None)] * 2, None)
    with pytest.raises(ValueError, match="14 days"):
        check_page_of_span([(None, None)] * 2, 2)


def edits(**fields: str) -> Changes:
    """Return an answer with, for each key, one change item per letter."""
    return Changes(
        changes=[
            Change(
                key=key,
                items=[ChangeItem(id=name, action=ChangeAction.ADDED, time=datetime.now(UTC)) for name in names],
            )
            for key, names in fields.items()
        ]
    )


def test_merge_changes_merges_keys_and_drops_duplicate_items() -> None:
    merged = merge_changes([edits(title="ab", cast="c"), edits(), edits(cast="cd", images="a"), edits(title="be")])
    assert [(change.key, [item.id for item in change.items]) for change in merged.changes] == [
        ("title", ["a", "b", "e"]),
        ("cast", ["c", "d"]),
        ("images", ["a"]),
    ]
    single = edits(title="a")
    assert merge_changes([single]) is single
