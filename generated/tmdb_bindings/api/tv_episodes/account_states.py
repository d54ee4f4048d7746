# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get the user's rating of an episode.

Reference: https://developer.themoviedb.org/reference/tv-episode-account-states
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.account_states import AccountStates

operation: Final[Operation] = operations.TV_EPISODES_ACCOUNT_STATES


def request(
    series_id: int,
    season_number: int,
    episode_number: int,
    *,
    guest_session_id: str | None = None,
    session_id: str | None = None,
) -> Request:
    """Build a request.

    Args:
        series_id: TMDB's id of the TV series.
        season_number: Season number; 0 contains the specials.
        episode_number: Episode number within the season, starting at 1.
        guest_session_id: Id of a guest session, which can rate without an account. It is a credential.
        session_id: Id of a user's session. It is a credential.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if guest_session_id is not None:
        sent["guest_session_id"] = query_text(guest_session_id, "guest_session_id")
    if session_id is not None:
        sent["session_id"] = query_text(session_id, "session_id")
    return Request(
        operation,
        f"/3/tv/{path_segment(series_id, 'series_id')}/season/{path_segment(season_number, 'season_number')}/episode/{path_segment(episode_number, 'episode_number')}/account_states",
        sent,
    )


def response() -> type[AccountStates]:
    """Import the type of the answer."""
    from ...models.account_states import AccountStates

    return AccountStates
