"""Terms of a query: values that must all be met, values of which one will do, and ranges.

TMDB separates the values of one parameter by commas (all of them) or pipes (any of them) and leaves the mixture of both
undefined, so the two are types here: a parameter takes one or the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Generic, TypeVar, cast, overload

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class _Values(Generic[T_co]):
    """Several values of one parameter."""

    __slots__ = ("values",)
    _maker = ""

    def __init__(self, values: Iterable[T_co]) -> None:
        several = tuple(values)
        if not several:
            raise ValueError(f"{self._maker}() takes at least one value")
        for value in several:
            _check_value(value, self._maker)
        self.values: tuple[T_co, ...] = tuple(dict.fromkeys(several))

    def __eq__(self, other: object) -> bool:
        """Tell whether both mean the same."""
        if type(self) is not type(other):
            return NotImplemented
        return frozenset(self.values) == frozenset(given_values(other))

    def __hash__(self) -> int:
        """Hash what is compared."""
        return hash((type(self), frozenset(self.values)))

    def __repr__(self) -> str:
        """Write the call that makes it."""
        return f"{self._maker}({', '.join(map(repr, self.values))})"


class AllOf(_Values[T_co]):
    """Values that must all be met; `all_of` makes it.

    Attributes:
        values: The values, each once.
    """

    __slots__ = ()
    _maker = "all_of"


class AnyOf(_Values[T_co]):
    """Values of which at least one must be met; `any_of` makes it.

    Attributes:
        values: The values, each once.
    """

    __slots__ = ()
    _maker = "any_of"


class Between(Generic[T_co]):
    """A range, its ends included; `between` makes it.

    Attributes:
        low: The least value, or `None` for no bound.
        high: The greatest value, or `None` for no bound.
    """

    __slots__ = ("high", "low")

    def __init__(self, low: T_co | None, high: T_co | None) -> None:
        self.low: T_co | None = low
        self.high: T_co | None = high

    def __eq__(self, other: object) -> bool:
        """Tell whether both mean the same."""
        if not isinstance(other, Between):
            return NotImplemented
        # Of a generic class, isinstance leaves the parameter unknown; to compare it need not be known.
        range_ = cast("Between[object]", other)
        return (self.low, self.high) == (range_.low, range_.high)

    def __hash__(self) -> int:
        """Hash what is compared."""
        return hash((self.low, self.high))

    def __repr__(self) -> str:
        """Write the call that makes it."""
        return f"between({self.low!r}, {self.high!r})"


def all_of(*values: T) -> AllOf[T]:
    """Ask for entries that have every one of some values.

        tmdb.discover.movies(genres=all_of(28, 12))

    Args:
        *values: Ids, codes or words, as the parameter takes them; at least one.

    Returns:
        What a parameter takes in the place of a single value.

    Raises:
        ValueError: There is no value, or a text holds a comma or a pipe, which separate values.
        TypeError: A value is neither a whole number nor a text.
    """
    return AllOf(values)


def any_of(*values: T) -> AnyOf[T]:
    """Ask for entries that have at least one of some values.

        tmdb.discover.movies(keywords=any_of(818, 9715))

    Args:
        *values: Ids, codes or words, as the parameter takes them; at least one.

    Returns:
        What a parameter takes in the place of a single value.

    Raises:
        ValueError: There is no value, or a text holds a comma or a pipe, which separate values.
        TypeError: A value is neither a whole number nor a text.
    """
    return AnyOf(values)


def between(low: T | None = None, high: T | None = None) -> Between[T]:
    """Ask for a range, its ends included.

        tmdb.discover.movies(vote_average=between(7, None), released=between(date(1994, 1, 1), date(1994, 12, 31)))

    Args:
        low: The least value; `None` for no bound.
        high: The greatest value; `None` for no bound.

    Returns:
        What a parameter takes that has a range.

    Raises:
        ValueError: Both ends are missing, or the low one is above the high one.
        TypeError: An end is neither a number, a text nor a date, or the ends are of two kinds.
    """
    if low is None and high is None:
        raise ValueError("between() takes a low end, a high end or both")
    first, last = (_day(end) for end in (low, high))
    kinds = {_kind(end) for end in (first, last) if end is not None}
    if len(kinds) > 1:
        raise TypeError(f"the ends of a range are of one kind, not between({low!r}, {high!r})")
    # Texts are certifications (PG-13): their order is a country's, not the alphabet's.
    if first is not None and last is not None and kinds != {str} and _precedes(last, first):
        raise ValueError(f"between({low!r}, {high!r}) is empty: the low end comes first")
    return Between(first, last)


@overload
def terms_text(terms: str | AllOf[str] | AnyOf[str] | None) -> str | None: ...
@overload
def terms_text(terms: int | AllOf[int] | AnyOf[int] | None) -> int | str | None: ...
def terms_text(terms: str | int | AllOf[str | int] | AnyOf[str | int] | None) -> str | int | None:
    """Write one or several values as TMDB reads them.

    Args:
        terms: A value, or several.

    Returns:
        The value itself, or the values with commas (all of them) or pipes (any of them) between; `None` for none.

    Raises:
        ValueError: A single text holds a comma or a pipe.
        TypeError: It is neither a value nor made by `all_of` or `any_of`.
    """
    if isinstance(terms, _Values):
        return ("," if isinstance(terms, AllOf) else "|").join(map(str, terms.values))
    if terms is not None:
        _check_value(terms, "all_of() or any_of()")
    return terms


def given_values(terms: object) -> tuple[object, ...]:
    """List what was passed for a parameter that takes one or several values."""
    if isinstance(terms, _Values):
        return cast("_Values[object]", terms).values
    return () if terms is None else (terms,)


def exact(terms: str | Between[str] | None) -> str | None:
    """Give a single value that may be passed in the place of a range."""
    return None if isinstance(terms, Between) else terms


def span(terms: str | Between[str] | None) -> Between[str] | None:
    """Give a range that may be passed in the place of a single value."""
    return terms if isinstance(terms, Between) else None


def low(terms: Between[T] | None) -> T | None:
    """Give the low end of a range, if there is one."""
    return None if terms is None else _range(terms).low


def high(terms: Between[T] | None) -> T | None:
    """Give the high end of a range, if there is one."""
    return None if terms is None else _range(terms).high


def _range(terms: Between[T]) -> Between[T]:
    if not isinstance(terms, Between):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise TypeError(f"a range is made by between(), as in between({terms!r}, None)")
    return terms


def _check_value(value: object, maker: str) -> None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise TypeError(f"{maker} takes whole numbers or texts, not {value!r}")
    if isinstance(value, str) and (not value or "," in value or "|" in value):
        raise ValueError(f"{maker} takes one value at a time, not {value!r}")


def _day(end: T | None) -> T | None:
    # A moment is a date to Python, but TMDB filters by days.
    return cast("T", end.date()) if isinstance(end, datetime) else end


def _precedes(one: Any, other: Any) -> bool:
    # Both are numbers, or both are dates; no type says so of a pair.
    return bool(one < other)


def _kind(end: object) -> type[object]:
    if isinstance(end, date | str):
        return date if isinstance(end, date) else str
    if isinstance(end, int | float) and not isinstance(end, bool):
        return float
    raise TypeError(f"an end of a range is a number, a text or a date, not {end!r}")
