"""From a request of the bindings to its URL.

The HTTP library can build URLs from parts too; writing the text ourselves halves what that costs.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from tmdb_facade._core.endpoint import Request

DEFAULT_BASE_URL = "https://api.themoviedb.org"
#: The same server by its other name, reachable in some of the networks that block the first.
ALTERNATE_BASE_URL = "https://api.tmdb.org"


def check_base_url(url: str, name: str = "base_url") -> str:
    """Bring a base URL into the form that paths are appended to.

    Args:
        url: Scheme and host, perhaps a port and a path; a trailing `/3` or `/4` is dropped, since every operation's
            path names its version itself.
        name: What it was passed as.

    Returns:
        The URL without a slash at its end.

    Raises:
        ValueError: It is no http or https URL, or has a user name, a query or a fragment.
    """
    if not isinstance(url, str):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise TypeError(f"{name} is text, not {type(url).__name__}")
    base = url.strip().rstrip("/")
    parts = urlsplit(base)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{name} has to be the root of a server, with http:// or https://, as in {DEFAULT_BASE_URL}")
    if "@" in parts.netloc or parts.query or parts.fragment or "?" in base or "#" in base:
        raise ValueError(f"{name} must not hold a user name, a query or a fragment")
    try:
        _ = parts.port
    except ValueError as error:
        raise ValueError(f"{name} has a wrong port: {error}") from None
    if base.endswith(("/3", "/4")):
        base = base[:-2].rstrip("/")
    return base


def build_url(base_url: str, request: Request) -> str:
    """Write the URL of a request.

    Args:
        base_url: What `check_base_url` gave.
        request: The request; its path is quoted already, its query is not.

    Returns:
        The URL.
    """
    if not request.query:
        return base_url + request.path
    # Names are TMDB's own and need no quoting. Commas separate the values of one parameter and are left readable.
    query = "&".join([f"{name}={quote(value, safe=',')}" for name, value in request.query.items()])
    return f"{base_url}{request.path}?{query}"
