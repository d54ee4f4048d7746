# Made from tmdb_facade/_async/senders/chain.py by `make sync`: edit that file, never this one.
"""Build the chain of senders: caching, retrying, decoding, rate limit, fallback, reporting, routing, authorizing, engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade._core.client.engines import HTTPX
from tmdb_facade._core.client.settings import MAX_CONNECTIONS, may_have_proxies
from tmdb_facade._runtime.engine_threads import open_named_engine
from tmdb_facade._runtime.exchange_threads import Exchanges
from tmdb_facade._sync.rate.limiter import open_limiter
from tmdb_facade._sync.senders.authorizing import Authorizing
from tmdb_facade._sync.senders.decoding import Decoding
from tmdb_facade._sync.senders.fallback import Fallback
from tmdb_facade._sync.senders.rate_limited import RateLimited
from tmdb_facade._sync.senders.reporting import Reporting
from tmdb_facade._sync.senders.retrying import Retrying
from tmdb_facade._sync.senders.routing import Routing

if TYPE_CHECKING:
    from tmdb_facade._core.client.settings import Settings
    from tmdb_facade._runtime.caches import Cache
    from tmdb_facade._runtime.http import BaseTransport, Client
    from tmdb_facade._sync.engines.engine import Engine
    from tmdb_facade._sync.senders.sender import Sender


def open_chain(
    settings: Settings,
    engine: str | Engine,
    transport: BaseTransport | None,
    http_client: Client | None,
    cache: Cache | None = None,
    *,
    owns_cache: bool = False,
) -> Sender:
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

    def open_route(proxy: str | None) -> Sender:
        leaf = open_engine(engine, proxy, connections, transport, http_client, exchanges)
        return Authorizing(leaf, settings.credential, proxy)

    is_own_network = isinstance(engine, str) and transport is None and http_client is None
    if is_own_network and settings.proxy is None and may_have_proxies():
        sender: Sender = Routing(open_route, settings.base_url, exchanges)
    else:
        sender = open_route(settings.proxy if is_own_network else None)
    sender = Reporting(sender)
    if settings.fallback_base_url is not None:
        sender = Fallback(sender, settings.base_url, settings.fallback_base_url)
    if settings.rate_limit is not None:
        sender = RateLimited(sender, open_limiter(settings.base_url, settings.rate_limit), exchanges)
    sender = Retrying(Decoding(sender, settings.credential), exchanges)
    if cache is None:
        return sender
    # Imported here: hishel is optional and slow to import.
    from tmdb_facade._sync.cache.store import open_store
    from tmdb_facade._sync.senders.caching import Caching

    store = open_store(cache, is_owned=owns_cache)
    return Caching(sender, store, cache.stale_if_error, settings.credential, exchanges)


def open_engine(
    engine: str | Engine,
    proxy: str | None,
    max_connections: int,
    transport: BaseTransport | None,
    http_client: Client | None,
    exchanges: Exchanges,
) -> Engine:
    """Open the engine, and import no HTTP library but its own."""
    if not isinstance(engine, str):
        from tmdb_facade._sync.engines.user_engine import UserEngine

        return UserEngine(engine, exchanges)
    if engine != HTTPX:
        return open_named_engine(engine, proxy, max_connections, exchanges)
    if http_client is not None:
        from tmdb_facade._sync.engines.httpx_engine import HttpxEngine, UserClient

        return HttpxEngine(UserClient(http_client), exchanges)
    if transport is not None:
        from tmdb_facade._sync.engines.httpx_engine import HttpxEngine

        return HttpxEngine(transport, exchanges)
    from tmdb_facade._sync.engines.httpcore_engine import HttpcoreEngine

    return HttpcoreEngine(proxy, max_connections, exchanges)
