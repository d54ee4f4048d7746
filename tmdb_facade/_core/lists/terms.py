"""Terms of a discover query: all of several values, any of several values, and ranges.

TMDB separates the values of one parameter by commas (all of them) or pipes (any of them) and does not define a mixture of
both, so each has its own type here, and a parameter takes one of the two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any, Generic, TypeVar, cast, overload

from tmdb_bindings.runtime import as_integer
from tmdb_facade._core.request.validation import finite_number, invalid
from tmdb_facade.errors import InvalidArgumentError

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class _Values(Generic[T_co]):
    """Several values of one parameter."""

    __slots__ = ("values",)
    _function = ""

    def __init__(self, values: Iterable[T_co]) -> None:
        checked = tuple(_check_value(value, "values") for value in values)
        if not checked:
            raise InvalidArgumentError("values", f"must not be empty: {self._function}() requires at least one")
        self.values: tuple[T_co, ...] = tuple(dict.fromkeys(checked))

    def __eq__(self, other: object) -> bool:
        """Return whether both terms mean the same."""
        if type(self) is not type(other):
            return NotImplemented
        return frozenset(self.values) == frozenset(term_values(other))

    def __hash__(self) -> int:
        """Return the hash of the set of values."""
        return hash((type(self), frozenset(self.values)))

    def __repr__(self) -> str:
        """Return the expression that recreates this term."""
        return f"{self._function}({', '.join(map(repr, self.values))})"


class AllOf(_Values[T_co]):
    """Values that an entry must all have; `all_of` creates it.

    Attributes:
        values: The values, each once.
    """

    __slots__ = ()
    _function = "all_of"


class AnyOf(_Values[T_co]):
    """Values of which an entry must have at least one; `any_of` creates it.

    Attributes:
        values: The values, each once.
    """

    __slots__ = ()
    _function = "any_of"


class Between(Generic[T_co]):
    """An inclusive range; `between` creates it.

    Attributes:
        low: The lower end, or `None` for an open range.
        high: The upper end, or `None` for an open range.
    """

    __slots__ = ("high", "low")

    def __init__(self, low: T_co | None, high: T_co | None) -> None:
        self.low: T_co | None = low
        self.high: T_co | None = high

    def __eq__(self, other: object) -> bool:
        """Return whether both ranges have the same ends."""
        if not isinstance(other, Between):
            return NotImplemented
        # `isinstance` leaves the parameter of a generic class unknown; the comparison does not need it.
        range_ = cast("Between[object]", other)
        return (self.low, self.high) == (range_.low, range_.high)

    def __hash__(self) -> int:
        """Return the hash of the ends."""
        return hash((self.low, self.high))

    def __repr__(self) -> str:
        """Return the expression that recreates this term."""
        return f"between({self.low!r}, {self.high!r})"


def all_of(*values: T) -> AllOf[T]:
    """Build a term for entries that have every one of several values.

        tmdb.discover.movies(genres=all_of(28, 12))

    Args:
        *values: Ids, codes or words, depending on the parameter; at least one.

    Returns:
        A term to pass instead of a single value.

    Raises:
        InvalidArgumentError: There is no value, a value is neither an integer nor text, or a text contains a comma or a
            pipe.
    """
    return AllOf(values)


def any_of(*values: T) -> AnyOf[T]:
    """Build a term for entries that have at least one of several values.

        tmdb.discover.movies(keywords=any_of(818, 9715))

    Args:
        *values: Ids, codes or words, depending on the parameter; at least one.

    Returns:
        A term to pass instead of a single value.

    Raises:
        InvalidArgumentError: There is no value, a value is neither an integer nor text, or a text contains a comma or a
            pipe.
    """
    return AnyOf(values)


def between(low: T | None = None, high: T | None = None) -> Between[T]:
    """Build an inclusive range.

        tmdb.discover.movies(vote_average=between(7, None), released=between(date(1994, 1, 1), date(1994, 12, 31)))

    Args:
        low: The lower end; `None` for an open range.
        high: The upper end; `None` for an open range.

    Returns:
        A range to pass as a parameter.

    Raises:
        InvalidArgumentError: Both ends are missing or of different types, an end is neither a number, text nor a date,
            or the lower end is above the upper one.
    """
    if low is None and high is None:
        raise InvalidArgumentError("low", "or high must be passed to between()")
    first, last = (_check_end(name, end) for name, end in (("low", low), ("high", high)))
    if first is not None and last is not None:
        kinds = {_kind(first), _kind(last)}
        if len(kinds) > 1:
            raise InvalidArgumentError("high", f"must have the same type as low, got between({low!r}, {high!r})")
        # Texts are certifications (PG-13): their order is a country's, not the alphabet's.
        # Otherwise both are numbers, or both are dates; no type states that of a pair.
        if kinds != {str} and cast("Any", last) < first:
            raise InvalidArgumentError("high", f"must not be below low, got between({low!r}, {high!r})")
    return Between(first, last)


@overload
def terms_text(name: str, terms: str | AllOf[str] | AnyOf[str] | None) -> str | None: ...
@overload
def terms_text(name: str, terms: int | AllOf[int] | AnyOf[int] | None) -> int | str | None: ...
def terms_text(name: str, terms: str | int | AllOf[str | int] | AnyOf[str | int] | None) -> str | int | None:
    """Join values by TMDB's separators.

    Args:
        name: The parameter's name.
        terms: A value, or several.

    Returns:
        The value itself, or the values joined by commas (all of them) or pipes (any of them); `None` for none.

    Raises:
        InvalidArgumentError: The value is neither an integer nor text, or contains a comma or a pipe.
    """
    if isinstance(terms, _Values):
        return ("," if isinstance(terms, AllOf) else "|").join(map(str, terms.values))
    return None if terms is None else _check_value(terms, name)


def numbers(
    terms: str | int | AllOf[str | int] | AnyOf[str | int] | None, by_word: Mapping[str, int]
) -> int | AllOf[int] | AnyOf[int] | None:
    """Replace words by the numbers that TMDB's filters take instead.

    Args:
        terms: A word or number, or several, of known ones.
        by_word: The number of each word.
    """
    if isinstance(terms, _Values):
        found = [_number(value, by_word) for value in terms.values]
        return AllOf(found) if isinstance(terms, AllOf) else AnyOf(found)
    return None if terms is None else _number(terms, by_word)


def _number(value: str | int, by_word: Mapping[str, int]) -> int:
    return by_word[value] if isinstance(value, str) else value


def term_values(terms: object) -> tuple[object, ...]:
    """Return the values of a parameter that takes one or several."""
    if isinstance(terms, _Values):
        return cast("_Values[object]", terms).values
    return () if terms is None else (terms,)


def exact(terms: str | AnyOf[str] | Between[str] | None) -> str | None:
    """Return the values of a parameter that takes one, any of several or a range; `None` for a range."""
    return None if isinstance(terms, Between) else terms_text("certification", terms)


def span(terms: str | AnyOf[str] | Between[str] | None) -> Between[str] | None:
    """Return the range of a parameter that takes values or a range; `None` for values."""
    return terms if isinstance(terms, Between) else None


def low(terms: Between[T] | None) -> T | None:
    """Return the lower end of a range, if there is one."""
    return None if terms is None else terms.low


def high(terms: Between[T] | None) -> T | None:
    """Return the upper end of a range, if there is one."""
    return None if terms is None else terms.high


def _check_value(value: T, name: str) -> T:
    if isinstance(value, str):
        text = value.strip()  # an id or a code from a file or a table
        if text and "," not in text and "|" not in text:
            return value if text == value else cast("T", text)
        raise invalid(name, "one value, or all_of() or any_of() of several", value)
    number = as_integer(value)
    if number is None:
        given: object = value
        is_several = isinstance(value, Collection) and not isinstance(value, bytes)
        raise invalid(name, "an integer or text", given, "all_of(*values) or any_of(*values)" if is_several else None)
    if number < 0:
        raise invalid(name, "at least 0", number)
    return cast("T", number)


def _check_end(name: str, end: T | None) -> T | None:
    if end is None:
        return end
    if isinstance(end, str):
        return _check_value(end, name)
    if isinstance(end, date):
        # A timestamp is a date to Python, but TMDB filters by days.
        return cast("T", end.date()) if isinstance(end, datetime) else end
    number = finite_number(end)
    if number is None:
        raise invalid(name, "a number, text or a date", end)
    if number < 0:
        raise invalid(name, "at least 0", number)
    return cast("T", number)


def _kind(end: object) -> type[object]:
    return next((kind for kind in (date, str) if isinstance(end, kind)), float)
