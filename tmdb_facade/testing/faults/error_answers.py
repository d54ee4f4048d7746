"""Answers that replace the usual one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.headers import JSON_TYPE
from tmdb_facade.testing.protocol.refusals import status_body

# The default code of each HTTP status that has several codes.
_DEFAULT_CODES = (
    TMDBCode.INPUT_NOT_VALID,
    TMDBCode.INVALID_API_KEY,
    TMDBCode.USER_SUSPENDED,
    TMDBCode.RESOURCE_NOT_FOUND,
    TMDBCode.METHOD_NOT_SUPPORTED,
    TMDBCode.INVALID_PARAMETERS,
    TMDBCode.INTERNAL_ERROR,
    TMDBCode.SERVICE_OFFLINE,
)
# Without a default, the first code of a status, so that a new code does not change the answers to an old status.
_CODES: Mapping[int, TMDBCode] = {code.http_status: code for code in (*reversed(TMDBCode), *_DEFAULT_CODES)}

# HTTP has no body with these; a server that sent one would break the connection.
NO_BODY = frozenset({204, 205, 304})


class FaultAnswer(NamedTuple):
    """An answer: status, body and headers.

    Attributes:
        status: The HTTP status.
        body: The body.
        headers: The headers, by lower-case names.
    """

    status: int
    body: bytes
    headers: Mapping[str, str]


def tmdb_error(status: int, *, code: TMDBCode | None = None, retry_after: float | str | None = None) -> FaultAnswer:
    """Build an error in TMDB's format.

    Args:
        status: The HTTP status.
        code: TMDB's status code; by default the one that fits the HTTP status.
        retry_after: The value of `Retry-After`; by default the header is not sent.
    """
    default = TMDBCode.FAILED if status >= 500 else TMDBCode.INVALID_PARAMETERS
    body = status_body(code or _CODES.get(status, default), success=False)
    headers = {"content-type": JSON_TYPE}
    if retry_after is not None:
        headers["retry-after"] = f"{retry_after}"
    return FaultAnswer(status, msgspec.json.encode(body), headers)


def error_under_200(code: TMDBCode, *, success: bool | None) -> FaultAnswer:
    """Build an answer of status 200 with the body of an error.

    Args:
        code: TMDB's status code.
        success: The value of the body's `success`; None leaves it out.
    """
    body = status_body(code, success=success or False)
    if success is None:
        del body["success"]
    return FaultAnswer(200, msgspec.json.encode(body), {"content-type": JSON_TYPE})


def html(status: int) -> FaultAnswer:
    """Build the error page of a proxy without a backend."""
    page = f"<html>\n<head><title>{status} Error</title></head>\n<body><h1>{status} Error</h1></body>\n</html>\n"
    return FaultAnswer(status, page.encode(), {"content-type": "text/html"})


def raw(status: int, body: str | bytes, content_type: str | None = None, *, encoding: str | None = None) -> FaultAnswer:
    """Build an answer with a custom body, none if HTTP has none with the status; `encoding` is the value of `Content-Encoding`."""
    headers = {"content-type": JSON_TYPE if content_type is None else content_type}
    if status in NO_BODY:
        body = b""
    if encoding is not None:
        headers["content-encoding"] = encoding
    return FaultAnswer(status, body.encode() if isinstance(body, str) else body, headers)
