"""HTTP responses, and their conversion to values or errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from tmdb_bindings.runtime import DriftError as BindingsDriftError
from tmdb_bindings.runtime import NotJSONError, decode
from tmdb_facade._core.answer.error_mapping import is_failure, status_error
from tmdb_facade._core.endpoint import Drift, Operation
from tmdb_facade._core.redaction import redact
from tmdb_facade.errors import DriftError, InvalidAnswerError

T = TypeVar("T")


class Answer(NamedTuple):
    """An HTTP response, independent of the HTTP library.

    Attributes:
        status: The HTTP status.
        headers: The headers, with case-insensitive names.
        body: The body, decompressed.
        url: The requested URL without the client's credentials; it may contain a session id.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str

    def __repr__(self) -> str:
        """Return the status and the size; a body and a URL may be private."""
        return f"<{type(self).__name__} {self.status}, {len(self.body)} bytes>"


def read_answer(answer: Answer, type_: type[T], *, operation: Operation, drift: Drift, append: Sequence[str] = ()) -> T:
    """Return the value of an answer.

    Args:
        answer: The HTTP response.
        type_: The type of the operation's answer.
        operation: The operation's record.
        drift: The policy for an answer that contradicts the type.
        append: The blocks that the request appended.

    Returns:
        The value.

    Raises:
        APIStatusError: The answer is an error.
        InvalidAnswerError: The answer is successful, but not JSON, or nested too deeply.
        DriftError: The answer contradicts its type, and the policy is `raise`.
    """
    if not 200 <= answer.status < 300 or is_failure(answer.body):
        raise status_error(answer.status, answer.headers, answer.body, url=answer.url, operation=operation)
    try:
        return decode(answer.body, type_, operation=operation.id, drift=drift, append=append)
    except (NotJSONError, RecursionError) as error:
        reason = f"the answer is nested too deeply ({len(answer.body)} bytes)"
        raise InvalidAnswerError(
            str(error) if isinstance(error, NotJSONError) else reason,
            http_status=answer.status,
            operation=operation.id,
            url=redact(answer.url),
        ) from None
    except BindingsDriftError as error:
        raise DriftError(error.difference, url=redact(answer.url)) from None
