# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a movie's alternative titles, by country.

Reference: https://developer.themoviedb.org/reference/movie-alternative-titles
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.movie_alternative_titles import MovieAlternativeTitles

operation: Final[Operation] = operations.MOVIES_ALTERNATIVE_TITLES


def request(
    movie_id: int,
    *,
    country: str | None = None,
) -> Request:
    """Build a request.

    Args:
        movie_id: TMDB's id of the movie.
        country: ISO 3166-1 code; only titles of this country.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if country is not None:
        sent["country"] = query_text(country, "country")
    return Request(operation, f"/3/movie/{path_segment(movie_id, 'movie_id')}/alternative_titles", sent)


def response() -> type[MovieAlternativeTitles]:
    """Import the type of the answer."""
    from ...models.movie_alternative_titles import MovieAlternativeTitles

    return MovieAlternativeTitles
