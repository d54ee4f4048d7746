# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Check whether a movie is on a list.

Reference: https://developer.themoviedb.org/reference/list-check-item-status
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.list_item_status import ListItemStatus

operation: Final[Operation] = operations.LISTS_ITEM_STATUS


def request(
    list_id: int,
    *,
    language: str | None = None,
    movie_id: int | None = None,
) -> Request:
    """Build a request.

    Args:
        list_id: TMDB's id of the list.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        movie_id: TMDB's id of the movie.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language, "language")
    if movie_id is not None:
        sent["movie_id"] = query_text(movie_id, "movie_id")
    return Request(operation, f"/3/list/{path_segment(list_id, 'list_id')}/item_status", sent)


def response() -> type[ListItemStatus]:
    """Import the type of the answer."""
    from ...models.list_item_status import ListItemStatus

    return ListItemStatus
