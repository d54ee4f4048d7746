"""What the tests of the resources share: one row says what a method asks and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Client = TypeVar("Client")

#: An answer with something of everything: as one thing, and as a page of a list.
ANSWER: dict[str, object] = {
    "id": 1,
    "name": "One",
    "page": 1,
    "results": [{"id": 1, "media_type": "movie", "name": "One", "title": "One"}],
    "total_pages": 1,
    "total_results": 1,
}
#: An answer that is a list as a whole.
LIST = [ANSWER]


@dataclass(frozen=True)
class Case(Generic[Client]):
    """One call.

    Attributes:
        call: Makes the call; of a pager, it asks for the first entry.
        path: The path that is asked for.
        query: The query that is sent.
        kind: The class of what comes back.
        answer: What TMDB says.
    """

    call: Callable[[Client], Any]
    path: str
    query: Mapping[str, str]
    kind: type[object]
    answer: object = field(default_factory=lambda: ANSWER)


def case_name(case: Case[Any]) -> str:
    """Name a case in pytest's output."""
    return case.path
