# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a movie's reviews.

Reference: https://developer.themoviedb.org/reference/movie-reviews
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.review_page import ReviewPage

operation: Final[Operation] = operations.MOVIES_REVIEWS


def request(
    movie_id: int,
    *,
    language: str | None = None,
    page: int | None = None,
) -> Request:
    """Build a request.

    Args:
        movie_id: TMDB's id of the movie.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language, "language")
    if page is not None:
        sent["page"] = query_text(page, "page")
    return Request(operation, f"/3/movie/{path_segment(movie_id, 'movie_id')}/reviews", sent)


def response() -> type[ReviewPage]:
    """Import the type of the answer."""
    from ...models.review_page import ReviewPage

    return ReviewPage
