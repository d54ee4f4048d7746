"""Changes over any span of days: TMDB gives out 14 days at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

from tmdb_facade._core.request.validation import check_date

if TYPE_CHECKING:
    from tmdb_bindings.models import Change, Changes

#: TMDB refuses a last day that is later than this after the first.
LONGEST = timedelta(days=14)

#: The first and the last day of one request.
Window: TypeAlias = tuple[date | None, date | None]

# Nothing says whether TMDB counts the last day, as one of the 14 or as one whose edits are given. So windows are a day
# shorter than they might be and share a day with the next: no edit is lost, and those that come twice have an id.
_STEP = timedelta(days=13)


def split_span(start: date | None, end: date | None, today: date | None = None) -> list[Window]:
    """Cut a span of days into windows that TMDB takes.

    Args:
        start: The first day; without it the span is left to TMDB.
        end: The last day; `None` for the present one.
        today: The present day, by UTC as TMDB counts.

    Returns:
        The windows in order, each beginning on the last day of the one before; one window when the span fits.

    Raises:
        ValueError: The last day comes before the first.
        TypeError: One of them is no date.
    """
    check_date("start_date", start)
    check_date("end_date", end)
    if start is None:
        return [(None, end and _day(end))]
    start, last = _day(start), _day(end or today or datetime.now(UTC).date())
    if end is not None and last < start:
        raise ValueError(f"the last day ({last}) comes before the first ({start})")
    if last - start <= LONGEST:
        return [(start, end and last)]
    windows: list[Window] = []
    while last - start > _STEP:
        windows.append((start, start + _STEP))
        start += _STEP
    # An end that was left to TMDB stays so: the present day may be half over, or over by now.
    return [*windows, (start, end and last)]


def check_page_of_span(windows: Sequence[Window], page: int | None) -> None:
    """Refuse a page of a span that takes several requests: each has pages of its own.

    Raises:
        ValueError: A page was asked for, and there are several windows.
    """
    if page is not None and len(windows) > 1:
        raise ValueError("page works within 14 days only: leave it out, and all of a longer span is given")


def merge_changes(answers: Sequence[Changes]) -> Changes:
    """Make one answer of those to a span's windows.

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
    # TMDB's days are those of UTC; a moment that names no zone is taken to be there.
    return (moment.astimezone(UTC) if moment.tzinfo else moment).date()
