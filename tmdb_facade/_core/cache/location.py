"""Where a cache is, and its limits: the arguments of `Cache`."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from tmdb_facade._core.rate.redis_url import check_redis_url, looks_like_url
from tmdb_facade._core.request.validation import check_filled, check_integer, finite_number, invalid, local_path
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from os import PathLike

#: The environment variable of the constructor's `cache`.
CACHE_VARIABLE = "TMDB_CACHE"
#: The location of a cache in memory.
MEMORY = "memory"
#: The start of each key in Redis.
REDIS_PREFIX = "tmdb_facade:cache:"
#: The maximum and default age in seconds: TMDB's terms allow to store its data for six months.
MAX_AGE = 180 * 86_400
#: The default of `stale_if_error`, in seconds.
STALE_IF_ERROR = 7 * 86_400
#: The defaults of `max_bytes` in memory and in files, and its minimum.
MEMORY_BYTES = 64 * 1024**2
FILE_BYTES = 1024**3
_MIN_BYTES = 64 * 1024


class CacheInfo(NamedTuple):
    """The contents of a cache.

    Attributes:
        entries: The number of stored answers.
        bytes: Their size; for a file, the part of it that is in use.
    """

    entries: int
    bytes: int


def check_location(name: str, location: str | PathLike[str]) -> str:
    """Validate a location.

    Returns:
        `memory`, a Redis URL, or an absolute path.

    Raises:
        InvalidArgumentError: It is none of them, or a package is missing.
    """
    try:
        text = check_filled(name, os.fspath(location))
    except TypeError:
        raise invalid(name, "'memory', the path of a file, the URL of a Redis server, or a Cache", location) from None
    if find_spec("hishel") is None:
        raise InvalidArgumentError(name, "needs the package hishel: pip install 'tmdb-facade[cache]'")
    if looks_like_url(text):
        return check_redis_url(name, text)
    return MEMORY if text.lower() == MEMORY else local_path(name, text)


def check_max_bytes(max_bytes: int | None, *, in_memory: bool) -> int:
    """Validate the size limit of memory or a file; return the default for `None`."""
    if max_bytes is None:
        return MEMORY_BYTES if in_memory else FILE_BYTES
    return check_integer("max_bytes", max_bytes, _MIN_BYTES)


def check_age(name: str, seconds: object, minimum: float) -> float:
    """Validate an age in seconds."""
    number = finite_number(seconds)
    if number is None or not minimum <= number <= MAX_AGE:
        raise invalid(name, f"a number of seconds from {minimum:g} to {MAX_AGE} (180 days)", seconds)
    return float(number)
