"""The TLS context, shared by all clients of a process and loaded by the first connection."""

from __future__ import annotations

import os
import ssl
from functools import lru_cache
from threading import Lock
from typing import Any

from tmdb_facade._runtime.http import create_ssl_context


def shared_context() -> ssl.SSLContext:
    """Return the context for the certificates that the environment names."""
    return _context(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


def loaded_context() -> ssl.SSLContext:
    """Return the context behind `shared_context`, for libraries that do not call the methods of a proxy.

    Raises:
        OSError: The certificates cannot be read.
    """
    return _context(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")).loaded


@lru_cache(maxsize=8)
def _context(file: str | None, folder: str | None) -> LazyContext:
    return LazyContext(ssl.PROTOCOL_TLS_CLIENT)


class LazyContext(ssl.SSLContext):
    """A proxy of the HTTP library's own TLS context, which is created by the first connection.

    Loading the certificates costs more than everything else in a client, and clients without TLS never need them. This
    object itself trusts no certificates.
    """

    def __init__(self, protocol: int) -> None:
        """Create the proxy without loading certificates."""
        self._lock = Lock()
        self._loaded: ssl.SSLContext | None = None

    def is_loaded(self) -> bool:
        """Return whether the certificates are loaded."""
        return self._loaded is not None

    @property
    def loaded(self) -> ssl.SSLContext:
        """The library's context, created on first use."""
        with self._lock:
            if self._loaded is None:
                self._loaded = create_ssl_context()
            return self._loaded

    def wrap_socket(self, *args: Any, **kwargs: Any) -> ssl.SSLSocket:
        """Wrap a socket of the sync client."""
        return self.loaded.wrap_socket(*args, **kwargs)

    def wrap_bio(self, *args: Any, **kwargs: Any) -> ssl.SSLObject:
        """Wrap the buffers of an async connection."""
        return self.loaded.wrap_bio(*args, **kwargs)

    def set_alpn_protocols(self, *args: Any, **kwargs: Any) -> None:
        """Set the offered HTTP versions."""
        self.loaded.set_alpn_protocols(*args, **kwargs)
