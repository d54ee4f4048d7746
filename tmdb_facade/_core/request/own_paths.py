"""Requests of any path, also one that no document of TMDB has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias, cast
from urllib.parse import quote, unquote

from tmdb_facade._core.endpoint import Operation, Request
from tmdb_facade._core.redaction import redact
from tmdb_facade._core.request.extras import parameter_text
from tmdb_facade._core.request.validation import check_choice, check_filled, literals
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_bindings.runtime import JSONValue

#: A method of HTTP.
HTTPMethod: TypeAlias = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]

_NAME = "path"
#: The id of a request whose path no document has.
OWN_REQUEST = "request"
# What stays as it is: separators, what is quoted already, and characters that a path may contain.
_SAFE = "/%:@!$&'()*+,;=~-._"
_NOT_QUOTED = re.compile(r"%(?![0-9A-Fa-f]{2})")
_DANGEROUS = re.compile(r"[\\?#\x00-\x1f\x7f]")


def own_request(
    method: str,
    path: str,
    query: Mapping[str, object] | None,
    body: Mapping[str, JSONValue] | None,
    base_url: str,
) -> Request:
    """Build a request.

    Args:
        method: The HTTP method.
        path: The path with its version, or a URL of the client's server.
        query: The parameters under TMDB's names, or `None`.
        body: The JSON body, or `None`.
        base_url: The client's server.

    Returns:
        The request. A documented path has the policies of its operation; any other is neither stored nor, unless it is a
        GET, repeated.

    Raises:
        InvalidArgumentError: The path or a value cannot be sent, or the URL belongs to another server.
    """
    check_choice("method", method, literals(HTTPMethod))
    path = check_path(path, base_url)
    operation = find_operation(method, path) or _undocumented(method, path)
    return Request(operation, path, _query(query), _body(method, body))


def check_path(path: object, base_url: str) -> str:
    """Validate and quote a path. Errors do not contain it, as it may be a secret.

    Args:
        path: The path, or a URL of the client's server.
        base_url: The client's server.

    Raises:
        InvalidArgumentError: It is not a path of the API, would be changed on its way, or is a URL of another server.
    """
    text = check_filled(_NAME, path)
    if text.startswith(f"{base_url}/"):
        text = text.removeprefix(base_url)
    elif "://" in text or text.startswith("//"):
        raise InvalidArgumentError(
            _NAME, f"must be a path, or a URL that starts with {base_url}/: no other host gets the client's credentials"
        )
    if "?" in text:
        raise InvalidArgumentError(_NAME, "must not contain a query: pass it with query=")
    if not text.startswith(("/3/", "/4/")):
        raise InvalidArgumentError(_NAME, "must start with the version of the API, as in '/3/movie/550'")
    if _NOT_QUOTED.search(text):
        raise InvalidArgumentError(_NAME, "must contain % only in quoted characters: write %25 for %")
    number, decoded = text.count("/"), text
    while True:
        segments = decoded.split("/")[1:]
        if _DANGEROUS.search(decoded) or decoded.count("/") != number:
            problem = "must not contain \\, #, ?, control characters or quoted slashes, however they are encoded"
            raise InvalidArgumentError(_NAME, problem)
        if any(segment.strip() in ("", ".", "..") for segment in segments):
            problem = "must not contain empty segments, '.' or '..', and not end with a slash"
            raise InvalidArgumentError(_NAME, problem)
        again = unquote(decoded)
        if again == decoded:
            return quote(text, safe=_SAFE)
        decoded = again


def find_operation(method: str, path: str) -> Operation | None:
    """Return the documented operation of a path; `None` if there is none. Fixed segments win over ids."""
    segments = path.split("/")
    found = [
        operation
        for operation in _operations().get((method, len(segments)), ())
        if all(
            ours == theirs or ours[:1] == "{" for ours, theirs in zip(operation.path.split("/"), segments, strict=True)
        )
    ]
    return min(found, key=lambda operation: operation.path.count("{"), default=None)


@cache
def _operations() -> dict[tuple[str, int], list[Operation]]:
    """Return all documented operations by method and number of segments."""
    table: dict[tuple[str, int], list[Operation]] = {}
    for operation in _records():
        table.setdefault((operation.method, operation.path.count("/") + 1), []).append(operation)
    return table


@cache
def documented_parameters() -> frozenset[str]:
    """Return the names of all parameters in TMDB's documents."""
    return frozenset(name for operation in _records() for name in operation.query)


def _records() -> Iterator[Operation]:
    from tmdb_bindings import operations  # imported here: few programs need all of them

    return (record for record in vars(operations).values() if isinstance(record, Operation))


def _undocumented(method: str, path: str) -> Operation:
    return Operation(
        id=OWN_REQUEST,
        tag=OWN_REQUEST,
        name=OWN_REQUEST,
        method=method,
        path=redact(path),
        query=(),
        auth="application",
        user_scoped=True,
        repeatable=method == "GET",
        cacheable=False,
        paging="none",
        page_size=0,
        appendable=(),
        reference="https://developer.themoviedb.org/reference",
    )


def _query(query: object) -> dict[str, str]:
    if query is None:
        return {}
    if not isinstance(query, Mapping):
        raise InvalidArgumentError("query", f"must be a mapping of names to values, got {type(query).__name__}")
    values = {check_filled("query", key): value for key, value in cast("Mapping[object, object]", query).items()}
    if "api_key" in values:
        raise InvalidArgumentError("query", "must not contain api_key: the client adds its own credential")
    texts = {name: parameter_text(name, value) for name, value in values.items()}
    return {name: text for name, text in texts.items() if text is not None}


def _body(method: str, body: object) -> Mapping[str, object] | None:
    if body is None:
        return None
    if not isinstance(body, Mapping):
        raise InvalidArgumentError("body", f"must be a mapping, got {type(body).__name__}")
    if method == "GET":
        raise InvalidArgumentError("body", "must be omitted for GET: pass parameters with query=")
    import msgspec  # imported when the first body is sent

    copied = dict(cast("Mapping[str, object]", body))
    try:
        msgspec.json.encode(copied)
    except (TypeError, ValueError, RecursionError):
        raise InvalidArgumentError("body", "must contain only what JSON has: texts, numbers, lists, mappings") from None
    return copied
