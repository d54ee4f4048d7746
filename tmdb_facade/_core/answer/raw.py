"""A call's HTTP answer beside its value."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Generic, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tmdb_bindings.runtime import JSONValue
    from tmdb_facade._core.answer.answer import Answer

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

#: Where answers are kept while a call wants them. It follows a call into its tasks and threads, and no other call.
ANSWERS: ContextVar[list[Answer] | None] = ContextVar("tmdb_facade_answers", default=None)


class RawResponse(Generic[T_co]):
    """What a call gave, and the HTTP answer that it came from.

    Attributes:
        parsed: What the call gives without this.
        answers: All answers that it took: a method may need several requests. The other attributes tell of the last.
    """

    __slots__ = ("answers", "parsed")

    def __init__(self, parsed: T_co, answers: Sequence[Answer]) -> None:
        """Keep both.

        Raises:
            TypeError: There was no answer.
        """
        if not answers:
            raise TypeError(
                "the call asked TMDB's API nothing; of a list that comes in pages, pass its method page or first"
            )
        self.parsed: T_co = parsed
        self.answers: tuple[Answer, ...] = tuple(answers)

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.answers[-1].status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers; names in any case."""
        return self.answers[-1].headers

    @property
    def body(self) -> bytes:
        """The body as it came, decompressed."""
        return self.answers[-1].body

    @property
    def url(self) -> str:
        """What was asked, redacted."""
        from tmdb_facade._core.redaction import redact

        return redact(self.answers[-1].url)

    @property
    def request_id(self) -> str | None:
        """What TMDB calls this answer, or its network; good to have when asking them."""
        from tmdb_facade._core.answer.error_mapping import request_id

        return request_id(self.headers)

    def json(self) -> JSONValue:
        """Read the body, fields that no model knows included.

        Returns:
            Dictionaries, lists, text, numbers, truth values and `None`.
        """
        import msgspec  # whoever has an answer has imported it

        return cast("JSONValue", msgspec.json.decode(self.body))

    def __repr__(self) -> str:
        """Tell status, size and kind; what a body holds may be private."""
        return f"<{type(self).__name__} {self.status}, {len(self.body)} bytes, {type(self.parsed).__name__}>"


def check_method(method: object) -> None:
    """Refuse what was called already, or cannot be called.

    Raises:
        TypeError: It is no method.
    """
    if not callable(method):
        close = getattr(method, "close", None)
        if close is not None and hasattr(method, "cr_await"):
            close()  # a coroutine that nobody will await
        raise TypeError(
            "pass a method that is not yet called, and then what it takes, as in "
            f"with_raw_response(tmdb.movies.details, 550), not a {type(method).__name__}"
        )
