"""The layers, put together.

From the outside in: retry, events, auth, then the network, a user's transport, or a user's client. Each later concern
is one more layer, in this order: user-scope policy, cache, retry, events, auth, rate limit, network.
"""

from __future__ import annotations

from tmdb_facade._async.senders.authorizing import AsyncAuthLayer
from tmdb_facade._async.senders.reporting import AsyncEventsLayer
from tmdb_facade._async.senders.retrying import AsyncRetryLayer
from tmdb_facade._async.senders.user_client import AsyncUserClient
from tmdb_facade._core.client.settings import Settings, proxy_for
from tmdb_facade._runtime.http import AsyncBaseTransport, AsyncClient
from tmdb_facade._runtime.network import AsyncNetwork


def build_stack(
    settings: Settings, transport: AsyncBaseTransport | None, http_client: AsyncClient | None
) -> AsyncBaseTransport:
    """Put the layers of a client together.

    Args:
        settings: What the client was told.
        transport: The user's transport, in the place of the network.
        http_client: The user's client, in the place of the network.

    Returns:
        The outermost layer.
    """
    if http_client is not None:
        innermost: AsyncBaseTransport = AsyncUserClient(http_client)
    elif transport is not None:
        innermost = transport
    else:
        innermost = AsyncNetwork(settings.proxy or proxy_for(settings.base_url))
    authorized = AsyncAuthLayer(innermost, settings.credential)
    return AsyncRetryLayer(AsyncEventsLayer(authorized))
