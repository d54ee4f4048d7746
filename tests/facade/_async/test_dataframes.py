"""Pagers as data frames."""

from __future__ import annotations

import datetime
import sys

import pandas
import polars
import pytest

from tests.facade.support import TOKEN, Fake, json_response, movie, movie_pages
from tmdb_facade import AsyncTMDB


async def test_to_polars_has_all_entries_or_the_limit_with_typed_columns() -> None:
    fake = Fake(movie_pages(50))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        frame = await tmdb.movies.popular().to_polars()
        short = await tmdb.movies.popular().limit(3).to_polars()
    assert frame.height == 50
    assert frame["id"].to_list() == list(range(1, 51))
    assert frame.schema["release_date"] == polars.Date
    assert frame.schema["genre_ids"] == polars.List(polars.Int64)
    assert frame["release_date"][0] == datetime.date(2001, 2, 3)
    assert short.columns == frame.columns
    assert short.height == 3


async def test_to_pandas_has_timestamps_and_missing_dates() -> None:
    rows = [movie(1), {**movie(2), "release_date": ""}]
    fake = Fake(json_response({"page": 1, "results": rows, "total_pages": 1, "total_results": 2}))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        frame = await tmdb.movies.popular().to_pandas()
    assert list(frame["title"]) == ["Movie 1", "Movie 2"]
    assert str(frame["release_date"].dtype).startswith("datetime64")
    assert frame["release_date"][0] == pandas.Timestamp(2001, 2, 3)
    assert list(frame["release_date"].isna()) == [False, True]


async def test_frames_of_several_kinds_have_the_columns_of_all() -> None:
    """A kind may come late, and may have nested objects."""
    movies = [{**movie(number), "media_type": "movie"} for number in range(1, 200)]
    person = {"id": 900, "media_type": "person", "name": "One", "known_for": [{**movie(1), "media_type": "movie"}]}
    fake = Fake(json_response({"page": 1, "results": [*movies, person], "total_pages": 1, "total_results": 200}))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        frame = await tmdb.search.multi("x").to_polars()
        other = await tmdb.search.multi("x").to_pandas()
    assert {"title", "name", "known_for"} <= set(frame.columns)
    assert set(frame.columns) == set(other.columns)
    assert frame["title"][0] == "Movie 1"
    assert frame["name"][199] == "One"
    assert frame["known_for"][199][0]["title"] == "Movie 1"


async def test_empty_list_becomes_an_empty_frame() -> None:
    fake = Fake(movie_pages(0))
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        assert (await tmdb.movies.popular().to_polars()).is_empty()
        assert (await tmdb.movies.popular().to_pandas()).empty


@pytest.mark.parametrize("library", ["polars", "pandas"])
async def test_missing_library_raises_with_the_command_that_installs_it(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error comes before anything is sent."""
    monkeypatch.setitem(sys.modules, library, None)
    fake = Fake(movie_pages(50))
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        popular = tmdb.movies.popular()
        with pytest.raises(ImportError, match=rf"pip install 'tmdb-facade\[{library}\]'"):
            await (popular.to_polars() if library == "polars" else popular.to_pandas())
    assert fake.requests == []
