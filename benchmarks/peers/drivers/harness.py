"""Run a driver: answer commands on stdin with results on stdout, one JSON object per line.

This module runs in the environment of the measured client. It imports little, because imports are part of what is measured.
"""

from __future__ import annotations

import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine
from importlib import import_module
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")
#: Runs a coroutine to its end.
Run: TypeAlias = Callable[[Coroutine[Any, Any, Any]], Any]

MOVIE_ID = 550
#: The ten blocks of the movie that is decoded.
APPEND = (
    "credits,images,videos,keywords,recommendations,similar,release_dates,translations,external_ids,alternative_titles"
)
CONCURRENT_CALLS = 20


class UnsupportedError(Exception):
    """Something that a client cannot do, so that its figure is missing."""


class Driver(ABC):
    """A client, used as its documentation shows.

    The methods that send requests return an answer, or an awaitable of it. The others have defaults for clients that return
    dicts.

    Attributes:
        errors: The documented error classes of the client.
        arguments: The base URL and the credential.
    """

    errors: tuple[type[Exception], ...] = ()
    arguments: tuple[str, str]

    @abstractmethod
    def __init__(self, base_url: str, api_key: str) -> None:
        """Create the client; it may open connections only when it is first used."""

    @abstractmethod
    def details(self, movie_id: int, append: str = "") -> Any:
        """Request a movie with the blocks that a comma-separated list names."""

    @abstractmethod
    def page(self, number: int) -> Any:
        """Request a page of popular movies."""

    def walk(self, pages: int) -> Any:
        """Return the number of movies on the first pages by the client's own pager; None if it has no pager."""
        return None

    def with_rate_limit(self) -> Driver:
        """Return a driver whose client keeps TMDB's limit of 40 requests a second; this one, if the client has no limiter."""
        return self

    def movie(self, answer: Any) -> tuple[object, object]:
        """Return the id and the title of a movie."""
        return answer.get("id"), answer.get("title")

    def movies(self, answer: Any) -> list[tuple[object, object]]:
        """Return the ids and titles of a page."""
        rows: list[Any] = answer.get("results") or []
        return [self.movie(row) for row in rows]

    def decode_movie(self, body: bytes) -> Any:
        """Decode a movie with the blocks of `APPEND`; the default is the decoder of the standard library."""
        import json

        return json.loads(body)

    def decode_page(self, body: bytes) -> Any:
        """Decode a page of movies."""
        import json

        return json.loads(body)

    def close(self) -> Any:
        """Close the client, if it can be closed."""
        return None


def load(name: str) -> Any:
    """Import a package that only the environment of its driver has."""
    return import_module(name)


async def finish(value: Any) -> Any:
    """Return an answer, or await it."""
    return await value if hasattr(value, "__await__") else value


def run_without_loop(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never waits, as those of sync drivers."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        result: T = stop.value
        return result
    raise RuntimeError("a sync driver returned an awaitable")


async def open_driver(module: str, name: str, base_url: str, api_key: str) -> Driver:
    """Create the client of a driver, for the event loop that runs."""
    make = getattr(import_module(f"benchmarks.peers.drivers.{module}"), name)
    driver: Driver = make(base_url, api_key)
    driver.arguments = base_url, api_key
    return driver


async def call_once(driver: Driver) -> dict[str, object]:
    """Request a movie and read its title."""
    answer = await finish(driver.details(MOVIE_ID))
    return {"movie": driver.movie(answer)}


async def shut(driver: Driver) -> None:
    """Close the client."""
    await finish(driver.close())


def main(arguments: list[str]) -> None:
    """Run the action `once` or `serve` of a driver: `main([ACTION, MODULE, CLASS, BASE_URL, API_KEY])`."""
    action, module, name, base_url, api_key = arguments
    if is_async(name):
        import asyncio

        with asyncio.Runner() as runner:
            _run(runner.run, action, module, name, base_url, api_key)
    else:
        _run(run_without_loop, action, module, name, base_url, api_key)


def is_async(name: str) -> bool:
    """Return whether the class of a driver is async, which its name says."""
    return name.endswith("Async")


def _run(run: Run, action: str, module: str, name: str, base_url: str, api_key: str) -> None:
    driver: Driver = run(open_driver(module, name, base_url, api_key))
    if action == "once":
        title = run(call_once(driver))["movie"][1]
        run(shut(driver))
        print(title)
    else:
        _serve(run, driver)
        run(shut(driver))


def _serve(run: Run, driver: Driver) -> None:
    """Answer commands until stdin is closed. What a client prints goes to stderr."""
    import json

    from benchmarks.peers.drivers.commands import COMMANDS

    replies, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        request: dict[str, Any] = json.loads(line)
        start = time.perf_counter()
        try:
            reply = run(COMMANDS[request.pop("command")](driver, **request))
        except UnsupportedError as error:
            reply = {"error": str(error)}
        except Exception as error:  # noqa: BLE001  (every failure of a client is a result)
            reply = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps({"wall": time.perf_counter() - start, **reply}), file=replies, flush=True)
