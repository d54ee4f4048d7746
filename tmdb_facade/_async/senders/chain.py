"""Build the chain of senders: caching, retrying, decoding, rate limit, fallback, reporting, routing, authorizing, engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade._async.rate.limiter import open_limiter
from tmdb_facade._async.senders.authorizing import AsyncAuthorizing
from tmdb_facade._async.senders.decoding import AsyncDecoding
from tmdb_facade._async.senders.fallback import AsyncFallback
from tmdb_facade._async.senders.rate_limited import AsyncRateLimited
from tmdb_facade._async.senders.reporting import AsyncReporting
from tmdb_facade._async.senders.retrying import AsyncRetrying
from tmdb_facade._async.senders.routing import AsyncRouting
from tmdb_facade._core.client.engines import HTTPX
from tmdb_facade._core.client.settings import MAX_CONNECTIONS, may_have_proxies
from tmdb_facade._runtime.engine_tasks import open_named_engine
from tmdb_facade._runtime.exchange_tasks import Exchanges

if TYPE_CHECKING:
    from tmdb_facade._async.engines.engine import AsyncEngine
    from tmdb_facade._async.senders.sender import AsyncSender
    from tmdb_facade._core.client.settings import Settings
    from tmdb_facade._runtime.caches import Cache
    from tmdb_facade._runtime.http import AsyncBaseTransport, AsyncClient


def open_chain(
    settings: Settings,
    engine: str | AsyncEngine,
    transport: AsyncBaseTransport | None,
    http_client: AsyncClient | None,
    cache: Cache | None = None,
    *,
    owns_cache: bool = False,
) -> AsyncSender:
    """Build a client's chain of senders, and start the log that `TMDB_LOG` configures.

    Args:
        settings: The server, the credential and the proxy.
        engine: The name of an engine, or the user's.
        transport: A user's transport, which replaces the network.
        http_client: A user's HTTP client, which replaces the network.
        cache: The cache, or `None`.
        owns_cache: Whether the cache is closed with the client.
    """
    if settings.log is not None:
        from tmdb_facade._core.logs import start_log

        start_log(settings.log)
    exchanges = Exchanges(settings.max_connections)
    connections = settings.max_connections or MAX_CONNECTIONS

    def open_route(proxy: str | None) -> AsyncSender:
        leaf = open_engine(engine, proxy, connections, transport, http_client, exchanges)
        return AsyncAuthorizing(leaf, settings.credential, proxy)

    is_own_network = isinstance(engine, str) and transport is None and http_client is None
    if is_own_network and settings.proxy is None and may_have_proxies():
        sender: AsyncSender = AsyncRouting(open_route, settings.base_url, exchanges)
    else:
        sender = open_route(settings.proxy if is_own_network else None)
    sender = AsyncReporting(sender)
    if settings.fallback_base_url is not None:
        sender = AsyncFallback(sender, settings.base_url, settings.fallback_base_url)
    if settings.rate_limit is not None:
        sender = AsyncRateLimited(sender, open_limiter(settings.base_url, settings.rate_limit), exchanges)
    sender = AsyncRetrying(AsyncDecoding(sender, settings.credential), exchanges)
    if cache is None:
        return sender
    # Imported here: hishel is optional and slow to import.
    from tmdb_facade._async.cache.store import open_store
    from tmdb_facade._async.senders.caching import AsyncCaching

    store = open_store(cache, is_owned=owns_cache)
    return AsyncCaching(sender, store, cache.stale_if_error, settings.credential, exchanges)


def open_engine(
    engine: str | AsyncEngine,
    proxy: str | None,
    max_connections: int,
    transport: AsyncBaseTransport | None,
    http_client: AsyncClient | None,
    exchanges: Exchanges,
) -> AsyncEngine:
    """Open the engine, and import no HTTP library but its own."""
    if not isinstance(engine, str):
        from tmdb_facade._async.engines.user_engine import AsyncUserEngine

        return AsyncUserEngine(engine, exchanges)
    if engine != HTTPX:
        return open_named_engine(engine, proxy, max_connections, exchanges)
    if http_client is not None:
        from tmdb_facade._async.engines.httpx_engine import AsyncHttpxEngine, AsyncUserClient

        return AsyncHttpxEngine(AsyncUserClient(http_client), exchanges)
    if transport is not None:
        from tmdb_facade._async.engines.httpx_engine import AsyncHttpxEngine

        return AsyncHttpxEngine(transport, exchanges)
    from tmdb_facade._async.engines.httpcore_engine import AsyncHttpcoreEngine

    return AsyncHttpcoreEngine(proxy, max_connections, exchanges)
