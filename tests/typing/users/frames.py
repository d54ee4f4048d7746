"""Pagers as data frames."""

from __future__ import annotations

from typing import assert_type

import pandas
import polars

from tmdb_facade import TMDB, AsyncTMDB


def sync_client(tmdb: TMDB) -> None:
    """Check frames of a single media type and of several."""
    assert_type(tmdb.movies.popular().limit(100).to_polars(), polars.DataFrame)
    assert_type(tmdb.search.multi("x").to_pandas(), pandas.DataFrame)


async def async_client(tmdb: AsyncTMDB) -> None:
    """Check the types of the async client."""
    assert_type(await tmdb.movies.popular().to_polars(), polars.DataFrame)
    assert_type(await tmdb.search.multi("x").to_pandas(), pandas.DataFrame)
