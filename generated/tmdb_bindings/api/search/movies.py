# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
"""Films with a title, also an original or alternative one, that matches the words.

Reference: https://developer.themoviedb.org/reference/search-movie
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ..._runtime.operation import Operation, Request, query_text

if TYPE_CHECKING:
    from ...models.movie_page import MoviePage

operation: Final[Operation] = operations.SEARCH_MOVIES


def request(
    *,
    query: str,
    include_adult: bool | None = None,
    language: str | None = None,
    page: int | None = None,
    primary_release_year: int | None = None,
    region: str | None = None,
    year: int | None = None,
) -> Request:
    """Build a request.

    Args:
        query: Sent as `query`.
        include_adult: Sent as `include_adult`.
        language: Sent as `language`.
        page: Sent as `page`.
        primary_release_year: Sent as `primary_release_year`.
        region: Sent as `region`.
        year: Sent as `year`.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    sent["query"] = query_text(query)
    if include_adult is not None:
        sent["include_adult"] = query_text(include_adult)
    if language is not None:
        sent["language"] = query_text(language)
    if page is not None:
        sent["page"] = query_text(page)
    if primary_release_year is not None:
        sent["primary_release_year"] = query_text(primary_release_year)
    if region is not None:
        sent["region"] = query_text(region)
    if year is not None:
        sent["year"] = query_text(year)
    return Request(operation, "/3/search/movie", sent)


def response() -> type[MoviePage]:
    """Import the type of the answer."""
    from ...models.movie_page import MoviePage

    return MoviePage
