"""TMDB's hosts besides its API: the website, where users approve request tokens, and the image server."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from tmdb_facade._core.request.validation import check_filled, check_segment


class Hosts(NamedTuple):
    """The hosts of one client.

    Attributes:
        website: The website, where users approve request tokens.
        images: The base URL for downloads from TMDB's image server, with a trailing slash.
    """

    website: str
    images: str


TMDB_HOSTS = Hosts("https://www.themoviedb.org", "https://image.tmdb.org/t/p/")


def hosts_for(base_url: str) -> Hosts:
    """Return the hosts that belong to an API server.

    Args:
        base_url: The server's root.

    Returns:
        The server itself if it is on this machine, as an embedded TMDB server has its own pages and images. TMDB's
        hosts for any other server, such as a reverse proxy of the API.
    """
    return Hosts(base_url, f"{base_url}/t/p/") if is_loopback(urlsplit(base_url).hostname or "") else TMDB_HOSTS


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine."""
    if not host[:1].isdigit() and ":" not in host:
        return host == "localhost" or host.endswith(".localhost")
    from ipaddress import ip_address  # imported here: few servers have an address instead of a name

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def v3_approval_url(website: str, request_token: str, redirect_to: str | None = None) -> str:
    """Return the URL of the page where the user approves a version 3 request token.

    Args:
        website: The website.
        request_token: The token to approve.
        redirect_to: The URL that the page redirects to afterwards.

    Returns:
        The URL. It contains the token, which is a secret.

    Raises:
        InvalidArgumentError: The token is empty, or would change the path.
    """
    url = f"{website}/authenticate/{check_segment('request_token', request_token)}"
    if redirect_to is None:
        return url
    return f"{url}?{urlencode({'redirect_to': check_filled('redirect_to', redirect_to)})}"


def v4_approval_url(website: str, request_token: str) -> str:
    """Return the URL of the page where the user approves a version 4 request token.

    Args:
        website: The website.
        request_token: The token to approve.

    Returns:
        The URL. It contains the token, which is a secret.

    Raises:
        InvalidArgumentError: The token is empty.
    """
    check_segment("request_token", request_token)
    return f"{website}/auth/access?{urlencode({'request_token': request_token})}"
