# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Field-by-field reading of answers that contradict their type."""

from __future__ import annotations

import contextlib
import types
import typing
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import attrs
import msgspec

from .drift import DriftError, FieldPlace, child_path
from .lenient_json import unreadable
from .model import Model
from .open_enums import OpenIntEnum, OpenStrEnum
from .simple_shapes import MISFIT, SIMPLE, FieldShape, Reading, enum_shape, literal_shape, no_value
from .unions import TaggedUnion
from .wire_names import attribute_name, wire_name

if TYPE_CHECKING:
    from .drift import Drift

T = TypeVar("T")

# The shape of each model, created on first use.
_MODELS: dict[type[Model], FieldShape] = {}


class _Field(NamedTuple):
    """A field of a model: its attribute, its key, its reader, whether it is required, and the union of its object."""

    name: str
    key: str
    shape: FieldShape
    required: bool
    union: TaggedUnion[Any] | None


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
    reading = Reading(operation, drift)
    if type(value) not in shape.kinds:
        raise DriftError(reading.difference(value, shape.name, place))
    return cast("T", shape.read(reading, value, place))


def _shape(type_: Any, union: TaggedUnion[Any] | None) -> FieldShape:
    """Return the shape of an annotation. `union` is the union that `msgspec.Raw` in it stands for."""
    if type_ is msgspec.Raw and union is not None:
        return _union_shape(union)
    if type_ in SIMPLE:
        return SIMPLE[type_]
    origin, arguments = typing.get_origin(type_) or type_, typing.get_args(type_)
    if origin is list:
        return _list_shape(_shape(arguments[0], union))
    if origin is dict:
        return _map_shape(_shape(arguments[1], union))
    if origin is typing.Literal:
        return literal_shape(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return _choice_shape(tuple(_shape(argument, union) for argument in arguments))
    if isinstance(origin, type) and issubclass(origin, Model):
        return _model_shape(origin)
    if isinstance(origin, type) and issubclass(origin, (OpenIntEnum, OpenStrEnum)):
        return enum_shape(origin)
    raise TypeError(f"{type_!r} is not a type of an answer")


def _list_shape(item: FieldShape) -> FieldShape:
    def read(reading: Reading, value: list[Any] | None, place: FieldPlace) -> Any:
        entries: list[Any] = []
        for position, entry in enumerate(value or ()):
            where = place._replace(path=f"{place.path}[{position}]")
            made = _fit(reading, entry, item, where)
            if made is not MISFIT:
                entries.append(made)
        return entries

    return FieldShape(f"list[{item.name}]", frozenset({list, type(None)}), read, list)


def _map_shape(item: FieldShape) -> FieldShape:
    def read(reading: Reading, value: dict[str, Any] | None, place: FieldPlace) -> Any:
        entries: dict[str, Any] = {}
        for key, entry in (value or {}).items():
            if found := unreadable(key):
                reading.misfit(key, "str", place, found)
                continue
            made = _fit(reading, entry, item, place._replace(path=child_path(place.path, key)))
            if made is not MISFIT:
                entries[key] = made
        return entries

    return FieldShape(f"dict[str, {item.name}]", frozenset({dict, type(None)}), read, dict)


def _choice_shape(options: tuple[FieldShape, ...]) -> FieldShape:
    name = " | ".join(option.name for option in options)
    null = SIMPLE[type(None)]
    if len([option for option in options if option is not null]) > 1:
        # Null is an empty list or map only where nothing else is expected.
        options = tuple(
            option if option is null else option._replace(kinds=option.kinds - null.kinds, empty=no_value)
            for option in options
        )

    def read(reading: Reading, value: Any, place: FieldPlace) -> Any:
        # A single list or map accepts null and is then empty, because `None` is last in every annotation.
        for option in options:
            if type(value) in option.kinds:
                return option.read(reading, value, place)
        return reading.misfit(value, name, place)

    empty = next((option.empty for option in options if option.empty is not no_value), no_value)
    from_text = next((option.from_text for option in options if option.from_text is not None), None)
    kinds = frozenset[type]().union(*(option.kinds for option in options))
    return FieldShape(name, kinds, read, empty, from_text)


def _union_shape(union: TaggedUnion[Any]) -> FieldShape:
    def read(reading: Reading, value: Any, place: FieldPlace) -> Any:
        value = _with_tag(reading, value, union, None, place)
        tag = union.find_tag(value)
        return union.labelled(_model_shape(union.member(tag)).read(reading, value, place), tag)

    return FieldShape(union.name, frozenset({dict}), read, no_value)


def _with_tag(reading: Reading, value: Any, union: TaggedUnion[Any], enclosing: object, place: FieldPlace) -> Any:
    """Return an object of a union with its tag. One that cannot be read counts as null."""
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        tag = fields.get(union.tag)
        if found := unreadable(tag):
            reading.misfit(tag, "str", FieldPlace(union.name, union.tag, child_path(place.path, union.tag)), found)
            value = {**fields, union.tag: None}
    return union.with_tag(value, enclosing)


def _model_shape(model: type[Model]) -> FieldShape:
    if model in _MODELS:
        return _MODELS[model]
    fields: list[_Field] = []

    def read(reading: Reading, value: dict[str, Any], place: FieldPlace) -> Any:
        if not fields:
            # Not when the shape is created, because a model can contain itself.
            fields[:] = _fields(model)  # two threads may do so at once
        made = model.__new__(model)
        for name, key, shape, required, union in fields:
            where = FieldPlace(model.__name__, name, child_path(place.path, key))
            if key in value:
                item = (
                    value[key] if union is None else _with_tag(reading, value[key], union, value.get(union.tag), where)
                )
                item = _fit(reading, item, shape, where)
                setattr(made, name, shape.empty() if item is MISFIT else item)
            else:
                if required:
                    reading.misfit(None, shape.name, where, "nothing")
                setattr(made, name, shape.empty())
        return made

    shape = _MODELS[model] = FieldShape(model.__name__, frozenset({dict}), read, no_value)
    return shape


def _fields(model: type[Model]) -> list[_Field]:
    hints = typing.get_type_hints(model, include_extras=True)  # `OnlyFalse` is annotated
    fields: list[_Field] = []
    for field in model.__attrs_attrs__:
        name = attribute_name(field)
        union = model.__unions__.get(name)
        shape = _shape(hints[name], union)
        is_object = hints[name] is msgspec.Raw
        if is_object and field.default is None:
            # msgspec does not support `Raw | None`, so the annotation lacks the `None`.
            shape = _choice_shape((shape, SIMPLE[type(None)]))
        required = field.default is attrs.NOTHING
        fields.append(_Field(name, wire_name(field), shape, required, union if is_object else None))
    return fields


def _fit(reading: Reading, value: Any, shape: FieldShape, place: FieldPlace) -> Any:
    found = unreadable(value)
    if not found and type(value) in shape.kinds:
        return shape.read(reading, value, place)
    if not found and isinstance(value, str) and shape.from_text is not None:
        with contextlib.suppress(ValueError, OverflowError):
            return shape.from_text(value)
    return reading.misfit(value, shape.name, place, found)
