# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a list's details, with its items.

A private list requires its owner's token.

Reference: https://developer.themoviedb.org/v4/reference/list-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.v4_list_details import V4ListDetails
    from ...models.v4_list_sort_by import V4ListSortBy

operation: Final[Operation] = operations.V4_LISTS_DETAILS


def request(
    list_id: int,
    *,
    language: str | None = None,
    page: int | None = None,
    sort_by: V4ListSortBy | None = None,
) -> Request:
    """Build a request.

    Args:
        list_id: TMDB's id of the list.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.
        sort_by: Sort order of the results.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language, "language")
    if page is not None:
        sent["page"] = query_text(page, "page")
    if sort_by is not None:
        sent["sort_by"] = query_text(sort_by, "sort_by")
    return Request(operation, f"/4/list/{path_segment(list_id, 'list_id')}", sent)


def response() -> type[V4ListDetails]:
    """Import the type of the answer."""
    from ...models.v4_list_details import V4ListDetails

    return V4ListDetails
