# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Search for people by name or alias.

Reference: https://developer.themoviedb.org/reference/search-person
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_flag, query_text

if TYPE_CHECKING:
    from ...models.person_page import PersonPage

operation: Final[Operation] = operations.SEARCH_PEOPLE


def request(
    *,
    query: str,
    include_adult: bool | None = None,
    language: str | None = None,
    page: int | None = None,
) -> Request:
    """Build a request.

    Args:
        query: Text to search for.
        include_adult: Whether to include adult content. TMDB excludes it by default.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.

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
    return Request(operation, "/3/search/person", sent)


def response() -> type[PersonPage]:
    """Import the type of the answer."""
    from ...models.person_page import PersonPage

    return PersonPage
