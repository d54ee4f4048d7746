"""The log of requests, and redaction of the HTTP library's log.

The HTTP library's client logs whole URLs at INFO. The default transport does not use it, but a user's client does.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from tmdb_facade._core.redaction import redact

if TYPE_CHECKING:
    from tmdb_facade._core.client.settings import LogLevel
    from tmdb_facade._core.events import RequestEvent, ResponseEvent

#: The package's logger. It is silent unless the program or `TMDB_LOG` enables it.
logger = logging.getLogger("tmdb_facade")
_FORMAT = "%(asctime)s %(name)s %(levelname)s %(message)s"


def start_log(level: LogLevel) -> None:
    """Write the package's log to stderr, unless the program has configured logging itself.

    Args:
        level: `info` for responses, `debug` for requests too.
    """
    logger.setLevel(level.upper())
    if not logger.hasHandlers():
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter(_FORMAT))
        logger.addHandler(handler)


def log_request(event: RequestEvent) -> None:
    """Log a request."""
    logger.debug("%s %s %s, attempt %d", event.operation or "file", event.method, event.url, event.attempt)


def log_response(event: ResponseEvent) -> None:
    """Log a response or the failure of a request."""
    request = event.request
    logger.info(
        "%s %s %s: %s after %.3f s, %s",
        request.operation or "file",
        request.method,
        request.url,
        event.status if event.error is None else event.error,
        event.seconds,
        "from the cache" if event.from_cache else f"attempt {request.attempt}",
    )


class _RedactingFilter(logging.Filter):
    """A filter that redacts URLs of TMDB's servers; other records stay unchanged."""

    def __init__(self) -> None:
        super().__init__()
        self.hosts: set[str] = set()
        self.secrets: Callable[[], Iterable[str]] = tuple

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact the record's arguments, and keep the record."""
        if isinstance(record.args, tuple):
            secrets = self.secrets()
            record.args = tuple(
                redact(str(value), *secrets) if self._is_ours(value) else value for value in record.args
            )
        return True

    def _is_ours(self, value: object) -> bool:
        """Return whether a value is a URL of these hosts, or a request to one."""
        # A response has a `url` as well, which raises an error until a client sets its request.
        url = getattr(value, "url", None) if hasattr(value, "method") else value
        return getattr(url, "host", None) in self.hosts


_filter = _RedactingFilter()

#: The loggers of the library below httpx. At DEBUG they log the headers of responses, such as `Location`.
_CONNECTION_LOGGERS = ("httpcore.connection", "httpcore.http11", "httpcore.proxy", "httpcore.socks")


@cache
def _connection_filter(secrets: Callable[[], Iterable[str]]) -> Callable[[logging.LogRecord], bool]:
    def redact_message(record: logging.LogRecord) -> bool:
        """Redact the record's text, and keep the record."""
        record.msg, record.args = redact(record.getMessage(), *secrets()), None
        return True

    return redact_message


def redact_connection_logs(secrets: Callable[[], Iterable[str]]) -> None:
    """Redact the records of connections, of all clients: they do not say whose they are.

    Args:
        secrets: Returns the secrets of the request under way: responses may repeat them without their names.
    """
    for name in _CONNECTION_LOGGERS:
        logging.getLogger(name).addFilter(_connection_filter(secrets))  # adding it again does nothing


def redact_log(logger: str, host: str, secrets: Callable[[], Iterable[str]]) -> None:
    """Redact URLs of a host in the records of a logger.

    Args:
        logger: The logger's name.
        host: The host.
        secrets: Returns the secrets of the request under way.
    """
    _filter.hosts.add(host)
    _filter.secrets = secrets
    logging.getLogger(logger).addFilter(_filter)  # adding it again does nothing
