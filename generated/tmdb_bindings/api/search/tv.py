# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Search for TV series by name, original name or alternative name.

Reference: https://developer.themoviedb.org/reference/search-tv
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_flag, query_text

if TYPE_CHECKING:
    from ...models.tv_show_page import TVShowPage

operation: Final[Operation] = operations.SEARCH_TV


def request(
    *,
    query: str,
    first_air_date_year: int | None = None,
    include_adult: bool | None = None,
    language: str | None = None,
    page: int | None = None,
    year: int | None = None,
) -> Request:
    """Build a request.

    Args:
        query: Text to search for.
        first_air_date_year: Year of the first episode.
        include_adult: Whether to include adult content. TMDB excludes it by default.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.
        year: Year of any episode.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    sent["query"] = query_text(query, "query")
    if first_air_date_year is not None:
        sent["first_air_date_year"] = query_text(first_air_date_year, "first_air_date_year")
    if include_adult is not None:
        sent["include_adult"] = query_flag(include_adult, "include_adult")
    if language is not None:
        sent["language"] = query_text(language, "language")
    if page is not None:
        sent["page"] = query_text(page, "page")
    if year is not None:
        sent["year"] = query_text(year, "year")
    return Request(operation, "/3/search/tv", sent)


def response() -> type[TVShowPage]:
    """Import the type of the answer."""
    from ...models.tv_show_page import TVShowPage

    return TVShowPage
