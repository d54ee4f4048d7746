# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get an episode group's details, with its parts.

Reference: https://developer.themoviedb.org/reference/tv-episode-group-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.episode_group_details import EpisodeGroupDetails

operation: Final[Operation] = operations.TV_EPISODE_GROUPS_DETAILS


def request(
    tv_episode_group_id: str,
) -> Request:
    """Build a request.

    Args:
        tv_episode_group_id: TMDB's id of the episode group, 24 hexadecimal digits.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(operation, f"/3/tv/episode_group/{path_segment(tv_episode_group_id, 'tv_episode_group_id')}", sent)


def response() -> type[EpisodeGroupDetails]:
    """Import the type of the answer."""
    from ...models.episode_group_details import EpisodeGroupDetails

    return EpisodeGroupDetails
