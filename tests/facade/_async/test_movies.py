"""Movies: appended blocks and dated pages."""

from __future__ import annotations

from datetime import date
from typing import assert_type

from tests.facade.resources import ANSWER
from tests.facade.support import TOKEN, Fake, json_response
from tmdb_bindings.append import MovieHasImages
from tmdb_facade import AsyncTMDB, MovieAppend
from tmdb_facade.models import (
    DatedMoviePage,
    Movie,
    MovieDetails,
)


async def test_movies_details_sends_the_parameters_of_appended_blocks() -> None:
    fake = Fake(json_response({"id": 550, "images": {"posters": []}}))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        movie = await tmdb.movies.details("tt0137523", append=MovieAppend.IMAGES, include_image_language=["de", None])
    assert_type(movie, MovieDetails[MovieHasImages])
    assert fake.last.url.path == "/3/movie/tt0137523"
    assert fake.query == {"append_to_response": "images", "include_image_language": "de,null"}


async def test_movies_now_playing_page_has_its_range_of_dates() -> None:
    """The entries are plain movies."""
    fake = Fake(json_response({**ANSWER, "dates": {"minimum": "2026-01-02", "maximum": "2026-02-03"}}))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        page = await tmdb.movies.now_playing(region="BR").page(1)
        assert_type(page, DatedMoviePage)
        first = await tmdb.movies.upcoming().first()
        assert_type(first, Movie | None)
    assert (page.dates.minimum, page.dates.maximum) == (date(2026, 1, 2), date(2026, 2, 3))
