"""The HTTP response of a call, together with its value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING, Generic, TypeVar

from tmdb_bindings import runtime
from tmdb_bindings.runtime.lazy import lazy_module
from tmdb_facade.errors import InvalidAnswerError, InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_facade._core.answer import answer
else:
    # The decoder, which this module needs for annotations only, is imported with the first answer.
    answer = lazy_module("tmdb_facade._core.answer.answer")

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

#: The answers of the current raw call. The variable follows a call into its tasks and threads.
ANSWERS: ContextVar[list[answer.Answer] | None] = ContextVar("tmdb_facade_answers", default=None)


class RawResponse(Generic[T_co]):
    """The value of a call and its HTTP response.

    Attributes:
        parsed: The value that the method returns.
        answers: All responses, as a method may send several requests. The other attributes belong to the last one.
    """

    __slots__ = ("answers", "parsed")

    def __init__(self, parsed: T_co, answers: Sequence[answer.Answer]) -> None:
        """Store the value and the responses.

        Raises:
            InvalidArgumentError: The method sent no request.
        """
        if not answers:
            raise InvalidArgumentError(
                "method", "must send a request to TMDB's API; for a paged list, pass its page or first method"
            )
        self.parsed: T_co = parsed
        self.answers: tuple[answer.Answer, ...] = tuple(answers)

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.answers[-1].status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, with case-insensitive names."""
        return self.answers[-1].headers

    @property
    def body(self) -> bytes:
        """The body, decompressed."""
        return self.answers[-1].body

    @property
    def url(self) -> str:
        """The requested URL, redacted."""
        from tmdb_facade._core.redaction import redact

        return redact(self.answers[-1].url)

    @property
    def from_cache(self) -> bool:
        """Whether the body is a stored one, or that of an identical request that was running."""
        return self.answers[-1].from_cache

    @property
    def request_id(self) -> str | None:
        """The id of the response at TMDB or its CDN, for questions to TMDB's support."""
        from tmdb_facade._core.answer.error_mapping import request_id

        return request_id(self.headers)

    def json(self) -> runtime.JSONValue:
        """Parse the body, including fields that no model has.

        Returns:
            Dictionaries, lists, strings, numbers, booleans and `None`. As in the models, parts that Python cannot represent
            are `None`, such as text that is not UTF-8; `body` has their bytes.

        Raises:
            InvalidAnswerError: The body is not JSON, or nested too deeply.
        """
        from tmdb_facade._core.answer.json_text import parse_body

        try:
            return parse_body(self.body)
        except (ValueError, RecursionError) as error:
            raise InvalidAnswerError(str(error), http_status=self.status, url=self.url) from None

    def __repr__(self) -> str:
        """Return the status, the size and the type of the value; a body may be private."""
        return f"<{type(self).__name__} {self.status}, {len(self.body)} bytes, {type(self.parsed).__name__}>"


def check_method(method: object) -> None:
    """Validate the method of a raw call.

    Raises:
        InvalidArgumentError: It is not callable; possibly it is the result of a call.
    """
    if not callable(method):
        close = getattr(method, "close", None)
        if close is not None and hasattr(method, "cr_await"):
            close()  # a coroutine that would never be awaited
        raise InvalidArgumentError(
            "method",
            "must be a method and not its result, followed by its arguments, such as "
            f"with_raw_response(tmdb.movies.details, 550), got {type(method).__name__}",
        )
