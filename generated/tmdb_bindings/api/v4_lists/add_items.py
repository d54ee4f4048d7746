# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
"""Add entries to a list.

Reference: https://developer.themoviedb.org/reference/v4-lists-add-items
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ..._runtime.operation import Operation, Request
from ..._runtime.paths import path_segment

if TYPE_CHECKING:
    from ...models.list_items_body import ListItemsBody
    from ...models.status_response import StatusResponse

operation: Final[Operation] = operations.V4_LISTS_ADD_ITEMS


def request(
    list_id: str,
    body: ListItemsBody,
) -> Request:
    """Build a request.

    Args:
        list_id: Part of the path.
        body: What is sent as JSON.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(operation, f"/4/list/{path_segment(list_id, 'list_id')}/items", sent, body)


def response() -> type[StatusResponse]:
    """Import the type of the answer."""
    from ...models.status_response import StatusResponse

    return StatusResponse
