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

# What a path can contain beside letters and digits; `%` belongs to what is quoted already.
_PATH = "/%:@!$&'()*+,;=~-._"

#: The HTTP library accepts 65,536 characters; the rest is for an API key.
LONGEST_URL = 65_000

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
        if parts.scheme in schemes and _is_host(parts.hostname) and parts.port != 0 and not _SPACE.search(text):
            return parts
    except ValueError:
        pass  # a port or an IPv6 address that is none
    *first, last = schemes
    raise InvalidArgumentError(name, f"must be a URL with {', '.join(first)} or {last}, such as {example}")


def _is_host(host: str | None) -> bool:
    """Return whether the HTTP library and the resolver accept a host name.

    A name with other letters than ASCII is written in its `xn--` form. An IPv6 address has no dots that matter.
    """
    return (
        host is not None and host.isascii() and all(0 < len(label) < 64 for label in host.removesuffix(".").split("."))
    )


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
    host = parts.netloc.lower().removesuffix(":443" if parts.scheme == "https" else ":80")
    base = f"{parts.scheme}://{host}{quote(parts.path, safe=_PATH)}"
    return base[:-2].rstrip("/") if base.endswith(("/3", "/4")) else base


def build_url(base_url: str, request: Request) -> str:
    """Build the URL of a request.

    Args:
        base_url: A validated base URL.
        request: The request; its path is quoted already, its query values are quoted here.

    Returns:
        The URL.

    Raises:
        InvalidArgumentError: A parameter is too long for a URL.
    """
    url = base_url + request.path
    if request.query:
        # Commas separate the values of one parameter and stay readable.
        query = "&".join([f"{quote(name)}={quote(value, safe=',')}" for name, value in request.query.items()])
        url = f"{url}?{query}"
    if len(url) > LONGEST_URL:
        raise _too_long(request, len(url))
    return url


def _too_long(request: Request, length: int) -> InvalidArgumentError:
    """Return the error for a URL that is too long, with the name of its longest parameter."""
    names = request.operation.path.split("/")
    values = request.path.split("/")
    lengths = {name.strip("{}"): len(value) for name, value in zip(names, values, strict=False) if name[:1] == "{"}
    lengths |= {name: len(quote(value, safe=",")) for name, value in request.query.items()}
    longest = max(lengths, key=lambda name: lengths[name], default="base_url")
    return InvalidArgumentError(longest, f"must be shorter: the URL has {length} characters, at most {LONGEST_URL}")
