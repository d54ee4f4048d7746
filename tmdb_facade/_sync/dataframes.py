# Made from tmdb_facade/_async/dataframes.py by `make sync`: edit that file, never this one.
"""Convert lists to data frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade._core.dataframes import pandas_frame, polars_frame, require

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas
    import polars


class DataFrames:
    """The data frame methods of pagers."""

    def to_polars(self: Iterable[object]) -> polars.DataFrame:
        """Get all entries as a polars data frame. Needs the `polars` extra.

        Returns:
            A frame with a row for each entry and a column for each field. Dates are dates; lists and nested objects are
            lists and structs. Entries of several types have the columns of all of them.

        Raises:
            ImportError: polars is not installed. Nothing was sent.
            TMDBError: A request failed.
        """
        require("polars")
        return polars_frame([entry for entry in self])

    def to_pandas(self: Iterable[object]) -> pandas.DataFrame:
        """Get all entries as a pandas data frame. Needs the `pandas` extra.

        Returns:
            A frame with a row for each entry and a column for each field. Dates are timestamps; lists and nested
            objects are Python lists and dictionaries. Entries of several types have the columns of all of them.

        Raises:
            ImportError: pandas is not installed. Nothing was sent.
            TMDBError: A request failed.
        """
        require("pandas")
        return pandas_frame([entry for entry in self])
