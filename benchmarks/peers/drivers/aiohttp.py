"""Bare aiohttp with `.json()`."""

from __future__ import annotations

import json
from typing import Any

from benchmarks.peers.drivers.harness import Driver, load

aiohttp = load("aiohttp")


class Async(Driver):
    """A session of aiohttp."""

    errors = (aiohttp.ClientError,)

    def __init__(self, base_url: str, api_key: str) -> None:
        self._api_key = api_key
        self._session = aiohttp.ClientSession(base_url, raise_for_status=True)

    async def details(self, movie_id: int, append: str = "") -> Any:
        """Request a movie."""
        return await self._get(f"/3/movie/{movie_id}", {"append_to_response": append} if append else {})

    async def page(self, number: int) -> Any:
        """Request a page of popular movies."""
        return await self._get("/3/movie/popular", {"page": number})

    def decode_movie(self, body: bytes) -> Any:
        """Decode the text of a response, as `.json()` does."""
        return json.loads(body.decode())

    def decode_page(self, body: bytes) -> Any:
        """Decode the text of a response, as `.json()` does."""
        return json.loads(body.decode())

    async def close(self) -> None:
        """Close the session."""
        await self._session.close()

    async def _get(self, path: str, query: dict[str, Any]) -> Any:
        async with self._session.get(path, params={"api_key": self._api_key, **query}) as response:
            return await response.json()
