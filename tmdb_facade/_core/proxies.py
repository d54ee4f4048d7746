"""Which proxy the environment names for a server."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass


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
