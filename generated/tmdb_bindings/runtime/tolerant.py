# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Field-by-field reading of answers that contradict their type."""

from __future__ import annotations

import contextlib
import types
import typing
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import attrs
import msgspec

from .drift import Difference, DriftError, FieldPlace, child_path
from .lenient_json import unreadable, unreadable_part
from .model import Model
from .unions import TaggedUnion
from .values import Date, Timestamp, read_date, read_number, read_timestamp

if TYPE_CHECKING:
    from collections.abc import Callable

    from .drift import Drift

T = TypeVar("T")

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

# The shape of each model, created on first use.
_MODELS: dict[type[Model], _Shape] = {}


class _Reading(NamedTuple):
    """The context of reading an answer."""

    operation: str
    drift: Drift

    def misfit(self, value: object, expected: str, place: FieldPlace, found: str = "") -> Any:
        self.drift.report(self.difference(value, expected, place, found))
        return MISFIT

    def difference(self, value: object, expected: str, place: FieldPlace, found: str = "") -> Difference:
        found = found or _JSON_NAMES[type(value)]
        return Difference(self.operation, place.model, place.field, place.path, expected, found)


class _Shape(NamedTuple):
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
    read: Callable[[_Reading, Any, FieldPlace], Any]
    empty: Callable[[], Any]
    from_text: Callable[[str], Any] | None = None


def read_tolerantly(
    value: object, type_: type[T], *, operation: str, drift: Drift, place: FieldPlace | None = None
) -> T:
    """Read decoded JSON as a value of a type, field by field.

    Unknown keys, enum values and union tags are valid. So are null for a list or map, which is then empty, integers such
    as `8.0`, and numbers as text.

    Args:
        value: The decoded JSON, from `parse_json`.
        type_: A model, or a list or map of models.
        operation: The operation's id, for error messages.
        drift: The policy for values that contradict their type.
        place: The place of the value, if it is part of an answer.

    Returns:
        The typed value. A field that is missing or does not match is `None`, or empty if it is a list or map.

    Raises:
        DriftError: The policy is `raise` and a value contradicts its type, or the whole value has another type.
    """
    shape = _shape(type_, None)
    place = place or FieldPlace(shape.name, "", "$")
    reading = _Reading(operation, drift)
    if type(value) not in shape.kinds:
        raise DriftError(reading.difference(value, shape.name, place))
    return cast("T", shape.read(reading, value, place))


def _shape(type_: Any, union: TaggedUnion[Any] | None) -> _Shape:
    """Return the shape of an annotation. `union` is the union that `msgspec.Raw` in it stands for."""
    if type_ is msgspec.Raw and union is not None:
        return _union_shape(union)
    if type_ in _SIMPLE:
        return _SIMPLE[type_]
    origin, arguments = typing.get_origin(type_) or type_, typing.get_args(type_)
    if origin is list:
        return _list_shape(_shape(arguments[0], union))
    if origin is dict:
        return _map_shape(_shape(arguments[1], union))
    if origin in (typing.Union, types.UnionType):
        return _choice_shape(tuple(_shape(argument, union) for argument in arguments))
    if isinstance(origin, type) and issubclass(origin, Model):
        return _model_shape(origin)
    raise TypeError(f"{type_!r} is not a type of an answer")


def _none() -> None:
    return None


def _keep(reading: _Reading, value: Any, place: FieldPlace) -> Any:
    return value


def _json(reading: _Reading, value: Any, place: FieldPlace) -> Any:
    found = unreadable_part(value)
    return reading.misfit(value, "JSON", place, found) if found else value


def _integer(reading: _Reading, value: float, place: FieldPlace) -> Any:
    if value == int(value):
        return int(value)
    return reading.misfit(value, "int", place)


def _integer_from_text(text: str) -> int:
    number = read_number(text)
    if number != int(number):
        raise ValueError("not an integer")
    return int(number)


def _number(reading: _Reading, value: float, place: FieldPlace) -> Any:
    try:
        return float(value)
    except OverflowError:  # an integer of more than 300 digits
        return reading.misfit(value, "float", place)


def _number_from_text(text: str) -> float:
    return float(read_number(text))


def _date(reading: _Reading, value: str, place: FieldPlace) -> Any:
    try:
        return read_date(value)
    except ValueError:
        return reading.misfit(value, "date", place, "string of another form")


def _timestamp(reading: _Reading, value: str, place: FieldPlace) -> Any:
    try:
        return read_timestamp(value)
    except ValueError:
        return reading.misfit(value, "datetime", place, "string of another form")


_SIMPLE: dict[Any, _Shape] = {
    Any: _Shape("JSON", _ANYTHING, _json, _none),
    bool: _Shape("bool", frozenset({bool}), _keep, _none),
    int: _Shape("int", frozenset({int, float}), _integer, _none, _integer_from_text),
    float: _Shape("float", frozenset({int, float}), _number, _none, _number_from_text),
    str: _Shape("str", frozenset({str}), _keep, _none),
    Date: _Shape("date", frozenset({str}), _date, _none),
    Timestamp: _Shape("datetime", frozenset({str}), _timestamp, _none),
    type(None): _Shape("None", frozenset({type(None)}), _keep, _none),
}


def _list_shape(item: _Shape) -> _Shape:
    def read(reading: _Reading, value: list[Any] | None, place: FieldPlace) -> Any:
        entries: list[Any] = []
        for position, entry in enumerate(value or ()):
            where = place._replace(path=f"{place.path}[{position}]")
            made = _fit(reading, entry, item, where)
            if made is not MISFIT:
                entries.append(made)
        return entries

    return _Shape(f"list[{item.name}]", frozenset({list, type(None)}), read, list)


def _map_shape(item: _Shape) -> _Shape:
    def read(reading: _Reading, value: dict[str, Any] | None, place: FieldPlace) -> Any:
        entries: dict[str, Any] = {}
        for key, entry in (value or {}).items():
            if found := unreadable(key):
                reading.misfit(key, "str", place, found)
                continue
            made = _fit(reading, entry, item, place._replace(path=child_path(place.path, key)))
            if made is not MISFIT:
                entries[key] = made
        return entries

    return _Shape(f"dict[str, {item.name}]", frozenset({dict, type(None)}), read, dict)


def _choice_shape(options: tuple[_Shape, ...]) -> _Shape:
    name = " | ".join(option.name for option in options)

    def read(reading: _Reading, value: Any, place: FieldPlace) -> Any:
        # Lists and maps accept null and are then empty, because `None` is last in every annotation.
        for option in options:
            if type(value) in option.kinds:
                return option.read(reading, value, place)
        return reading.misfit(value, name, place)

    empty = next((option.empty for option in options if option.empty is not _none), _none)
    from_text = next((option.from_text for option in options if option.from_text is not None), None)
    kinds = frozenset[type]().union(*(option.kinds for option in options))
    return _Shape(name, kinds, read, empty, from_text)


def _union_shape(union: TaggedUnion[Any]) -> _Shape:
    def read(reading: _Reading, value: Any, place: FieldPlace) -> Any:
        return _model_shape(union.member(value.get(union.tag))).read(reading, value, place)

    return _Shape(union.name, frozenset({dict}), read, _none)


def _model_shape(model: type[Model]) -> _Shape:
    if model in _MODELS:
        return _MODELS[model]
    fields: list[tuple[str, _Shape, bool]] = []

    def read(reading: _Reading, value: dict[str, Any], place: FieldPlace) -> Any:
        if not fields:
            # Not when the shape is created, because a model can contain itself.
            fields[:] = _fields(model)  # two threads may do so at once
        made = model.__new__(model)
        for name, shape, required in fields:
            where = FieldPlace(model.__name__, name, child_path(place.path, name))
            if name in value:
                item = _fit(reading, value[name], shape, where)
                setattr(made, name, shape.empty() if item is MISFIT else item)
            else:
                if required:
                    reading.misfit(None, shape.name, where, "nothing")
                setattr(made, name, shape.empty())
        return made

    shape = _MODELS[model] = _Shape(model.__name__, frozenset({dict}), read, _none)
    return shape


def _fields(model: type[Model]) -> list[tuple[str, _Shape, bool]]:
    hints = typing.get_type_hints(model)
    fields: list[tuple[str, _Shape, bool]] = []
    for attribute in model.__attrs_attrs__:
        shape = _shape(hints[attribute.name], model.__unions__.get(attribute.name))
        if hints[attribute.name] is msgspec.Raw and attribute.default is None:
            # msgspec does not support `Raw | None`, so the annotation lacks the `None`.
            shape = _choice_shape((shape, _SIMPLE[type(None)]))
        fields.append((attribute.name, shape, attribute.default is attrs.NOTHING))
    return fields


def _fit(reading: _Reading, value: Any, shape: _Shape, place: FieldPlace) -> Any:
    found = unreadable(value)
    if not found and type(value) in shape.kinds:
        return shape.read(reading, value, place)
    if not found and isinstance(value, str) and shape.from_text is not None:
        with contextlib.suppress(ValueError, OverflowError):
            return shape.from_text(value)
    return reading.misfit(value, shape.name, place, found)
