"""tmdbsimple with a session, as its README recommends. It returns dicts and sets their values as attributes."""

from __future__ import annotations

import json
from typing import Any

from benchmarks.peers.drivers.harness import Driver, load

tmdbsimple = load("tmdbsimple")
requests = load("requests")


class Sync(Driver):
    """The module with its settings."""

    # It has one class of its own and documents no other: its HTTP errors are those of requests.
    errors = (tmdbsimple.APIKeyError, requests.HTTPError)

    def __init__(self, base_url: str, api_key: str) -> None:
        tmdbsimple.API_KEY = api_key
        tmdbsimple.REQUESTS_SESSION = requests.Session()
        self._base_uri = f"{base_url}/3"

    def details(self, movie_id: int, append: str = "") -> Any:
        """Request a movie."""
        query = {"append_to_response": append} if append else {}
        return self._movies(movie_id).info(**query)

    def page(self, number: int) -> Any:
        """Request a page of popular movies."""
        return self._movies().popular(page=number)

    def decode_movie(self, body: bytes) -> Any:
        """Decode a movie and set its attributes."""
        return self._set(json.loads(body.decode()))

    def decode_page(self, body: bytes) -> Any:
        """Decode a page and set its attributes."""
        return self._set(json.loads(body.decode()))

    def close(self) -> Any:
        """Close the session."""
        tmdbsimple.REQUESTS_SESSION.close()

    def _movies(self, movie_id: int = 0) -> Any:
        """Return the object of a movie; its base URL is an attribute."""
        movies = tmdbsimple.Movies(movie_id)
        movies.base_uri = self._base_uri
        return movies

    def _set(self, answer: dict[str, Any]) -> dict[str, Any]:
        self._movies()._set_attrs_to_values(answer)
        return answer
