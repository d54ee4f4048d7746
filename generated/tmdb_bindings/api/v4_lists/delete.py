# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Delete a list, with its comments and sort order.

Reference: https://developer.themoviedb.org/v4/reference/list-delete
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.status_response import StatusResponse

operation: Final[Operation] = operations.V4_LISTS_DELETE


def request(
    list_id: int,
) -> Request:
    """Build a request.

    Args:
        list_id: TMDB's id of the list.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(operation, f"/4/list/{path_segment(list_id, 'list_id')}", sent)


def response() -> type[StatusResponse]:
    """Import the type of the answer."""
    from ...models.status_response import StatusResponse

    return StatusResponse
