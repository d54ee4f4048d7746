# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
"""Rate a film.

Reference: https://developer.themoviedb.org/reference/movies-add-rating
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ..._runtime.operation import Operation, Request
from ..._runtime.paths import path_segment

if TYPE_CHECKING:
    from ...models.rating_body import RatingBody
    from ...models.status_response import StatusResponse

operation: Final[Operation] = operations.MOVIES_ADD_RATING


def request(
    movie_id: int,
    body: RatingBody,
) -> Request:
    """Build a request.

    Args:
        movie_id: Part of the path.
        body: What is sent as JSON.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(operation, f"/3/movie/{path_segment(movie_id, 'movie_id')}/rating", sent, body)


def response() -> type[StatusResponse]:
    """Import the type of the answer."""
    from ...models.status_response import StatusResponse

    return StatusResponse
