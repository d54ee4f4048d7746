"""What TMDB has beside its API: the pages on which users approve, and the images."""

from __future__ import annotations

from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit


class Sites(NamedTuple):
    """Where they are for one client.

    Attributes:
        website: Where users approve request tokens.
        images: Where images are fetched that TMDB's own image server would have, with a slash at its end.
    """

    website: str
    images: str


TMDB_SITES = Sites("https://www.themoviedb.org", "https://image.tmdb.org/t/p/")


def sites_of(base_url: str) -> Sites:
    """Name the sites that belong to a server.

    Args:
        base_url: The server's root.

    Returns:
        TMDB's, whatever proxy or other name its API is reached by; of a server on this machine, which is a TMDB for
        tests with pages and images of its own, that server.
    """
    return Sites(base_url, f"{base_url}/t/p/") if _is_loopback(urlsplit(base_url).hostname or "") else TMDB_SITES


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
