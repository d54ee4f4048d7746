# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""The cast and crew of all episodes of a season, each person once.

Reference: https://developer.themoviedb.org/reference/tv-season-aggregate-credits
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request, query_text
from ...runtime.paths import path_segment

if TYPE_CHECKING:
    from ...models.aggregate_credits import AggregateCredits

operation: Final[Operation] = operations.TV_SEASONS_AGGREGATE_CREDITS


def request(
    series_id: int,
    season_number: int,
    *,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        series_id: TMDB's id of the series.
        season_number: Number of the season; 0 holds the specials.
        language: Language of titles and texts, an ISO 639-1 code with or without a region, as in `en-US` or
            `pt`. There is no fallback to another one.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language)
    return Request(
        operation,
        f"/3/tv/{path_segment(series_id, 'series_id')}/season/{path_segment(season_number, 'season_number')}/aggregate_credits",
        sent,
    )


def response() -> type[AggregateCredits]:
    """Import the type of the answer."""
    from ...models.aggregate_credits import AggregateCredits

    return AggregateCredits
