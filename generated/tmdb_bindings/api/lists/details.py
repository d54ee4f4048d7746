# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a list's details, with its items.

The rows are under `items`, and can be TV series although v3 only adds movies.

Reference: https://developer.themoviedb.org/reference/list-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.list_details import ListDetails

operation: Final[Operation] = operations.LISTS_DETAILS


def request(
    list_id: int,
    *,
    language: str | None = None,
    page: int | None = None,
) -> Request:
    """Build a request.

    Args:
        list_id: TMDB's id of the list.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.

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
    return Request(operation, f"/3/list/{path_segment(list_id, 'list_id')}", sent)


def response() -> type[ListDetails]:
    """Import the type of the answer."""
    from ...models.list_details import ListDetails

    return ListDetails
