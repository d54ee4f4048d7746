"""Bare requests with a session and `.json()`."""

from __future__ import annotations

from typing import Any

from benchmarks.peers.drivers.harness import Driver, load

requests = load("requests")


class Sync(Driver):
    """A session of requests."""

    errors = (requests.RequestException,)

    def __init__(self, base_url: str, api_key: str) -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.params = {"api_key": api_key}

    def details(self, movie_id: int, append: str = "") -> Any:
        """Request a movie."""
        return self._get(f"/3/movie/{movie_id}", {"append_to_response": append} if append else {})

    def page(self, number: int) -> Any:
        """Request a page of popular movies."""
        return self._get("/3/movie/popular", {"page": number})

    def decode_movie(self, body: bytes) -> Any:
        """Decode the text of a response, as `.json()` does."""
        return _response(body).json()

    def decode_page(self, body: bytes) -> Any:
        """Decode the text of a response, as `.json()` does."""
        return _response(body).json()

    def close(self) -> Any:
        """Close the session."""
        self._session.close()

    def _get(self, path: str, query: dict[str, Any]) -> Any:
        response = self._session.get(self._base_url + path, params=query, timeout=30)
        response.raise_for_status()
        return response.json()


def _response(body: bytes) -> Any:
    """Return a response that has been read."""
    response = requests.Response()
    response._content, response.encoding = body, "utf-8"
    return response
