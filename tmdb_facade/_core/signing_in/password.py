"""The rule for sending a user's password."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tmdb_facade._core.client.hosts import is_loopback
from tmdb_facade._core.client.settings import proxy_for
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_facade._core.client.settings import Settings


def check_private(settings: Settings) -> None:
    """Reject a client that would send a password in clear over a network.

    Args:
        settings: The client's servers and proxy.

    Raises:
        InvalidArgumentError: A server is neither reached by HTTPS, nor directly on this machine or in this process.
    """
    if settings.is_in_process:
        return
    for name, url in (("base_url", settings.base_url), ("fallback_base_url", settings.fallback_base_url)):
        parts = urlsplit(url or "https:")
        if parts.scheme == "https":
            continue
        # A proxy can be on another machine.
        if not is_loopback(parts.hostname or "") or settings.proxy is not None or proxy_for(url or "") is not None:
            raise InvalidArgumentError(name, "must use https for a password, which would be sent in clear otherwise")
