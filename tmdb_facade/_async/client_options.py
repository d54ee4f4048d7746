"""The arguments of the client's constructor as a type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from os import PathLike
from typing import TYPE_CHECKING, TypedDict

import tmdb_facade
from tmdb_bindings.runtime.lazy import lazy_module
from tmdb_facade._core.client.options import Offline, Unchanged
from tmdb_facade._core.endpoint import OnDrift
from tmdb_facade._core.events import RequestEvent, ResponseEvent
from tmdb_facade._core.rate.rate_limit import RateLimit
from tmdb_facade._core.request.extras import QueryValue
from tmdb_facade._runtime.caches import Cache
from tmdb_facade._runtime.engine_tasks import AsyncEngineName
from tmdb_facade._runtime.hook_tasks import AsyncSessionHook

if TYPE_CHECKING:
    from tmdb_facade._runtime import http
else:
    http = lazy_module("tmdb_facade._runtime.http")


class AsyncClientOptions(TypedDict, total=False):
    """The arguments of `AsyncTMDB`, but for the sessions of users. Each is optional.

    def open_client(**options: Unpack[AsyncClientOptions]) -> AsyncTMDB:
        return AsyncTMDB(**options)
    """

    access_token: str | None
    api_key: str | None
    base_url: str | None
    fallback_base_url: str | None
    proxy: str | None
    max_connections: int | None
    rate_limit: RateLimit | float | Unchanged | None
    rate_timeout: float | None
    timeout: float | http.Timeout | None
    total_timeout: float | Unchanged | None
    max_retries: int | None
    language: str | None
    region: str | None
    cache: Cache | str | PathLike[str] | None
    offline: Offline | None
    extra_query: Mapping[str, QueryValue] | None
    extra_headers: Mapping[str, str | None] | None
    user_agent: str | None
    on_drift: OnDrift
    on_request: Callable[[RequestEvent], None] | None
    on_response: Callable[[ResponseEvent], None] | None
    on_session_expired: AsyncSessionHook | None
    engine: AsyncEngineName | tmdb_facade.AsyncEngine | None
    transport: http.AsyncBaseTransport | None
    http_client: http.AsyncClient | None
