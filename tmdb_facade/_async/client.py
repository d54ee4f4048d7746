"""The client that users make."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from tmdb_facade._async.namespaces import AsyncNamespaces
from tmdb_facade._async.requester import AsyncRequester
from tmdb_facade._core.answer.raw import ANSWERS, RawResponse, check_method
from tmdb_facade._core.client.hosts import hosts_for
from tmdb_facade._core.client.options import (
    DEFAULT_TIMEOUTS,
    UNCHANGED,
    Options,
    Unchanged,
    change_options,
    check_hooks,
    check_retries,
    read_options,
    read_timeout,
)
from tmdb_facade._core.client.settings import read_settings
from tmdb_facade._core.endpoint import Drift
from tmdb_facade._core.events import Hooks
from tmdb_facade._runtime.tasks import PerLoop

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    from tmdb_facade._async.senders.sender import AsyncSender
    from tmdb_facade._core.answer.answer import Answer
    from tmdb_facade._core.client.settings import Settings
    from tmdb_facade._core.endpoint import Endpoint, OnDrift
    from tmdb_facade._core.events import RequestEvent, ResponseEvent
    from tmdb_facade._runtime.http import AsyncBaseTransport, AsyncClient, Timeout
    from tmdb_facade._runtime.tasks import Method

P = ParamSpec("P")
T = TypeVar("T")


class AsyncTMDB(AsyncNamespaces):
    """The Movie Database.

    Use it as a context manager, or call `aclose()` when done; a client that lives as long as the program needs neither.
    It may be shared between threads, tasks and event loops.

    What is not passed is read from the environment: `TMDB_ACCESS_TOKEN` or `TMDB_READ_ACCESS_TOKEN` or `TMDB_API_KEY`,
    `TMDB_BASE_URL`, `TMDB_PROXY`, `TMDB_TIMEOUT`, `TMDB_MAX_RETRIES`, `TMDB_LANGUAGE`, `TMDB_REGION`,
    `TMDB_SESSION_ID`. `TMDB_LOG=info` writes a line for each answer to stderr, `TMDB_LOG=debug` for each request too.
    """

    def __init__(
        self,
        access_token: str | None = None,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        proxy: str | None = None,
        timeout: float | Timeout | None = None,
        max_retries: int | None = None,
        language: str | None = None,
        region: str | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
        on_drift: OnDrift = "warn",
        on_request: Callable[[RequestEvent], None] | None = None,
        on_response: Callable[[ResponseEvent], None] | None = None,
        transport: AsyncBaseTransport | None = None,
        http_client: AsyncClient | None = None,
    ) -> None:
        """Make a client. Nothing is sent or opened yet.

        Args:
            access_token: The API Read Access Token of your TMDB account.
            api_key: The API key of your TMDB account, in the place of the token. Either is recognised under both names.
            base_url: The server's root, without `/3`; https://api.themoviedb.org when not given. Where that is blocked,
                `ALTERNATE_BASE_URL` may be reached.
            proxy: The URL of a proxy for this client, as in `http://user:password@127.0.0.1:8080`. When not given,
                `HTTPS_PROXY` and its kin count.
            timeout: Seconds to wait for a connection and for each part of an answer, or an `httpx.Timeout`. When not
                given: 10 to connect and 30 to read, or what `http_client` says.
            max_retries: How often a call is sent again, at most, when the network fails, TMDB has trouble of its own or
                asks to wait: 2 when not given, 0 for never. What must not be done twice is never sent again. Waits
                grow from half a second; when TMDB names one of up to a minute, that counts.
            language: The language of texts, ISO 639-1 with or without a region (`pt-BR`), sent wherever an operation
                takes one and the call does not say otherwise. When not given, TMDB's own default (`en-US`) counts.
            region: The region of releases, ISO 3166-1 in capitals (`BR`), sent in the same way.
            session_id: The session of a user, for every operation of version 3 that needs one and is not passed one.
            guest_session_id: The session of a guest, in the same way, where TMDB takes one.
            on_drift: What happens where an answer contradicts its type: `warn` keeps what fits and gives a
                `DriftWarning`, `ignore` keeps what fits, `raise` raises `DriftError`.
            on_request: Called before each request, retries included; it must not wait for anything.
            on_response: Called after each request, whatever came of it, in the same way.
            transport: An httpx transport to send through in the place of the network. It is closed with the client.
            http_client: An httpx client of your own to send through, with its headers, cookies, proxies and hooks. It
                is never closed here.

        Raises:
            CredentialsError: There are no credentials, neither here nor in the environment.
            ValueError: `base_url` is not the root of a server, `proxy` is no proxy, `on_drift` is none of the three, a
                language or region is none, a number is below zero, or more than one of `transport`, `http_client` and
                `proxy` is given. What comes from an environment variable is named by that.
            TypeError: A value is of another type: `http_client` no `httpx.AsyncClient`, `timeout` no number, a hook no
                plain function.
        """
        if sum(given is not None for given in (transport, http_client, proxy)) > 1:
            raise ValueError("pass one of transport, http_client and proxy, not both")
        if transport is not None:
            _check_transport(transport)
        if http_client is not None:
            _check_client(http_client)
        self._settings = read_settings(
            access_token=access_token,
            api_key=api_key,
            base_url=base_url,
            proxy=proxy,
            environ=os.environ,
        )
        self._options = read_options(
            Options(
                language,
                region,
                session_id,
                guest_session_id,
                # A client that a user lends us has timeouts of its own.
                timeouts=None if http_client else DEFAULT_TIMEOUTS,
                hooks=Hooks(on_request, on_response),
            ),
            timeout=timeout,
            max_retries=max_retries,
            environ=os.environ,
        )
        self._sender = PerLoop(partial(_open, self._settings, transport, http_client))
        self._requester = AsyncRequester(
            self._options, self._sender, Drift(on_drift), hosts_for(self._settings.base_url)
        )
        self._owns_connections = True

    def with_options(
        self,
        *,
        timeout: float | Timeout | Unchanged = UNCHANGED,
        max_retries: int | Unchanged = UNCHANGED,
        language: str | Unchanged | None = UNCHANGED,
        region: str | Unchanged | None = UNCHANGED,
        session_id: str | Unchanged | None = UNCHANGED,
        guest_session_id: str | Unchanged | None = UNCHANGED,
        on_drift: OnDrift | Unchanged = UNCHANGED,
        on_request: Callable[[RequestEvent], None] | Unchanged | None = UNCHANGED,
        on_response: Callable[[ResponseEvent], None] | Unchanged | None = UNCHANGED,
    ) -> Self:
        """Give a client with other options that shares this one's connections.

            patient = tmdb.with_options(timeout=120, max_retries=5)

        It is cheap: make one for a single call if you like. Closing it closes nothing; closing this client closes both.

        Args:
            timeout: As for the client; `httpx.Timeout(None)` waits for ever.
            max_retries: As for the client.
            language: As for the client; `None` sends none.
            region: As for the client; `None` sends none.
            session_id: As for the client; `None` sends none.
            guest_session_id: As for the client; `None` sends none.
            on_drift: As for the client.
            on_request: As for the client; `None` calls nobody.
            on_response: As for the client; `None` calls nobody.

        Returns:
            The other client. What is not passed is as it is here; so are the server, the credentials and the proxy, which
            belong to the connections.

        Raises:
            ValueError: `on_drift` is none of the three, a number is below zero, or a language or region is none.
            TypeError: A number or a hook is none.
        """
        old = self._options
        other = object.__new__(type(self))
        other._settings = self._settings
        other._sender = self._sender
        other._options = change_options(
            old,
            language=language,
            region=region,
            session_id=session_id,
            guest_session_id=guest_session_id,
            timeouts=UNCHANGED if timeout is UNCHANGED else read_timeout(timeout),
            max_retries=UNCHANGED if max_retries is UNCHANGED else check_retries(max_retries),
            hooks=check_hooks(
                Hooks(
                    old.hooks.on_request if on_request is UNCHANGED else on_request,
                    old.hooks.on_response if on_response is UNCHANGED else on_response,
                )
            ),
        )
        other._requester = self._requester.with_options(
            other._options, None if on_drift is UNCHANGED else Drift(on_drift)
        )
        other._owns_connections = False
        return other

    async def call(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call any operation of TMDB, also one that has no method here yet.

            from tmdb_bindings import api

            await tmdb.call(api.movies.details, 550, language="pt-BR")

        What the methods refuse, as a page beyond those that TMDB gives out, is sent: TMDB may have changed its mind.

        Args:
            endpoint: A module below `tmdb_bindings.api`.
            *args: What its `request` takes.
            **kwargs: What its `request` takes.

        Returns:
            The answer, of the type that its `response` names.

        Raises:
            TMDBError: TMDB gave no answer, or an error.
            ValueError: A value cannot be part of a path.
        """
        return await self._requester.answer(self._requester.build(endpoint, *args, **kwargs), endpoint.response())

    async def call_raw(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> RawResponse[T]:
        """Call any operation of TMDB, and keep the HTTP answer.

        Args:
            endpoint: A module below `tmdb_bindings.api`.
            *args: What its `request` takes.
            **kwargs: What its `request` takes.

        Returns:
            The answer, and its value in `parsed`.

        Raises:
            TMDBError: TMDB gave no answer, or an error.
            ValueError: A value cannot be part of a path.
        """
        return await self.with_raw_response(lambda: self.call(endpoint, *args, **kwargs))

    async def with_raw_response(self, method: Method[P, T], /, *args: P.args, **kwargs: P.kwargs) -> RawResponse[T]:
        """Call a method and keep the HTTP response beside its value.

            raw = await tmdb.with_raw_response(tmdb.movies.details, 550, language="pt-BR")
            raw.headers["etag"], raw.json()["title"], raw.parsed.title

        Args:
            method: A method of a namespace, or of a pager (`tmdb.movies.popular().page`), not its result.
            *args: The method's arguments.
            **kwargs: The method's keyword arguments.

        Returns:
            The HTTP response, with the method's value in `parsed`.

        Raises:
            TMDBError: The request failed.
            TypeError: The method sent no request, as one that returns a pager.
        """
        check_method(method)
        answers: list[Answer] = []
        token = ANSWERS.set(answers)
        try:
            parsed = await method(*args, **kwargs)
        finally:
            ANSWERS.reset(token)
        return RawResponse(parsed, answers)

    async def aclose(self) -> None:
        """Close the connections. The client cannot be used any more.

        A client that `with_options` gave has none of its own; nothing happens.
        """
        if not self._owns_connections:
            return
        wire = self._sender.close()
        await self._requester.background.aclose()
        if wire is not None:
            await wire.aclose()

    async def __aenter__(self) -> Self:
        """Give the client itself."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the connections."""
        await self.aclose()

    def __repr__(self) -> str:
        """Name the server and the kind of credential, never the credential."""
        settings = self._settings
        return f"<{type(self).__name__} {settings.base_url}, {settings.credential.scheme}>"


def _check_transport(transport: object) -> None:
    """Refuse a transport that requests cannot be sent through, such as one of the other client."""
    from tmdb_facade._runtime.http import AsyncBaseTransport  # whoever passes one has imported it

    if not isinstance(transport, AsyncBaseTransport):
        wanted = AsyncBaseTransport.__name__
        raise TypeError(f"transport has to be an httpx.{wanted}, not {type(transport).__name__}")


def _check_client(http_client: object) -> None:
    """Refuse a client that requests cannot be sent through."""
    from tmdb_facade._runtime.http import AsyncClient  # whoever passes one has imported it

    if not isinstance(http_client, AsyncClient):
        wanted = AsyncClient.__name__
        raise TypeError(f"http_client has to be an httpx.{wanted}, not {type(http_client).__name__}")


def _open(settings: Settings, transport: AsyncBaseTransport | None, http_client: AsyncClient | None) -> AsyncSender:
    """Import the HTTP library, and put the layers together."""
    from tmdb_facade._async.senders.chain import build_stack
    from tmdb_facade._async.senders.sender import AsyncSender

    if settings.log is not None:
        from tmdb_facade._core.logs import start_log

        start_log(settings.log)
    return AsyncSender(settings, build_stack(settings, transport, http_client))
