# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a TV series' episode groups (alternative episode orders).

Reference: https://developer.themoviedb.org/reference/tv-series-episode-groups
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.episode_groups import EpisodeGroups

operation: Final[Operation] = operations.TV_EPISODE_GROUPS


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
    return Request(operation, f"/3/tv/{path_segment(series_id, 'series_id')}/episode_groups", sent)


def response() -> type[EpisodeGroups]:
    """Import the type of the answer."""
    from ...models.episode_groups import EpisodeGroups

    return EpisodeGroups
