"""From an error that TMDB answered to the exception that stands for it: the one place for it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import NamedTuple, cast

import msgspec

from tmdb_facade import errors
from tmdb_facade._core.endpoint import Operation
from tmdb_facade._core.redaction import redact
from tmdb_facade.errors import APIStatusError, TMDBCode

# Where TMDB's code says more than the HTTP status that it comes with.
_BY_CODE: dict[int, type[APIStatusError]] = {
    TMDBCode.INVALID_SERVICE: APIStatusError,
    TMDBCode.DUPLICATE_ENTRY: errors.ConflictError,
    TMDBCode.ENTRY_NOT_FOUND: errors.NotFoundError,
    TMDBCode.TOKEN_NOT_WRITE: errors.PermissionDeniedError,
    TMDBCode.NO_EDIT_PERMISSION: errors.PermissionDeniedError,
    TMDBCode.RESOURCE_PRIVATE: errors.PermissionDeniedError,
    TMDBCode.TOKEN_NOT_APPROVED: errors.AuthorizationPendingError,
    TMDBCode.ID_INVALID: errors.NotFoundError,
}
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
# TMDB says "authentication failed" for a token that is fine, too, when the session beside it is missing.
_FORGOTTEN = {
    "session": "No session was sent: pass session_id= to the client or to the call.",
    "guest_or_session": "No session was sent: pass session_id= or guest_session_id= to the client or to the call.",
}
# TMDB's own name for an answer, else that of the network in front of it.
_REQUEST_IDS = ("x-task-id", "x-amz-cf-id")


class StatusBody(NamedTuple):
    """What a body says about success, as far as it says it.

    Attributes:
        success: TMDB's `success`.
        code: TMDB's `status_code`.
        message: TMDB's `status_message`.
        errors: The complaints of its validation.
    """

    success: bool | None = None
    code: int | None = None
    message: str = ""
    errors: tuple[str, ...] = ()


def read_status_body(body: bytes) -> StatusBody:
    """Read what a body says about success.

    Args:
        body: A body of any kind: gateways in front of TMDB answer in HTML, or not at all.

    Returns:
        What is there and of the right type.
    """
    try:
        answer: object = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return StatusBody()
    if not isinstance(answer, dict):
        return StatusBody()
    said = cast("dict[str, object]", answer)
    success, code, message = said.get("success"), said.get("status_code"), said.get("status_message")
    complaints = said.get("errors")
    if isinstance(complaints, str):
        complaints = [complaints]
    return StatusBody(
        success=success if isinstance(success, bool) else None,
        code=code if isinstance(code, int) and not isinstance(code, bool) else None,
        message=message if isinstance(message, str) else "",
        errors=tuple(str(entry) for entry in cast("list[object]", complaints)) if isinstance(complaints, list) else (),
    )


def error_type(http_status: int, code: int | None) -> type[APIStatusError]:
    """Choose the exception for an error.

    Args:
        http_status: The HTTP status that it came with; where that says success, the one that TMDB's code stands for
            counts.
        code: TMDB's code, where there was one.

    Returns:
        The class: by the code where that says more, else by the HTTP status.
    """
    if code in _BY_CODE:
        return _BY_CODE[code]
    if http_status < 300 and code in _CODES:
        http_status = _CODES[code].http_status
    if http_status >= 500:
        return errors.ServerError
    return _BY_STATUS.get(http_status, APIStatusError)


def status_error(
    http_status: int, headers: Mapping[str, str], body: bytes, *, url: str, operation: Operation | None = None
) -> APIStatusError:
    """Make the exception for an answer that is an error.

    Args:
        http_status: The HTTP status.
        headers: The headers; names in any case.
        body: The body.
        url: What was asked.
        operation: The operation's record; `None` when no operation was asked.

    Returns:
        The exception, without a secret in it.
    """
    verdict = read_status_body(body)
    message = verdict.message or "; ".join(verdict.errors)
    if not message:
        kind = headers.get("content-type") or "no content type"
        message = f"TMDB gave no reason ({len(body)} bytes, {kind})"
    error = error_type(http_status, verdict.code)(
        redact(message),
        http_status=http_status,
        code=_CODES.get(verdict.code, verdict.code),
        errors=tuple(redact(complaint) for complaint in verdict.errors),
        operation=None if operation is None else operation.id,
        url=redact(url),
        request_id=request_id(headers),
        retry_after=retry_after(headers.get("retry-after"), datetime.datetime.now(datetime.UTC)),
    )
    if http_status == 401 and operation is not None and operation.auth in _FORGOTTEN and "session_id=" not in url:
        error.add_note(_FORGOTTEN[operation.auth])
    return error


def request_id(headers: Mapping[str, str]) -> str | None:
    """Give the name of an answer, for those who ask TMDB about it.

    Args:
        headers: The headers; names in any case.

    Returns:
        TMDB's own name, else that of the network in front of it; `None` when neither is there.
    """
    return next((headers[name] for name in _REQUEST_IDS if name in headers), None)


def retry_after(value: str | None, now: datetime.datetime) -> float | None:
    """Read a Retry-After header.

    Args:
        value: Seconds or an HTTP date.
        now: The present moment.

    Returns:
        Seconds from now, never below zero; `None` for what is neither.
    """
    if value is None:
        return None
    text = value.strip()
    if text.isdecimal():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return max(0.0, (moment - now).total_seconds())
