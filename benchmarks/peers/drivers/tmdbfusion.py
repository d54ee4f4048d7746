"""tmdbfusion. It returns msgspec Structs, drops appended blocks, and has a sequential pager."""

from __future__ import annotations

from typing import Any

from benchmarks.peers.drivers.harness import Driver, UnsupportedError, load

clients = load("tmdbfusion.core.client")
decode = load("msgspec").json.decode


class Structs(Driver):
    """The calls of the sync and the async client. Their base URL is a constant of a module."""

    errors = (load("tmdbfusion.exceptions").TMDBError, load("tmdbfusion.core.http").TransportError)
    client: Any

    def details(self, movie_id: int, append: str = "") -> Any:
        """Request a movie."""
        return self.client.movies.details(movie_id, append_to_response=append or None)

    def page(self, number: int) -> Any:
        """Request a page of popular movies."""
        return self.client.movies.popular(page=number)

    def movie(self, answer: Any) -> tuple[object, object]:
        """Return the id and the title of a movie."""
        return answer.id, answer.title

    def movies(self, answer: Any) -> list[tuple[object, object]]:
        """Return the ids and titles of a page."""
        return [self.movie(row) for row in answer.results]

    def decode_movie(self, body: bytes) -> Any:
        """Raise an error: the decoder has no fields for appended blocks."""
        raise UnsupportedError("drops appended blocks")

    def decode_page(self, body: bytes) -> Any:
        """Decode a page."""
        return decode(body, type=load("tmdbfusion.models.search").MoviePaginatedResponse)


class Sync(Structs):
    """The sync client."""

    def __init__(self, base_url: str, api_key: str) -> None:
        load("tmdbfusion.core.base").API_V3_BASE = f"{base_url}/3"
        self.client = clients.TMDBClient(api_key)

    def walk(self, pages: int) -> Any:
        """Read all movies on the first pages."""
        return sum(1 for _ in self.client.paginate(self.client.movies.popular).take(pages * 20))

    def close(self) -> Any:
        """Close the client."""
        self.client.close()


class Async(Structs):
    """The async client."""

    def __init__(self, base_url: str, api_key: str) -> None:
        load("tmdbfusion.core.base").API_V3_BASE = f"{base_url}/3"
        self.client = clients.AsyncTMDBClient(api_key)

    async def walk(self, pages: int) -> Any:
        """Read all movies on the first pages."""
        return len([movie async for movie in self.client.paginate(self.client.movies.popular).take(pages * 20)])

    async def close(self) -> None:
        """Close the client."""
        await self.client.close()
