"""HTTP responses, and their conversion to values or errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from tmdb_bindings.runtime import DeferredDrift, NotJSONError, decode
from tmdb_bindings.runtime import DriftError as BindingsDriftError
from tmdb_facade._core.answer.error_mapping import is_failure, status_error
from tmdb_facade._core.answer.json_text import parse_body
from tmdb_facade._core.endpoint import Drift, Operation
from tmdb_facade._core.redaction import redact
from tmdb_facade.errors import DriftError, InvalidAnswerError

#: The type of answers that are returned as plain JSON.
PLAIN_JSON: Final = object


class Answer(NamedTuple):
    """An HTTP response, independent of the HTTP library.

    Attributes:
        status: The HTTP status.
        headers: The headers, with case-insensitive names.
        body: The body, decompressed.
        url: The requested URL without the client's credentials; it may contain a session id.
        value: The value of a decoded answer.
        drift: The differences of a decoded answer, to be reported in the user's task or thread.
        from_cache: Whether the body is a stored one, or that of an identical request that was running.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str
    value: object = None
    drift: object = None
    from_cache: bool = False

    def __repr__(self) -> str:
        """Return the status and the size; a body and a URL may be private."""
        return f"<{type(self).__name__} {self.status}, {len(self.body)} bytes>"


class AnswerDecoder:
    """Decodes the answers of one call."""

    __slots__ = ("_append", "_drift", "_operation", "_type")

    def __init__(self, type_: type[object], operation: Operation, drift: Drift, append: Sequence[str] = ()) -> None:
        """Store how to decode the answer.

        Args:
            type_: The type of the operation's answer.
            operation: The operation's record.
            drift: The policy for an answer that contradicts the type.
            append: The blocks that the request appended.
        """
        self._type = type_
        self._operation = operation
        self._drift = drift
        self._append = append

    def __call__(self, answer: Answer) -> Answer:
        """Return the answer with its value.

        Raises:
            APIStatusError: The answer is an error.
            InvalidAnswerError: The answer is successful, but not JSON.
            DriftError: The answer contradicts its type, and the policy is `raise`.
        """
        operation, drift = self._operation, DeferredDrift(self._drift)
        check_status(answer, operation)
        # TMDB sends some failures with a 200.
        if is_failure(answer.body):
            raise status_error(answer.status, answer.headers, answer.body, url=answer.url, operation=operation)
        try:
            value = self._decoded(answer, drift)
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
        return Answer(answer.status, answer.headers, answer.body, answer.url, value, drift, answer.from_cache)

    def _decoded(self, answer: Answer, drift: DeferredDrift) -> object:
        if self._type is PLAIN_JSON:
            try:
                return None if answer.status == 204 else parse_body(answer.body)
            except ValueError as error:
                raise NotJSONError(self._operation.id, str(error)) from None
        return decode(
            answer.body,
            self._type,
            operation=self._operation.id,
            drift=drift,
            append=self._append,
            report_missing=False,  # missing blocks are requested again
        )


def check_status(answer: Answer, operation: Operation | None = None) -> Answer:
    """Return a successful answer.

    Raises:
        APIStatusError: The answer is an error.
    """
    if not 200 <= answer.status < 300:
        raise status_error(answer.status, answer.headers, answer.body, url=answer.url, operation=operation)
    return answer
