"""Conversion of a list's entries to data frames."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, cast

import msgspec

from tmdb_bindings.runtime.model import Model, json_keys
from tmdb_facade._core.frames.columns import ColumnType, Kind, ListOf, Struct, page_columns

if TYPE_CHECKING:
    import pandas
    import polars

# Nullable types: numbers stay integers, and flags stay booleans, in a column with missing values. As the types do not
# depend on the values, frames of the same list always fit together. Not those of pyarrow, which would be one more
# dependency, of 40 MB.
_PANDAS_TYPES: Mapping[Kind, str] = {
    Kind.BOOLEAN: "boolean",
    Kind.INTEGER: "Int64",
    Kind.NUMBER: "Float64",
    Kind.TEXT: "string",
    Kind.JSON: "string",
}
# Columns of integers have 64 bits. A number beyond them is missing, as one that a field cannot have is.
_INTEGER_END = 2**63
# Not nanoseconds, whose range begins in 1677.
_PANDAS_TIME = "datetime64[us]"


def polars_frame(entries: Iterable[object], page: type[object]) -> polars.DataFrame:
    """Build a polars data frame.

    Args:
        entries: The entries of a list.
        page: The model of the list's pages, which has the schema.

    Returns:
        A row per entry and a column per field; dates are dates, lists and nested objects are lists and structs.
    """
    import polars

    columns = page_columns(page)
    schema = {name: _polars_type(type_) for name, type_ in columns.items()}
    return polars.DataFrame(_values(entries, columns), schema=schema)


def pandas_frame(entries: Iterable[object], page: type[object]) -> pandas.DataFrame:
    """Build a pandas data frame.

    Args:
        entries: The entries of a list.
        page: The model of the list's pages, which has the schema.

    Returns:
        A row per entry and a column per field, with nullable types; dates are timestamps, lists and nested objects are
        Python's.
    """
    import pandas

    columns = page_columns(page)
    values = _values(entries, columns)
    return pandas.DataFrame({name: _pandas_column(values[name], type_) for name, type_ in columns.items()})


def require(library: str) -> None:
    """Check that a library is installed, before a request is sent.

    Raises:
        ImportError: It is not installed.
    """
    try:
        import_module(library)
    except ImportError as error:
        raise ImportError(f"{library} is not installed: pip install 'tmdb-facade[{library}]'") from error


def _values(entries: Iterable[object], columns: Mapping[str, ColumnType]) -> dict[str, list[object]]:
    """Return the values of each column. An entry without a column's field has `None`."""
    values: dict[str, list[object]] = {name: [] for name in columns}
    for entry in entries:
        fields = _fields(cast("Model", entry))
        for name, type_ in columns.items():
            values[name].append(_plain(fields.get(name), type_))
    return values


def _fields(model: Model) -> dict[str, object]:
    return {key: getattr(model, name) for name, key in json_keys(type(model)).items()}


def _plain(value: object, type_: ColumnType) -> object:
    """Convert a field's value. Unlike those of `to_dict`, dates stay dates."""
    if value is None:
        return None
    if isinstance(type_, ListOf):
        return [_plain(entry, type_.entry) for entry in cast("list[object]", value)]
    if isinstance(type_, Struct):
        return {key: _plain(inner, type_.fields[key]) for key, inner in _fields(cast("Model", value)).items()}
    if type_ is Kind.JSON:
        return msgspec.json.encode(value.to_dict() if isinstance(value, Model) else value).decode()
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC)
    plain: object = value.value if isinstance(value, Enum) else value
    if type_ is Kind.INTEGER and not -_INTEGER_END <= cast("int", plain) < _INTEGER_END:
        return None
    return str(plain) if type_ is Kind.TEXT else plain


def _polars_type(type_: ColumnType) -> polars.DataType | type[polars.DataType]:
    import polars

    if isinstance(type_, ListOf):
        return polars.List(_polars_type(type_.entry))
    if isinstance(type_, Struct):
        return polars.Struct({name: _polars_type(inner) for name, inner in type_.fields.items()})
    return {
        Kind.BOOLEAN: polars.Boolean(),
        Kind.INTEGER: polars.Int64(),
        Kind.NUMBER: polars.Float64(),
        Kind.DATE: polars.Date(),
        Kind.TIMESTAMP: polars.Datetime("us", "UTC"),
    }.get(type_, polars.String())


def _pandas_column(values: list[object], type_: ColumnType) -> pandas.Series:
    import numpy
    import pandas

    if type_ is Kind.DATE:
        return pandas.Series(numpy.array(values, _PANDAS_TIME))
    if type_ is Kind.TIMESTAMP:
        return pandas.Series(values, dtype="datetime64[us, UTC]")
    return pandas.Series(values, dtype=_PANDAS_TYPES[type_] if isinstance(type_, Kind) else object)
