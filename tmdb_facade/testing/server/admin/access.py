"""Who may use the admin API: the rules that keep other computers and other web pages out.

A page on another origin can send requests to a server on this computer, but must not steer it. Browsers name the page's
origin in such requests. With DNS rebinding, a page gives its own host name the address of this computer; then the `Host`
header has that name. Names that nobody can register are therefore the only ones that are accepted. Such a page can send any
other header, so those of proxies never replace `Host` here.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from ipaddress import IPv6Address, ip_address
from typing import Literal, TypeAlias

from starlette.datastructures import Headers

#: Who may use the admin API: programs and browsers of this computer, of every computer, or nobody.
Admin: TypeAlias = Literal["local", "everyone", "nobody"]

# Reserved for local networks, and the names of TMDB, which a hosts file can send to this server.
_DOMAINS = (".localhost", ".local", ".internal", ".test", ".home.arpa", ".themoviedb.org", ".tmdb.org")
_READING = frozenset({"GET", "HEAD"})


def refusal(method: str, headers: Headers, client: str | None, admin: Admin) -> str | None:
    """Return why a request may not use the admin API; None if it may.

    Args:
        method: The HTTP method.
        headers: The headers.
        client: The IP address of the client; None for a local socket.
        admin: Who may use it.
    """
    if admin == "local" and not _is_local(client, headers.getlist("x-forwarded-for")):
        return "only this computer may use the admin API: start the server with admin='everyone', or serve --admin everyone"
    # Pages of other origins cannot send the second header: browsers would ask this server first.
    hosts = [headers.get("host", ""), *headers.get("x-forwarded-host", "").partition(",")[0].split()]
    for host in hosts:
        if not _is_safe_host(host):
            return f"the host {host!r} could belong to another website: use localhost or the IP address of this server"
    if method not in _READING and _is_foreign(headers, hosts):
        return "a page of another origin must not use the admin API"
    return None


def _is_local(client: str | None, forwarded: Iterable[str]) -> bool:
    """Return whether a client is on this computer, also if a proxy on this computer forwards its requests."""
    addresses = [address.strip() for header in forwarded for address in header.split(",")]
    return all(_is_loopback(address) for address in [*([] if client is None else [client]), *addresses])


def _is_loopback(text: str) -> bool:
    try:
        address = ip_address(text)
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback


def _is_safe_host(host: str) -> bool:
    """Return whether nobody else can register the host name of a `Host` header."""
    name = host.lower().removesuffix(f":{host.rpartition(':')[2]}") if not host.endswith("]") else host
    with suppress(ValueError):
        return bool(ip_address(name.removeprefix("[").removesuffix("]")))
    name = name.removesuffix(".")
    return "." not in name or name.endswith(_DOMAINS)


def _is_foreign(headers: Headers, hosts: Iterable[str]) -> bool:
    """Return whether a browser sends the request for a page of another origin. Other programs send no such headers."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2].lower() not in [host.lower() for host in hosts]
