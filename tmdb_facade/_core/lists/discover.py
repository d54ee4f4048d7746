"""Discover queries: validation of their filters, and date slices of a query with too many results.

TMDB ignores a filter whose prerequisite is missing, and returns the unfiltered list. The client raises
an error instead, before a request is sent.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Literal, TypeAlias, cast

from tmdb_facade._core.lists.paging import is_truncated
from tmdb_facade._core.lists.terms import AllOf, Between, term_values
from tmdb_facade._core.request.choices import ReleaseTypeLike, TVStatusLike, TVTypeLike
from tmdb_facade._core.request.validation import (
    check_choice,
    check_listed,
    check_region,
    check_text,
    invalid,
    literals,
    shown,
)
from tmdb_facade.errors import InvalidArgumentError

#: Monetization types of watch providers.
Monetization: TypeAlias = Literal["flatrate", "free", "ads", "rent", "buy"]

_CHOICES = {
    "release_type": literals(ReleaseTypeLike),
    "status": literals(TVStatusLike),
    "type": literals(TVTypeLike),
    "watch_monetization_types": literals(Monetization),
}

_LANGUAGE = re.compile("[a-z]{2}")

# Halving an open range needs an end: a day before the first movie, and one after all announced movies.
_FIRST_DAY = date(1870, 1, 1)
_YEARS_AHEAD = 20


def check_needed(needed: str, value: object, **filters: object) -> None:
    """Validate filters that TMDB ignores without another parameter.

    Args:
        needed: The required parameter's name.
        value: Its value.
        **filters: The value of each filter.

    Raises:
        InvalidArgumentError: A filter was passed without the required parameter.
    """
    if value is None or (isinstance(value, str) and not value):
        for name, passed in filters.items():
            if passed is not None:
                raise InvalidArgumentError(name, f"requires {needed}=: without it, TMDB ignores {name}")


def check_choices(sort_type: str, sort_by: str | None, **filters: object) -> None:
    """Validate the order and the filters with a closed set of values: TMDB ignores other values.

    Args:
        sort_type: The name of the type that lists the orders.
        sort_by: The order.
        **filters: The value of each filter.

    Raises:
        InvalidArgumentError: A value is not one of TMDB's.
    """
    if sort_by is not None:
        check_listed("sort_by", sort_by, sort_type)
    for name, passed in filters.items():
        for value in term_values(passed):
            check_choice(name, value, _CHOICES[name])


def check_codes(countries: object, language: object) -> None:
    """Validate the countries of origin and the original language.

    Args:
        countries: The value of `origin_country`.
        language: The value of `original_language`.

    Raises:
        InvalidArgumentError: A value is not an ISO code.
    """
    for value in term_values(countries):
        check_region("origin_country", value)
    _check_any("original_language", language)
    for value in term_values(language):
        if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
            code = re.split("[-_]", value)[0].lower() if isinstance(value, str) else ""
            hint = repr(code) if _LANGUAGE.fullmatch(code) else None
            raise invalid("original_language", "an ISO 639-1 code without a region, such as 'ko'", value, hint)


def check_certification(terms: object) -> None:
    """Validate the values or the range of a certification.

    Args:
        terms: The value of `certification`.

    Raises:
        InvalidArgumentError: A value or an end is not text, or the values are those of `all_of`.
    """
    if isinstance(terms, Between):
        check_ranges("certifications", str, certification=cast("object", terms))
        return
    _check_any("certification", terms)
    for value in term_values(terms):
        check_text("certification", value)


def check_ranges(expected: str, kind: type | tuple[type, ...], **ranges: object) -> None:
    """Validate the ends of ranges, which `between` builds for parameters of any kind.

    Args:
        expected: The kind of ends, in the plural.
        kind: Their type.
        **ranges: The value of each parameter that takes a range.

    Raises:
        InvalidArgumentError: A value is not a range, or an end is of another kind.
    """
    for name, terms in ranges.items():
        if terms is None:
            continue
        if not isinstance(terms, Between):
            example = shown(terms) if isinstance(terms, kind) else "low"
            raise invalid(name, f"a range of {expected} such as between({example}, None)", terms)
        range_ = cast("Between[object]", terms)
        for end in (range_.low, range_.high):
            if end is not None and not isinstance(end, kind):
                raise invalid(name, f"a range of {expected}", range_)


def check_ids(**filters: object) -> None:
    """Validate filters that take TMDB's ids: TMDB finds nothing for a name.

    Args:
        **filters: The value of each filter.

    Raises:
        InvalidArgumentError: A value is text, but not a number.
    """
    for name, passed in filters.items():
        for value in term_values(passed):
            if isinstance(value, str) and not value.strip().isdecimal() and not set(value) & {",", "|"}:
                raise invalid(name, "one of TMDB's ids, such as 28", value)


def _check_any(name: str, terms: object) -> None:
    """Reject all of several values, for a parameter of which an entry has only one value."""
    if isinstance(terms, AllOf):
        values = ", ".join(map(repr, term_values(cast("object", terms))))
        raise invalid(name, "one value or any_of() of several", cast("object", terms), f"any_of({values})")


def check_sliceable(dates: str, **years: int | None) -> None:
    """Validate a sliced query, which must not have a year: it would apply to every slice.

    Args:
        dates: The parameter of the slices.
        **years: The value of each parameter that fixes the year.

    Raises:
        InvalidArgumentError: A year was passed.
    """
    for name, year in years.items():
        if year is not None:
            raise InvalidArgumentError(
                name, f"cannot be combined with sliced=True, which slices by {dates}; pass {dates}=between(...)"
            )


class DateSlices:
    """Slices of a date range, halved until none has more pages than TMDB serves.

    Until it is `done`: request the `next` slice, and pass its number of pages to `fits`. Either the slice is short
    enough to iterate over, or its halves come next. Slices come in order, do not overlap, and cover the range; the
    outermost slices of an open range are open.
    """

    def __init__(self, span: Between[date] | None, *, newest_first: bool, today: date | None = None) -> None:
        """Start with the whole range.

        Args:
            span: The date range; `None` for all days.
            newest_first: Whether the last days come first.
            today: The current day; open ranges are halved as if they ended some years later.
        """
        self._newest_first = newest_first
        day = today or datetime.now(UTC).date()
        self._last_day = date(min(day.year + _YEARS_AHEAD, date.max.year), 12, 31)
        self._remaining: list[Between[date] | None] = [span]

    @property
    def done(self) -> bool:
        """Whether there is no further slice."""
        return not self._remaining

    @property
    def next(self) -> Between[date] | None:
        """The next slice; `None` for all days."""
        return self._remaining[-1]

    def fits(self, total_pages: int) -> bool:
        """Return whether the `next` slice is short enough to iterate over; replace it by its halves if not.

        Args:
            total_pages: Its number of pages.

        Returns:
            Whether TMDB serves all of its pages, or it is a single day.
        """
        span = self._remaining.pop()
        halves = halve(span, _FIRST_DAY, self._last_day) if is_truncated(total_pages) else None
        if halves is None:
            return True
        # The last entry comes next.
        self._remaining += halves if self._newest_first else reversed(halves)
        return False


def halve(span: Between[date] | None, first_day: date, last_day: date) -> tuple[Between[date], Between[date]] | None:
    """Halve a date range.

    Args:
        span: The range; `None` for all days.
        first_day: The assumed start of a range without a lower end.
        last_day: The assumed end of a range without an upper end.

    Returns:
        The earlier and the later half, or `None` for a range that cannot be halved.
    """
    low, high = (None, None) if span is None else (span.low, span.high)
    # A few entries may lie beyond the assumed ends: a range of those is not halved.
    start, end = low or first_day, high or last_day
    if start >= end:
        return None
    middle = start + timedelta(days=(end - start).days // 2)
    return Between(low, middle), Between(middle + timedelta(days=1), high)
