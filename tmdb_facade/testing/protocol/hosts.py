"""TMDB's hosts. One server answers for all of them, and distinguishes them by the `Host` header."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple


class Site(Enum):
    """A part of TMDB that has hosts of its own."""

    API = "api"
    IMAGES = "images"
    WEBSITE = "website"


#: The site of each of TMDB's hosts. On any other host, a server answers for all sites.
SITES = {
    "api.themoviedb.org": Site.API,
    "api.tmdb.org": Site.API,
    "image.tmdb.org": Site.IMAGES,
    "media.themoviedb.org": Site.IMAGES,
    "www.themoviedb.org": Site.WEBSITE,
}
HOSTS = tuple(SITES)
WEBSITE_URL = "https://www.themoviedb.org"


class Address(NamedTuple):
    """The address under which a client knows the server.

    Attributes:
        host: The host with its port, if it has one; empty if the request names none.
        scheme: `http` or `https`; empty if no proxy names it.
        is_forwarded: Whether a proxy named the host or the scheme.
    """

    host: str
    scheme: str
    is_forwarded: bool

    @property
    def site(self) -> Site | None:
        """The site of the host; None if the host is not TMDB's."""
        return SITES.get(self.host.partition(":")[0].rstrip(".").lower())


def read_address(headers: Iterable[tuple[bytes, bytes]]) -> Address:
    """Read the address from the headers of a request.

    A proxy such as a TLS terminator names the original host and scheme in `X-Forwarded-Host` and `X-Forwarded-Proto`. With
    several proxies the first value is that of the client.

    Args:
        headers: The headers, with lower-case names.
    """
    host = forwarded_host = scheme = ""
    for name, value in headers:
        if name == b"host":
            host = value.decode("latin-1")
        elif name == b"x-forwarded-host":
            forwarded_host = _first(value)
        elif name == b"x-forwarded-proto" and _first(value).lower() in ("http", "https"):
            scheme = _first(value).lower()
    return Address(forwarded_host or host, scheme, bool(forwarded_host or scheme))


def _first(value: bytes) -> str:
    return value.decode("latin-1").partition(",")[0].strip()
