"""themoviedb, opened by `with`, which keeps its session open. It returns dataclasses."""

from __future__ import annotations

import json
from typing import Any

from benchmarks.peers.drivers.harness import Driver, load

themoviedb = load("themoviedb")
schemas = load("themoviedb.schemas.movies")
as_dataclass = load("themoviedb.utils").as_dataclass


class Dataclasses(Driver):
    """The calls of the sync and the async client. Their host is part of their configuration."""

    errors = (load("themoviedb.exceptions").TMDbError,)
    client: Any

    def details(self, movie_id: int, append: str = "") -> Any:
        """Request a movie."""
        return self.client.movie(movie_id).details(append_to_response=append or None)

    def page(self, number: int) -> Any:
        """Request a page of popular movies."""
        return self.client.movies().popular(page=number)

    def movie(self, answer: Any) -> tuple[object, object]:
        """Return the id and the title of a movie."""
        return answer.id, answer.title

    def movies(self, answer: Any) -> list[tuple[object, object]]:
        """Return the ids and titles of a page; its results are optional."""
        rows: list[Any] = answer.results or []
        return [self.movie(row) for row in rows]

    def decode_movie(self, body: bytes) -> Any:
        """Decode a movie."""
        return as_dataclass(schemas.Movie, json.loads(body.decode()))

    def decode_page(self, body: bytes) -> Any:
        """Decode a page."""
        return as_dataclass(schemas.Movies, json.loads(body.decode()))


class Sync(Dataclasses):
    """The sync client."""

    def __init__(self, base_url: str, api_key: str) -> None:
        self.client = themoviedb.TMDb(api_key=api_key)
        self.client._config.host = base_url
        self.client.__enter__()

    def close(self) -> Any:
        """Close the session."""
        self.client.close()


class Async(Dataclasses):
    """The async client."""

    def __init__(self, base_url: str, api_key: str) -> None:
        # The client would open its session in `async with`; the driver is created inside of the event loop.
        self.client = themoviedb.aioTMDb(api_key=api_key, session=load("aiohttp").ClientSession())
        self.client._config.host = base_url

    async def close(self) -> None:
        """Close the session."""
        await self.client.session.close()
