"""The client."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar, cast

import tmdb_facade
from tmdb_bindings.runtime.lazy import lazy_module
from tmdb_facade._async.requester import AsyncRequester
from tmdb_facade._async.senders.opening import close_sender, open_sender
from tmdb_facade._async.stored_users import AsyncStoredUsers
from tmdb_facade._core.cache.location import CACHE_VARIABLE
from tmdb_facade._core.client.engines import read_engine
from tmdb_facade._core.client.environment import as_text_or_none, choose
from tmdb_facade._core.client.hosts import hosts_for
from tmdb_facade._core.client.options import (
    DEFAULT_TIMEOUTS,
    UNCHANGED,
    Offline,
    Options,
    Unchanged,
    changed_values,
    passed_values,
    read_options,
)
from tmdb_facade._core.client.settings import read_settings
from tmdb_facade._core.endpoint import OnDrift
from tmdb_facade._core.events import RequestEvent, ResponseEvent
from tmdb_facade._core.rate.rate_limit import RateLimit
from tmdb_facade._core.request.extras import QueryValue
from tmdb_facade._core.request.validation import check_instance
from tmdb_facade._runtime.caches import Cache, read_cache
from tmdb_facade._runtime.engine_tasks import ENGINE_METHODS, ENGINES, AsyncEngineName
from tmdb_facade._runtime.hook_tasks import AsyncSessionHook
from tmdb_facade._runtime.tasks import PerLoop
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_facade._runtime import http
else:
    http = lazy_module("tmdb_facade._runtime.http")

P = ParamSpec("P")
T = TypeVar("T")


class AsyncTMDB(AsyncStoredUsers):
    """A client of The Movie Database (TMDB).

        async with AsyncTMDB() as tmdb:
            movie = await tmdb.movies.details(550)

    Each namespace (`movies`, `tv`, `search`, ...) is an attribute. A client can be shared by threads, tasks and event
    loops. Use it as a context manager or call `aclose()`; a client that lives as long as the program needs neither.

    Options that are not passed are read from the environment: `TMDB_ACCESS_TOKEN` or `TMDB_READ_ACCESS_TOKEN` or
    `TMDB_API_KEY`, `TMDB_BASE_URL`, `TMDB_FALLBACK_BASE_URL`, `TMDB_ENGINE`, `TMDB_PROXY`, `TMDB_MAX_CONNECTIONS`,
    `TMDB_RATE_LIMIT`, `TMDB_RATE_TIMEOUT`, `TMDB_TIMEOUT`, `TMDB_TOTAL_TIMEOUT`, `TMDB_MAX_RETRIES`, `TMDB_LANGUAGE`,
    `TMDB_REGION`, `TMDB_SESSION_ID`, `TMDB_CACHE`, `TMDB_OFFLINE`. `TMDB_LOG=info` logs each response to stderr;
    `TMDB_LOG=debug` logs each request as well.
    """

    def __init__(
        self,
        access_token: str | None = None,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        fallback_base_url: str | None = None,
        proxy: str | None = None,
        max_connections: int | None = None,
        rate_limit: RateLimit | float | Unchanged | None = UNCHANGED,
        rate_timeout: float | None = None,
        timeout: float | http.Timeout | None = None,
        total_timeout: float | Unchanged | None = UNCHANGED,
        max_retries: int | None = None,
        language: str | None = None,
        region: str | None = None,
        cache: Cache | str | PathLike[str] | None = None,
        offline: Offline | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        user_agent: str | None = None,
        on_drift: OnDrift = "warn",
        on_request: Callable[[RequestEvent], None] | None = None,
        on_response: Callable[[ResponseEvent], None] | None = None,
        on_session_expired: AsyncSessionHook | None = None,
        engine: AsyncEngineName | tmdb_facade.AsyncEngine | None = None,
        transport: http.AsyncBaseTransport | None = None,
        http_client: http.AsyncClient | None = None,
    ) -> None:
        """Create a client. This opens no connection and sends nothing.

        Args:
            access_token: The API Read Access Token of your TMDB account.
            api_key: The API key of your TMDB account, instead of the token. Either argument accepts both kinds.
            base_url: The server's root URL without `/3`; https://api.themoviedb.org by default.
            fallback_base_url: The root URL of a server that is used while the first one cannot be reached. Where
                https://api.themoviedb.org is blocked, `ALTERNATE_BASE_URL` (https://api.tmdb.org) may work.
            proxy: The URL of a proxy, such as `http://user:password@127.0.0.1:8080`. By default, the environment's
                `HTTPS_PROXY` and related variables apply.
            max_connections: The maximum number of connections, in each event loop: 20 by default, as many as TMDB accepts
                from one address. Under a user's transport or HTTP client there is no limit by default.
            rate_limit: A `RateLimit`, the maximum number of requests per second, or `None` for no limit. By default
                TMDB's servers get at most 40 requests in any 1.1 seconds, from all clients of the process together;
                another `base_url` and a user's transport or HTTP client have no limit.
            rate_timeout: Seconds that a call waits for the rate limit and a connection before its first request; no limit
                by default.
            timeout: Seconds to connect and to wait for each part of a response, or an `httpx.Timeout`. By default 10 to
                connect and 30 to read, or the timeout of `http_client`.
            total_timeout: Seconds for a whole call with its retries and their waits, from its first request on: 120 by
                default, `None` for no limit. Under a user's transport or HTTP client, it applies between the parts of a
                response.
            max_retries: The maximum number of retries of a request: 2 by default, 0 for none. Network errors, server
                errors and rate limits are retried with exponential backoff from half a second, or after TMDB's
                `Retry-After` of at most 30 seconds. Requests that are not safe to repeat are never retried.
            language: The language of texts, ISO 639-1 with an optional region (`pt-BR`): the default for calls without
                `language=`. Without it, TMDB's default (`en-US`) applies.
            region: The region of releases, upper-case ISO 3166-1 (`BR`): the default for calls without `region=`.
            cache: Where answers are stored: `"memory"`, the path of an SQLite file, the URL of a Redis server, or a
                `Cache`; by default nowhere. Needs `pip install 'tmdb-facade[cache]'`. What belongs to a user, lists,
                images and errors are never stored.
            offline: `"prefer"` uses a stored answer of any age without a request, and sends one only without it.
                `"only"` never sends a request: what is not stored is an `OfflineError`. Both need `cache`.
            session_id: A user's session: the default for operations of API version 3 that need one.
            guest_session_id: A guest session: the default for operations that accept one.
            extra_query: Parameters under TMDB's names for every request to its API, such as those that its document does
                not have. They replace the client's own of the same name; `None` removes one.
            extra_headers: Headers for every request to TMDB's API, without those of credentials, bodies and connections.
                Errors, logs and the cache never contain their values.
            user_agent: The User-Agent of every request, such as `my-app/1.0 (me@example.com)`, instead of the SDK's.
            on_drift: The policy for answers that contradict their type. `warn` keeps the valid parts and emits a
                `DriftWarning`, `ignore` keeps the valid parts silently, `raise` raises `DriftError`.
            on_request: A function that is called before each request, retries included. It must not block.
            on_response: A function that is called after each response or failure. It must not block.
            on_session_expired: A function that signs the client's user in again, and is called with the
                `SessionExpiredError`. It returns the new `UserCredentials`, with which the call is repeated once and the
                client goes on, or `None` to raise the error.
            engine: What sends the requests: the name of an engine, `"httpx"` by default, or an `AsyncEngine` of your own,
                which the client closes. Another engine than httpx cannot be combined with `transport` and `http_client`.
            transport: An httpx transport to use instead of the network. The client closes it.
            http_client: An httpx client to send through, with its headers, cookies, proxies and hooks. It stays open.

        Raises:
            CredentialsError: There is no credential, neither as an argument nor in the environment.
            InvalidArgumentError: An argument or an environment variable has a wrong type or value, the engine is not
                installed, or more than one of `access_token` and `api_key`, or of `transport`, `http_client` and `proxy`
                is passed.
        """
        network = passed_values(engine=engine, transport=transport, http_client=http_client, proxy=proxy)
        chosen = cast("str | tmdb_facade.AsyncEngine", read_engine(network, os.environ, ENGINES, ENGINE_METHODS))
        in_process = False
        if transport is not None:
            # Imported already by a caller that passes one.
            from tmdb_facade._runtime.http import AsyncBaseTransport, is_in_process

            check_instance("transport", transport, AsyncBaseTransport)
            in_process = is_in_process(transport)
        if http_client is not None:
            from tmdb_facade._runtime.http import AsyncClient

            check_instance("http_client", http_client, AsyncClient)
        settings = read_settings(
            passed_values(
                access_token=access_token,
                api_key=api_key,
                base_url=base_url,
                fallback_base_url=fallback_base_url,
                proxy=proxy,
                max_connections=max_connections,
                rate_limit=rate_limit,
            ),
            os.environ,
            own_network=transport is None and http_client is None,
        )._replace(is_in_process=in_process)
        changes = passed_values(
            timeout=timeout,
            total_timeout=total_timeout,
            rate_timeout=rate_timeout,
            max_retries=max_retries,
            language=language,
            region=region,
            offline=offline,
            session_id=session_id,
            guest_session_id=guest_session_id,
            extra_query=extra_query,
            extra_headers=extra_headers,
            user_agent=user_agent,
            on_drift=on_drift,
            on_request=on_request,
            on_response=on_response,
            on_session_expired=on_session_expired,
        )
        # A user's HTTP client has timeouts of its own.
        defaults = Options(timeout=None if http_client else DEFAULT_TIMEOUTS)
        options = read_options(defaults, changes, os.environ)
        used_cache = choose(passed_values(cache=cache), os.environ, CACHE_VARIABLE, read_cache, None, as_text_or_none)
        options = options._replace(cache=used_cache is not None)
        _check_offline(options, "TMDB_OFFLINE" if offline is None else "offline")
        opened = partial(
            open_sender, settings, chosen, transport, http_client, used_cache, owns_cache=used_cache is not cache
        )
        sender = PerLoop(opened, close_sender)
        requester = AsyncRequester(options, sender, settings, hosts_for(settings.base_url))
        self._start(settings, requester, owns_connections=True)

    def with_options(
        self,
        *,
        timeout: float | http.Timeout | Unchanged = UNCHANGED,
        total_timeout: float | Unchanged | None = UNCHANGED,
        rate_timeout: float | Unchanged | None = UNCHANGED,
        max_retries: int | Unchanged = UNCHANGED,
        language: str | Unchanged | None = UNCHANGED,
        region: str | Unchanged | None = UNCHANGED,
        cache: Unchanged | None = UNCHANGED,
        offline: Offline | Unchanged | None = UNCHANGED,
        session_id: str | Unchanged | None = UNCHANGED,
        guest_session_id: str | Unchanged | None = UNCHANGED,
        extra_query: Mapping[str, QueryValue] | Unchanged | None = UNCHANGED,
        extra_headers: Mapping[str, str | None] | Unchanged | None = UNCHANGED,
        user_agent: str | Unchanged | None = UNCHANGED,
        on_drift: OnDrift | Unchanged = UNCHANGED,
        on_request: Callable[[RequestEvent], None] | Unchanged | None = UNCHANGED,
        on_response: Callable[[ResponseEvent], None] | Unchanged | None = UNCHANGED,
        on_session_expired: AsyncSessionHook | Unchanged | None = UNCHANGED,
    ) -> Self:
        """Return a client with other options that shares this client's connections.

            patient = tmdb.with_options(timeout=120, max_retries=5)

        This is cheap enough for a single call. Closing the new client does nothing; closing this one closes both.

        Args:
            timeout: As in the constructor; `httpx.Timeout(None)` for no timeout.
            total_timeout: As in the constructor; `None` for no limit.
            rate_timeout: As in the constructor; `None` for no limit.
            max_retries: As in the constructor.
            language: As in the constructor; `None` for no default.
            region: As in the constructor; `None` for no default.
            cache: `None` for calls that neither read the client's cache nor store answers in it.
            offline: As in the constructor; `None` for requests as usual.
            session_id: As in the constructor; `None` for no default. On a client from `as_user`, another session means
                another user: the access token and the account of the user before are not used any more.
            guest_session_id: As in the constructor; `None` for no default.
            extra_query: As in the constructor, instead of the client's; `None` for none.
            extra_headers: As in the constructor, instead of the client's; `None` for none.
            user_agent: As in the constructor; `None` for the SDK's.
            on_drift: As in the constructor.
            on_request: As in the constructor; `None` for no hook.
            on_response: As in the constructor; `None` for no hook.
            on_session_expired: As in the constructor; `None` for no hook. With another `session_id`, there is none unless it
                is passed, too.

        Returns:
            The new client. It has the same server, credential and proxy, and the same value of each omitted option.

        Raises:
            InvalidArgumentError: An argument has a wrong type or value.
        """
        changes = changed_values(
            timeout=timeout,
            total_timeout=total_timeout,
            rate_timeout=rate_timeout,
            max_retries=max_retries,
            language=language,
            region=region,
            cache=cache,
            offline=offline,
            session_id=session_id,
            guest_session_id=guest_session_id,
            extra_query=extra_query,
            extra_headers=extra_headers,
            user_agent=user_agent,
            on_drift=on_drift,
            on_request=on_request,
            on_response=on_response,
            on_session_expired=on_session_expired,
        )
        options = read_options(self._requester.options, changes, {})
        _check_offline(options, "offline")
        requester = self._requester.with_options(options)
        other = object.__new__(type(self))
        other._start(self._settings, requester, owns_connections=False)
        return other


def _check_offline(options: Options, name: str) -> None:
    if options.offline is not None and not options.cache:
        raise InvalidArgumentError(name, "needs a cache: pass cache=, or set TMDB_CACHE")
