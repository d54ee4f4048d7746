# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List the ids of people that changed within a range of dates.

Covers up to 14 days; the last 24 hours by default.

Reference: https://developer.themoviedb.org/reference/changes-people-list
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_text

if TYPE_CHECKING:
    from datetime import date

    from ...models.changed_item_page import ChangedItemPage

operation: Final[Operation] = operations.CHANGES_PEOPLE


def request(
    *,
    end_date: date | None = None,
    page: int | None = None,
    start_date: date | None = None,
) -> Request:
    """Build a request.

    Args:
        end_date: Last date of the range, at most 14 days after the first.
        page: Page number, from 1 to 500.
        start_date: First date of the range.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    if end_date is not None:
        sent["end_date"] = query_text(end_date, "end_date")
    if page is not None:
        sent["page"] = query_text(page, "page")
    if start_date is not None:
        sent["start_date"] = query_text(start_date, "start_date")
    return Request(operation, "/3/person/changes", sent)


def response() -> type[ChangedItemPage]:
    """Import the type of the answer."""
    from ...models.changed_item_page import ChangedItemPage

    return ChangedItemPage
