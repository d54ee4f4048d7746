# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Update a list's name, description, visibility or sort order.

Reference: https://developer.themoviedb.org/v4/reference/list-update
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import json_body, path_segment

if TYPE_CHECKING:
    from ...models.status_response import StatusResponse
    from ...models.v4_update_list_body import V4UpdateListBody

operation: Final[Operation] = operations.V4_LISTS_UPDATE


def request(
    list_id: int,
    body: V4UpdateListBody | None = None,
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
    return Request(operation, f"/4/list/{path_segment(list_id, 'list_id')}", sent, json_body(body))


def response() -> type[StatusResponse]:
    """Import the type of the answer."""
    from ...models.status_response import StatusResponse

    return StatusResponse
