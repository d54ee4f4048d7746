# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Search for keywords.

Reference: https://developer.themoviedb.org/reference/search-keyword
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_text

if TYPE_CHECKING:
    from ...models.keyword_page import KeywordPage

operation: Final[Operation] = operations.SEARCH_KEYWORDS


def request(
    *,
    query: str,
    page: int | None = None,
) -> Request:
    """Build a request.

    Args:
        query: Text to search for.
        page: Page number, from 1 to 500.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    sent["query"] = query_text(query, "query")
    if page is not None:
        sent["page"] = query_text(page, "page")
    return Request(operation, "/3/search/keyword", sent)


def response() -> type[KeywordPage]:
    """Import the type of the answer."""
    from ...models.keyword_page import KeywordPage

    return KeywordPage
