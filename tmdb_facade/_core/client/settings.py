"""Settings of a client's connections: passed arguments, environment variables and defaults."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import partial
from typing import Literal, NamedTuple, TypeAlias, cast
from urllib.parse import urlsplit

from tmdb_facade._core.client.credentials import Credential, choose_credential
from tmdb_facade._core.client.environment import as_number, as_number_or_none, choose
from tmdb_facade._core.rate.rate_limit import DEFAULT_RATE_LIMIT, RateLimit, is_tmdb, read_rate_limit
from tmdb_facade._core.request.url import DEFAULT_BASE_URL, check_base_url, check_url
from tmdb_facade._core.request.validation import check_choice, check_integer

#: The version of this package, which is also a part of the User-Agent header.
__version__ = "0.1.0"

#: The default and the maximum of `max_connections`. TMDB accepts 20 connections from one address.
MAX_CONNECTIONS = 20
_MOST_CONNECTIONS = 1000

LogLevel: TypeAlias = Literal["debug", "info"]

#: The protocols of proxies that the HTTP library supports; the last two need the extra `socks`.
_PROXY_SCHEMES = ("http", "https", "socks5", "socks5h")


class Settings(NamedTuple):
    """Settings of connections. Clients that share connections have the same settings.

    Attributes:
        credential: The token or key.
        base_url: The server's root without a trailing slash.
        proxy: The URL of the proxy; `None` for the proxies of the environment.
        fallback_base_url: The root of the server that is used if the first one cannot be reached, or `None`.
        max_connections: The maximum number of open connections of an event loop; `None` for no limit.
        rate_limit: The limit of requests, or `None`.
        log: The level of the log on stderr; `None` for the program's own configuration.
        is_in_process: Whether a user's transport calls an application in this process, so that nothing is sent anywhere.
    """

    credential: Credential
    base_url: str
    proxy: str | None = None
    fallback_base_url: str | None = None
    max_connections: int | None = MAX_CONNECTIONS
    rate_limit: RateLimit | None = None
    log: LogLevel | None = None
    is_in_process: bool = False

    def __repr__(self) -> str:
        """Return the server and the kind of credential: a proxy's URL may contain a password."""
        return f"<Settings {self.base_url}, {self.credential.scheme}>"


def read_settings(passed: Mapping[str, object], environ: Mapping[str, str], *, own_network: bool) -> Settings:
    """Validate passed settings, and read others from the environment.

    Args:
        passed: The arguments that the caller passed, by name.
        environ: The environment variables; an empty one counts as absent.
        own_network: Whether the client opens the connections, not a user's transport or HTTP client.

    Returns:
        The settings.

    Raises:
        CredentialsError: There are no credentials.
        InvalidArgumentError: A value is of a wrong type, malformed or out of range.
    """
    read = partial(choose, passed, environ)
    level = (environ.get("TMDB_LOG") or "").strip().lower()
    base_url = read("TMDB_BASE_URL", check_base_url, DEFAULT_BASE_URL)
    fallback = read("TMDB_FALLBACK_BASE_URL", check_base_url, None)
    has_limit = own_network and (is_tmdb(base_url) or (fallback is not None and is_tmdb(fallback)))
    default_limit = DEFAULT_RATE_LIMIT if has_limit else None
    return Settings(
        credential=choose_credential(
            cast("str | None", passed.get("access_token")), cast("str | None", passed.get("api_key")), environ
        ),
        base_url=base_url,
        proxy=read("TMDB_PROXY", check_proxy, None),
        fallback_base_url=fallback,
        max_connections=read(
            "TMDB_MAX_CONNECTIONS", _check_connections, MAX_CONNECTIONS if own_network else None, as_number
        ),
        rate_limit=read("TMDB_RATE_LIMIT", read_rate_limit, default_limit, as_number_or_none),
        log=cast("LogLevel", check_choice("TMDB_LOG", level, ("debug", "info"))) if level else None,
    )


def _check_connections(name: str, number: object) -> int:
    return check_integer(name, number, 1, _MOST_CONNECTIONS)


def check_proxy(name: str, url: str) -> str:
    """Validate the URL of a proxy. Errors do not contain it, as it may contain a password.

    Raises:
        InvalidArgumentError: It is not the URL of a proxy.
    """
    scheme = check_url(name, url, _PROXY_SCHEMES, "http://127.0.0.1:8080").scheme
    return f"{scheme}:{url.strip().partition(':')[2]}"


def may_have_proxies() -> bool:
    """Return whether the environment or the system may name a proxy for some host."""
    # Other systems have no settings beside the environment.
    return sys.platform in ("darwin", "win32") or any(name.lower().endswith("_proxy") for name in os.environ)


def proxy_for(url: str) -> str | None:
    """Return the proxy for a URL by `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` and the system's settings.

    The HTTP library reads the environment only for transports that it creates itself.

    Args:
        url: The requested URL.

    Returns:
        The proxy's URL, or `None`.

    Raises:
        InvalidArgumentError: The variable's value is not the URL of a proxy.
    """
    if not may_have_proxies():
        return None
    # Imported here: it is slow to import.
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(url)
    proxies = getproxies()
    name = parts.scheme if proxies.get(parts.scheme) else "all"
    proxy = proxies.get(name)
    if not proxy or proxy_bypass(parts.netloc) or proxy_bypass(parts.hostname or ""):
        return None
    return check_proxy(f"{name.upper()}_PROXY", proxy if "://" in proxy else f"http://{proxy}")
