"""A caller's own parameters and headers: `extra_query`, `extra_headers`, `user_agent`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias, cast
from urllib.parse import quote

from tmdb_bindings.runtime import ParameterError, query_flag, query_value
from tmdb_facade._core.request.validation import check_filled
from tmdb_facade.errors import InvalidArgumentError

#: A value of a parameter under TMDB's own name; `None` to omit the parameter.
QueryValue: TypeAlias = str | int | float | bool | date | None

# What the client sends itself, and needs to know.
_OPTION_OF = {
    "api_key": "api_key= of the client",
    "session_id": "session_id= of the client or the call",
    "guest_session_id": "guest_session_id= of the client or the call",
    "append_to_response": "append= of the details method",
    "page": "page() or start_page() of the pager",
}
_CREDENTIAL = "the client adds its own credential"
_BODY = "the client writes and reads bodies itself"
_CONNECTION = "it belongs to the connection"
_CONDITION = "the client's cache= sends it"
_REFUSED_HEADERS = {
    "authorization": _CREDENTIAL,
    "proxy-authorization": "pass proxy= with a user name and a password",
    "host": "pass base_url= for another server",
    "user-agent": "pass user_agent=",
    **dict.fromkeys(("accept-encoding", "content-encoding", "content-length", "content-type"), _BODY),
    **dict.fromkeys(
        ("connection", "expect", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade", "range"), _CONNECTION
    ),
    **dict.fromkeys(("if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since"), _CONDITION),
}
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[!-~](?:[\t -~]*[!-~])?")
# Shorter values could be masked in unrelated words, and are no secrets.
_SHORTEST_SECRET = 8


def read_extra_query(name: str, value: object) -> dict[str, str | None]:
    """Validate `extra_query`: names and values of parameters that are sent with every request to TMDB's API.

    Returns:
        The values as texts; `None` removes a parameter.

    Raises:
        InvalidArgumentError: It is not a mapping of names and values, or contains what the client sends itself.
    """
    query = {key: parameter_text(key, entry) for key, entry in _pairs(name, value)}
    for key in query:
        if (option := _OPTION_OF.get(key)) is not None:
            raise InvalidArgumentError(name, f"must not contain {key}: use {option}")
    return query


def read_extra_headers(name: str, value: object) -> dict[str, str | None]:
    """Validate `extra_headers`: names and values of headers that are sent with every request to TMDB's API.

    Returns:
        The values, under names in lower case; `None` removes a header.

    Raises:
        InvalidArgumentError: It is not a mapping of texts, or contains a header that the client or the connection sets.
            The error does not contain the value.
    """
    headers: dict[str, str | None] = {}
    for key, text in _pairs(name, value):
        if not _NAME.fullmatch(key):
            raise InvalidArgumentError(name, "must have names of letters, digits and hyphens")
        reason = _REFUSED_HEADERS.get(key.lower())
        if reason is not None:
            raise InvalidArgumentError(name, f"must not contain {key}: {reason}")
        headers[key.lower()] = None if text is None else _header_value(name, key, text)
    return headers


def read_user_agent(name: str, value: object) -> str:
    """Validate the User-Agent, such as `my-app/1.0 (me@example.com)`."""
    return _header_value(name, "User-Agent", value)


def _header_value(name: str, header: str, value: object) -> str:
    if not isinstance(value, str) or not _VALUE.fullmatch(value):
        raise InvalidArgumentError(
            name, f"must have a text of printable ASCII characters without surrounding spaces for {header}"
        )
    return value


def _pairs(name: str, value: object) -> list[tuple[str, object]]:
    if not isinstance(value, Mapping):
        raise InvalidArgumentError(name, f"must be a mapping of names to values, got {type(value).__name__}")
    pairs = list(cast("Mapping[object, object]", value).items())
    return [(check_filled(name, key), entry) for key, entry in pairs]


def parameter_text(name: str, value: object) -> str | None:
    """Return the value of a parameter as text: booleans and dates as TMDB writes them.

    Returns:
        The text, or `None` for a parameter that is omitted.

    Raises:
        InvalidArgumentError: It has another type.
    """
    if value is None:
        return None
    if isinstance(value, list | tuple | set | frozenset):
        hint = "join the values, with ',' for all of them or '|' for any of them"
        raise InvalidArgumentError(name, f"must be a single value: {hint}")
    try:
        return query_flag(value, name) if isinstance(value, bool) else query_value(cast("str", value), name)
    except ParameterError as error:
        raise InvalidArgumentError(error.parameter, error.problem) from None


def merged(base: Mapping[str, str], extra: Mapping[str, str | None]) -> dict[str, str]:
    """Return the base with the extra values, without those that are `None`."""
    both: dict[str, str | None] = {**base, **extra}
    return {name: value for name, value in both.items() if value is not None}


def merged_headers(base: Mapping[str, str], extra: Mapping[str, str | None], user_agent: str | None) -> dict[str, str]:
    """Return headers with the extra ones, whose names can be written in any case."""
    if user_agent is not None:
        base = {**base, "User-Agent": user_agent}
    kept = {name: value for name, value in base.items() if name.lower() not in extra}
    return merged(kept, extra)


def query_secrets(query: Mapping[str, str], known: frozenset[str]) -> set[str]:
    """Return what must not be shown of a query: parameters that no document of TMDB has may be secrets.

    Args:
        query: The parameters.
        known: The names of parameters that may be shown.
    """
    secrets: set[str] = set()
    for name, value in query.items():
        if name not in known:
            secrets.add(f"{quote(name)}={quote(value, safe=',')}")
            secrets |= _long_parts(value)
    return secrets


def header_secrets(headers: Mapping[str, str | None]) -> set[str]:
    """Return what must not be shown of a caller's headers, which a server may repeat."""
    return {part for value in headers.values() if value is not None for part in _long_parts(value)}


def _long_parts(value: str) -> set[str]:
    return {part for part in (value, *value.split()) if len(part) >= _SHORTEST_SECRET}
