# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Remove all items from a list.

A GET that changes data: it must not be cached, prefetched or retried.

Reference: https://developer.themoviedb.org/v4/reference/list-clear
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.v4_list_cleared import V4ListCleared

operation: Final[Operation] = operations.V4_LISTS_CLEAR


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
    return Request(operation, f"/4/list/{path_segment(list_id, 'list_id')}/clear", sent)


def response() -> type[V4ListCleared]:
    """Import the type of the answer."""
    from ...models.v4_list_cleared import V4ListCleared

    return V4ListCleared
