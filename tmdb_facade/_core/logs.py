"""What the HTTP library logs about our requests.

It writes whole URLs at INFO. Our own transport does not go through the part of it that logs, but a client that a user
lends us does.
"""

from __future__ import annotations

import logging

from tmdb_facade._core.redaction import redact


class _RedactingFilter(logging.Filter):
    """Redacts the URLs of requests to our servers; other records of the same logger stay as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.hosts: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact the record's arguments; let it pass in any case."""
        if isinstance(record.args, tuple):
            record.args = tuple(
                redact(str(value)) if getattr(value, "host", None) in self.hosts else value for value in record.args
            )
        return True


_filter = _RedactingFilter()


def redact_log(logger: str, host: str) -> None:
    """Keep secrets in URLs of a server out of a logger.

    Args:
        logger: The logger's name.
        host: The server's name.
    """
    _filter.hosts.add(host)
    logging.getLogger(logger).addFilter(_filter)  # adding it again does nothing
