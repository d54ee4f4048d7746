# Made from tmdb_facade/_async/dataframes.py by `make sync`: edit that file, never this one.
"""Lists as data frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade._core.dataframes import pandas_frame, polars_frame, require

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas
    import polars


class DataFrames:
    """What pagers have for those who compute."""

    def to_polars(self: Iterable[object]) -> polars.DataFrame:
        """Walk over the entries, and make a polars frame of them: `pip install 'tmdb-facade[polars]'`.

        Returns:
            A row an entry, a column a field; dates are dates, lists and nested objects are lists and structs. Of
            entries of several kinds, the columns of all.

        Raises:
            ImportError: polars is not installed; nothing was sent.
            TMDBError: TMDB gave no page.
        """
        require("polars")
        return polars_frame([entry for entry in self])

    def to_pandas(self: Iterable[object]) -> pandas.DataFrame:
        """Walk over the entries, and make a pandas frame of them: `pip install 'tmdb-facade[pandas]'`.

        Returns:
            A row an entry, a column a field; dates are timestamps, lists and nested objects are Python's. Of entries of
            several kinds, the columns of all.

        Raises:
            ImportError: pandas is not installed; nothing was sent.
            TMDBError: TMDB gave no page.
        """
        require("pandas")
        return pandas_frame([entry for entry in self])
