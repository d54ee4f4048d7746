# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
"""Give one film.

Reference: https://developer.themoviedb.org/reference/movies-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ..._runtime.operation import Operation, Request, query_text
from ..._runtime.paths import path_segment

if TYPE_CHECKING:
    from ...models.movie_details import MovieDetails

operation: Final[Operation] = operations.MOVIES_DETAILS


def request(
    movie_id: int,
    *,
    append_to_response: str | None = None,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        movie_id: TMDB's id of the film.
        append_to_response: Blocks to append, joined by commas.
        language: Language and region, as in `en-US`.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if append_to_response is not None:
        sent["append_to_response"] = query_text(append_to_response)
    if language is not None:
        sent["language"] = query_text(language)
    return Request(operation, f"/3/movie/{path_segment(movie_id, 'movie_id')}", sent)


def response() -> type[MovieDetails]:
    """Import the type of the answer."""
    from ...models.movie_details import MovieDetails

    return MovieDetails
