"""Models as rows of a data frame."""

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
    """Make a polars frame.

    Args:
        entries: Models; of several classes, a column of any is a column of the frame.

    Returns:
        A row an entry, a column a field; dates are dates, lists and nested objects are lists and structs.
    """
    import polars

    # All rows are looked at: a field that is missing in the first hundred may be there in the next.
    return polars.DataFrame([_row(entry) for entry in entries], infer_schema_length=None)


def pandas_frame(entries: Iterable[object]) -> pandas.DataFrame:
    """Make a pandas frame.

    Args:
        entries: Models; of several classes, a column of any is a column of the frame.

    Returns:
        A row an entry, a column a field; dates are timestamps, lists and nested objects are Python's.
    """
    import pandas

    rows = [_row(entry) for entry in entries]
    frame = pandas.DataFrame(rows)
    for name in {name: None for row in rows for name, value in row.items() if isinstance(value, datetime.date)}:
        frame[name] = pandas.to_datetime(frame[name])
    return frame


def require(library: str) -> None:
    """Ask for a library before anything is sent for it.

    Raises:
        ImportError: It is not installed.
    """
    try:
        import_module(library)
    except ImportError as error:
        raise ImportError(f"this needs {library}: pip install 'tmdb-facade[{library}]'") from error


def _row(entry: object) -> dict[str, object]:
    """Give an entry's fields: as `to_dict` does, but for dates, which frames know and JSON does not."""
    row = cast("dict[str, object]", cast("Model", entry).to_dict())
    for name in row:
        value: object = getattr(entry, name)
        if isinstance(value, datetime.date):
            row[name] = value
    return row
