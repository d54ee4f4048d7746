# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a season's translations of name and overview.

Reference: https://developer.themoviedb.org/reference/tv-season-translations
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.season_translations import SeasonTranslations

operation: Final[Operation] = operations.TV_SEASONS_TRANSLATIONS


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
        f"/3/tv/{path_segment(series_id, 'series_id')}/season/{path_segment(season_number, 'season_number')}/translations",
        sent,
    )


def response() -> type[SeasonTranslations]:
    """Import the type of the answer."""
    from ...models.season_translations import SeasonTranslations

    return SeasonTranslations
