# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Types of field values: one definition for type checkers, another for the decoder."""

from __future__ import annotations

import datetime
import math
import re
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, TypeVar

from .partial_date import read_partial_date

if TYPE_CHECKING:
    from collections.abc import Callable

    # Imports instead of aliases, so that editors show `date` and `datetime`.
    #: A date; a `PartialDate` if TMDB sends only a year or month, and `None` if it sends an empty string.
    from datetime import date as Date  # noqa: N812  (replaced by the class below at run time)

    #: A datetime with a time zone; `None` if TMDB sends an empty string.
    from datetime import datetime as Timestamp  # noqa: N812  (as above)

__all__ = [
    "Date",
    "JSONValue",
    "Maybe",
    "NoTag",
    "NullableList",
    "NullableMap",
    "OnlyFalse",
    "OtherTag",
    "Timestamp",
    "empty_list",
    "empty_map",
    "read_date",
    "read_marked",
    "read_number",
    "read_timestamp",
    "reject_true",
]

T = TypeVar("T")

if TYPE_CHECKING:
    #: Any JSON value, for fields without a fixed type.
    JSONValue: TypeAlias = "bool | int | float | str | list[JSONValue] | dict[str, JSONValue] | None"
    #: A list or map that TMDB may send as null, which becomes an empty one.
    NullableList: TypeAlias = list[T]
    NullableMap: TypeAlias = dict[str, T]
    #: An object of a union, or `None`.
    Maybe: TypeAlias = T | None
    #: `False`, where TMDB never sends `True`.
    OnlyFalse: TypeAlias = Literal[False]
    #: The tag of the fallback member of a union: none of the known tags.
    NoTag: TypeAlias = None
    #: An unknown tag, which the union stores in its fallback member.
    OtherTag: TypeAlias = str | None
else:
    JSONValue = Any

    class _Marker(type):
        """Metaclass of marker types, which msgspec passes to `dec_hook`. Any object is an instance of them.

        msgspec rejects `""` for `datetime.date`. So models are annotated with marker types instead, and the hook converts
        the text to a date or to `None`.
        """

        def __instancecheck__(cls, value: object) -> bool:
            return True

    class Date(metaclass=_Marker):
        """Marker for `datetime.date` in the annotations that msgspec reads."""

    class Timestamp(metaclass=_Marker):
        """Marker for `datetime.datetime` in the annotations that msgspec reads."""

    class NullableList:
        """Marker that the decoder reads as `list[T] | None`; the model converts `None` to an empty list."""

        def __class_getitem__(cls, item: Any) -> Any:
            return list[item] | None

    class Maybe:
        """Marker that the decoder reads as `T`, because msgspec does not support `Raw | None`."""

        def __class_getitem__(cls, item: Any) -> Any:
            return item

    class NoTag(metaclass=_Marker):
        """Marker for the tag of the fallback member of a union, which becomes `None`."""

    class OtherTag(metaclass=_Marker):
        """Marker for the field in which the union stores an unknown tag."""

    # msgspec does not support `Literal[False]`, so the models reject `True` by `reject_true`.
    OnlyFalse = Annotated[bool, False]

    class NullableMap:
        """Marker that the decoder reads as `dict[str, T] | None`; the model converts `None` to an empty map."""

        def __class_getitem__(cls, item: Any) -> Any:
            return dict[str, item] | None


#: Factories of empty lists and maps, typed to match any item type.
empty_list: Callable[[], list[Any]] = list
empty_map: Callable[[], dict[str, Any]] = dict

# Looked up once, because a page of movies has twenty dates.
_date = datetime.date.fromisoformat
_datetime = datetime.datetime.fromisoformat

# As in JSON: Python reads more, such as `1_000`, `٣` and `inf`.
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")


def read_date(text: str) -> datetime.date | None:
    """Read a date.

    Args:
        text: `YYYY-MM-DD`; `YYYY` or `YYYY-MM` if TMDB does not know the rest; an empty string if it has no date.

    Returns:
        The date, a `PartialDate` without a day or month, or `None` for an empty string.

    Raises:
        ValueError: The text has another format.
    """
    # fromisoformat accepts other forms of ISO 8601, such as weeks, which TMDB does not send.
    if len(text) == 10 and text[5] != "W":
        return _date(text)
    return read_partial_date(text) if text else None


def read_timestamp(text: str) -> datetime.datetime | None:
    """Read a datetime.

    Args:
        text: ISO 8601 (`2026-11-21T10:00:00.000Z`) or TMDB's `2026-11-21 10:00:00 UTC`, or an empty string.

    Returns:
        The datetime with its time zone, UTC by default, or `None` for an empty string.

    Raises:
        ValueError: The text has another format.
    """
    if not text:
        return None
    if text[4:5] != "-" or text[5:6] == "W":
        # As for dates, fromisoformat accepts forms that TMDB does not send.
        raise ValueError("not a datetime of the form YYYY-MM-DD HH:MM:SS UTC")
    # Reading a time zone is faster than adding it afterwards.
    if text[-1] == "Z":
        return _datetime(text)
    parsed = _datetime(f"{text[:-4]}Z" if text.endswith(" UTC") else text)
    return parsed if parsed.tzinfo is not None else parsed.replace(tzinfo=datetime.UTC)


def read_number(text: str) -> int | float:
    """Read a number that TMDB sends as text.

    Args:
        text: A number as JSON writes it, such as `550`, `8.4` or `-1e3`.

    Raises:
        ValueError: The text has another format, or the number is out of range.
    """
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise ValueError("not a number")
    number = float(text) if any(found.groups()) else int(text)
    if number in (math.inf, -math.inf):
        raise ValueError("number out of range")
    return number


def reject_true(value: object) -> None:
    """Check a field whose only boolean is `False`.

    Raises:
        ValueError: The value is `True`.
    """
    if value is True:
        raise ValueError("true instead of false")


def read_marked(marker: type, value: object) -> object:
    """Convert the value of a field with a marker type: msgspec's `dec_hook`.

    Args:
        marker: `Date`, `Timestamp`, `NoTag` or `OtherTag`.
        value: The JSON value.

    Returns:
        The date or datetime, or `None`.

    Raises:
        ValueError: The value is not a string of the right format.
    """
    if isinstance(value, str):
        if marker is Date:
            return read_date(value)
        if marker is Timestamp:
            return read_timestamp(value)
    elif marker is Date or marker is Timestamp:
        raise ValueError("not text")
    return None  # a tag, which the union reads
