"""The columns of a list's data frame, from the model of its entries."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import msgspec

from tmdb_bindings.runtime.model import Model, json_keys
from tmdb_bindings.runtime.values import Date, NoTag, OnlyFalse, OtherTag, Timestamp

if TYPE_CHECKING:
    from tmdb_bindings.runtime.unions import TaggedUnion


class Kind(Enum):
    """The type of a column without inner types."""

    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    TIMESTAMP = "timestamp"
    #: The JSON text of values without a fixed type, and of maps, whose keys are data.
    JSON = "json"


class ListOf(NamedTuple):
    """The type of a column of lists."""

    entry: ColumnType


class Struct(NamedTuple):
    """The type of a column of objects: the type of each field by TMDB's name."""

    fields: Mapping[str, ColumnType]


ColumnType: TypeAlias = Kind | ListOf | Struct

_KINDS: Mapping[object, Kind] = {
    bool: Kind.BOOLEAN,
    OnlyFalse: Kind.BOOLEAN,
    int: Kind.INTEGER,
    float: Kind.NUMBER,
    str: Kind.TEXT,
    NoTag: Kind.TEXT,
    OtherTag: Kind.TEXT,
    Date: Kind.DATE,
    Timestamp: Kind.TIMESTAMP,
}
# The type of values of several types: the first kind whose types they have.
_WIDER: Mapping[Kind, tuple[Kind, ...]] = {
    Kind.NUMBER: (Kind.INTEGER, Kind.NUMBER),
    Kind.TEXT: (Kind.INTEGER, Kind.NUMBER, Kind.TEXT),
}


# The columns of each page's entries. Not a cache of functools: to mypy, the class of a model has no hash.
_columns: dict[type[object], Mapping[str, ColumnType]] = {}


def page_columns(page: type[object]) -> Mapping[str, ColumnType]:
    """Return the columns of a list's entries.

    Args:
        page: The model of the list's pages.

    Returns:
        The type of each column by TMDB's name, in the order of the fields. A list with several types of entries has the
        fields of all.
    """
    if page not in _columns:
        _columns[page] = _entry_columns(page)
    return _columns[page]


def _entry_columns(page: type[object]) -> Mapping[str, ColumnType]:
    # The pages of version 3 lists have `items`.
    name = "results" if "results" in typing.get_type_hints(page) else "items"
    found = _field_type(page, name, ())
    if not isinstance(found, ListOf) or not isinstance(found.entry, Struct):
        raise TypeError(f"the entries of {page.__name__} are not models")
    return found.entry.fields


def _field_type(model: type[Any], name: str, within: tuple[type[Any], ...]) -> ColumnType:
    """Return the type of a field. `within` are the models around the one with the field."""
    hint = typing.get_type_hints(model, include_extras=True)[name]  # `OnlyFalse` is annotated
    return _hint_type(hint, model.__unions__.get(name), within)


def _hint_type(hint: Any, union: TaggedUnion[Any] | None, within: tuple[type[Any], ...]) -> ColumnType:
    """Return the type of an annotation. `union` is the union that `msgspec.Raw` in it stands for."""
    if hint in _KINDS:
        return _KINDS[hint]
    if hint is msgspec.Raw and union is not None:
        members = [union.member(tag) for tag in (*union.tags, None)]
        return _merge([_struct(member, within) for member in members])
    origin, arguments = typing.get_origin(hint) or hint, typing.get_args(hint)
    if origin is list:
        return ListOf(_hint_type(arguments[0], union, within))
    if origin is typing.Literal:
        return Kind.TEXT
    if origin in (typing.Union, types.UnionType):
        options = [option for option in arguments if option is not type(None)]
        return _merge([_hint_type(option, union, within) for option in options])
    if isinstance(origin, type) and issubclass(origin, Model):
        return _struct(origin, within)
    if isinstance(origin, type) and issubclass(origin, Enum):
        return Kind.INTEGER if issubclass(origin, int) else Kind.TEXT
    return Kind.JSON


def _struct(model: type[Model], within: tuple[type[Any], ...]) -> ColumnType:
    if model in within:
        return Kind.JSON  # a model that contains itself has no finite schema
    inner = (*within, model)
    return Struct({key: _field_type(model, name, inner) for name, key in json_keys(model).items()})


def _merge(options: list[ColumnType]) -> ColumnType:
    """Return the type of values of several types."""
    first, *others = options
    for other in others:
        first = _common(first, other)
    return first


def _common(one: ColumnType, other: ColumnType) -> ColumnType:
    if one == other:
        return one
    if isinstance(one, Struct) and isinstance(other, Struct):
        merged = dict(one.fields)
        for key, type_ in other.fields.items():
            merged[key] = _common(merged[key], type_) if key in merged else type_
        return Struct(merged)
    if isinstance(one, ListOf) and isinstance(other, ListOf):
        return ListOf(_common(one.entry, other.entry))
    for wider, kinds in _WIDER.items():
        if one in kinds and other in kinds:
            return wider
    return Kind.JSON
