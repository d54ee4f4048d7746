"""Lists as data frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade._core.dataframes import pandas_frame, polars_frame, require

if TYPE_CHECKING:
    from collections.abc import AsyncIterable

    import pandas
    import polars


class AsyncDataFrames:
    """What pagers have for those who compute."""

    async def to_polars(self: AsyncIterable[object]) -> polars.DataFrame:
        """Walk over the entries, and make a polars frame of them: `pip install 'tmdb-facade[polars]'`.

        Returns:
            A row an entry, a column a field; dates are dates, lists and nested objects are lists and structs. Of
            entries of several kinds, the columns of all.

        Raises:
            ImportError: polars is not installed; nothing was sent.
            TMDBError: TMDB gave no page.
        """
        require("polars")
        return polars_frame([entry async for entry in self])

    async def to_pandas(self: AsyncIterable[object]) -> pandas.DataFrame:
        """Walk over the entries, and make a pandas frame of them: `pip install 'tmdb-facade[pandas]'`.

        Returns:
            A row an entry, a column a field; dates are timestamps, lists and nested objects are Python's. Of entries of
            several kinds, the columns of all.

        Raises:
            ImportError: pandas is not installed; nothing was sent.
            TMDBError: TMDB gave no page.
        """
        require("pandas")
        return pandas_frame([entry async for entry in self])
