# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Field-by-field reading of texts, numbers, dates, enums and tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .drift import Difference, FieldPlace
from .lenient_json import unreadable_part
from .open_enums import OpenIntEnum, OpenStrEnum
from .values import Date, NoTag, OnlyFalse, OtherTag, Timestamp, read_date, read_number, read_timestamp

if TYPE_CHECKING:
    from collections.abc import Callable

    from .drift import Drift

_JSON_NAMES: dict[type, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
    type(None): "null",
}
_ANYTHING = frozenset(_JSON_NAMES)

# Result for a value that does not match its type. Not an exception, because one invalid entry must not end a list.
MISFIT: Any = object()


class Reading(NamedTuple):
    """The context of reading an answer."""

    operation: str
    drift: Drift

    def misfit(self, value: object, expected: str, place: FieldPlace, found: str = "") -> Any:
        """Report a value that does not match its type. Return `MISFIT`."""
        self.drift.report(self.difference(value, expected, place, found))
        return MISFIT

    def difference(self, value: object, expected: str, place: FieldPlace, found: str = "") -> Difference:
        """Return the difference between a value and its type. `found` is the JSON type of the value by default."""
        found = found or _JSON_NAMES[type(value)]
        return Difference(self.operation, place.model, place.field, place.path, expected, found)


class FieldShape(NamedTuple):
    """The reader of a type.

    Attributes:
        name: The type as text.
        kinds: The Python types of the JSON values that the type accepts.
        read: Function that converts such a value, or returns `MISFIT`.
        empty: Function that returns the value of a field that is missing or does not match.
        from_text: Function that converts text, or raises `ValueError`, if the type accepts it besides its `kinds`.
    """

    name: str
    kinds: frozenset[type]
    read: Callable[[Reading, Any, FieldPlace], Any]
    empty: Callable[[], Any]
    from_text: Callable[[str], Any] | None = None


def no_value() -> None:
    """Return the value of a missing field that is no list or map."""
    return


def _keep(reading: Reading, value: Any, place: FieldPlace) -> Any:
    return value


def _ignore(reading: Reading, value: Any, place: FieldPlace) -> None:
    return None


def _json(reading: Reading, value: Any, place: FieldPlace) -> Any:
    found = unreadable_part(value)
    return reading.misfit(value, "JSON", place, found) if found else value


def _only_false(reading: Reading, value: bool, place: FieldPlace) -> Any:
    return reading.misfit(value, "False", place, "true") if value else value


def _integer(reading: Reading, value: float, place: FieldPlace) -> Any:
    if value == int(value):
        return int(value)
    return reading.misfit(value, "int", place)


def _integer_from_text(text: str) -> int:
    number = read_number(text)
    if number != int(number):
        raise ValueError("not an integer")
    return int(number)


def _number(reading: Reading, value: float, place: FieldPlace) -> Any:
    try:
        return float(value)
    except OverflowError:  # an integer of more than 300 digits
        return reading.misfit(value, "float", place)


def _number_from_text(text: str) -> float:
    return float(read_number(text))


def _date(reading: Reading, value: str, place: FieldPlace) -> Any:
    try:
        return read_date(value)
    except ValueError:
        return reading.misfit(value, "date", place, "string of another form")


def _timestamp(reading: Reading, value: str, place: FieldPlace) -> Any:
    try:
        return read_timestamp(value)
    except ValueError:
        return reading.misfit(value, "datetime", place, "string of another form")


SIMPLE: dict[Any, FieldShape] = {
    Any: FieldShape("JSON", _ANYTHING, _json, no_value),
    bool: FieldShape("bool", frozenset({bool}), _keep, no_value),
    OnlyFalse: FieldShape("False", frozenset({bool}), _only_false, no_value),
    int: FieldShape("int", frozenset({int, float}), _integer, no_value, _integer_from_text),
    float: FieldShape("float", frozenset({int, float}), _number, no_value, _number_from_text),
    str: FieldShape("str", frozenset({str}), _keep, no_value),
    Date: FieldShape("date", frozenset({str}), _date, no_value),
    Timestamp: FieldShape("datetime", frozenset({str}), _timestamp, no_value),
    NoTag: FieldShape("str | None", frozenset({str, type(None)}), _ignore, no_value),
    OtherTag: FieldShape("JSON", _ANYTHING, _ignore, no_value),
    type(None): FieldShape("None", frozenset({type(None)}), _keep, no_value),
}


def enum_shape(enum: type[OpenIntEnum | OpenStrEnum]) -> FieldShape:
    """Return the shape of a field with a word or code."""
    plain = SIMPLE[int if issubclass(enum, int) else str]

    def from_text(text: str) -> Any:
        code: Any = _integer_from_text(text)
        return enum(code)

    def read(reading: Reading, value: Any, place: FieldPlace) -> Any:
        found = plain.read(reading, value, place)
        return found if found is MISFIT else enum(found)

    return FieldShape(enum.__name__, plain.kinds, read, no_value, from_text if plain.from_text else None)


def literal_shape(only: str) -> FieldShape:
    """Return the shape of a field that always has the same text, such as the tag of a union's member."""

    def read(reading: Reading, value: str, place: FieldPlace) -> Any:
        return value if value == only else reading.misfit(value, repr(only), place, "another string")

    return FieldShape(repr(only), frozenset({str}), read, lambda: only)
