"""The table of engines. One line adds an engine to the conformance suite."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import httpx

from tests.engines.example import AsyncExampleEngine, StandardEngine

CONNECTIONS = 20
_LIMITS = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)


class Engine(NamedTuple):
    """An engine of one of the clients.

    Attributes:
        name: The name.
        is_async: Whether it is an engine of the async client.
        options: Makes the options of a client that uses the engine.
        has_proxies: Whether it sends through a proxy that the client names.
        cuts_drips: Whether a deadline ends a response that arrives byte by byte, not only between its parts.
        frees_cancelled: Whether a cancelled call closes its connection.
        keeps_connections: Whether further requests use an open connection.
        keeps_no_cookies: Whether it keeps no cookies; a user's HTTP client does.
        keeps_quotes: Whether it sends "'" in a query as it is, not as %27.
        maps_errors: Whether its failures are described exactly; a user's engine may not know.
        reads_heads_strictly: Whether it skips all interim responses, and detects heads that end early or have two lengths;
            `http.client` does not.
        sends_long_urls: Whether it sends URLs above 64 KiB.
        is_observed: Whether the methods of httpx's transports are replaced, as a recorder does it.
    """

    name: str
    is_async: bool
    options: Callable[[], dict[str, Any]] = dict
    has_proxies: bool = False
    cuts_drips: bool = True
    frees_cancelled: bool = True
    maps_errors: bool = True
    keeps_connections: bool = True
    keeps_no_cookies: bool = True
    keeps_quotes: bool = True
    reads_heads_strictly: bool = True
    sends_long_urls: bool = False
    is_observed: bool = False

    @property
    def id(self) -> str:
        """The name in test ids, with the kind of client."""
        return f"{self.name}-{'async' if self.is_async else 'sync'}"

    @property
    def rejects_long_urls(self) -> bool:
        """Return whether it rejects URLs above 64 KiB itself, before a server does."""
        return not self.sends_long_urls

    @property
    def is_named(self) -> bool:
        """Return whether its name can be passed as `engine=`."""
        return self.name in {"httpx", "pyreqwest", "aiohttp"}

    @property
    def is_ours(self) -> bool:
        """Return whether it is an engine of this package, which opens all connections itself."""
        return self.is_named or self.is_observed

    @property
    def is_recorded(self) -> bool:
        """Return whether cassettes record its requests."""
        return self.name != "pyreqwest"

    @property
    def resolves_here(self) -> bool:
        """Return whether it looks up hosts with Python's resolver and tries one address after the other."""
        return self.name in {"httpx", "observed", "aiohttp"}


ENGINES = (
    Engine("httpx", False, has_proxies=True, sends_long_urls=True),
    Engine("httpx", True, has_proxies=True, sends_long_urls=True),
    Engine("observed", False, has_proxies=True, is_observed=True),
    Engine("observed", True, has_proxies=True, is_observed=True),
    Engine("transport", False, lambda: {"transport": httpx.HTTPTransport(limits=_LIMITS)}, cuts_drips=False),
    Engine("transport", True, lambda: {"transport": httpx.AsyncHTTPTransport(limits=_LIMITS)}, cuts_drips=False),
    Engine(
        "http_client",
        False,
        lambda: {"http_client": httpx.Client(limits=_LIMITS)},
        cuts_drips=False,
        keeps_no_cookies=False,
    ),
    Engine(
        "http_client",
        True,
        lambda: {"http_client": httpx.AsyncClient(limits=_LIMITS)},
        cuts_drips=False,
        keeps_no_cookies=False,
    ),
    Engine(
        "pyreqwest",
        False,
        lambda: {"engine": "pyreqwest"},
        has_proxies=True,
        frees_cancelled=False,
        keeps_quotes=False,
    ),
    Engine("aiohttp", True, lambda: {"engine": "aiohttp"}, has_proxies=True, sends_long_urls=True),
    Engine(
        "example",
        False,
        lambda: {"engine": StandardEngine()},
        maps_errors=False,
        keeps_connections=False,
        reads_heads_strictly=False,
    ),
    Engine("example", True, lambda: {"engine": AsyncExampleEngine()}, maps_errors=False),
)
