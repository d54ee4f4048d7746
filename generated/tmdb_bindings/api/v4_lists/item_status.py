# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Check whether a movie or TV series is on a list.

TMDB answers 404 for an item that is not on the list, for a missing list and for a private list.

Reference: https://developer.themoviedb.org/v4/reference/list-item-status
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.media_kind import MediaKind
    from ...models.v4_list_item_status import V4ListItemStatus

operation: Final[Operation] = operations.V4_LISTS_ITEM_STATUS


def request(
    list_id: int,
    *,
    media_id: int,
    media_type: MediaKind,
) -> Request:
    """Build a request.

    Args:
        list_id: TMDB's id of the list.
        media_id: TMDB's id of the movie or TV series.
        media_type: Media type of the id: `movie` or `tv`.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    sent["media_id"] = query_text(media_id, "media_id")
    sent["media_type"] = query_text(media_type, "media_type")
    return Request(operation, f"/4/list/{path_segment(list_id, 'list_id')}/item_status", sent)


def response() -> type[V4ListItemStatus]:
    """Import the type of the answer."""
    from ...models.v4_list_item_status import V4ListItemStatus

    return V4ListItemStatus
