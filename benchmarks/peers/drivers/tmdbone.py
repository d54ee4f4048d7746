"""tmdbone, which is async and returns dicts."""

from __future__ import annotations

import json
import logging
from typing import Any

from benchmarks.peers.drivers.harness import Driver, load

tmdbone = load("tmdbone")
# It logs each retry to the root logger.
logging.disable(logging.CRITICAL)


class Async(Driver):
    """The client, whose base URL is an attribute of its class."""

    errors = (tmdbone.TMDbException,)

    def __init__(self, base_url: str, api_key: str) -> None:
        self._client = tmdbone.TMDbOneClient([api_key])
        self._client.BASE_URL = f"{base_url}/3"

    def details(self, movie_id: int, append: str = "") -> Any:
        """Request a movie."""
        query = {"append_to_response": append} if append else {}
        return self._client.movie(movie_id).details(**query)

    def page(self, number: int) -> Any:
        """Request a page of popular movies."""
        return self._client.movies_popular(page=number)

    def decode_movie(self, body: bytes) -> Any:
        """Decode the text of a response, as aiohttp does."""
        return json.loads(body.decode())

    def decode_page(self, body: bytes) -> Any:
        """Decode the text of a response, as aiohttp does."""
        return json.loads(body.decode())

    def close(self) -> Any:
        """Close the session."""
        return self._client.close()
