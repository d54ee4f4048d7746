# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""People with a name, also an alias, that matches the words.

Reference: https://developer.themoviedb.org/reference/search-person
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request, query_text

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
        query: The words to look for.
        include_adult: Whether adult titles and people are in the results. TMDB leaves them out by default.
        language: Language of titles and texts, an ISO 639-1 code with or without a region, as in `en-US` or
            `pt`. There is no fallback to another one.
        page: Number of the page, from 1 to 500.

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
    return Request(operation, "/3/search/person", sent)


def response() -> type[PersonPage]:
    """Import the type of the answer."""
    from ...models.person_page import PersonPage

    return PersonPage
