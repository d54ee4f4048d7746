"""tmdbapis. It returns objects, requests the configuration when it is created, and has a pager."""

from __future__ import annotations

import json
from typing import Any

from benchmarks.peers.drivers.harness import Driver, load

tmdbapis = load("tmdbapis")
objects = load("tmdbapis.objs.reload")


class Sync(Driver):
    """The client, without the blocks that it appends by default."""

    errors = (tmdbapis.TMDbException,)

    def __init__(self, base_url: str, api_key: str) -> None:
        load("tmdbapis.api3").base_url = f"{base_url}/3"
        self._apis = tmdbapis.TMDbAPIs(api_key)
        self._popular: Any = None

    def details(self, movie_id: int, append: str = "") -> Any:
        """Request a movie."""
        return self._apis.movie(movie_id, partial=append or None)

    def page(self, number: int) -> Any:
        """Request a page of popular movies."""
        popular = self._first_page() if number == 1 else self._popular or self._first_page()
        if number > 1:
            popular.load_page(number)
        return popular

    def walk(self, pages: int) -> Any:
        """Read all movies on the first pages."""
        popular = self._apis.popular_movies()
        return len(popular.get_results(pages * len(popular.results)))

    def movie(self, answer: Any) -> tuple[object, object]:
        """Return the id and the title of a movie."""
        return answer.id, answer.title

    def movies(self, answer: Any) -> list[tuple[object, object]]:
        """Return the ids and titles of the current page."""
        return [self.movie(row) for row in answer]

    def decode_movie(self, body: bytes) -> Any:
        """Decode a movie."""
        return objects.Movie(self._apis, json.loads(body.decode()))

    def decode_page(self, body: bytes) -> Any:
        """Decode a page into an object that exists."""
        popular = self._popular or self._first_page()
        popular._load(json.loads(body.decode()))
        return popular

    def _first_page(self) -> Any:
        self._popular = self._apis.popular_movies()
        return self._popular
