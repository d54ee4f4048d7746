# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Remove movies and TV series from a list.

The call can succeed although single items fail: check `results`.

Reference: https://developer.themoviedb.org/v4/reference/list-remove-items
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import json_body, path_segment

if TYPE_CHECKING:
    from ...models.v4_list_item_results import V4ListItemResults
    from ...models.v4_list_items_body import V4ListItemsBody

operation: Final[Operation] = operations.V4_LISTS_REMOVE_ITEMS


def request(
    list_id: int,
    body: V4ListItemsBody,
) -> Request:
    """Build a request.

    Args:
        list_id: TMDB's id of the list.
        body: What is sent as JSON.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(operation, f"/4/list/{path_segment(list_id, 'list_id')}/items", sent, json_body(body))


def response() -> type[V4ListItemResults]:
    """Import the type of the answer."""
    from ...models.v4_list_item_results import V4ListItemResults

    return V4ListItemResults
