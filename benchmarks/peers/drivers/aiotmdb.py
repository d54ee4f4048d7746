"""aiotmdb without its cache, which fails at the second identical call. It is async and returns dicts."""

from __future__ import annotations

import json
import logging
from typing import Any

from benchmarks.peers.drivers.harness import Driver, load

aiotmdb = load("aiotmdb")
# It configures the root logger when it is imported.
logging.disable(logging.CRITICAL)


class Async(Driver):
    """The client, whose base URL is an attribute."""

    errors = (load("aiotmdb.exceptions").TMDbException,)

    def __init__(self, base_url: str, api_key: str) -> None:
        self._client = aiotmdb.TMDb(api_key, cache=False)
        self._client._base = f"{base_url}/3"

    def details(self, movie_id: int, append: str = "") -> Any:
        """Request a movie."""
        query = {"append_to_response": append} if append else {}
        return self._client.movies.info(movie_id, **query)

    def page(self, number: int) -> Any:
        """Request a page of popular movies."""
        return self._client.movies.popular(page=number)

    def decode_movie(self, body: bytes) -> Any:
        """Decode the text of a response, as aiohttp does."""
        return json.loads(body.decode())

    def decode_page(self, body: bytes) -> Any:
        """Decode the text of a response, as aiohttp does."""
        return json.loads(body.decode())
