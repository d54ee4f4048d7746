"""What TMDB has beside its API: the pages on which users approve, and the images."""

from __future__ import annotations

from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from tmdb_bindings.runtime.paths import path_segment


class Hosts(NamedTuple):
    """Where they are for one client.

    Attributes:
        website: Where users approve request tokens.
        images: Where images are fetched that TMDB's own image server would have, with a slash at its end.
    """

    website: str
    images: str


TMDB_HOSTS = Hosts("https://www.themoviedb.org", "https://image.tmdb.org/t/p/")


def hosts_for(base_url: str) -> Hosts:
    """Name the sites that belong to a server.

    Args:
        base_url: The server's root.

    Returns:
        TMDB's, whatever proxy or other name its API is reached by; of a server on this machine, which is a TMDB for
        tests with pages and images of its own, that server.
    """
    return Hosts(base_url, f"{base_url}/t/p/") if _is_loopback(urlsplit(base_url).hostname or "") else TMDB_HOSTS


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def v3_approval_url(website: str, request_token: str, redirect_to: str | None = None) -> str:
    """Name the page for a token of version 3.

    Args:
        website: TMDB's website, or what stands in its place.
        request_token: The token to approve.
        redirect_to: Where the page sends the user afterwards.

    Returns:
        The page's address. It holds the token: whoever has it can wait for the approval.

    Raises:
        ValueError: The token is empty, or would lead to another page.
    """
    url = f"{website}/authenticate/{path_segment(request_token, 'request_token')}"
    return url if redirect_to is None else f"{url}?{urlencode({'redirect_to': redirect_to})}"


def v4_approval_url(website: str, request_token: str) -> str:
    """Name the page for a token of version 4.

    Args:
        website: TMDB's website, or what stands in its place.
        request_token: The token to approve.

    Returns:
        The page's address. It holds the token: whoever has it can wait for the approval.

    Raises:
        ValueError: The token is empty.
    """
    if not request_token:
        raise ValueError("request_token is empty: pass the token to approve")
    return f"{website}/auth/access?{urlencode({'request_token': request_token})}"
