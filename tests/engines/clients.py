"""Clients that use an engine, sync or async."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from typing import Any

import httpx

from tests.engines.table import Engine
from tests.facade.support import KEY
from tmdb_facade import TMDB, AsyncTMDB


def credential_for(changes: dict[str, Any]) -> tuple[str, ...]:
    """Return the key, unless the options contain a credential. It is in no variable, as tracebacks show those."""
    return () if {"access_token", "api_key"} & changes.keys() else (KEY,)


def options(entry: Engine, base_url: str, changes: dict[str, Any]) -> dict[str, Any]:
    """Return the options of a client: no retries, no rate limit."""
    defaults = {
        "base_url": base_url,
        "max_retries": 0,
        "rate_limit": None,
        "on_drift": "ignore",
        "timeout": 5.0,
    }
    return {**defaults, **entry.options(), **changes}


@contextmanager
def sync_client(entry: Engine, base_url: str, **changes: Any) -> Generator[TMDB]:
    with ExitStack() as stack:
        arguments = options(entry, base_url, changes)
        if isinstance(client := arguments.get("http_client"), httpx.Client):
            stack.enter_context(client)
        yield stack.enter_context(TMDB(*credential_for(changes), **arguments))


def run(entry: Engine, base_url: str, call: Callable[[Any], Any], **changes: Any) -> None:
    """Run a call with a client: a function of the sync client, or a coroutine function of the async one."""
    if not entry.is_async:
        with sync_client(entry, base_url, **changes) as tmdb:
            call(tmdb)
        return

    async def main() -> None:
        arguments = options(entry, base_url, changes)
        try:
            async with AsyncTMDB(*credential_for(changes), **arguments) as tmdb:
                await call(tmdb)
        finally:
            if isinstance(client := arguments.get("http_client"), httpx.AsyncClient):
                await client.aclose()

    asyncio.run(main())


def details(tmdb: Any) -> Any:
    """Request a movie, with either client."""
    return tmdb.movies.details(7)
