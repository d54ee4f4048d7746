"""Mapping of TMDB's error responses to exceptions."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

import msgspec

from tmdb_facade import errors
from tmdb_facade._core.answer.error_details import is_kept_whole, redacted_body, shown_headers
from tmdb_facade._core.endpoint import Operation
from tmdb_facade._core.redaction import redact
from tmdb_facade.errors import APIStatusError, TMDBCode

_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    403: errors.PermissionDeniedError,
    404: errors.NotFoundError,
    405: errors.BadRequestError,
    406: errors.BadRequestError,
    409: errors.ConflictError,
    422: errors.BadRequestError,
    429: errors.RateLimitError,
}
_CODES: dict[int | None, TMDBCode] = {code.value: code for code in TMDBCode}
_NOT_MODIFIED = (
    "the answer has not changed, so there is no body: your transport or HTTP client has sent If-None-Match or "
    "If-Modified-Since, or has answered from a cache of its own"
)
# TMDB's own id of a response, else that of its CDN.
_REQUEST_IDS = ("x-task-id", "x-amz-cf-id")

# ASCII digits only: other digits are numbers for Python, but not in HTTP.
_CODE = re.compile(r"[0-9]{1,9}")
_SECONDS = re.compile(r"[0-9]{1,9}(?:\.[0-9]{0,9})?")
_MORE_SECONDS = re.compile(r"[0-9]+")


class StatusBody(NamedTuple):
    """The status fields of a body.

    Attributes:
        success: TMDB's `success`.
        code: TMDB's `status_code`.
        message: TMDB's `status_message`.
        errors: The validation errors.
    """

    success: bool | None = None
    code: int | None = None
    message: str = ""
    errors: tuple[str, ...] = ()


def read_status_body(body: bytes) -> StatusBody:
    """Parse the status fields of a body.

    Args:
        body: Any body: gateways in front of TMDB respond with HTML, or with nothing.

    Returns:
        The fields that are present and of the right type.
    """
    try:
        answer = _parse(body)
    except (ValueError, RecursionError):
        return StatusBody()
    if not isinstance(answer, dict):
        return StatusBody()
    fields = cast("dict[str, object]", answer)
    success, code, message = fields.get("success"), fields.get("status_code"), fields.get("status_message")
    if isinstance(code, str) and _CODE.fullmatch(code):
        code = int(code)
    return StatusBody(
        success=success if isinstance(success, bool) else None,
        code=code if isinstance(code, int) and not isinstance(code, bool) else None,
        message=_printable(message) if isinstance(message, str) else "",
        errors=tuple(_error_texts(fields.get("errors"))),
    )


def _parse(body: bytes) -> object:
    """Parse JSON text. A part that cannot be read does not make a failure a success.

    Raises:
        ValueError: It is not JSON.
    """
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        from tmdb_bindings.runtime import parse_json  # rarely needed, and it imports json

        return parse_json(body)


def _printable(text: str) -> str:
    """Replace what is not Unicode, which cannot be printed."""
    return text.encode(errors="replace").decode()


def _error_texts(errors: object) -> Iterator[str]:
    """Yield the validation errors: a text, a list of texts, or an object with the texts of each parameter."""
    if isinstance(errors, dict):
        for name, texts in cast("dict[str, object]", errors).items():
            yield from (f"{_printable(name)} {text}" for text in _texts(texts))
    else:
        yield from _texts(errors)


def _texts(value: object) -> Iterator[str]:
    """Yield a text, or the texts of a list."""
    entries = cast("list[object]", value) if isinstance(value, list) else [value]
    yield from (_printable(entry) for entry in entries if isinstance(entry, str))


def is_failure(body: bytes) -> bool:
    """Return whether the body of a successful HTTP response reports a failure.

    TMDB sends some failures with a 200, some of them without `success`, and gateways change the HTTP status.

    Args:
        body: The body. Only one with these names is parsed here: most answers are parsed once.
    """
    if b'"success"' not in body and b'"status_code"' not in body:
        return False
    status = read_status_body(body)
    known = _CODES.get(status.code)
    return status.success is False or (known is not None and (known.http_status >= 400 or known.error is not None))


def error_type(http_status: int, code: int | None) -> type[APIStatusError]:
    """Return the exception class for an error.

    Args:
        http_status: The HTTP status of the response; for a success, the usual status of TMDB's code is used.
        code: TMDB's code, if there is one.

    Returns:
        The class: by the code if that is more specific, else by the HTTP status.
    """
    known = _CODES.get(code)
    if known is not None and known.error is not None:
        return known.error
    if http_status < 300 and known is not None:
        http_status = known.http_status
    if http_status >= 500:
        return errors.ServerError
    return _BY_STATUS.get(http_status, APIStatusError)


def status_error(
    http_status: int, headers: Mapping[str, str], body: bytes, *, url: str, operation: Operation | None = None
) -> APIStatusError:
    """Build the exception for an error response.

    Args:
        http_status: The HTTP status.
        headers: The headers, with case-insensitive names.
        body: The body.
        url: The requested URL.
        operation: The operation's record; `None` for an image.

    Returns:
        The exception, without secrets.
    """
    status = read_status_body(body)
    message = status.message or "; ".join(status.errors)
    if not message and http_status == 304:
        message = _NOT_MODIFIED
    elif not message:
        content_type = headers.get("content-type") or "no content type"
        message = f"TMDB sent no error message ({len(body)} bytes, {content_type})"
    delay = retry_after(headers.get("retry-after"), datetime.datetime.now(datetime.UTC))
    kind = error_type(http_status, status.code)
    if kind is errors.RateLimitError and delay is not None:
        message = f"{message} (Retry-After: {delay:g} s)"
    return kind(
        redact(message),
        http_status=http_status,
        code=_CODES.get(status.code, status.code),
        errors=tuple(redact(entry) for entry in status.errors),
        operation=None if operation is None else operation.id,
        url=redact(url),
        request_id=request_id(headers),
        retry_after=delay,
        headers=shown_headers(headers),
        body=redacted_body(body),
        is_body_complete=is_kept_whole(body),
    )


def request_id(headers: Mapping[str, str]) -> str | None:
    """Return the id of a response, for questions to TMDB's support.

    Args:
        headers: The headers, with case-insensitive names.

    Returns:
        TMDB's own id, else that of its CDN; `None` if both are missing.
    """
    return next((headers[name] for name in _REQUEST_IDS if name in headers), None)


def retry_after(value: str | None, now: datetime.datetime) -> float | None:
    """Parse a Retry-After header.

    Args:
        value: Seconds, also a fraction, or an HTTP date.
        now: The current time.

    Returns:
        Seconds from now, at least 0, infinite for more than nine digits; `None` for a missing or malformed header.
    """
    text = (value or "").strip(" \t")
    if _SECONDS.fullmatch(text):
        return float(text)
    if _MORE_SECONDS.fullmatch(text):
        return math.inf
    if not text[:1].isalpha():
        return None  # a date starts with the name of its day
    # Imported here: it is slow to import, and few answers contain a date.
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return max(0.0, (moment - now).total_seconds())
