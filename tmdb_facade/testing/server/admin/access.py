"""Who may use the admin API: the rules that keep other computers and other web pages out.

A page on another origin can send requests to a server on this computer, but must not steer it. Browsers name the page's
origin in such requests. With DNS rebinding, a page gives its own host name the address of this computer; then the `Host`
header has that name. Names that nobody can register are therefore the only ones that are accepted. Such a page can send any
other header, so those of proxies never replace `Host` here.

A proxy on this computer connects from it for everybody. Its clients are recognized only if it names them, as most do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from ipaddress import IPv6Address, ip_address
from typing import Literal, TypeAlias

from starlette.datastructures import Headers

#: Who may use the admin API: programs and browsers of this computer, of every computer, or nobody.
Admin: TypeAlias = Literal["local", "everyone", "nobody"]

# Reserved for local networks, and the names of TMDB, which a hosts file can send to this server.
_DOMAINS = (".localhost", ".local", ".internal", ".test", ".home.arpa", ".themoviedb.org", ".tmdb.org")
_READING = frozenset({"GET", "HEAD"})
# Headers in which proxies and tunnels name the IP address of the client.
_CLIENTS = ("x-forwarded-for", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip", "fly-client-ip")
# The client in `Forwarded`, as in `for=192.0.2.1;proto=https` or `for="[2001:db8::1]"`.
_FOR = re.compile(r"for=\"?\[?([^;,\"\]]*)", re.IGNORECASE)


def refusal(method: str, headers: Headers, client: str | None, admin: Admin) -> str | None:
    """Return why a request may not use the admin API; None if it may.

    Args:
        method: The HTTP method.
        headers: The headers.
        client: The IP address of the client; None for a local socket.
        admin: Who may use it.
    """
    if admin == "local" and not all(map(_is_loopback, _clients(client, headers))):
        return "only this computer may use the admin API: start the server with admin='everyone', or serve --admin everyone"
    # Pages of other origins cannot send the second header: browsers would ask this server first.
    hosts = [headers.get("host", ""), *headers.get("x-forwarded-host", "").partition(",")[0].split()]
    for host in hosts:
        if not _is_safe_host(host):
            return f"the host {host!r} could belong to another website: use localhost or the IP address of this server"
    if method not in _READING and _is_foreign(headers, hosts):
        return "a page of another origin must not use the admin API"
    return None


def _clients(client: str | None, headers: Headers) -> Iterator[str]:
    """Yield the addresses of the client and of all that proxies name."""
    if client is not None:
        yield client
    for name in _CLIENTS:
        for value in headers.getlist(name):
            yield from (address.strip() for address in value.split(","))
    for value in headers.getlist("forwarded"):
        yield from _FOR.findall(value)


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
