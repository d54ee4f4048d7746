# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a movie's keywords.

Reference: https://developer.themoviedb.org/reference/movie-keywords
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.movie_keywords import MovieKeywords

operation: Final[Operation] = operations.MOVIES_KEYWORDS


def request(
    movie_id: int,
) -> Request:
    """Build a request.

    Args:
        movie_id: TMDB's id of the movie.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(operation, f"/3/movie/{path_segment(movie_id, 'movie_id')}/keywords", sent)


def response() -> type[MovieKeywords]:
    """Import the type of the answer."""
    from ...models.movie_keywords import MovieKeywords

    return MovieKeywords
