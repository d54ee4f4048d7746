# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Search for collections by name.

Reference: https://developer.themoviedb.org/reference/search-collection
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_flag, query_text

if TYPE_CHECKING:
    from ...models.collection_page import CollectionPage

operation: Final[Operation] = operations.SEARCH_COLLECTIONS


def request(
    *,
    query: str,
    include_adult: bool | None = None,
    language: str | None = None,
    page: int | None = None,
    region: str | None = None,
) -> Request:
    """Build a request.

    Args:
        query: Text to search for.
        include_adult: Whether to include adult content. TMDB excludes it by default.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.
        region: Upper-case ISO 3166-1 code of the country whose release dates apply.

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
    if region is not None:
        sent["region"] = query_text(region, "region")
    return Request(operation, "/3/search/collection", sent)


def response() -> type[CollectionPage]:
    """Import the type of the answer."""
    from ...models.collection_page import CollectionPage

    return CollectionPage
