# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""The name and overview of an episode in other languages.

Reference: https://developer.themoviedb.org/reference/tv-episode-translations
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.paths import path_segment

if TYPE_CHECKING:
    from ...models.episode_translations import EpisodeTranslations

operation: Final[Operation] = operations.TV_EPISODES_TRANSLATIONS


def request(
    series_id: int,
    season_number: int,
    episode_number: int,
) -> Request:
    """Build a request.

    Args:
        series_id: TMDB's id of the series.
        season_number: Number of the season; 0 holds the specials.
        episode_number: Number of the episode within its season, from 1.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(
        operation,
        f"/3/tv/{path_segment(series_id, 'series_id')}/season/{path_segment(season_number, 'season_number')}/episode/{path_segment(episode_number, 'episode_number')}/translations",
        sent,
    )


def response() -> type[EpisodeTranslations]:
    """Import the type of the answer."""
    from ...models.episode_translations import EpisodeTranslations

    return EpisodeTranslations
