"""Answers that a fault gives in the place of the real one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.headers import JSON_TYPE
from tmdb_facade.testing.protocol.refusals import status_body

# What TMDB says in its body with an HTTP status, where it has several codes for it or none.
_CODES: Mapping[int, TMDBCode] = MappingProxyType(
    {
        400: TMDBCode.INPUT_NOT_VALID,
        401: TMDBCode.INVALID_API_KEY,
        403: TMDBCode.USER_SUSPENDED,
        404: TMDBCode.RESOURCE_NOT_FOUND,
        405: TMDBCode.METHOD_NOT_SUPPORTED,
        406: TMDBCode.INVALID_ACCEPT_HEADER,
        422: TMDBCode.INVALID_PARAMETERS,
        429: TMDBCode.RATE_LIMITED,
        500: TMDBCode.INTERNAL_ERROR,
        501: TMDBCode.INVALID_SERVICE,
        502: TMDBCode.BACKEND_UNREACHABLE,
        503: TMDBCode.SERVICE_OFFLINE,
        504: TMDBCode.BACKEND_TIMEOUT,
    }
)


class FaultAnswer(NamedTuple):
    """A whole answer.

    Attributes:
        status: The HTTP status.
        body: The body.
        headers: The headers, by lower-case names.
    """

    status: int
    body: bytes
    headers: Mapping[str, str]


def refusal(status: int, *, code: TMDBCode | None = None, retry_after: float | str | None = None) -> FaultAnswer:
    """Make an error as TMDB words it.

    Args:
        status: The HTTP status.
        code: TMDB's code; the one that it sends with the status when not given.
        retry_after: What `Retry-After` says; no such header when not given.
    """
    usual = TMDBCode.FAILED if status >= 500 else TMDBCode.INVALID_PARAMETERS
    body = status_body(code or _CODES.get(status, usual), success=False)
    headers = {"content-type": JSON_TYPE}
    if retry_after is not None:
        headers["retry-after"] = f"{retry_after}"
    return FaultAnswer(status, msgspec.json.encode(body), headers)


def html(status: int) -> FaultAnswer:
    """Make the page that an edge shows when there is nothing behind it."""
    page = f"<html>\n<head><title>{status} Error</title></head>\n<body><h1>{status} Error</h1></body>\n</html>\n"
    return FaultAnswer(status, page.encode(), {"content-type": "text/html"})


def raw(status: int, body: str | bytes, content_type: str | None) -> FaultAnswer:
    """Make an answer of any body."""
    headers = {"content-type": JSON_TYPE if content_type is None else content_type}
    return FaultAnswer(status, body.encode() if isinstance(body, str) else body, headers)
