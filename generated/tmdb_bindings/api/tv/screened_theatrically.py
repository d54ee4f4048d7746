# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get the episodes of a TV series that were screened in theaters.

Reference: https://developer.themoviedb.org/reference/tv-series-screened-theatrically
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.screened_theatrically import ScreenedTheatrically

operation: Final[Operation] = operations.TV_SCREENED_THEATRICALLY


def request(
    series_id: int,
) -> Request:
    """Build a request.

    Args:
        series_id: TMDB's id of the TV series.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(operation, f"/3/tv/{path_segment(series_id, 'series_id')}/screened_theatrically", sent)


def response() -> type[ScreenedTheatrically]:
    """Import the type of the answer."""
    from ...models.screened_theatrically import ScreenedTheatrically

    return ScreenedTheatrically
