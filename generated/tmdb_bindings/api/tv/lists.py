# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""The lists that a series is on.

Reference: https://developer.themoviedb.org/reference/lists-copy
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request, query_text
from ...runtime.paths import path_segment

if TYPE_CHECKING:
    from ...models.user_list_page import UserListPage

operation: Final[Operation] = operations.TV_LISTS


def request(
    series_id: int,
    *,
    language: str | None = None,
    page: int | None = None,
) -> Request:
    """Build a request.

    Args:
        series_id: TMDB's id of the series.
        language: Language of titles and texts, an ISO 639-1 code with or without a region, as in `en-US` or
            `pt`. There is no fallback to another one.
        page: Number of the page, from 1 to 500.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language)
    if page is not None:
        sent["page"] = query_text(page)
    return Request(operation, f"/3/tv/{path_segment(series_id, 'series_id')}/lists", sent)


def response() -> type[UserListPage]:
    """Import the type of the answer."""
    from ...models.user_list_page import UserListPage

    return UserListPage
