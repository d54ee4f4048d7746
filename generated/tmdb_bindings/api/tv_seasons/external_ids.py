# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a season's external ids.

Reference: https://developer.themoviedb.org/reference/tv-season-external-ids
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.season_external_ids import SeasonExternalIds

operation: Final[Operation] = operations.TV_SEASONS_EXTERNAL_IDS


def request(
    series_id: int,
    season_number: int,
) -> Request:
    """Build a request.

    Args:
        series_id: TMDB's id of the TV series.
        season_number: Season number; 0 contains the specials.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(
        operation,
        f"/3/tv/{path_segment(series_id, 'series_id')}/season/{path_segment(season_number, 'season_number')}/external_ids",
        sent,
    )


def response() -> type[SeasonExternalIds]:
    """Import the type of the answer."""
    from ...models.season_external_ids import SeasonExternalIds

    return SeasonExternalIds
