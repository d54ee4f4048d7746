# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List the genres of movies.

Reference: https://developer.themoviedb.org/reference/genre-movie-list
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_text

if TYPE_CHECKING:
    from ...models.genre_list import GenreList

operation: Final[Operation] = operations.GENRES_MOVIE_LIST


def request(
    *,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language, "language")
    return Request(operation, "/3/genre/movie/list", sent)


def response() -> type[GenreList]:
    """Import the type of the answer."""
    from ...models.genre_list import GenreList

    return GenreList
