# Made from tmdb_facade/_async/dataframes.py by `make sync`: edit that file, never this one.
"""Convert lists to data frames."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Generator
from typing import TYPE_CHECKING

from tmdb_bindings.runtime.lazy import lazy_module

if TYPE_CHECKING:
    import pandas
    import polars
else:
    pandas = lazy_module("pandas")
    polars = lazy_module("polars")


class DataFrames:
    """The data frame methods of pagers."""

    @abstractmethod
    def __iter__(self) -> Generator[object]:
        """Iterate over the entries."""

    @abstractmethod
    def _page_model(self) -> type[object]:
        """Return the model of the list's pages, which has the columns of a data frame."""

    def to_polars(self) -> polars.DataFrame:
        """Get all entries as a polars data frame. Needs the `polars` extra.

        The columns, their types and their order are those of the model, also for an empty list.

        Returns:
            A frame with a row for each entry and a column for each field. Dates are dates; lists and nested objects are
            lists and structs. Entries of several types have the columns of all of them.

        Raises:
            ImportError: polars is not installed. Nothing was sent.
            TMDBError: A request failed.
        """
        # Imported here: it imports the base class of models.
        from tmdb_facade._core.frames.dataframes import polars_frame, require

        require("polars")
        return polars_frame([entry for entry in self], self._page_model())

    def to_pandas(self) -> pandas.DataFrame:
        """Get all entries as a pandas data frame. Needs the `pandas` extra.

        The columns, their types and their order are those of the model, also for an empty list. Missing values are
        allowed in every column: the types are `Int64`, `Float64`, `boolean`, `string` and `datetime64[us]`.

        Returns:
            A frame with a row for each entry and a column for each field. Dates are timestamps; lists and nested
            objects are Python lists and dictionaries. Entries of several types have the columns of all of them.

        Raises:
            ImportError: pandas is not installed. Nothing was sent.
            TMDBError: A request failed.
        """
        # Imported here: it imports the base class of models.
        from tmdb_facade._core.frames.dataframes import pandas_frame, require

        require("pandas")
        return pandas_frame([entry for entry in self], self._page_model())
