# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a movie's translations of title, tagline and overview.

Reference: https://developer.themoviedb.org/reference/movie-translations
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.movie_translations import MovieTranslations

operation: Final[Operation] = operations.MOVIES_TRANSLATIONS


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
    return Request(operation, f"/3/movie/{path_segment(movie_id, 'movie_id')}/translations", sent)


def response() -> type[MovieTranslations]:
    """Import the type of the answer."""
    from ...models.movie_translations import MovieTranslations

    return MovieTranslations
