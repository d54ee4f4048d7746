# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get the movie that was added to TMDB last.

Reference: https://developer.themoviedb.org/reference/movie-latest-id
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request

if TYPE_CHECKING:
    from ...models.movie_details import MovieDetails

operation: Final[Operation] = operations.MOVIES_LATEST


def request() -> Request:
    """Build a request.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/movie/latest", sent)


def response() -> type[MovieDetails]:
    """Import the type of the answer."""
    from ...models.movie_details import MovieDetails

    return MovieDetails
