"""Conversion of models to data frames."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import pandas
    import polars

    from tmdb_bindings.runtime import Model


def polars_frame(entries: Iterable[object]) -> polars.DataFrame:
    """Build a polars data frame.

    Args:
        entries: Models; with several classes, the frame has the columns of all.

    Returns:
        A row per entry and a column per field; dates are dates, lists and nested objects are lists and structs.
    """
    import polars

    # The schema is inferred from all rows: a field may be missing in the first hundred and present in the next.
    return polars.DataFrame([_row(entry) for entry in entries], infer_schema_length=None)


def pandas_frame(entries: Iterable[object]) -> pandas.DataFrame:
    """Build a pandas data frame.

    Args:
        entries: Models; with several classes, the frame has the columns of all.

    Returns:
        A row per entry and a column per field; dates are timestamps, lists and nested objects are Python's.
    """
    import pandas

    rows = [_row(entry) for entry in entries]
    frame = pandas.DataFrame(rows)
    for name in {name: None for row in rows for name, value in row.items() if isinstance(value, datetime.date)}:
        frame[name] = pandas.to_datetime(frame[name])
    return frame


def require(library: str) -> None:
    """Check that a library is installed, before a request is sent.

    Raises:
        ImportError: It is not installed.
    """
    try:
        import_module(library)
    except ImportError as error:
        raise ImportError(f"{library} is not installed: pip install 'tmdb-facade[{library}]'") from error


def _row(entry: object) -> dict[str, object]:
    """Convert an entry to a row. Unlike `to_dict`, dates stay dates."""
    from tmdb_bindings.runtime.model import field_keys

    model = cast("Model", entry)
    row = cast("dict[str, object]", model.to_dict())
    for name, key in field_keys(type(model)).items():
        value: object = getattr(model, name)
        if isinstance(value, datetime.date):
            row[key] = value
    return row
