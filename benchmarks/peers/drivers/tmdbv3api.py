"""tmdbv3api with its session and without its cache, which would answer repeated calls. It returns objects without types."""

from __future__ import annotations

import json
from typing import Any

from benchmarks.peers.drivers.harness import Driver, load

tmdbv3api = load("tmdbv3api")
as_obj = load("tmdbv3api.as_obj").AsObj


class Sync(Driver):
    """The object for movies, without the blocks that it appends by default."""

    errors = (tmdbv3api.exceptions.TMDbException,)

    def __init__(self, base_url: str, api_key: str) -> None:
        settings = tmdbv3api.TMDb()
        settings.api_key, settings.cache = api_key, False
        self._movies = tmdbv3api.Movie()
        self._movies._base = f"{base_url}/3"

    def details(self, movie_id: int, append: str = "") -> Any:
        """Request a movie."""
        return self._movies.details(movie_id, append_to_response=append)

    def page(self, number: int) -> Any:
        """Request a page of popular movies."""
        return self._movies.popular(page=number)

    def movie(self, answer: Any) -> tuple[object, object]:
        """Return the id and the title of a movie. Missing fields have no attribute."""
        return getattr(answer, "id", None), getattr(answer, "title", None)

    def movies(self, answer: Any) -> list[tuple[object, object]]:
        """Return the ids and titles of a page, which can be iterated over."""
        return [self.movie(row) for row in answer]

    def decode_movie(self, body: bytes) -> Any:
        """Decode a movie."""
        return as_obj(json.loads(body.decode()))

    def decode_page(self, body: bytes) -> Any:
        """Decode a page."""
        return as_obj(json.loads(body.decode()), key="results")
