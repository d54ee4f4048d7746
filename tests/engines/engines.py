"""The table of engines. One line adds an engine to all tests of this folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypedDict

import httpx

from tests.engines.own_engine import AsyncOwnEngine, OwnEngine
from tmdb_facade import AsyncEngine, Engine

#: The connections of a client, under every engine.
CONNECTIONS = 20
_LIMITS = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)


class Network(TypedDict, total=False):
    """The arguments of the sync client that choose an engine."""

    engine: str | Engine
    transport: httpx.BaseTransport
    http_client: httpx.Client


class AsyncNetwork(TypedDict, total=False):
    """The arguments of the async client that choose an engine."""

    engine: str | AsyncEngine
    transport: httpx.AsyncBaseTransport
    http_client: httpx.AsyncClient


@dataclass(frozen=True, kw_only=True)
class EngineCase:
    """An engine, and what it cannot do.

    Attributes:
        name: The name in test ids.
        sync: Returns the sync client's arguments; `None` if the engine has no sync form.
        tasks: Returns the async client's arguments, in its event loop; `None` if the engine has no async form.
        has_proxies: Whether the client's `proxy=` reaches the engine.
        limits_heads: Whether a deadline ends a response whose head drips.
        limits_connections: Whether the engine keeps to the client's number of connections by itself.
        is_abandonable: Whether a cancelled exchange ends at once.
        unknown: Names of faults of which the engine cannot know whether the request was sent.
    """

    name: str
    sync: Callable[[], Network] | None = None
    tasks: Callable[[], AsyncNetwork] | None = None
    has_proxies: bool = True
    is_own: bool = True
    unknown: frozenset[str] = field(default=frozenset())


ENGINES = [
    EngineCase(name="httpx", sync=dict, tasks=dict),
    EngineCase(
        name="transport",
        sync=lambda: {"transport": httpx.HTTPTransport(limits=_LIMITS)},
        tasks=lambda: {"transport": httpx.AsyncHTTPTransport(limits=_LIMITS)},
        has_proxies=False,
        is_own=False,
    ),
    EngineCase(
        name="http_client",
        sync=lambda: {"http_client": httpx.Client(limits=_LIMITS)},
        tasks=lambda: {"http_client": httpx.AsyncClient(limits=_LIMITS)},
        has_proxies=False,
        is_own=False,
    ),
    EngineCase(name="pyreqwest", sync=lambda: {"engine": "pyreqwest"}),
    EngineCase(name="aiohttp", tasks=lambda: {"engine": "aiohttp"}),
    EngineCase(
        name="own",
        sync=lambda: {"engine": OwnEngine()},
        tasks=lambda: {"engine": AsyncOwnEngine()},
        has_proxies=False,
    ),
]
