"""URLs of requests.

The HTTP library can build URLs from their parts too, at twice the cost.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit

from tmdb_facade._core.endpoint import Request
from tmdb_facade._core.request.validation import check_text
from tmdb_facade.errors import InvalidArgumentError

# `urlsplit` drops some of these, and the HTTP library's error would contain the URL.
_SPACE = re.compile(r"[\s\x00-\x1f\x7f]")

DEFAULT_BASE_URL = "https://api.themoviedb.org"
#: Another name of the same server, reachable in some of the networks that block the first.
ALTERNATE_BASE_URL = "https://api.tmdb.org"


def check_url(name: str, value: object, schemes: tuple[str, ...], example: str) -> SplitResult:
    """Validate an absolute URL. Errors do not contain it, as it may contain a password.

    Args:
        name: The parameter's name.
        value: The URL.
        schemes: The accepted schemes.
        example: A URL for the message.

    Returns:
        The parts of the URL.

    Raises:
        InvalidArgumentError: The value is not a URL with one of the schemes.
    """
    text = check_text(name, value).strip().rstrip("/")
    try:
        parts = urlsplit(text)
        if parts.scheme in schemes and parts.hostname and parts.port != 0 and not _SPACE.search(text):
            return parts
    except ValueError:
        pass  # a port or an IPv6 address that is none
    *first, last = schemes
    raise InvalidArgumentError(name, f"must be a URL with {', '.join(first)} or {last}, such as {example}")


def check_base_url(name: str, value: object) -> str:
    """Validate a base URL.

    Args:
        name: The parameter's name.
        value: Scheme and host, optionally a port and a path; a trailing `/3` or `/4` is dropped, since the path of every
            operation starts with its version.

    Returns:
        The URL without a trailing slash.

    Raises:
        InvalidArgumentError: It is not an http or https URL, or has a user name, a query or a fragment.
    """
    parts = check_url(name, value, ("http", "https"), DEFAULT_BASE_URL)
    base = check_text(name, value).strip().rstrip("/")
    if "@" in parts.netloc or "?" in base or "#" in base:
        raise InvalidArgumentError(name, "must not contain a user name, a query or a fragment")
    return base[:-2].rstrip("/") if base.endswith(("/3", "/4")) else base


def build_url(base_url: str, request: Request) -> str:
    """Build the URL of a request.

    Args:
        base_url: A validated base URL.
        request: The request; its path is quoted already, its query values are quoted here.

    Returns:
        The URL.
    """
    if not request.query:
        return base_url + request.path
    # Names are TMDB's own and need no quoting. Commas separate the values of one parameter and stay readable.
    query = "&".join([f"{name}={quote(value, safe=',')}" for name, value in request.query.items()])
    return f"{base_url}{request.path}?{query}"
