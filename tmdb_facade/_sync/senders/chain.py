# Made from tmdb_facade/_async/senders/chain.py by `make sync`: edit that file, never this one.
"""Build the chain of transports, from the outside in: retrying, reporting, authorizing, network.

A user's transport or HTTP client replaces the network transport.
"""

from __future__ import annotations

from tmdb_facade._core.client.settings import Settings, proxy_for
from tmdb_facade._runtime.http import BaseTransport, Client
from tmdb_facade._runtime.network import Network
from tmdb_facade._sync.senders.authorizing import Authorizing
from tmdb_facade._sync.senders.reporting import Reporting
from tmdb_facade._sync.senders.retrying import Retrying
from tmdb_facade._sync.senders.sender import Sender
from tmdb_facade._sync.senders.user_client import UserClient


def open_sender(settings: Settings, transport: BaseTransport | None, http_client: Client | None) -> Sender:
    """Build a client's sender, and start the log that `TMDB_LOG` configures.

    Args:
        settings: The server, the credential and the proxy.
        transport: A user's transport.
        http_client: A user's HTTP client.
    """
    if settings.log is not None:
        from tmdb_facade._core.logs import start_log

        start_log(settings.log)
    return Sender(settings, build_chain(settings, transport, http_client))


def build_chain(settings: Settings, transport: BaseTransport | None, http_client: Client | None) -> BaseTransport:
    """Return the outermost transport of the chain."""
    if http_client is not None:
        innermost: BaseTransport = UserClient(http_client)
    elif transport is not None:
        innermost = transport
    else:
        innermost = Network(settings.proxy or proxy_for(settings.base_url))
    return Retrying(Reporting(Authorizing(innermost, settings.credential)))
