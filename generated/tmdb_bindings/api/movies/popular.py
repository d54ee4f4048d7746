# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Films by popularity, the most popular first.

Reference: https://developer.themoviedb.org/reference/movie-popular-list
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request, query_text

if TYPE_CHECKING:
    from ...models.movie_page import MoviePage

operation: Final[Operation] = operations.MOVIES_POPULAR


def request(
    *,
    language: str | None = None,
    page: int | None = None,
    region: str | None = None,
) -> Request:
    """Build a request.

    Args:
        language: Language of titles and texts, an ISO 639-1 code with or without a region, as in `en-US` or
            `pt`. There is no fallback to another one.
        page: Number of the page, from 1 to 500.
        region: ISO 3166-1 code in capitals; the release dates of this country count.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language)
    if page is not None:
        sent["page"] = query_text(page)
    if region is not None:
        sent["region"] = query_text(region)
    return Request(operation, "/3/movie/popular", sent)


def response() -> type[MoviePage]:
    """Import the type of the answer."""
    from ...models.movie_page import MoviePage

    return MoviePage
