# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Dates of which TMDB knows only the year, or the year and the month."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Literal, Self, SupportsIndex, cast

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core.core_schema import CoreSchema

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")


class PartialDate(datetime.date):
    """A date without a day, or without a month and a day, such as a birthday of which only the year is known.

    As a `datetime.date`, it is the first day of the year or month. As text, it is what TMDB sent: `1945` or `1945-06`.
    It differs from every full date; computing with it returns full dates. It is sorted before its first month and day.
    """

    __slots__ = ("_precision",)

    _precision: Literal["year", "month"]

    def __new__(cls, year: SupportsIndex, month: SupportsIndex | None = None, day: SupportsIndex | None = None) -> Self:
        """Create a partial date. With a day, return a `datetime.date`, as the arithmetic of dates needs it.

        Raises:
            ValueError: There is no such year or month.
        """
        if day is not None:
            return cast("Self", datetime.date(year, 1 if month is None else month, day))
        partial = super().__new__(cls, year, 1 if month is None else month, 1)
        partial._precision = "year" if month is None else "month"
        return partial

    @property
    def precision(self) -> Literal["year", "month"]:
        """What is known: only the `year`, or the year and the `month`."""
        return self._precision

    def replace(
        self, year: SupportsIndex | None = None, month: SupportsIndex | None = None, day: SupportsIndex | None = None
    ) -> Self:
        """Return a full date with the given parts. Before Python 3.13, the inherited method bypasses `__new__`."""
        parts = zip((year, month, day), (self.year, self.month, self.day), strict=True)
        return cast("Self", datetime.date(*(known if part is None else part for part, known in parts)))

    def isoformat(self) -> str:
        """Return the known part in ISO 8601, such as `1945` or `1945-06`."""
        return super().isoformat()[: 4 if self._precision == "year" else 7]

    def __eq__(self, other: object) -> bool:
        """Return whether the other object is the same partial date. A full date is another one."""
        return isinstance(other, PartialDate) and self.isoformat() == other.isoformat()

    def __ne__(self, other: object) -> bool:
        """Return the opposite of `__eq__`; a date does not derive it."""
        return not self == other

    def __lt__(self, other: datetime.date) -> bool:
        """Return whether this date is before another date."""
        return _position(self) < _position(other) if _is_date(other) else NotImplemented

    def __le__(self, other: datetime.date) -> bool:
        """Return whether this date is not after another date."""
        return _position(self) <= _position(other) if _is_date(other) else NotImplemented

    def __gt__(self, other: datetime.date) -> bool:
        """Return whether this date is after another date."""
        return _position(self) > _position(other) if _is_date(other) else NotImplemented

    def __ge__(self, other: datetime.date) -> bool:
        """Return whether this date is not before another date."""
        return _position(self) >= _position(other) if _is_date(other) else NotImplemented

    def __hash__(self) -> int:
        """Return a hash of the known part."""
        return hash(self.isoformat())

    def __repr__(self) -> str:
        """Return the call that creates the date."""
        return f"{type(self).__name__}({', '.join(map(str, self._known()))})"

    def __reduce__(self) -> tuple[type[Self], tuple[int, ...]]:
        """Return how to copy and unpickle the date."""
        return type(self), self._known()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return how pydantic reads and writes the date. pydantic is installed if it calls this."""
        from .pydantic_values import partial_date_schema

        return partial_date_schema()

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON schema of the date, for pydantic and FastAPI."""
        from .pydantic_values import value_json_schema

        return value_json_schema(cls, schema, handler)

    def _known(self) -> tuple[int, ...]:
        return (self.year,) if self._precision == "year" else (self.year, self.month)


def _is_date(value: object) -> bool:
    """Return whether a value is a date without a time. As for full dates, the order of others is undefined."""
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def _position(day: datetime.date) -> tuple[int, int]:
    """Return the sort key of a date. The less is known, the shorter is its text."""
    return day.toordinal(), len(day.isoformat())


def read_partial_date(text: str) -> PartialDate:
    """Read a partial date.

    Args:
        text: `YYYY` or `YYYY-MM`.

    Raises:
        ValueError: The text has another format, or there is no such year or month.
    """
    found = _PARTIAL.fullmatch(text)
    if found is None:
        raise ValueError("not a date of the form YYYY-MM-DD, YYYY-MM or YYYY")
    year, month = found.groups()
    return PartialDate(int(year), None if month is None else int(month))
