"""This project's clients on the default and on the fast engine, with the rate limit that they have for TMDB's own hosts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from benchmarks.peers.drivers.harness import APPEND, Driver, load

facade = load("tmdb_facade")
#: Requests in any 1.1 seconds; servers other than TMDB's have no limit by default.
RATE_LIMIT = 40
PREFETCH = 10
#: Fast engines by preference.
FAST_SYNC, FAST_ASYNC = ("pyreqwest",), ("pyreqwest", "aiohttp")


class Models(Driver):
    """What both clients share."""

    errors = (facade.TMDBError,)
    client: Any

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

    def __init__(self, base_url: str, api_key: str, engines: Sequence[str] = ()) -> None:
        self.client = make_client(facade.TMDB, base_url, api_key, engines)

    def walk(self, pages: int) -> Any:
        """Read all movies on the first pages."""
        return sum(1 for _ in self.client.movies.popular().prefetch(PREFETCH).limit(pages * 20))

    def close(self) -> Any:
        """Close the client."""
        self.client.close()


class Async(Models):
    """The async client."""

    def __init__(self, base_url: str, api_key: str, engines: Sequence[str] = ()) -> None:
        self.client = make_client(facade.AsyncTMDB, base_url, api_key, engines)

    async def walk(self, pages: int) -> Any:
        """Read all movies on the first pages."""
        return len([movie async for movie in self.client.movies.popular().prefetch(PREFETCH).limit(pages * 20)])

    async def close(self) -> None:
        """Close the client."""
        await self.client.aclose()


class FastSync(Sync):
    """The sync client on the fast engine."""

    def __init__(self, base_url: str, api_key: str) -> None:
        super().__init__(base_url, api_key, FAST_SYNC)


class FastAsync(Async):
    """The async client on the first fast engine that it offers."""

    def __init__(self, base_url: str, api_key: str) -> None:
        super().__init__(base_url, api_key, FAST_ASYNC)


def make_client(client: Any, base_url: str, api_key: str, engines: Sequence[str]) -> Any:
    """Create a client with its rate limit on the first of some engines that is available; without one, on the default.

    Raises:
        NotImplementedError: No engine is available, with the reason for the first.
    """
    accepted = client.__init__.__kwdefaults__
    options: dict[str, Any] = {"rate_limit": RATE_LIMIT} if "rate_limit" in accepted else {}
    reasons: list[str] = []
    for engine in engines:
        if "engine" not in accepted:
            raise NotImplementedError("this version has one engine")
        try:
            return client(api_key=api_key, base_url=base_url, engine=engine, **options)
        except (ImportError, facade.TMDBError) as error:
            reasons.append(str(error))
    if reasons:
        raise NotImplementedError(reasons[0])
    return client(api_key=api_key, base_url=base_url, **options)


def _decoder(model: str, blocks: tuple[str, ...]) -> Callable[[bytes], object]:
    """Return the decoder that the clients use."""
    runtime, type_ = load("tmdb_bindings.runtime"), getattr(load("tmdb_facade.models"), model)
    drift = runtime.Drift()

    def decode(body: bytes) -> object:
        answer: object = runtime.decode(body, type_, operation="bench", drift=drift, append=blocks)
        return answer

    return decode
