# Made from tmdb_facade/_async/senders/opening.py by `make sync`: edit that file, never this one.
"""Open and close a client's senders, whose modules are imported when the first request is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmdb_facade._core.client.settings import Settings
    from tmdb_facade._runtime.caches import Cache
    from tmdb_facade._runtime.http import BaseTransport, Client
    from tmdb_facade._sync.engines.engine import Engine
    from tmdb_facade._sync.senders.sender import Sender


def open_sender(
    settings: Settings,
    engine: str | Engine,
    transport: BaseTransport | None,
    http_client: Client | None,
    cache: Cache | None,
    *,
    owns_cache: bool,
) -> Sender:
    """Import the senders when the first request is sent."""
    from tmdb_facade._sync.senders.chain import open_chain

    return open_chain(settings, engine, transport, http_client, cache, owns_cache=owns_cache)


def close_sender(sender: Sender) -> None:
    """Close the senders of a client."""
    sender.close()
