# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get an episode's changes.

Reference: https://developer.themoviedb.org/reference/tv-episode-changes-by-id
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.changes import Changes

operation: Final[Operation] = operations.TV_EPISODES_CHANGES


def request(
    episode_id: int,
) -> Request:
    """Build a request.

    Args:
        episode_id: TMDB's id of the episode, not its episode number.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(operation, f"/3/tv/episode/{path_segment(episode_id, 'episode_id')}/changes", sent)


def response() -> type[Changes]:
    """Import the type of the answer."""
    from ...models.changes import Changes

    return Changes
