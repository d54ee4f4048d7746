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


async def test_frames_have_the_media_types_that_are_unknown() -> None:
    rows = [{**movie(1), "media_type": "movie"}, {"id": 2, "media_type": "podcast"}]
    fake = Fake(json_response({"page": 1, "results": rows, "total_pages": 1, "total_results": 2}))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        frame = await tmdb.search.multi("x").to_polars()
        other = await tmdb.search.multi("x").to_pandas()
    assert frame["media_type"].to_list() == ["movie", "podcast"]
    assert list(other["media_type"]) == ["movie", "podcast"]


async def test_empty_list_becomes_an_empty_frame_with_all_columns() -> None:
    fake = Fake(movie_pages(0))
    full = Fake(movie_pages(3))
    async with (
        AsyncTMDB(TOKEN, transport=fake.transport) as tmdb,
        AsyncTMDB(TOKEN, transport=full.transport, on_drift="ignore") as other,
    ):
        empty = await tmdb.movies.popular().to_polars()
        pandas_empty = await tmdb.movies.popular().to_pandas()
        movies = await other.movies.popular().to_polars()
        pandas_movies = await other.movies.popular().to_pandas()
    assert empty.is_empty()
    assert empty.schema == movies.schema
    assert pandas_empty.empty
    assert list(pandas_empty.dtypes) == list(pandas_movies.dtypes)
    assert polars.concat([empty, movies]).height == 3
    assert len(pandas.concat([pandas_empty, pandas_movies])) == 3


async def test_lists_of_the_same_model_fit_together() -> None:
    """Only one of the lists has `media_type`, and only one has dates."""
    rows = [{**movie(1), "media_type": "movie", "release_date": "", "poster_path": None}]
    trending = Fake(json_response({"page": 1, "results": rows, "total_pages": 1, "total_results": 1}))
    popular = Fake(movie_pages(2))
    async with (
        AsyncTMDB(TOKEN, transport=trending.transport, on_drift="ignore") as one,
        AsyncTMDB(TOKEN, transport=popular.transport, on_drift="ignore") as two,
    ):
        frames = [await one.trending.movies("day").to_polars(), await two.movies.popular().to_polars()]
        others = [await one.trending.movies("day").to_pandas(), await two.movies.popular().to_pandas()]
    assert polars.concat(frames)["id"].to_list() == [1, 1, 2]
    assert polars.concat(frames)["media_type"].unique().to_list() == ["movie"]
    assert str(pandas.concat(others)["id"].dtype) == "Int64"


async def test_chained_lists_have_the_columns_of_their_model() -> None:
    """Lists over several requests, by date or by window, are frames too."""
    fake = Fake(json_response({"page": 1, "results": [], "total_pages": 1, "total_results": 0}))
    start, end = datetime.date(2026, 1, 1), datetime.date(2026, 3, 1)
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        changes = await tmdb.changes.movies(start_date=start, end_date=end).to_polars()
        movies = await tmdb.discover.movies(sliced=True).to_polars()
    assert changes.columns == ["adult", "id", "softcore"]
    assert "title" in movies.columns


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
