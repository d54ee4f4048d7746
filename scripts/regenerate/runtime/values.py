# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Types of single values: what type checkers see, and what the decoder sees in their place."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    # Imports, since editors would show the name of an alias, and users know `date` and `datetime`.
    #: A date; an empty string on the wire is `None`.
    from datetime import date as Date  # noqa: N812  (the classes below stand in for it at run time)

    #: A moment with its time zone; an empty string on the wire is `None`.
    from datetime import datetime as Timestamp  # noqa: N812  (as above)

__all__ = [
    "Date",
    "JSONValue",
    "Maybe",
    "NullableList",
    "NullableMap",
    "Timestamp",
    "empty_list",
    "empty_map",
    "read_date",
    "read_marked",
    "read_timestamp",
]

T = TypeVar("T")

if TYPE_CHECKING:
    #: Any JSON value, where TMDB promises no shape.
    JSONValue: TypeAlias = "bool | int | float | str | list[JSONValue] | dict[str, JSONValue] | None"
    #: A list or a map that is null on the wire where TMDB has nothing; it is empty here.
    NullableList: TypeAlias = list[T]
    NullableMap: TypeAlias = dict[str, T]
    #: An object of a union, or nothing.
    Maybe: TypeAlias = T | None
else:
    JSONValue = Any

    class _Marker(type):
        """Makes a class that msgspec hands to the hook and whose every result it accepts.

        msgspec refuses `""` for `datetime.date` before anybody can mend it, so the models are annotated with markers
        of our own; the hook makes real dates (or `None`) of the text, and msgspec asks whether they are instances.
        """

        def __instancecheck__(cls, value: object) -> bool:
            return True

    class Date(metaclass=_Marker):
        """Stands for `datetime.date` in the annotations that msgspec reads."""

    class Timestamp(metaclass=_Marker):
        """Stands for `datetime.datetime` in the annotations that msgspec reads."""

    class NullableList:
        """`NullableList[T]` is `list[T] | None` to the decoder; the model turns the `None` into an empty list."""

        def __class_getitem__(cls, item: Any) -> Any:
            return list[item] | None

    class Maybe:
        """`Maybe[T]` is `T` to the decoder: undecoded JSON, which cannot be part of a choice."""

        def __class_getitem__(cls, item: Any) -> Any:
            return item

    class NullableMap:
        """`NullableMap[T]` is `dict[str, T] | None` to the decoder; the model turns the `None` into an empty map."""

        def __class_getitem__(cls, item: Any) -> Any:
            return dict[str, item] | None


#: Makes the empty list or map of a field; typed so that any item type fits.
empty_list: Callable[[], list[Any]] = list
empty_map: Callable[[], dict[str, Any]] = dict

# Looked up once: a page of films has twenty dates.
_date = datetime.date.fromisoformat
_datetime = datetime.datetime.fromisoformat


def read_date(text: str) -> datetime.date | None:
    """Read a date.

    Args:
        text: `YYYY-MM-DD`, or an empty string where TMDB knows no date.

    Returns:
        The date, or `None` for an empty string.

    Raises:
        ValueError: The text is something else.
    """
    if not text:
        return None
    if len(text) != 10:
        # fromisoformat takes other forms of ISO 8601 too, which TMDB does not write.
        raise ValueError("not a date of the form YYYY-MM-DD")
    return _date(text)


def read_timestamp(text: str) -> datetime.datetime | None:
    """Read a moment in time.

    Args:
        text: ISO 8601 (`2026-11-21T10:00:00.000Z`) or TMDB's `2026-11-21 10:00:00 UTC`, or an empty string.

    Returns:
        The moment, with its time zone (UTC where none is written), or `None` for an empty string.

    Raises:
        ValueError: The text is something else.
    """
    if not text:
        return None
    # Giving a moment its time zone afterwards costs more than reading it with one.
    if text[-1] == "Z":
        return _datetime(text)
    moment = _datetime(f"{text[:-4]}Z" if text.endswith(" UTC") else text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=datetime.UTC)


def read_marked(marker: type, value: object) -> object:
    """Turn the text of a marked field into its value: msgspec's `dec_hook`.

    Args:
        marker: `Date` or `Timestamp`.
        value: What the JSON holds.

    Returns:
        The date or moment, or `None`.

    Raises:
        ValueError: It is not text, or not text of the right form.
    """
    if not isinstance(value, str):
        raise ValueError("not text")
    return read_date(value) if marker is Date else read_timestamp(value)
