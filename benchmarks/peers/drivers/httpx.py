"""Bare httpx with `.json()`: the baseline."""

from __future__ import annotations

from typing import Any

from benchmarks.peers.drivers.harness import Driver, load

httpx = load("httpx")


class Sync(Driver):
    """The sync client of httpx."""

    errors = (httpx.HTTPError, httpx.InvalidURL)

    def __init__(self, base_url: str, api_key: str) -> None:
        self._client = httpx.Client(base_url=base_url, params={"api_key": api_key}, timeout=30)

    def details(self, movie_id: int, append: str = "") -> Any:
        """Request a movie."""
        query = {"append_to_response": append} if append else None
        return self._client.get(f"/3/movie/{movie_id}", params=query).raise_for_status().json()

    def page(self, number: int) -> Any:
        """Request a page of popular movies."""
        return self._client.get("/3/movie/popular", params={"page": number}).raise_for_status().json()

    def close(self) -> Any:
        """Close the client."""
        self._client.close()


class Async(Driver):
    """The async client of httpx."""

    errors = (httpx.HTTPError, httpx.InvalidURL)

    def __init__(self, base_url: str, api_key: str) -> None:
        self._client = httpx.AsyncClient(base_url=base_url, params={"api_key": api_key}, timeout=30)

    async def details(self, movie_id: int, append: str = "") -> Any:
        """Request a movie."""
        query = {"append_to_response": append} if append else None
        return (await self._client.get(f"/3/movie/{movie_id}", params=query)).raise_for_status().json()

    async def page(self, number: int) -> Any:
        """Request a page of popular movies."""
        return (await self._client.get("/3/movie/popular", params={"page": number})).raise_for_status().json()

    async def close(self) -> None:
        """Close the client."""
        await self._client.aclose()
