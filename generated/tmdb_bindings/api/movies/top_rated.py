# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""List movies by rating, highest first.

Reference: https://developer.themoviedb.org/reference/movie-top-rated-list
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_text

if TYPE_CHECKING:
    from ...models.movie_page import MoviePage

operation: Final[Operation] = operations.MOVIES_TOP_RATED


def request(
    *,
    language: str | None = None,
    page: int | None = None,
    region: str | None = None,
) -> Request:
    """Build a request.

    Args:
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.
        region: Upper-case ISO 3166-1 code of the country whose release dates apply.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language, "language")
    if page is not None:
        sent["page"] = query_text(page, "page")
    if region is not None:
        sent["region"] = query_text(region, "region")
    return Request(operation, "/3/movie/top_rated", sent)


def response() -> type[MoviePage]:
    """Import the type of the answer."""
    from ...models.movie_page import MoviePage

    return MoviePage
