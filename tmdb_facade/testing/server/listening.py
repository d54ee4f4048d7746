"""Listening sockets, and the URLs under which programs reach them."""

from __future__ import annotations

import errno
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from ipaddress import ip_address

# Addresses on which a server listens on all networks of a machine, and the one for programs on it.
_ANY = {"0.0.0.0": "127.0.0.1", "::": "127.0.0.1"}
# Addresses that no machine has.
_DOCUMENTATION = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}


def listen(host: str, port: int) -> list[socket.socket]:
    """Open listening sockets on all addresses of a host.

    Args:
        host: An IP address or a name of this machine; `0.0.0.0` and `::` stand for all of its addresses.
        port: The port; 0 picks a free one, the same for all addresses.

    Returns:
        One socket for each address.

    Raises:
        OSError: The port is in use, needs permissions, or the host is not on this machine.
    """
    flags = socket.AI_PASSIVE
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP, flags=flags)
    with ExitStack() as on_error:
        listeners = list[socket.socket]()
        for family, _, _, _, address in dict.fromkeys(found):
            if listeners:
                address = (address[0], listeners[0].getsockname()[1], *address[2:])
            listeners.append(on_error.enter_context(_listener(family, address)))
        on_error.pop_all()
    return listeners


def _listener(family: socket.AddressFamily, address: tuple[object, ...]) -> socket.socket:
    # asyncio turns Nagle's algorithm off only if the socket names TCP as its protocol. `socket.create_server` does not,
    # and then every second answer on a reused connection would be 40 ms late.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            # On Windows this option would let two servers share a port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            # `::` means IPv4 too, also where the system's default differs.
            with suppress(OSError):
                listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, int(address[0] != "::"))
        listener.bind(address)
    except OSError:
        listener.close()
        raise
    return listener


def local_url(scheme: str, host: str, port: int) -> str:
    """Return the URL of a server for programs on this machine."""
    return f"{scheme}://{_bracketed(_ANY.get(host, host))}:{port}"


def network_urls(scheme: str, host: str, port: int) -> list[str]:
    """Return the URLs of a server for programs on other machines; empty if it listens on this machine only."""
    return [f"{scheme}://{_bracketed(name)}:{port}" for name in network_names(host)]


def network_names(host: str) -> list[str]:
    """Return the addresses under which other machines reach a server that listens on a host."""
    names = [host] if host not in _ANY else list(_own_addresses(ip_address(host).version))
    return [name for name in names if not _is_loopback(name)]


def _own_addresses(version: int) -> Iterator[str]:
    for family, target in _DOCUMENTATION.items():
        if family == socket.AF_INET or version == 6:
            # Connecting a datagram socket sends nothing, but selects the address that other machines see.
            with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((target, 9))
                yield probe.getsockname()[0]


def listen_error(error: OSError, host: str, port: int) -> str:
    """Describe why a server cannot listen, and what to do."""
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return f"cannot listen on {host}: it is not an address or a name of this machine; choose another with --host"
    if error.errno in (errno.EACCES, errno.EPERM):
        return (
            f"cannot listen on port {port}: the system allows ports below 1024 only to privileged programs; "
            "choose another with --port"
        )
    return f"cannot listen on port {port}: {error.strerror or error}; choose another with --port"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
