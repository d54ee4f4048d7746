"""Which proxy requests go through."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

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
    parts = urlsplit(url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(parts.netloc) or proxy_bypass(parts.hostname or ""):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"
