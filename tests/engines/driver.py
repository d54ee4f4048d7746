"""Drives an engine, sync or async, from threads of a test."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self, TypeVar

from tests.engines.table import CONNECTIONS, Engine
from tmdb_facade import EngineRequest, EngineResponse
from tmdb_facade._async.senders import chain as async_chain
from tmdb_facade._core.sending.engine import Deadline
from tmdb_facade._runtime import exchange_tasks, exchange_threads
from tmdb_facade._sync.senders import chain as sync_chain

T = TypeVar("T")

#: Seconds that no exchange of the suite may take.
PATIENCE = 30.0
HEADERS = {"Accept": "application/json", "Accept-Encoding": "gzip, deflate", "User-Agent": "suite/1"}


def request_to(
    url: str,
    method: str = "GET",
    *,
    headers: Mapping[str, str] = HEADERS,
    body: bytes | None = None,
    connect: float | None = 5.0,
    read: float | None = 5.0,
    total: float | None = 20.0,
) -> EngineRequest:
    """Return a request; times are in seconds."""
    timeouts = {"connect": connect, "read": read, "write": read, "pool": None}
    return EngineRequest(method, url, headers, body, timeouts, Deadline(total))


class Driver:
    """An open engine with at most 20 exchanges at a time. Async engines run in the event loop of a thread."""

    def __init__(self, entry: Engine, proxy: str | None = None) -> None:
        """Open the engine; a `with` block closes it."""
        self.entry = entry
        self._loop = asyncio.new_event_loop() if entry.is_async else None
        self._pool = ThreadPoolExecutor(3 * CONNECTIONS)
        if self._loop is None:
            options = entry.options()
            self._client: Any = options.get("http_client")
            self._engine: Any = _open_sync(options, proxy)
        else:
            self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
            self._thread.start()
            self._client, self._engine = self._wait(_open_async(entry, proxy))

    def start(self, request: EngineRequest) -> Future[EngineResponse]:
        """Start an exchange; cancelling the future of an async engine cancels its task."""
        if self._loop is not None:
            return asyncio.run_coroutine_threadsafe(self._engine.send(request), self._loop)
        return self._pool.submit(self._engine.send, request)

    def send(self, request: EngineRequest) -> EngineResponse:
        """Exchange a request for its response."""
        return self.start(request).result(PATIENCE)

    def send_all(self, requests: Iterable[EngineRequest]) -> list[EngineResponse | BaseException]:
        """Exchange requests at the same time; return the responses or errors."""
        futures = [self.start(request) for request in requests]
        return [future.exception(PATIENCE) or future.result() for future in futures]

    def close(self) -> None:
        """Close the engine."""
        if self._loop is None:
            self._engine.close()
        else:
            self._wait(self._engine.aclose())

    def _wait(self, coroutine: Coroutine[Any, Any, T]) -> T:
        assert self._loop is not None
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
        self._pool.shutdown()
        if self._client is not None:
            self._client.close() if self._loop is None else self._wait(self._client.aclose())
        if self._loop is not None:
            self._wait(_settle())
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(PATIENCE)
            self._loop.close()


def _open_sync(options: dict[str, Any], proxy: str | None) -> object:
    exchanges = exchange_threads.Exchanges(CONNECTIONS)
    chosen = options.get("engine", "httpx")
    transport, client = options.get("transport"), options.get("http_client")
    return sync_chain.open_engine(chosen, proxy, CONNECTIONS, transport, client, exchanges)


async def _open_async(entry: Engine, proxy: str | None) -> tuple[Any, object]:
    """Open the engine in its loop; return the user's client and the engine."""
    options = entry.options()
    exchanges = exchange_tasks.Exchanges(CONNECTIONS)
    chosen = options.get("engine", "httpx")
    transport, client = options.get("transport"), options.get("http_client")
    return client, async_chain.open_engine(chosen, proxy, CONNECTIONS, transport, client, exchanges)


async def _settle() -> None:
    """Let closed connections end."""
    for _ in range(3):
        await asyncio.sleep(0)
