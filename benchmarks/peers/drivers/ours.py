"""This project's clients on the default and on the fast engine.

For TMDB's own hosts they have a rate limit, and its cost belongs to a call. For other hosts they have one if it is passed: here
one that no call waits for, and TMDB's where the server has a limit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from benchmarks.peers.drivers.harness import APPEND, Driver, UnsupportedError, load

facade = load("tmdb_facade")
#: Requests per second: TMDB's limit, and one that is never reached.
TMDB_LIMIT, UNREACHED_LIMIT = 40, 100_000
PREFETCH = 10


class Models(Driver):
    """The calls of the sync and the async client."""

    errors = (facade.TMDBError,)
    client: Any
    client_class: Any
    engines: Sequence[str] = ()

    def __init__(self, base_url: str, api_key: str, rate_limit: int = UNREACHED_LIMIT) -> None:
        self.arguments = base_url, api_key
        self.client = make_client(self.client_class, base_url, api_key, rate_limit, self.engines)

    def with_rate_limit(self) -> Driver:
        """Return a driver whose client keeps TMDB's limit."""
        return type(self)(*self.arguments, TMDB_LIMIT)

    def details(self, movie_id: int, append: str = "") -> Any:
        """Request a movie."""
        return self.client.movies.details(movie_id, **({"append": append.split(",")} if append else {}))

    def page(self, number: int) -> Any:
        """Request a page of popular movies."""
        return self.client.movies.popular().page(number)

    def movie(self, answer: Any) -> tuple[object, object]:
        """Return the id and the title of a movie."""
        return answer.id, answer.title

    def movies(self, answer: Any) -> list[tuple[object, object]]:
        """Return the ids and titles of a page."""
        return [self.movie(row) for row in answer.results]

    def decode_movie(self, body: bytes) -> Any:
        """Decode a movie and all of its blocks, which are otherwise decoded when they are first read."""
        answer = self._read_movie(body)
        self._read_blocks(answer)
        return answer

    def decode_page(self, body: bytes) -> Any:
        """Decode a page."""
        return self._read_page(body)

    @cached_property
    def _read_movie(self) -> Callable[[bytes], object]:
        return _decoder("MovieDetails", tuple(APPEND.split(",")))

    @cached_property
    def _read_blocks(self) -> Any:
        return load("tmdb_bindings.runtime.details").read_blocks

    @cached_property
    def _read_page(self) -> Callable[[bytes], object]:
        return _decoder("MoviePage", ())


class Sync(Models):
    """The sync client."""

    client_class = facade.TMDB

    def walk(self, pages: int) -> Any:
        """Read all movies on the first pages."""
        return sum(1 for _ in self.client.movies.popular().prefetch(PREFETCH).limit(pages * 20))

    def close(self) -> Any:
        """Close the client."""
        self.client.close()


class Async(Models):
    """The async client."""

    client_class = facade.AsyncTMDB

    async def walk(self, pages: int) -> Any:
        """Read all movies on the first pages."""
        return len([movie async for movie in self.client.movies.popular().prefetch(PREFETCH).limit(pages * 20)])

    async def close(self) -> None:
        """Close the client."""
        await self.client.aclose()


class FastSync(Sync):
    """The sync client on the fast engine."""

    engines = ("pyreqwest",)


class FastAsync(Async):
    """The async client on the first fast engine that it offers."""

    engines = ("pyreqwest", "aiohttp")


def make_client(client: Any, base_url: str, api_key: str, rate_limit: int, engines: Sequence[str]) -> Any:
    """Create a client on the first of some engines that is available; without engines, on the default.

    Raises:
        UnsupportedError: No engine is available, with the reason for the first.
    """
    options: dict[str, Any] = {"api_key": api_key, "base_url": base_url, "rate_limit": rate_limit}
    if not engines:
        return client(**options)
    if "engine" not in client.__init__.__kwdefaults__:
        raise UnsupportedError("this version has one engine")
    reasons: list[str] = []
    for engine in engines:
        try:
            return client(engine=engine, **options)
        except (ImportError, facade.TMDBError) as error:
            reasons.append(str(error))
    raise UnsupportedError(reasons[0])


def _decoder(model: str, blocks: tuple[str, ...]) -> Callable[[bytes], object]:
    """Return the decoder that the clients use."""
    runtime, type_ = load("tmdb_bindings.runtime"), getattr(load("tmdb_facade.models"), model)
    drift = runtime.Drift()

    def decode(body: bytes) -> object:
        answer: object = runtime.decode(body, type_, operation="bench", drift=drift, append=blocks)
        return answer

    return decode
