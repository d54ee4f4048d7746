"""Proxies of the environment, which would receive the requests instead."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from urllib.request import getproxies, getproxies_environment, proxy_bypass

from tmdb_facade.testing.protocol.hosts import HOSTS

from .routes import InterceptionError

# All libraries read this name, and prefer it to the one in capitals.
_NAME = "no_proxy"


@contextmanager
def bypassed() -> Generator[None]:
    """Exclude TMDB's hosts from the proxies of the environment.

    Raises:
        InterceptionError: The operating system's settings have a proxy for TMDB.
    """
    # Python reads these settings only if the environment names no proxies, which includes excluded hosts.
    if not getproxies_environment() and getproxies():
        if not all(proxy_bypass(host) for host in HOSTS):
            raise InterceptionError(
                f"this system has a proxy, which would receive the requests: exclude {', '.join(HOSTS)} in its settings"
            )
        yield
        return
    before = os.environ.get(_NAME)
    excluded = before or os.environ.get(_NAME.upper(), "")
    os.environ[_NAME] = ",".join(filter(None, [excluded, *HOSTS]))
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(_NAME, None)
        else:
            os.environ[_NAME] = before
