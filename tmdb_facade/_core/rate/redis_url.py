"""URLs of Redis servers.

They are validated here, when a client is created: redis-py reads them at the first call, ignores some mistakes, and raises
errors of its own for others.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from urllib.parse import parse_qsl, unquote, urlsplit

from tmdb_facade._core.request.url import check_url
from tmdb_facade.errors import InvalidArgumentError

_SCHEMES = ("redis", "rediss")
_EXAMPLE = "redis://127.0.0.1:6379/0"
_NUMBER = ("a whole number", re.compile("[0-9]{1,9}"))
_SECONDS = ("a number of seconds above 0", re.compile(r"(?=.*[1-9])[0-9]{1,6}(\.[0-9]{1,9})?"))
_PATH = ("the path of a file", re.compile(r"[^\0]+"))
# The options of a URL: what each must be. Others would change what the library returns, or are arguments of ours.
_OPTIONS = {
    "db": _NUMBER,
    "protocol": ("2 or 3", re.compile("[23]")),
    "client_name": ("a name without spaces", re.compile("[!-~]+")),
    "health_check_interval": _NUMBER,
    "socket_timeout": _SECONDS,
    "socket_connect_timeout": _SECONDS,
}
_TLS_OPTIONS = {
    "ssl_cert_reqs": ("none, optional or required", re.compile("none|optional|required")),
    "ssl_check_hostname": ("true or false", re.compile("true|false", re.IGNORECASE)),
    "ssl_ca_certs": _PATH,
    "ssl_certfile": _PATH,
    "ssl_keyfile": _PATH,
}


def is_redis(location: str) -> bool:
    """Return whether a validated location is the URL of a Redis server, not the path of a file."""
    return urlsplit(location).scheme in _SCHEMES


def looks_like_url(location: str) -> bool:
    """Return whether a location is meant as a URL, not as the path of a file."""
    return "://" in location or location.strip().lower().startswith(("redis:", "rediss:"))


def check_redis_url(name: str, url: str) -> str:
    """Validate the URL of a Redis server. Errors show no part of it, as any part may belong to a password.

    Returns:
        The URL in the form that the library accepts.

    Raises:
        InvalidArgumentError: It is not such a URL, or redis-py is missing.
    """
    url = url.strip()
    parts = check_url(name, url, _SCHEMES, _EXAMPLE)
    if unquote(parts.hostname or "") != parts.hostname:
        raise InvalidArgumentError(name, f"must be a URL with a host name without '%', such as {_EXAMPLE}")
    if "#" in url:
        raise InvalidArgumentError(name, "must not contain '#': write %23 in a password")
    database = parts.path.strip("/")
    if database and not _NUMBER[1].fullmatch(database):
        raise InvalidArgumentError(name, "must be the URL of a Redis server whose path is the number of a database")
    _check_options(name, parts.query, is_secure=parts.scheme == "rediss")
    if find_spec("redis") is None:
        raise InvalidArgumentError(name, "needs the package redis: pip install 'tmdb-facade[redis]'")
    return f"{parts.scheme}{url[len(parts.scheme) :]}"


def _check_options(name: str, query: str, *, is_secure: bool) -> None:
    options = _OPTIONS | _TLS_OPTIONS if is_secure else _OPTIONS
    pairs = parse_qsl(query, keep_blank_values=True)
    for option, value in pairs:
        if not is_secure and option in _TLS_OPTIONS:
            raise InvalidArgumentError(name, f"must be a URL with rediss for the option {option}")
        if option not in options:
            raise InvalidArgumentError(name, f"must have no other options after '?' than {', '.join(options)}")
        expected, pattern = options[option]
        if not pattern.fullmatch(value):
            raise InvalidArgumentError(name, f"must have {expected} as the option {option}")
        if option == "ssl_keyfile" and "ssl_certfile" not in dict(pairs):
            raise InvalidArgumentError(name, "must have the option ssl_certfile with ssl_keyfile")


def describe_shared(location: str) -> str:
    """Return the path of a file, or the host of a Redis server."""
    parts = urlsplit(location)
    return f"Redis on {parts.hostname}:{parts.port or 6379}" if is_redis(location) else location
