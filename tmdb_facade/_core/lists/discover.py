"""Discover: what a query needs to mean anything, and how one that has too many results is cut up.

TMDB ignores a filter whose prerequisite is missing, and answers with the unfiltered list. So that is refused before
anything is sent.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Literal, TypeAlias, get_args

from tmdb_facade._core.lists.paging import is_truncated
from tmdb_facade._core.lists.terms import Between, given_values
from tmdb_facade._core.request.validation import check_choice

#: How a film was released: 1 premiere, 2 limited, 3 in cinemas, 4 digital, 5 physical, 6 on TV.
ReleaseType: TypeAlias = Literal[1, 2, 3, 4, 5, 6]
#: How a series stands: 0 returning, 1 planned, 2 in production, 3 ended, 4 cancelled, 5 pilot.
TVStatus: TypeAlias = Literal[0, 1, 2, 3, 4, 5]
#: What a series is: 0 documentary, 1 news, 2 miniseries, 3 reality, 4 scripted, 5 talk show, 6 video.
TVType: TypeAlias = Literal[0, 1, 2, 3, 4, 5, 6]
#: How a watch provider offers something.
Monetization: TypeAlias = Literal["flatrate", "free", "ads", "rent", "buy"]

_CHOICES = {
    "release_type": get_args(ReleaseType),
    "status": get_args(TVStatus),
    "type": get_args(TVType),
    "watch_monetization_types": get_args(Monetization),
}

# Where a range is open, halving needs a day all the same: before the first film, and after every announced one.
_FIRST_DAY = date(1870, 1, 1)
_YEARS_AHEAD = 20


def check_needed(needed: str, value: str | None, **filters: object) -> None:
    """Refuse filters that do nothing without another parameter.

    Args:
        needed: The parameter that they need.
        value: What was passed for it.
        **filters: What was passed for each filter.

    Raises:
        ValueError: A filter was passed, and what it needs was not.
    """
    if not value:
        for name, passed in filters.items():
            if passed is not None:
                raise ValueError(f"{name} needs {needed}: without it, TMDB ignores {name}")


def check_choices(sort_type: str, sort_by: str | None, **filters: object) -> None:
    """Refuse words that TMDB would ignore.

    Args:
        sort_type: The name of the type that lists the orders.
        sort_by: The order that was passed.
        **filters: What was passed for each filter that has a closed set of values.

    Raises:
        ValueError: TMDB knows no such value.
    """
    if sort_by is not None:
        from tmdb_bindings import models

        check_choice("sort_by", sort_by, get_args(getattr(models, sort_type)))
    for name, passed in filters.items():
        for value in given_values(passed):
            check_choice(name, value, _CHOICES[name])


def check_sliceable(dates: str, **years: int | None) -> None:
    """Refuse to slice a query by dates that are fixed in another way.

    Args:
        dates: The parameter that slices are made by.
        **years: What was passed for parameters that fix the year.

    Raises:
        ValueError: A year was passed.
    """
    for name, year in years.items():
        if year is not None:
            raise ValueError(f"with sliced=True pass {dates}=between(...), not {name}: slices are made by {dates}")


class DateSlices:
    """Cuts a range of days until no slice has more pages than TMDB gives out.

    Until it is `done`: take the `next` slice, count its pages, and tell `fits` how many they are. Either the slice is to
    be walked, or its halves come next. Slices come in order, do not overlap, and cover the range; where the range is
    open, so is the outermost slice.
    """

    def __init__(self, span: Between[date] | None, *, newest_first: bool, today: date | None = None) -> None:
        """Begin with the whole range.

        Args:
            span: The days; `None` for all of them.
            newest_first: Whether the last days come first.
            today: The present day; open ranges are halved as if they ended some years later.
        """
        self._newest_first = newest_first
        day = today or datetime.now(UTC).date()
        self._last_day = date(min(day.year + _YEARS_AHEAD, date.max.year), 12, 31)
        self._left: list[Between[date] | None] = [span]

    @property
    def done(self) -> bool:
        """Whether all of the range was given."""
        return not self._left

    @property
    def next(self) -> Between[date] | None:
        """The slice to count; `None` stands for all days."""
        return self._left[-1]

    def fits(self, total_pages: int) -> bool:
        """Take the number of pages of the `next` slice.

        Args:
            total_pages: How many it has.

        Returns:
            Whether it is to be walked: it has no more pages than TMDB gives out, or is a single day.
        """
        span = self._left.pop()
        halves = halve(span, _FIRST_DAY, self._last_day) if is_truncated(total_pages) else None
        if halves is None:
            return True
        # The last entry comes next.
        self._left += halves if self._newest_first else reversed(halves)
        return False


def halve(span: Between[date] | None, first_day: date, last_day: date) -> tuple[Between[date], Between[date]] | None:
    """Cut a range of days in two.

    Args:
        span: The range; `None` for all days.
        first_day: Where a range without a low end is taken to begin.
        last_day: Where a range without a high end is taken to end.

    Returns:
        The earlier and the later half, or `None` when it cannot be cut.
    """
    low, high = (None, None) if span is None else (span.low, span.high)
    # Beyond the days that are taken for the ends there may be a few entries: a range of those is not cut.
    start, end = low or first_day, high or last_day
    if start >= end:
        return None
    middle = start + timedelta(days=(end - start).days // 2)
    return Between(low, middle), Between(middle + timedelta(days=1), high)
