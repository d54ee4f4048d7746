"""Cases of the resource tests: the request that a method sends and the class that it returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Client = TypeVar("Client")

#: An answer that decodes as a single object and as a page of a list.
ANSWER: dict[str, object] = {
    "id": 1,
    "name": "One",
    "page": 1,
    "results": [{"id": 1, "media_type": "movie", "name": "One", "title": "One"}],
    "total_pages": 1,
    "total_results": 1,
}
#: An answer that is a JSON array.
LIST = [ANSWER]


@dataclass(frozen=True)
class Case(Generic[Client]):
    """A call of a resource method, and what it should send and return.

    Attributes:
        call: Calls the method; for a pager, gets its first entry.
        path: The request path.
        query: The query parameters.
        kind: The class of the returned value.
        answer: TMDB's answer.
    """

    call: Callable[[Client], Any]
    path: str
    query: Mapping[str, str]
    kind: type[object]
    answer: object = field(default_factory=lambda: ANSWER)


def case_name(case: Case[Any]) -> str:
    """Return the test id of a case."""
    return case.path
