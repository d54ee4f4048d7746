"""What a client's connections are made with: what was passed, else the environment, else the default."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import urlsplit

from tmdb_facade._core.client.credentials import Credential, choose_credential
from tmdb_facade._core.request.url import DEFAULT_BASE_URL, check_base_url

LogLevel: TypeAlias = Literal["debug", "info"]


class Settings(NamedTuple):
    """What a client was told about its connections; clients that share those have the same.

    Attributes:
        credential: Who asks.
        base_url: The server's root, without a slash at its end.
        proxy: The URL of the proxy; `None` leaves it to the environment that all programs share.
        log: How much of them is written to stderr; `None` leaves it to the program.
    """

    credential: Credential
    base_url: str
    proxy: str | None = None
    log: LogLevel | None = None

    def __repr__(self) -> str:
        """Name the server only: a proxy's URL can hold a password."""
        return f"<Settings {self.base_url}, {self.credential.scheme}>"


def read_settings(
    *,
    access_token: str | None,
    api_key: str | None,
    base_url: str | None,
    proxy: str | None,
    environ: Mapping[str, str],
) -> Settings:
    """Complete what was passed from the environment.

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
        ValueError: A URL is none, or `TMDB_LOG` is no level.
    """
    return Settings(
        credential=choose_credential(access_token, api_key, environ),
        base_url=_checked(check_base_url, base_url, "TMDB_BASE_URL", environ) or DEFAULT_BASE_URL,
        proxy=_checked(check_proxy, proxy, "TMDB_PROXY", environ),
        log=_read_level(environ.get("TMDB_LOG")),
    )


def _checked(
    check: Callable[[str, str], str], passed: str | None, variable: str, environ: Mapping[str, str]
) -> str | None:
    """Check what was passed, else what a variable says; an error names the variable where that is wrong."""
    if passed:
        return check(passed, variable.removeprefix("TMDB_").lower())
    said = environ.get(variable)
    return check(said, variable) if said else None


def _read_level(text: str | None) -> LogLevel | None:
    if not text:
        return None
    match text.strip().lower():
        case "debug":
            return "debug"
        case "info":
            return "info"
        case _:
            raise ValueError(f"TMDB_LOG has to be debug or info, not {text!r}")


#: What the HTTP library can speak with a proxy; the last two need its `socks` extra.
_SCHEMES = ("http", "https", "socks5", "socks5h")


def check_proxy(url: str, name: str = "proxy") -> str:
    """Refuse what is no proxy, without showing it: a proxy's URL can hold a password.

    Args:
        url: The proxy's URL.
        name: What it was passed as.

    Returns:
        The same.

    Raises:
        ValueError: It is no URL of a proxy.
    """
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise ValueError(f"{name} has to be a URL that begins with {', '.join(_SCHEMES)}, as in http://127.0.0.1:8080")
    try:
        _ = parts.port
    except ValueError:
        raise ValueError(f"{name} has a wrong port") from None
    return url


def proxy_for(url: str) -> str | None:
    """Find the proxy for a URL, as `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` and the system's settings say.

    The HTTP library reads the environment only for transports that it makes itself.

    Args:
        url: Where requests go.

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
