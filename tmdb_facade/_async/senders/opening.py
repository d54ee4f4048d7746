"""Open and close a client's senders, whose modules are imported when the first request is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmdb_facade._async.engines.engine import AsyncEngine
    from tmdb_facade._async.senders.sender import AsyncSender
    from tmdb_facade._core.client.settings import Settings
    from tmdb_facade._runtime.caches import Cache
    from tmdb_facade._runtime.http import AsyncBaseTransport, AsyncClient


def open_sender(
    settings: Settings,
    engine: str | AsyncEngine,
    transport: AsyncBaseTransport | None,
    http_client: AsyncClient | None,
    cache: Cache | None,
    *,
    owns_cache: bool,
) -> AsyncSender:
    """Import the senders when the first request is sent."""
    from tmdb_facade._async.senders.chain import open_chain

    return open_chain(settings, engine, transport, http_client, cache, owns_cache=owns_cache)


async def close_sender(sender: AsyncSender) -> None:
    """Close the senders of a client."""
    await sender.aclose()
