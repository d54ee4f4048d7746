# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get an episode's cast, crew and guest stars.

Reference: https://developer.themoviedb.org/reference/tv-episode-credits
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.episode_credits import EpisodeCredits

operation: Final[Operation] = operations.TV_EPISODES_CREDITS


def request(
    series_id: int,
    season_number: int,
    episode_number: int,
    *,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        series_id: TMDB's id of the TV series.
        season_number: Season number; 0 contains the specials.
        episode_number: Episode number within the season, starting at 1.
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
    return Request(
        operation,
        f"/3/tv/{path_segment(series_id, 'series_id')}/season/{path_segment(season_number, 'season_number')}/episode/{path_segment(episode_number, 'episode_number')}/credits",
        sent,
    )


def response() -> type[EpisodeCredits]:
    """Import the type of the answer."""
    from ...models.episode_credits import EpisodeCredits

    return EpisodeCredits
