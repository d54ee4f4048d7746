# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a season's changes within a range of up to 14 days.

Reference: https://developer.themoviedb.org/reference/tv-season-changes-by-id
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from datetime import date

    from ...models.changes import Changes

operation: Final[Operation] = operations.TV_SEASONS_CHANGES


def request(
    season_id: int,
    *,
    end_date: date | None = None,
    page: int | None = None,
    start_date: date | None = None,
) -> Request:
    """Build a request.

    Args:
        season_id: TMDB's id of the season, not its season number.
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
    return Request(operation, f"/3/tv/season/{path_segment(season_id, 'season_id')}/changes", sent)


def response() -> type[Changes]:
    """Import the type of the answer."""
    from ...models.changes import Changes

    return Changes
