"""The TLS context, shared by all clients of a process and loaded by the first connection."""

from __future__ import annotations

import os
import ssl
from functools import lru_cache
from threading import Lock
from typing import Any

import certifi

from tmdb_facade._runtime.forks import renew_after_fork


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
    return LazyContext(ssl.PROTOCOL_TLS_CLIENT, file, folder)


def _load(file: str | None, folder: str | None) -> ssl.SSLContext:
    if file or folder:
        return ssl.create_default_context(cafile=file or None, capath=None if file else folder)
    return ssl.create_default_context(cafile=certifi.where())


class LazyContext(ssl.SSLContext):
    """A proxy of the TLS context, which is created by the first connection.

    Loading the certificates costs more than everything else in a client, and clients without TLS never need them. This
    object itself trusts no certificates.
    """

    def __init__(self, protocol: int, file: str | None = None, folder: str | None = None) -> None:
        """Create the proxy without loading certificates.

        Args:
            protocol: The protocol.
            file: A file with the trusted certificates.
            folder: A folder with the trusted certificates, which counts if there is no file. Without both, the trusted
                certificates are those of certifi, as for most HTTP libraries.
        """
        self._file = file
        self._folder = folder
        renew_after_fork(self)
        self._lock = Lock()
        self._loaded: ssl.SSLContext | None = None

    def renew(self) -> None:
        """Replace the lock, which a thread of the parent process may have held at a fork."""
        self._lock = Lock()

    def is_loaded(self) -> bool:
        """Return whether the certificates are loaded."""
        return self._loaded is not None

    @property
    def loaded(self) -> ssl.SSLContext:
        """The context, created on first use."""
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self._file, self._folder)
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
