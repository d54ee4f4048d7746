"""What is logged about our requests: by ourselves, and by the HTTP library.

The HTTP library writes whole URLs at INFO. Our own transport does not go through the part of it that logs, but a client
that a user lends us does, and so does what sends requests again.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from tmdb_facade._core.redaction import redact

if TYPE_CHECKING:
    from tmdb_facade._core.client.settings import LogLevel
    from tmdb_facade._core.events import RequestEvent, ResponseEvent

#: Our own logger. It writes nothing unless the program or `TMDB_LOG` says so.
logger = logging.getLogger("tmdb_facade")
_FORMAT = "%(asctime)s %(name)s %(levelname)s %(message)s"


def start_log(level: LogLevel) -> None:
    """Write our own log, and no other, to stderr; a program that has set up logging itself gets it there.

    Args:
        level: `info` for each answer, `debug` for each request as well.
    """
    logger.setLevel(level.upper())
    if not logger.hasHandlers():
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter(_FORMAT))
        logger.addHandler(handler)


def log_request(event: RequestEvent) -> None:
    """Write that a request is sent."""
    logger.debug("%s %s %s, attempt %d", event.operation or "file", event.method, event.url, event.attempt)


def log_response(event: ResponseEvent) -> None:
    """Write what came of a request."""
    asked = event.request
    logger.info(
        "%s %s %s: %s after %.3f s, attempt %d",
        asked.operation or "file",
        asked.method,
        asked.url,
        event.status if event.error is None else event.error,
        event.seconds,
        asked.attempt,
    )


class _RedactingFilter(logging.Filter):
    """Redacts the URLs of requests to our servers; other records of the same logger stay as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.hosts: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact the record's arguments; let it pass in any case."""
        if isinstance(record.args, tuple):
            record.args = tuple(redact(str(value)) if self._names_us(value) else value for value in record.args)
        return True

    def _names_us(self, value: object) -> bool:
        """Tell whether a value is a URL of our servers, or a request to one."""
        # An answer has a `url` as well, which raises an error for as long as no client has seen it.
        url = getattr(value, "url", None) if hasattr(value, "method") else value
        return getattr(url, "host", None) in self.hosts


_filter = _RedactingFilter()


def redact_log(logger: str, host: str) -> None:
    """Keep secrets in URLs of a server out of a logger.

    Args:
        logger: The logger's name.
        host: The server's name.
    """
    _filter.hosts.add(host)
    logging.getLogger(logger).addFilter(_filter)  # adding it again does nothing
