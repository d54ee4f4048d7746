# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Search for production companies by name.

Reference: https://developer.themoviedb.org/reference/search-company
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import query_text

if TYPE_CHECKING:
    from ...models.company_page import CompanyPage

operation: Final[Operation] = operations.SEARCH_COMPANIES


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
    return Request(operation, "/3/search/company", sent)


def response() -> type[CompanyPage]:
    """Import the type of the answer."""
    from ...models.company_page import CompanyPage

    return CompanyPage
