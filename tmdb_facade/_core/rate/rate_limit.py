"""The rate limit that users pass, and the default."""

from __future__ import annotations

import os
import sys
from os import PathLike
from urllib.parse import urlsplit

from tmdb_facade._core.rate.redis_url import check_redis_url, is_redis, looks_like_url
from tmdb_facade._core.redaction import redact
from tmdb_facade._core.request.url import ALTERNATE_BASE_URL, DEFAULT_BASE_URL
from tmdb_facade._core.request.validation import check_filled, check_integer, finite_number, invalid, local_path
from tmdb_facade.errors import InvalidArgumentError

#: A period is longer than a second by this factor: on their way to TMDB, later requests catch up with earlier ones.
_MARGIN = 1.1
#: The maximum number of requests in a period, and the longest period in seconds: a day.
_MAX_REQUESTS = 100_000
_MAX_SECONDS = 86_400
_HAS_FILE_LOCKS: bool = sys.platform != "win32"


class RateLimit:
    """A maximum number of requests in any period.

        TMDB(rate_limit=RateLimit(40, 1.1, shared="/var/tmp/tmdb.rate"))

    Without `shared`, all clients of a process that send to the same server with an equal limit share it. A limit that is
    shared by processes or machines needs the same numbers in each of them.

    Attributes:
        requests: The number of requests, from 1 to 100,000.
        seconds: The length of the period in seconds, above 0 and up to 86,400. TMDB counts requests in seconds; 1.1
            leaves room for requests that take different times to arrive.
        shared: The path of a file, for the processes of one machine (not on Windows), or the URL of a Redis server,
            `redis://` or `rediss://`, for several machines (`pip install 'tmdb-facade[redis]'`); `None` for one process.
            The file is created with access for its owner only; its folder must exist. Without access to the file or
            server there is one `RuntimeWarning`, and a process continues with the limit for itself.

    Raises:
        InvalidArgumentError: A value is of a wrong type or out of range, or files cannot be shared on this system.
    """

    __slots__ = ("requests", "seconds", "shared")

    requests: int
    seconds: float
    shared: str | None

    def __init__(self, requests: int, seconds: float = _MARGIN, *, shared: str | PathLike[str] | None = None) -> None:
        number = finite_number(seconds)
        if number is None or not 0 < number <= _MAX_SECONDS:
            raise invalid("seconds", f"a number above 0 and up to {_MAX_SECONDS}", seconds)
        self.requests = check_integer("requests", requests, 1, _MAX_REQUESTS)
        self.seconds = float(number)
        self.shared = None if shared is None else _check_shared(shared)

    def __eq__(self, other: object) -> bool:
        """Return whether both limits have the same numbers and the same shared state."""
        if not isinstance(other, RateLimit):
            return NotImplemented
        return (self.requests, self.seconds, self.shared) == (other.requests, other.seconds, other.shared)

    def __hash__(self) -> int:
        """Return the hash of the numbers and the shared state."""
        return hash((self.requests, self.seconds, self.shared))

    def __repr__(self) -> str:
        """Return the expression that recreates this limit, without the password of a URL."""
        shared = "" if self.shared is None else f", shared={redact(self.shared)!r}"
        return f"RateLimit({self.requests}, {self.seconds:g}{shared})"


#: TMDB accepts about 40 requests in a second from one IP address.
DEFAULT_RATE_LIMIT = RateLimit(40)


def read_rate_limit(name: str, value: object) -> RateLimit | None:
    """Validate a limit.

    Args:
        name: The parameter's name.
        value: A limit, a number of requests per second, or `None`. A fraction below 1 means one request in a longer
            period.

    Raises:
        InvalidArgumentError: It is none of them, or the path that it shares cannot be that of a file.
    """
    if isinstance(value, RateLimit):
        _check_file(name, value.shared)
        return value
    if value is None:
        return None
    if isinstance(value, str) and looks_like_url(value):
        raise InvalidArgumentError(name, "must be a number or a RateLimit: pass RateLimit(40, shared=...) for a server")
    number = finite_number(value)
    if number is None or not 1 / _MAX_SECONDS * _MARGIN <= number <= _MAX_REQUESTS:
        expected = (
            f"a number of requests per second above 0 and up to {_MAX_REQUESTS}, a RateLimit, or None for no limit"
        )
        raise invalid(name, expected, value)
    requests = max(1, int(number))
    return RateLimit(requests, _MARGIN * requests / number)


def _check_file(name: str, shared: str | None) -> None:
    """Check that a file exists or can be created, as far as that is known without opening it."""
    if shared is None or is_redis(shared):
        return
    if not os.path.isdir(os.path.dirname(shared)):
        raise InvalidArgumentError(name, f"shares the file {shared!r}, whose folder does not exist: create it first")
    if os.path.exists(shared) and not os.path.isfile(shared):
        raise InvalidArgumentError(name, f"must share a file, but {shared!r} is a folder or a device")


def server_key(base_url: str) -> str:
    """Return the name under which clients share a limit: one name for both hosts of TMDB's API."""
    return DEFAULT_BASE_URL if is_tmdb(base_url) else base_url


def is_tmdb(base_url: str) -> bool:
    """Return whether a base URL leads to one of TMDB's API servers."""
    hosts = {urlsplit(url).hostname for url in (DEFAULT_BASE_URL, ALTERNATE_BASE_URL)}
    return (urlsplit(base_url).hostname or "").rstrip(".") in hosts


def _check_shared(shared: str | PathLike[str]) -> str:
    try:
        text = check_filled("shared", os.fspath(shared))
    except TypeError:
        raise invalid("shared", "the path of a file or the URL of a Redis server", shared) from None
    if looks_like_url(text):
        return check_redis_url("shared", text)
    if not _HAS_FILE_LOCKS:
        raise InvalidArgumentError(
            "shared", "must be the URL of a Redis server: Windows cannot lock a file like other systems"
        )
    return os.path.realpath(local_path("shared", text))
