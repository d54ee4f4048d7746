# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Search for movies by title, original title or alternative title.

Reference: https://developer.themoviedb.org/reference/search-movie
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_flag, query_text

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
        query: Text to search for.
        include_adult: Whether to include adult content. TMDB excludes it by default.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.
        primary_release_year: Year of the primary release.
        region: Upper-case ISO 3166-1 code of the country whose release dates apply.
        year: Year of any release.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    sent["query"] = query_text(query, "query")
    if include_adult is not None:
        sent["include_adult"] = query_flag(include_adult, "include_adult")
    if language is not None:
        sent["language"] = query_text(language, "language")
    if page is not None:
        sent["page"] = query_text(page, "page")
    if primary_release_year is not None:
        sent["primary_release_year"] = query_text(primary_release_year, "primary_release_year")
    if region is not None:
        sent["region"] = query_text(region, "region")
    if year is not None:
        sent["year"] = query_text(year, "year")
    return Request(operation, "/3/search/movie", sent)


def response() -> type[MoviePage]:
    """Import the type of the answer."""
    from ...models.movie_page import MoviePage

    return MoviePage
