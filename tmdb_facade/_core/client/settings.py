"""Settings of a client's connections: passed arguments, environment variables and defaults."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, TypeAlias, cast
from urllib.parse import urlsplit

from tmdb_facade._core.client.credentials import Credential, choose_credential
from tmdb_facade._core.request.url import DEFAULT_BASE_URL, check_base_url, check_url
from tmdb_facade._core.request.validation import check_choice

#: The version of this package, which is also a part of the User-Agent header.
__version__ = "0.1.0"

LogLevel: TypeAlias = Literal["debug", "info"]

#: The protocols of proxies that the HTTP library supports; the last two need its `socks` extra.
_PROXY_SCHEMES = ("http", "https", "socks5", "socks5h")


class Settings(NamedTuple):
    """Settings of connections. Clients that share connections have the same settings.

    Attributes:
        credential: The token or key.
        base_url: The server's root without a trailing slash.
        proxy: The URL of the proxy; `None` for the proxies of the environment.
        log: The level of the log on stderr; `None` for the program's own configuration.
    """

    credential: Credential
    base_url: str
    proxy: str | None = None
    log: LogLevel | None = None

    def __repr__(self) -> str:
        """Return the server and the kind of credential: a proxy's URL may contain a password."""
        return f"<Settings {self.base_url}, {self.credential.scheme}>"


def read_settings(
    *,
    access_token: str | None,
    api_key: str | None,
    base_url: str | None,
    proxy: str | None,
    environ: Mapping[str, str],
) -> Settings:
    """Validate passed settings, and read others from the environment.

    Args:
        access_token: The API Read Access Token.
        api_key: The API key.
        base_url: The server's root.
        proxy: The URL of the proxy.
        environ: The environment variables; an empty one counts as absent.

    Returns:
        The settings.

    Raises:
        CredentialsError: There are no credentials.
        InvalidArgumentError: A URL or `TMDB_LOG` is malformed.
    """
    level = (environ.get("TMDB_LOG") or "").strip().lower()
    return Settings(
        credential=choose_credential(access_token, api_key, environ),
        base_url=_choose("base_url", base_url, "TMDB_BASE_URL", environ, check_base_url) or DEFAULT_BASE_URL,
        proxy=_choose("proxy", proxy, "TMDB_PROXY", environ, check_proxy),
        log=cast("LogLevel", check_choice("TMDB_LOG", level, ("debug", "info"))) if level else None,
    )


def _choose(
    name: str, passed: str | None, variable: str, environ: Mapping[str, str], check: Callable[[str, str], str]
) -> str | None:
    """Validate the passed value; without one, the environment variable."""
    if passed is not None:
        return check(name, passed)
    text = environ.get(variable)
    return check(variable, text) if text else None


def check_proxy(name: str, url: str) -> str:
    """Validate the URL of a proxy. Errors do not contain it, as it may contain a password.

    Raises:
        InvalidArgumentError: It is not the URL of a proxy.
    """
    check_url(name, url, _PROXY_SCHEMES, "http://127.0.0.1:8080")
    return url


def proxy_for(url: str) -> str | None:
    """Return the proxy for a URL by `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` and the system's settings.

    The HTTP library reads the environment only for transports that it creates itself.

    Args:
        url: The requested URL.

    Returns:
        The proxy's URL, or `None`.
    """
    # Imported here: it is slow to import, and only a client that sends needs it.
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(parts.netloc) or proxy_bypass(parts.hostname or ""):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"
