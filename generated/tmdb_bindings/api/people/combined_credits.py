# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a person's movie and TV credits together.

Reference: https://developer.themoviedb.org/reference/person-combined-credits
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.person_combined_credits import PersonCombinedCredits

operation: Final[Operation] = operations.PEOPLE_COMBINED_CREDITS


def request(
    person_id: int,
    *,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        person_id: TMDB's id of the person.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language, "language")
    return Request(operation, f"/3/person/{path_segment(person_id, 'person_id')}/combined_credits", sent)


def response() -> type[PersonCombinedCredits]:
    """Import the type of the answer."""
    from ...models.person_combined_credits import PersonCombinedCredits

    return PersonCombinedCredits
