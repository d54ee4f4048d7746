"""One interface to the sync and the async client, so that each test is written once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self, TypedDict, TypeVar

import httpx

from tests.engines.engines import EngineCase
from tests.facade.support import KEY
from tmdb_facade import TMDB, AsyncTMDB, EngineRequest, EngineResponse
from tmdb_facade._async.senders.chain import open_engine as open_async_engine
from tmdb_facade._core.client.engines import HTTPX
from tmdb_facade._runtime import exchange_tasks, exchange_threads
from tmdb_facade._sync.senders.chain import open_engine
from tmdb_facade.models import MovieDetails

T = TypeVar("T")


class Options(TypedDict, total=False):
    """The options of a client that the tests set."""

    timeout: float | httpx.Timeout
    total_timeout: float | None
    max_retries: int
    max_connections: int
    proxy: str


class Driver(Protocol):
    """A client with an engine.

    Attributes:
        case: The engine.
        is_async: Whether it is the async client.
    """

    case: EngineCase
    is_async: bool

    def details(self, movie: int = 550) -> MovieDetails:
        """Get a movie."""
        ...

    def start(self, movie: int = 550) -> Future[MovieDetails]:
        """Get a movie in another thread or task. Cancelling the future of the async client cancels the call."""
        ...

    def add_rating(self) -> object:
        """Send a body."""
        ...

    def download(self, target: Path) -> Path:
        """Download an image."""
        ...

    def send(self, request: EngineRequest, proxy: str | None = None) -> EngineResponse:
        """Send a request through an engine without a client."""
        ...

    def close(self) -> None:
        """Close the client."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None: ...


OpenDriver = Callable[..., Driver]


class SyncDriver:
    """The sync client."""

    is_async = False

    def __init__(self, case: EngineCase, base_url: str, **options: Any) -> None:
        """Create the client."""
        assert case.sync is not None
        self.case = case
        self._network: Any = case.sync()
        self._tmdb = TMDB(KEY, base_url=base_url, rate_limit=None, **_with_defaults(options), **self._network)

    def details(self, movie: int = 550) -> MovieDetails:
        """Get a movie."""
        return self._tmdb.movies.details(movie)

    def start(self, movie: int = 550) -> Future[MovieDetails]:
        """Get a movie in another thread."""
        future: Future[MovieDetails] = Future()

        def run() -> None:
            try:
                future.set_result(self._tmdb.movies.details(movie))
            except BaseException as error:  # noqa: BLE001  (the future raises it)
                future.set_exception(error)

        threading.Thread(target=run, daemon=True).start()
        return future

    def add_rating(self) -> object:
        """Send a body."""
        return self._tmdb.movies.rate(550, 8.5, session_id="s" * 40)

    def download(self, target: Path) -> Path:
        """Download an image."""
        return self._tmdb.images.download("/abc.jpg", "poster", target)

    def send(self, request: EngineRequest, proxy: str | None = None) -> EngineResponse:
        """Send a request through an engine without a client."""
        network = self._network
        engine = open_engine(
            network.get("engine", HTTPX),
            proxy,
            20,
            network.get("transport"),
            network.get("http_client"),
            exchange_threads.Exchanges(20),
        )
        try:
            return engine.send(request)
        finally:
            engine.close()

    def close(self) -> None:
        """Close the client."""
        self._tmdb.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
        if (client := self._network.get("http_client")) is not None:
            client.close()


class AsyncDriver:
    """The async client, with an event loop in a thread of its own."""

    is_async = True

    def __init__(self, case: EngineCase, base_url: str, **options: Any) -> None:
        """Start the loop and create the client."""
        self.case = case
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

        async def create() -> tuple[AsyncTMDB, Any]:
            assert case.tasks is not None
            network: Any = case.tasks()
            options_ = _with_defaults(options)
            return AsyncTMDB(KEY, base_url=base_url, rate_limit=None, **options_, **network), network

        self._tmdb, self._network = self._run(create())

    def _run(self, call: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(call, self._loop).result(60)

    def details(self, movie: int = 550) -> MovieDetails:
        """Get a movie."""
        return self._run(self._tmdb.movies.details(movie))

    def start(self, movie: int = 550) -> Future[MovieDetails]:
        """Get a movie in a task, which ends when the future is cancelled."""
        return asyncio.run_coroutine_threadsafe(self._tmdb.movies.details(movie), self._loop)

    def add_rating(self) -> object:
        """Send a body."""
        return self._run(self._tmdb.movies.rate(550, 8.5, session_id="s" * 40))

    def download(self, target: Path) -> Path:
        """Download an image."""
        return self._run(self._tmdb.images.download("/abc.jpg", "poster", target))

    def send(self, request: EngineRequest, proxy: str | None = None) -> EngineResponse:
        """Send a request through an engine without a client."""
        network = self._network

        async def exchange() -> EngineResponse:
            engine = open_async_engine(
                network.get("engine", HTTPX),
                proxy,
                20,
                network.get("transport"),
                network.get("http_client"),
                exchange_tasks.Exchanges(20),
            )
            try:
                return await engine.send(request)
            finally:
                await engine.aclose()

        return self._run(exchange())

    def close(self) -> None:
        """Close the client."""
        self._run(self._tmdb.aclose())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
        if (client := self._network.get("http_client")) is not None:
            self._run(client.aclose())
        self._run(self._loop.shutdown_default_executor())
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


def _with_defaults(options: dict[str, Any]) -> dict[str, Any]:
    return {"max_retries": 0, "timeout": 5.0, "on_drift": "ignore", **options}
