"""Build the chain of transports, from the outside in: retrying, reporting, authorizing, network.

A user's transport or HTTP client replaces the network transport.
"""

from __future__ import annotations

from tmdb_facade._async.senders.authorizing import AsyncAuthorizing
from tmdb_facade._async.senders.reporting import AsyncReporting
from tmdb_facade._async.senders.retrying import AsyncRetrying
from tmdb_facade._async.senders.sender import AsyncSender
from tmdb_facade._async.senders.user_client import AsyncUserClient
from tmdb_facade._core.client.settings import Settings, proxy_for
from tmdb_facade._runtime.http import AsyncBaseTransport, AsyncClient
from tmdb_facade._runtime.network import AsyncNetwork


def open_sender(
    settings: Settings, transport: AsyncBaseTransport | None, http_client: AsyncClient | None
) -> AsyncSender:
    """Build a client's sender, and start the log that `TMDB_LOG` configures.

    Args:
        settings: The server, the credential and the proxy.
        transport: A user's transport.
        http_client: A user's HTTP client.
    """
    if settings.log is not None:
        from tmdb_facade._core.logs import start_log

        start_log(settings.log)
    return AsyncSender(settings, build_chain(settings, transport, http_client))


def build_chain(
    settings: Settings, transport: AsyncBaseTransport | None, http_client: AsyncClient | None
) -> AsyncBaseTransport:
    """Return the outermost transport of the chain."""
    if http_client is not None:
        innermost: AsyncBaseTransport = AsyncUserClient(http_client)
    elif transport is not None:
        innermost = transport
    else:
        innermost = AsyncNetwork(settings.proxy or proxy_for(settings.base_url))
    return AsyncRetrying(AsyncReporting(AsyncAuthorizing(innermost, settings.credential)))
