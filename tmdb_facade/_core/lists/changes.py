"""Changes over date ranges: TMDB returns at most 14 days at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

from tmdb_facade._core.lists.paging import is_truncated
from tmdb_facade._core.request.validation import check_date
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_bindings.models import Change, Changes

#: The longest time from the first to the last day that TMDB accepts.
LONGEST = timedelta(days=14)

#: The first and the last day of one request.
Window: TypeAlias = tuple[date | None, date | None]

# TMDB does not document whether the last day counts as one of the 14, or whether its edits are included. So windows are
# a day shorter than they might be and share a day with the next: no edit is lost, and the ids of edits show duplicates.
_STEP = timedelta(days=13)
_DAY = timedelta(days=1)


def split_span(start: date | None, end: date | None, today: date | None = None) -> list[Window]:
    """Split a date range into windows that TMDB accepts.

    Args:
        start: The first day; without it, TMDB chooses the range.
        end: The last day; `None` for today.
        today: The current day in UTC, which TMDB uses.

    Returns:
        The windows in order, each starting on the last day of the one before; a single window if the range is short
        enough.

    Raises:
        InvalidArgumentError: The last day is before the first, or one of them is not a date.
    """
    first, final = check_date("start_date", start), check_date("end_date", end)
    if first is None:
        return [(None, final and _day(final))]
    first, last = _day(first), _day(final or today or datetime.now(UTC).date())
    if final is not None and last < first:
        raise InvalidArgumentError("end_date", f"must not be before start_date ({first}), got {last}")
    if last - first <= LONGEST:
        return [(first, final and last)]
    windows: list[Window] = []
    while last - first > _STEP:
        windows.append((first, first + _STEP))
        first += _STEP
    # Without an end, the last window stays open: the current day is not over yet.
    return [*windows, (first, final and last)]


class ChangeWindows:
    """Windows of a change list, halved until none has more pages than TMDB serves.

    Until it is `done`: request the `next` window, and pass its number of pages to `fits`. Either the window is short
    enough to iterate over, or its halves come next.
    """

    def __init__(self, windows: Sequence[Window], today: date | None = None) -> None:
        """Start with the windows of the whole range.

        Args:
            windows: The windows, in order.
            today: The current day in UTC, the last one of a window without an end.
        """
        self._remaining = list(reversed(windows))
        self._today = today or datetime.now(UTC).date()
        self._days: dict[Window, int] = {}
        self._split: dict[Window, int] = {}

    @property
    def done(self) -> bool:
        """Whether all windows were requested."""
        while self._remaining and self._is_covered(self._remaining[-1]):
            self._remaining.pop()
        return not self._remaining

    @property
    def next(self) -> Window:
        """The next window."""
        return self._remaining[-1]

    def fits(self, total_pages: int) -> bool:
        """Return whether the `next` window is short enough to iterate over; replace it by its halves if not.

        Args:
            total_pages: Its number of pages.

        Returns:
            Whether TMDB serves all of its pages, or it cannot be halved.
        """
        window = self._remaining.pop()
        halves = self._halve(window)
        if not halves:
            self._days[window] = total_pages
        if not halves or window in self._split or not is_truncated(total_pages):
            return True
        if not self._halve(halves[0]):
            # The two days follow; whether they have all of its pages shows whether TMDB includes a window's last day.
            self._split[window] = total_pages
            self._remaining.append(window)
        self._remaining += reversed(halves)
        return False

    def _is_covered(self, window: Window) -> bool:
        """Return whether earlier windows have all entries of a window: the same day, or both of its days."""
        if window in self._split:
            return sum(self._days[day] for day in self._halve(window)) >= self._split[window]
        return window in self._days

    def _halve(self, window: Window) -> tuple[Window, ...]:
        """Return both halves of a window, which share a day unless it has two; nothing for a single day."""
        first, end = window
        last = end or self._today
        if first is None or last <= first:
            return ()
        middle = first + (last - first) // 2
        return ((first, middle), (middle, end)) if middle > first else ((first, first), (first + _DAY, end))


def check_page_of_span(windows: Sequence[Window], page: int | None) -> None:
    """Validate a page of a date range. If there are several windows, each has its own pages.

    Raises:
        InvalidArgumentError: A page was passed, and there are several windows.
    """
    if page is not None and len(windows) > 1:
        raise InvalidArgumentError("page", "must be omitted for a range of more than 14 days, which returns all pages")


def merge_changes(answers: Sequence[Changes]) -> Changes:
    """Merge the answers for the windows of a date range.

    Args:
        answers: The answers in the order of the windows; the first is changed.

    Returns:
        The edits by field, each once and in the order in which they were made.
    """
    merged, *others = answers
    if not others:
        return merged
    fields: dict[str, Change] = {}
    for change in [change for answer in answers for change in answer.changes]:
        known = fields.setdefault(change.key, change)
        if known is not change:
            seen = {item.id for item in known.items}
            known.items += [item for item in change.items if item.id not in seen]
    merged.changes = list(fields.values())
    return merged


def _day(moment: date) -> date:
    if not isinstance(moment, datetime):
        return moment
    # TMDB's days are UTC; a timestamp without a time zone is taken as UTC.
    return (moment.astimezone(UTC) if moment.tzinfo else moment).date()
