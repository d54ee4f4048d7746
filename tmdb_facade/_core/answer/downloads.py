"""Check downloaded images."""

from __future__ import annotations

from collections.abc import Mapping

from tmdb_facade._core.answer.answer import Answer, check_status
from tmdb_facade._core.redaction import redact
from tmdb_facade.errors import InvalidAnswerError

# Types that servers send for files of unknown type.
_UNSPECIFIC_TYPES = ("", "application/octet-stream", "binary/octet-stream")


def check_image(answer: Answer) -> Answer:
    """Return an answer that is a whole image.

    Raises:
        APIStatusError: The answer is an error.
        InvalidAnswerError: It is not an image, but for example the page of a network that blocks the server, or a part
            is missing.
    """
    check_status(answer)
    problem = _not_an_image(answer.headers) or _missing_bytes(answer.headers, len(answer.body))
    if problem is not None:
        raise InvalidAnswerError(problem, http_status=answer.status, url=redact(answer.url))
    return answer


def _not_an_image(headers: Mapping[str, str]) -> str | None:
    content_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    is_image = content_type.startswith("image/") or content_type in _UNSPECIFIC_TYPES
    return None if is_image else f"expected an image, got {content_type}"


def _missing_bytes(headers: Mapping[str, str], received: int) -> str | None:
    length = headers.get("content-length", "")
    # The length of a compressed response is that of the compressed bytes.
    if length.isdecimal() and "content-encoding" not in headers and int(length) != received:
        return f"received {received} of {length} bytes"
    return None if received else "received no bytes"
