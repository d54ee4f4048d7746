# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a person's changes within a range of up to 14 days.

Reference: https://developer.themoviedb.org/reference/person-changes
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from datetime import date

    from ...models.changes import Changes

operation: Final[Operation] = operations.PEOPLE_CHANGES


def request(
    person_id: int,
    *,
    end_date: date | None = None,
    page: int | None = None,
    start_date: date | None = None,
) -> Request:
    """Build a request.

    Args:
        person_id: TMDB's id of the person.
        end_date: Last date of the range, at most 14 days after the first.
        page: Page number, from 1 to 500.
        start_date: First date of the range.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if end_date is not None:
        sent["end_date"] = query_text(end_date, "end_date")
    if page is not None:
        sent["page"] = query_text(page, "page")
    if start_date is not None:
        sent["start_date"] = query_text(start_date, "start_date")
    return Request(operation, f"/3/person/{path_segment(person_id, 'person_id')}/changes", sent)


def response() -> type[Changes]:
    """Import the type of the answer."""
    from ...models.changes import Changes

    return Changes
