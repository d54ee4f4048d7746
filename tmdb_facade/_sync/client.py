# Made from tmdb_facade/_async/client.py by `make sync`: edit that file, never this one.
"""The client that users make."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from tmdb_facade._core.endpoint import Drift
from tmdb_facade._core.settings import read_settings
from tmdb_facade._runtime.threads import Shared
from tmdb_facade._sync.calls import Calls
from tmdb_facade._sync.namespaces import Namespaces

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from tmdb_facade._core.endpoint import Endpoint, OnDrift
    from tmdb_facade._core.settings import Settings
    from tmdb_facade._runtime.http import BaseTransport, Client, Timeout
    from tmdb_facade._sync.transport.wire import Wire

P = ParamSpec("P")
T = TypeVar("T")


class TMDB(Namespaces):
    """The Movie Database.

    Use it as a context manager, or call `close()` when done; a client that lives as long as the program needs neither.
    It may be shared between threads, tasks and event loops.

    What is not passed is read from the environment: `TMDB_ACCESS_TOKEN` or `TMDB_READ_ACCESS_TOKEN` or `TMDB_API_KEY`,
    `TMDB_BASE_URL`, `TMDB_LANGUAGE`, `TMDB_REGION`.
    """

    def __init__(
        self,
        access_token: str | None = None,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | None = None,
        language: str | None = None,
        region: str | None = None,
        on_drift: OnDrift = "warn",
        transport: BaseTransport | None = None,
        http_client: Client | None = None,
    ) -> None:
        """Make a client. Nothing is sent or opened yet.

        Args:
            access_token: The API Read Access Token of your TMDB account.
            api_key: The API key of your TMDB account, in the place of the token. Either is recognised under both names.
            base_url: The server's root, without `/3`; https://api.themoviedb.org when not given.
            timeout: Seconds to wait for a connection and for each part of an answer, or an `httpx.Timeout`. When not
                given: 10 to connect and 30 to read, or what `http_client` says.
            language: The language of texts, ISO 639-1 with or without a region (`pt-BR`), sent wherever an operation
                takes one and the call does not say otherwise. When not given, TMDB's own default (`en-US`) counts.
            region: The region of releases, ISO 3166-1 in capitals (`BR`), sent in the same way.
            on_drift: What happens where an answer contradicts its type: `warn` keeps what fits and gives a
                `DriftWarning`, `ignore` keeps what fits, `raise` raises `DriftError`.
            transport: An httpx transport to send through in the place of the network. It is closed with the client.
            http_client: An httpx client of your own to send through, with its headers, cookies, proxies and hooks. It
                is never closed here.

        Raises:
            CredentialsError: There are no credentials, neither here nor in the environment.
            ValueError: `base_url` is not the root of a server, `on_drift` is none of the three, or both `transport`
                and `http_client` are given.
            TypeError: `http_client` is not an `httpx.Client`.
        """
        if http_client is not None:
            _check_client(transport, http_client)
        self._settings = read_settings(access_token, api_key, base_url, language, region, os.environ)
        self._wire = Shared(partial(_open, self._settings, timeout, transport, http_client))
        self._calls = Calls(self._settings, self._wire, Drift(on_drift))

    def call(self, endpoint: Endpoint[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call any operation of TMDB, also one that has no method here yet.

            from tmdb_bindings import api

            tmdb.call(api.movies.details, 550, language="pt-BR")

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
        return self._calls.call(endpoint, *args, **kwargs)

    def close(self) -> None:
        """Close the connections. The client cannot be used any more."""
        wire = self._wire.close()
        if wire is not None:
            wire.close()

    def __enter__(self) -> Self:
        """Give the client itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the connections."""
        self.close()

    def __repr__(self) -> str:
        """Name the server and the kind of credential, never the credential."""
        settings = self._settings
        return f"<{type(self).__name__} {settings.base_url}, {settings.credential.scheme}>"


def _check_client(transport: BaseTransport | None, http_client: object) -> None:
    """Refuse a client that requests cannot be sent through."""
    from tmdb_facade._runtime.http import Client  # whoever passes one has imported it

    if transport is not None:
        raise ValueError("pass transport or http_client, not both")
    if not isinstance(http_client, Client):
        wanted = Client.__name__
        raise TypeError(f"http_client has to be an httpx.{wanted}, not {type(http_client).__name__}")


def _open(
    settings: Settings,
    timeout: float | Timeout | None,
    transport: BaseTransport | None,
    http_client: Client | None,
) -> Wire:
    """Import the HTTP library, and put the layers together."""
    from tmdb_facade._sync.transport.stack import build_stack
    from tmdb_facade._sync.transport.wire import DEFAULT_TIMEOUT, Wire

    if timeout is None and http_client is None:
        timeout = DEFAULT_TIMEOUT
    return Wire(settings, build_stack(settings, transport, http_client), timeout)
