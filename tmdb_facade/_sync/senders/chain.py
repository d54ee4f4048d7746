# Made from tmdb_facade/_async/senders/chain.py by `make sync`: edit that file, never this one.
"""The layers, put together.

From the outside in: retry, events, auth, then the network, a user's transport, or a user's client. Each later concern
is one more layer, in this order: user-scope policy, cache, retry, events, auth, rate limit, network.
"""

from __future__ import annotations

from tmdb_facade._core.client.settings import Settings, proxy_for
from tmdb_facade._runtime.http import BaseTransport, Client
from tmdb_facade._runtime.network import Network
from tmdb_facade._sync.senders.authorizing import AuthLayer
from tmdb_facade._sync.senders.reporting import EventsLayer
from tmdb_facade._sync.senders.retrying import RetryLayer
from tmdb_facade._sync.senders.user_client import UserClient


def build_stack(settings: Settings, transport: BaseTransport | None, http_client: Client | None) -> BaseTransport:
    """Put the layers of a client together.

    Args:
        settings: What the client was told.
        transport: The user's transport, in the place of the network.
        http_client: The user's client, in the place of the network.

    Returns:
        The outermost layer.
    """
    if http_client is not None:
        innermost: BaseTransport = UserClient(http_client)
    elif transport is not None:
        innermost = transport
    else:
        innermost = Network(settings.proxy or proxy_for(settings.base_url))
    authorized = AuthLayer(innermost, settings.credential)
    return RetryLayer(EventsLayer(authorized))
