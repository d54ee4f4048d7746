# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a person's details.

Reference: https://developer.themoviedb.org/reference/person-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from datetime import date

    from ...models.person_details import PersonDetails

operation: Final[Operation] = operations.PEOPLE_DETAILS


def request(
    person_id: int,
    *,
    append_to_response: str | None = None,
    end_date: date | None = None,
    language: str | None = None,
    start_date: date | None = None,
) -> Request:
    """Build a request.

    Args:
        person_id: TMDB's id of the person.
        append_to_response: Comma-separated names of up to 20 blocks to append to the answer.
        end_date: Last date of the range, at most 14 days after the first.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        start_date: First date of the range.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if append_to_response is not None:
        sent["append_to_response"] = query_text(append_to_response, "append_to_response")
    if end_date is not None:
        sent["end_date"] = query_text(end_date, "end_date")
    if language is not None:
        sent["language"] = query_text(language, "language")
    if start_date is not None:
        sent["start_date"] = query_text(start_date, "start_date")
    return Request(operation, f"/3/person/{path_segment(person_id, 'person_id')}", sent)


def response() -> type[PersonDetails]:
    """Import the type of the answer."""
    from ...models.person_details import PersonDetails

    return PersonDetails
