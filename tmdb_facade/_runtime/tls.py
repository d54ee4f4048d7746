"""TLS: one context for all clients of a process, made when the first connection wants it."""

from __future__ import annotations

import os
import ssl
from functools import lru_cache
from threading import Lock
from typing import Any

from tmdb_facade._runtime.http import create_ssl_context


def shared_context() -> ssl.SSLContext:
    """Give the context of all clients that trust the same certificates, as the environment says."""
    return _context(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


@lru_cache(maxsize=8)
def _context(file: str | None, folder: str | None) -> LazyContext:
    return LazyContext(ssl.PROTOCOL_TLS_CLIENT)


class LazyContext(ssl.SSLContext):
    """The HTTP library's own context, from the first connection on.

    Reading the certificates costs more than all the rest of a client, and neither every client speaks TLS nor any two
    trust others. By itself, this context trusts nobody.
    """

    def __init__(self, protocol: int) -> None:
        """Read nothing yet."""
        self._lock = Lock()
        self._made: ssl.SSLContext | None = None

    def is_made(self) -> bool:
        """Tell whether the certificates were read."""
        return self._made is not None

    @property
    def made(self) -> ssl.SSLContext:
        """The library's context."""
        with self._lock:
            if self._made is None:
                self._made = create_ssl_context()
            return self._made

    def wrap_socket(self, *args: Any, **kwargs: Any) -> ssl.SSLSocket:
        """Encrypt the connection of a thread."""
        return self.made.wrap_socket(*args, **kwargs)

    def wrap_bio(self, *args: Any, **kwargs: Any) -> ssl.SSLObject:
        """Encrypt the connection of a task."""
        return self.made.wrap_bio(*args, **kwargs)

    def set_alpn_protocols(self, *args: Any, **kwargs: Any) -> None:
        """Say which versions of HTTP are spoken."""
        self.made.set_alpn_protocols(*args, **kwargs)
